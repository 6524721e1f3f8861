import { ChoiceGroup } from '#renderer/components/choice-group.tsx';
import type { RecordLength } from '#shared/record/model.ts';
import type { ExportChoice } from './export-forms.ts';

/** What each length is good for, by form. */
const LENGTHS = {
  pdf: [
    { value: 'full', text: 'Full record' },
    { value: 'short', text: 'Short record, at most five pages' },
  ],
  markdown: [
    { value: 'full', text: 'Whole record' },
    { value: 'short', text: 'Short, for a pull request' },
  ],
} as const satisfies Partial<Record<ExportChoice, readonly { value: RecordLength; text: string }[]>>;

interface LengthChoiceProps {
  readonly form: ExportChoice;
  readonly length: RecordLength;
  /** What has to be known about the seals of what would be written; empty for nothing. */
  readonly note: string;
  readonly onChange: (length: RecordLength) => void;
}

/** Where a person says how much of a record is written, for the forms that have two lengths. */
export function LengthChoice({ form, length, note, onChange }: LengthChoiceProps) {
  if (!hasLength(form)) return null;
  return (
    <ChoiceGroup
      label="Length"
      help={note || undefined}
      value={length}
      choices={LENGTHS[form]}
      onChange={(chosen) => onChange(chosen ?? length)}
      isClearable={false}
    />
  );
}

export function hasLength(form: ExportChoice): form is keyof typeof LENGTHS {
  return form in LENGTHS;
}
