import { ComboField } from '#renderer/components/combo-field.tsx';
import { DateField } from '#renderer/components/date-field.tsx';
import { ListEditor } from '#renderer/components/list-editor.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import { isBlank } from '#shared/base/limits.ts';
import type { SignersCondition } from '#shared/kinds/sign-off/answers.ts';
import { MOST_OWN_CONDITIONS } from '#shared/kinds/sign-off/schema.ts';
import './sign-off-page.css';

export interface OwnConditionsProps {
  readonly conditions: readonly SignersCondition[];
  readonly people: readonly string[];
  /** Whether somebody tried to sign while something is missing. */
  readonly isOwed: boolean;
  readonly onChange: (conditions: readonly SignersCondition[]) => void;
}

/** A condition with nothing filled in. */
export function newSignersCondition(): SignersCondition {
  return { id: crypto.randomUUID(), text: '', owner: '', due: null, evidence: '' };
}

/** Whether a condition says what has to hold and who sees to it, so that it can be tracked. */
export function isTrackable({ text, owner }: SignersCondition): boolean {
  return !isBlank(text) && !isBlank(owner);
}

/** The signer's own conditions, beside those of the decision: earlier signatures stay valid. */
export function OwnConditions({ conditions, people, isOwed, onChange }: OwnConditionsProps) {
  return (
    <ListEditor<SignersCondition>
      label="Your own conditions"
      rows={conditions}
      newRow={newSignersCondition}
      addText="Add a condition of your own"
      noun="condition"
      most={MOST_OWN_CONDITIONS}
      nameOf={(row, index) => row.text || `condition ${index + 1}`}
      onChange={onChange}
    >
      {(row, change) => (
        <div className="own-condition">
          <TextArea
            label="What has to hold"
            isRequired
            rows={1}
            value={row.text}
            error={isOwed && isBlank(row.text) ? 'Write the condition, or remove it.' : undefined}
            onChange={(text) => change({ ...row, text })}
          />
          <ComboField
            label="Owner"
            isRequired
            value={row.owner}
            suggestions={people}
            error={isOwed && isBlank(row.owner) ? 'Say who sees to it.' : undefined}
            onChange={(owner) => change({ ...row, owner })}
          />
          <DateField label="Due" value={row.due} onChange={(due) => change({ ...row, due })} />
          <TextArea
            label="What will show that it holds"
            rows={1}
            value={row.evidence}
            onChange={(evidence) => change({ ...row, evidence })}
          />
        </div>
      )}
    </ListEditor>
  );
}
