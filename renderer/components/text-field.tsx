import { Input } from 'react-aria-components';
import { isBlank, LINE_LIMIT } from '#shared/base/limits.ts';
import { Field, type FieldProps } from './field.tsx';
import './field.css';

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly type?: 'text' | 'password';
  readonly maxLength?: number;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  /** What Enter does here, in place of sending the form around it. */
  readonly onEnter?: () => void;
  /** The focus goes elsewhere. */
  readonly onLeave?: () => void;
}

/** One line of text in a dialog. On a page, `LineField` shows all of a long one. */
export function TextField({
  value,
  onChange,
  placeholder,
  type = 'text',
  maxLength = LINE_LIMIT,
  onEnter,
  onLeave,
  isDisabled = false,
  autoFocus = false,
  ...field
}: TextFieldProps) {
  return (
    <Field {...field} isFilled={!isBlank(value)}>
      {(control) => (
        <Input
          {...control}
          className="input"
          type={type}
          value={value}
          {...(placeholder !== undefined && { placeholder })}
          maxLength={maxLength}
          disabled={isDisabled}
          autoFocus={autoFocus}
          autoComplete="off"
          onBlur={onLeave}
          onKeyDown={(event) => {
            if (!onEnter || event.key !== 'Enter') return;
            event.preventDefault();
            onEnter();
          }}
          // Half a surrogate pair cannot be stored or hashed; pasting can bring one.
          onChange={(event) => onChange(event.target.value.toWellFormed())}
        />
      )}
    </Field>
  );
}
