import { isBlank, LINE_LIMIT } from '#shared/base/fields.ts';
import { Field, type FieldProps } from './field.tsx';
import { LineArea, oneLine } from './line-area.tsx';

export interface LineFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
}

/** One line of text that belongs to the review: a name, a role, an address. */
export function LineField({ value, onChange, placeholder, ...field }: LineFieldProps) {
  return (
    <Field {...field} isFilled={!isBlank(value)}>
      {(control) => (
        <LineArea
          {...control}
          value={value}
          maxLength={LINE_LIMIT}
          {...(placeholder !== undefined && { placeholder })}
          onChange={(event) => onChange(oneLine(event.target.value))}
        />
      )}
    </Field>
  );
}
