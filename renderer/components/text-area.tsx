import type { CSSProperties } from 'react';
import { settleText } from '#renderer/base/pending-text.ts';
import { useAreaText } from '#renderer/base/use-area-text.ts';
import { useTypedText } from '#renderer/base/use-typed-text.ts';
import { isBlank, TEXT_LIMIT } from '#shared/base/limits.ts';
import { Field, type FieldProps } from './field.tsx';
import './field.css';

export interface TextAreaProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly maxLength?: number;
  /** Lines shown while there is little text; the field grows with it. */
  readonly rows?: number;
}

/** Several lines of text; grows with what is typed. */
export function TextArea({ value, onChange, placeholder, maxLength = TEXT_LIMIT, rows = 3, ...field }: TextAreaProps) {
  const { shown, type } = useTypedText(value, onChange);
  const area = useAreaText(shown);
  const style: CSSProperties & { readonly '--rows': number } = { '--rows': rows };
  return (
    <Field {...field} isFilled={!isBlank(shown)}>
      {(control) => (
        <textarea
          {...control}
          ref={area}
          className="input input--area"
          style={style}
          rows={rows}
          placeholder={placeholder}
          maxLength={maxLength}
          // Half a surrogate pair cannot be stored or hashed; pasting can bring one.
          onChange={(event) => type(event.target.value.toWellFormed())}
          onBlur={settleText}
        />
      )}
    </Field>
  );
}
