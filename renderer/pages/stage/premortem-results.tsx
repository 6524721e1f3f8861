import { useState } from 'react';
import { sectionHref } from '#renderer/base/routes.ts';
import { say } from '#renderer/base/voice.ts';
import { Button } from '#renderer/components/button.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { TakeAsTripwire } from '#renderer/review/take-as-tripwire.tsx';
import { useDocument } from '#renderer/review/use-document.ts';
import { cameTrue } from '#shared/follow-up/suggestions.ts';
import { UNNAMED_RISK } from '#shared/kinds/risks/risks.ts';
import { anchor } from '#shared/review/anchor.ts';
import { type Cause, causesOf, mergeCauses, quoteOf, riskOfCause } from '#shared/rounds/premortem.ts';
import type { Round } from '#shared/rounds/rounds.ts';
import './vote.css';

export interface PremortemResultsProps {
  readonly editor: ReviewEditor;
  readonly rounds: readonly Round[];
  readonly isReadOnly: boolean;
}

/** The causes that people wrote; those that are one thing become one risk, with the words of each. */
export function PremortemResults({ editor, rounds, isReadOnly }: PremortemResultsProps) {
  const review = useDocument(editor, (document) => document);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [into, setInto] = useState<string | null>(null);
  const causes = causesOf(rounds);
  const picked = causes.filter((cause) => chosen.includes(quoteOf(cause)));
  const merge = () => {
    const id = into ?? editor.newId();
    editor.update((document) => mergeCauses(document, id, picked));
    say(into === null ? 'A risk was added.' : 'Added to the risk.');
    setChosen([]);
    setInto(null);
  };
  const toggle = (cause: Cause, isIn: boolean) =>
    setChosen(isIn ? [...chosen, quoteOf(cause)] : chosen.filter((quote) => quote !== quoteOf(cause)));
  return (
    <div className="vote__form vote__form--wide stack">
      <ul className="vote__causes" aria-label="Causes">
        {causes.map((cause) => {
          const risk = riskOfCause(review, cause);
          return (
            <li key={quoteOf(cause)}>
              <Checkbox
                isSelected={chosen.includes(quoteOf(cause))}
                isDisabled={risk !== null || isReadOnly}
                onChange={(isIn) => toggle(cause, isIn)}
              >
                {cause.text} <span className="soft">· {cause.voter}</span>
              </Checkbox>
              {risk && (
                <a href={sectionHref(editor.id, 'risks', anchor('risks', risk.id))}>in the risk “{risk.name}”</a>
              )}
              {!isReadOnly && (
                // Two people may have written the same words.
                <TakeAsTripwire editor={editor} about={`${cause.text} · ${cause.voter}`} sign={cameTrue(cause.text)} />
              )}
            </li>
          );
        })}
      </ul>
      {!isReadOnly && (
        <form
          className="row"
          onSubmit={(event) => {
            event.preventDefault();
            if (picked.length > 0) merge();
          }}
        >
          {review.risks.own.length > 0 && (
            <SelectField
              label="Into"
              placeholder="A new risk"
              value={into}
              options={review.risks.own.map(({ id, name }) => ({ value: id, text: name || UNNAMED_RISK }))}
              onChange={setInto}
            />
          )}
          <Button kind="primary" type="submit" isDisabled={picked.length === 0}>
            {picked.length > 1 ? `Make one risk of these ${picked.length}` : 'Make a risk of it'}
          </Button>
        </form>
      )}
    </div>
  );
}
