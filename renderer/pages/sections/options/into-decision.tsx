import { ArrowRight, Star } from 'lucide-react';
import { memo } from 'react';
import { sectionHref } from '#renderer/base/routes.ts';
import { Badge } from '#renderer/components/badge.tsx';
import { Button } from '#renderer/components/button.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived } from '#renderer/review/use-document.ts';
import {
  chooseInDecision,
  type OptionForDecision,
  optionsForDecision,
  takeIntoDecision,
} from '#shared/kinds/options/edit.ts';
import type { OptionRanking } from '#shared/kinds/options/options.ts';
import './options-page.css';

/** What of the comparison stands among the options of the decision, and which one it takes. */
export function IntoDecision({ editor, ranking }: { readonly editor: ReviewEditor; readonly ranking: OptionRanking }) {
  const { template } = editor;
  const options = useDerived(editor, optionsForDecision);
  const isUpToDate = options.every((option) => option.taken !== null && !option.isRenamed);
  if (options.length === 0)
    return <p className="soft">Pick candidates to compare; they can be taken over from here.</p>;
  return (
    <>
      <p className="soft small">
        Puts what was compared among the options of the decision. What is written there stays, and nothing is chosen
        until you choose it.
      </p>
      <ul className="into-decision">
        {options.map((option) => (
          <li key={option.candidate ?? 'split'} className="into-decision__line">
            <OptionLine
              option={option}
              leads={ranking.leaders.some(({ candidate }) => candidate.id === option.candidate)}
              editor={editor}
            />
          </li>
        ))}
      </ul>
      <div className="row">
        <Button
          kind="primary"
          icon={ArrowRight}
          isDisabled={isUpToDate}
          onPress={() => {
            // Made here, so that the change itself gives the same result every time it runs.
            const ids = options.map(() => editor.newId());
            editor.update((review) => takeIntoDecision(review, template, ids));
          }}
        >
          {isUpToDate ? 'All of them are in the decision' : 'Take into the decision'}
        </Button>
        <a href={sectionHref(editor.id, 'decision')}>Go to the decision</a>
      </div>
    </>
  );
}

const OptionLine = memo(function OptionLine({
  option,
  leads,
  editor,
}: {
  readonly option: OptionForDecision;
  readonly leads: boolean;
  readonly editor: ReviewEditor;
}) {
  return (
    <>
      <span className="into-decision__name">{option.name}</span>
      {leads && <Badge tone="neutral">Leads</Badge>}
      {option.isChosen && (
        <Badge tone="for" icon={Star}>
          Taken by the decision
        </Badge>
      )}
      {option.taken !== null && !option.isChosen && (
        <Button
          kind="quiet"
          size="small"
          label={`We take this one: ${option.name}`}
          onPress={() => editor.update((review) => chooseInDecision(review, option))}
        >
          We take this one
        </Button>
      )}
      {option.taken === null && <span className="soft small">not in the decision yet</span>}
    </>
  );
});
