import { ChoiceGroup } from '#renderer/components/choice-group.tsx';
import { NumberField } from '#renderer/components/number-field.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDocument } from '#renderer/review/use-document.ts';
import { formatInstant } from '#shared/base/dates.ts';
import { isBlank } from '#shared/base/limits.ts';
import { type DecidingRule, decidingOf, decidingText } from '#shared/kinds/sign-off/deciding.ts';
import { type DecidingInput, setDeciding } from '#shared/kinds/sign-off/edit.ts';
import { DECIDING_WORDS } from '#shared/kinds/sign-off/words.ts';
import { anchor } from '#shared/review/anchor.ts';
import './sign-off-page.css';

const RULES = (['everybody', 'quorum', 'decider'] as const).map((value) => ({ value, text: DECIDING_WORDS[value] }));

/** Who decides: everybody, a quorum, or one after hearing all. To read only once the review is closed. */
export function WhoDecides({ editor, isClosed }: { readonly editor: ReviewEditor; readonly isClosed: boolean }) {
  const review = useDocument(editor, (all) => all);
  const deciding = decidingOf(review, editor.template);
  const { approvers, deciding: stored } = review.signOff;
  const set = (input: DecidingInput, field?: string) =>
    editor.update((all) => setDeciding(all, input, editor.moment()), field);

  function choose(rule: DecidingRule | null) {
    if (rule === null || rule === deciding.rule) return;
    // A first guess that the people named can meet.
    if (rule === 'quorum') set({ rule, quorum: Math.max(1, Math.ceil(approvers.length / 2)) });
    else set({ rule });
  }

  if (isClosed) return <p className="soft">{decidingText(deciding)}</p>;
  return (
    <div className="stack">
      <ChoiceGroup
        id={anchor('sign-off', 'deciding')}
        label="Who decides"
        isClearable={false}
        value={deciding.rule}
        choices={RULES}
        help={decidingText(deciding)}
        onChange={choose}
      />
      {deciding.rule === 'quorum' && (
        <div className="who-decides__detail">
          <NumberField
            label="Approvals that are enough"
            value={deciding.needed}
            limits={{ min: 1, max: 100 }}
            onChange={(quorum) => {
              if (quorum !== null && Number.isInteger(quorum)) set({ rule: 'quorum', quorum }, 'deciding.quorum');
            }}
          />
        </div>
      )}
      {deciding.rule === 'decider' && (
        <div className="who-decides__detail">
          <SelectField
            label="Decider"
            value={deciding.decider?.id ?? null}
            options={approvers
              .filter(({ name }) => !isBlank(name))
              .map(({ id, name, role }) => ({ value: id, text: [name, role].filter(Boolean).join(', ') }))}
            placeholder="Nobody yet"
            onChange={(decider) => set(decider === null ? { rule: 'decider' } : { rule: 'decider', decider })}
          />
        </div>
      )}
      {stored?.changedAt !== undefined && (
        <p className="small">
          This rule was changed after the first signature, {formatInstant(stored.changedAt)}. The record says so.
        </p>
      )}
    </div>
  );
}
