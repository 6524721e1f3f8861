import { type RefObject, useState } from 'react';
import { voteHref } from '#renderer/base/routes.ts';
import { keysOf } from '#renderer/base/shortcuts.ts';
import { toldApart } from '#renderer/base/told-apart.ts';
import { Badge } from '#renderer/components/badge.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { Card } from '#renderer/components/card.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { Disclosure } from '#renderer/components/disclosure.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived, useDocument } from '#renderer/review/use-document.ts';
import { causesOf } from '#shared/rounds/premortem.ts';
import {
  countsText,
  offeredVotes,
  otherVotes,
  PREMORTEM,
  roundsOn,
  type VotedThing,
  votedThings,
} from '#shared/rounds/rounds.ts';
import { isApart } from '#shared/rounds/spread.ts';
import { roundSpreadWords, SPREAD_TONES } from '#shared/rounds/words.ts';
import { answerText, type StageThing } from '#shared/stage/judgement.ts';
import { votedText } from './open-vote.tsx';
import { useRound } from './use-round.ts';
import './vote.css';
import '#renderer/components/section-frame.css';

export interface VotesPageProps {
  readonly editor: ReviewEditor;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** Everything that was voted on, and what the team does not agree on. */
export function VotesPage({ editor, heading }: VotesPageProps) {
  const voted = useDerived(editor, votedThings);
  const offered = useDerived(editor, offeredVotes);
  const others = useDerived(editor, otherVotes);
  const rounds = useDocument(editor, (review) => review.rounds);
  const { open } = useRound(editor);
  const [isOnlyApart, setOnlyApart] = useState(false);
  const apart = voted.filter(({ last }) => isApart(last.spread));
  const shown = isOnlyApart ? apart : voted;
  const names = namesOf([...shown.map(({ thing }) => thing), ...offered, ...others.flatMap(({ things }) => things)]);
  const premortem = roundsOn({ ...editor.now().document, rounds }, PREMORTEM);
  return (
    <article className="section-frame">
      <header className="section-frame__header">
        <h2 ref={heading} tabIndex={-1}>
          Votes
        </h2>
        <p className="soft">
          Estimate, talk, estimate again: put a question to the vote with <kbd>V</kbd> where you are, or choose one
          here. Votes at the keyboard stay sealed until all are revealed.
        </p>
      </header>
      {open && (
        <Callout tone="open" title={`A vote is open: ${votedText(open)}`}>
          <p>{open.question}</p>
          <div>
            <LinkButton href={voteHref(editor.id, open.subject)}>Go on with it</LinkButton>
          </div>
        </Callout>
      )}
      {voted.length > 0 && (
        <Card
          title={
            apart.length === 0 ? 'Nothing you do not agree on' : `${apart.length} of ${voted.length} to talk about`
          }
        >
          <Checkbox isSelected={isOnlyApart} onChange={setOnlyApart}>
            Show what we disagree on
          </Checkbox>
          <ul className="votes__list">
            {shown.map((entry) => (
              <VotedRow key={entry.thing.id} review={editor.id} entry={entry} name={names.get(entry.thing.id)} />
            ))}
          </ul>
        </Card>
      )}
      <Card title="Premortem">
        <p>
          {premortem.length === 0
            ? 'Ten silent minutes: it is the review date, and it failed. Why? What people write becomes risks, in their own words.'
            : `${causesOf(premortem).length} causes were written.`}
        </p>
        <div>
          <LinkButton href={voteHref(editor.id, PREMORTEM)}>
            {premortem.length === 0 ? 'Hold a premortem' : 'Go to the causes'}
          </LinkButton>
        </div>
      </Card>
      <Card title="Put to the vote">
        <ul className="votes__list">
          {offered.map((thing) => (
            <li key={thing.id}>
              <a href={voteHref(editor.id, thing.id)}>{names.get(thing.id)}</a>
            </li>
          ))}
        </ul>
        {others.map(({ kind, title, things }) => (
          <Disclosure key={kind} summary={`${title} (${things.length})`}>
            <ul className="votes__list">
              {things.map((thing) => (
                <li key={thing.id}>
                  <a href={voteHref(editor.id, thing.id)}>{names.get(thing.id)}</a>
                </li>
              ))}
            </ul>
          </Disclosure>
        ))}
        <p className="soft small">
          Each of these is also put to the vote where it stands: by its button there, or with{' '}
          <kbd>{keysOf('vote')}</kbd>.
        </p>
      </Card>
    </article>
  );
}

/** What each is called, told apart from others of the same name, also of other sections. */
function namesOf(things: readonly StageThing[]): ReadonlyMap<string, string> {
  const names = toldApart(things.map(({ name }) => name));
  return new Map(things.map(({ id, name }, index) => [id, names[index] ?? name]));
}

interface VotedRowProps {
  readonly review: string;
  readonly entry: VotedThing;
  readonly name: string | undefined;
}

function VotedRow({ review, entry: { thing, rounds, last }, name = thing.name }: VotedRowProps) {
  const answers = thing.judgements.map((judgement) => answerText(judgement)).filter((text) => text !== '');
  return (
    <li>
      <a href={voteHref(review, thing.id)}>{name}</a>{' '}
      {last.spread && <Badge tone={SPREAD_TONES[last.spread]}>{roundSpreadWords(last)}</Badge>}
      <p className="soft small">
        {countsText(last)}
        {rounds > 1 && ` · ${rounds} rounds`}
        {answers.length > 0 && ` · the team: ${answers.join(', ')}`}
      </p>
    </li>
  );
}
