import { type CSSProperties, memo } from 'react';
import { useSaid } from '#renderer/base/use-said.ts';
import { Card } from '#renderer/components/card.tsx';
import { Disclosure } from '#renderer/components/disclosure.tsx';
import type { OptionSensitivity } from '#shared/kinds/options/option-sensitivity.ts';
import type { OptionRanking, RankedOption } from '#shared/kinds/options/options.ts';
import './options-page.css';

/** Sentences shown at once; the rest opens on demand. */
const SHOWN = 5;

/** Who leads by the scores so far, beside the grid while somebody scores. */
export function Ranking({ ranking }: { readonly ranking: OptionRanking }) {
  useSaid(ranking.summary);
  return (
    <section className="scoring__ranking" aria-label="Ranking">
      <h3>Ranking</h3>
      <ol className="ranking">
        {ranking.options.map((option) => (
          <RankingLine
            key={option.candidate.id}
            name={option.candidate.name}
            mean={option.mean}
            lowest={option.lowest}
            highest={option.highest}
            place={option.place}
            missing={option.missing}
          />
        ))}
      </ol>
      <p className="ranking__summary">{ranking.summary}</p>
    </section>
  );
}

/** How firmly it leads. */
export function WhatWouldChange({ sentences }: Pick<OptionSensitivity, 'sentences'>) {
  const more = sentences.slice(SHOWN);
  if (sentences.length === 0) return null;
  return (
    <Card title="Which weight would change who leads">
      <Sentences sentences={sentences.slice(0, SHOWN)} />
      {more.length > 0 && (
        <Disclosure summary={<span className="small">{more.length} more</span>}>
          <Sentences sentences={more} />
        </Disclosure>
      )}
    </Card>
  );
}

const RankingLine = memo(function RankingLine({
  name,
  mean,
  lowest,
  highest,
  place,
  missing,
}: Omit<RankedOption, 'candidate'> & { readonly name: string }) {
  const style: CSSProperties & Record<`--${string}`, number> = {
    '--mean': (mean ?? 0) / 5,
    '--lowest': (lowest ?? 0) / 5,
    '--highest': (highest ?? 0) / 5,
  };
  const isOpen = mean !== null && missing > 0 && lowest !== null && highest !== null;
  return (
    <li className="ranking__line" style={style}>
      <span className="ranking__place">{place === null ? '–' : `${place}.`}</span>
      <span className="ranking__name">{name}</span>
      <span className="ranking__bar" aria-hidden>
        {isOpen && <span className="ranking__span" />}
        {mean !== null && <span className="ranking__mean" />}
      </span>
      <span className="ranking__words">
        <strong>{mean === null ? 'No score' : mean.toFixed(2)}</strong>
        {isOpen && (
          <span className="soft small">
            {' '}
            {missing} missing: {lowest.toFixed(2)} to {highest.toFixed(2)} possible
          </span>
        )}
      </span>
    </li>
  );
});

function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <ul className="ranking__sentences">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
