import { useState } from 'react';
import { sectionHref } from '#renderer/base/routes.ts';
import { say } from '#renderer/base/voice.ts';
import { Button } from '#renderer/components/button.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { TakeAsTripwire } from '#renderer/review/take-as-tripwire.tsx';
import { useDerived, useDocument } from '#renderer/review/use-document.ts';
import { cameTrue } from '#shared/follow-up/suggestions.ts';
import { type ReviewRisk, risksOf, UNNAMED_RISK } from '#shared/kinds/risks/risks.ts';
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
  const [isFull, setFull] = useState(false);
  const risks = useDerived(editor, risksOf);
  const merge = () => {
    const id = into ?? editor.newId();
    const before = editor.now().document;
    editor.update((document) => mergeCauses(document, editor.template, id, picked));
    const isTaken = editor.now().document !== before;
    setFull(!isTaken);
    if (!isTaken) return;
    const isAskedAgain = risks.some((risk) => risk.id === into && risk.assessment.applicable === false);
    const added = isAskedAgain ? `${ADDED} It was set aside: decide again whether it applies.` : ADDED;
    say(into === null ? 'A risk was added.' : added);
    setChosen([]);
    setInto(null);
  };
  const toggle = (cause: Cause, isIn: boolean) =>
    setChosen(isIn ? [...chosen, quoteOf(cause)] : chosen.filter((quote) => quote !== quoteOf(cause)));
  return (
    <div className="vote__form vote__form--wide stack">
      <ul className="vote__causes" aria-label="Causes">
        {causes.map((cause) => {
          const risk = riskOfCause(review, editor.template, cause);
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
                <a className="vote__keyboard" href={sectionHref(editor.id, 'risks', anchor('risks', risk.id))}>
                  in the risk “{risk.name || UNNAMED_RISK}”
                </a>
              )}
              {!isReadOnly && (
                <span className="vote__keyboard">
                  {/* Two people may have written the same words. */}
                  <TakeAsTripwire
                    editor={editor}
                    about={`${cause.text} · ${cause.voter}`}
                    sign={cameTrue(cause.text)}
                  />
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {!isReadOnly && (
        <form
          className="vote__keyboard row"
          onSubmit={(event) => {
            event.preventDefault();
            if (picked.length > 0) merge();
          }}
        >
          {risks.length > 0 && (
            <SelectField
              label="Into"
              placeholder="A new risk"
              value={into}
              options={risks.map(optionOf)}
              onChange={setInto}
            />
          )}
          <Button kind="primary" type="submit" isDisabled={picked.length === 0}>
            {mergeWords(picked.length, into)}
          </Button>
          {isFull && <p role="alert">That risk takes no more words. Choose another one.</p>}
        </form>
      )}
    </div>
  );
}

const ADDED = 'Added to the risk.';

function optionOf({ id, number, name, assessment }: ReviewRisk) {
  const aside = assessment.applicable === false ? ' (set aside)' : '';
  return { value: id, text: `${number}. ${name || UNNAMED_RISK}${aside}` };
}

function mergeWords(count: number, into: string | null): string {
  if (into === null) return count > 1 ? `Make one risk of these ${count}` : 'Make a risk of it';
  return count > 1 ? `Add these ${count} to the risk` : 'Add it to the risk';
}
