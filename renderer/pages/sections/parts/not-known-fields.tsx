import { ComboField } from '#renderer/components/combo-field.tsx';
import { DateField } from '#renderer/components/date-field.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived } from '#renderer/review/use-document.ts';
import type { NotKnown } from '#shared/kinds/parts.ts';
import { knownPeople } from './known-people.ts';
import './not-known-fields.css';

/** Who finds out what is not known, and by when. */
export function NotKnownFields({
  editor,
  value,
  onChange,
}: {
  readonly editor: ReviewEditor;
  readonly value: NotKnown;
  /** `key` names the field that was typed into. */
  readonly onChange: (value: NotKnown, key?: string) => void;
}) {
  const people = useDerived(editor, knownPeople);
  return (
    <div className="not-known">
      <ComboField
        label="Who finds out"
        value={value.who}
        suggestions={people}
        isLazy
        onChange={(who) => onChange({ ...value, who }, 'who')}
      />
      <DateField label="By when" value={value.by} onChange={(by) => onChange({ ...value, by })} />
    </div>
  );
}
