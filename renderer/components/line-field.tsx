import { settleText } from '#renderer/base/pending-text.ts';
import { useTypedText } from '#renderer/base/use-typed-text.ts';
import { isBlank, LINE_LIMIT } from '#shared/base/limits.ts';
import { Field, type FieldProps } from './field.tsx';
import { LineArea, oneLine } from './line-area.tsx';

export interface LineFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  /** Begun to be typed in. */
  readonly onFocus?: (() => void) | undefined;
  /** Left; what was typed is handed over by then. */
  readonly onLeave?: (() => void) | undefined;
}

/** One line of text that belongs to the review: a name, a role, an address. */
export function LineField({ value, onChange, placeholder, onFocus, onLeave, ...field }: LineFieldProps) {
  const { shown, type } = useTypedText(value, onChange);
  return (
    <Field {...field} isFilled={!isBlank(shown)}>
      {(control) => (
        <LineArea
          {...control}
          value={shown}
          maxLength={LINE_LIMIT}
          {...(placeholder !== undefined && { placeholder })}
          onChange={(event) => type(oneLine(event.target.value))}
          {...(onFocus && { onFocus })}
          onBlur={() => {
            settleText();
            onLeave?.();
          }}
        />
      )}
    </Field>
  );
}
