import { ChevronDown } from 'lucide-react';
import { Field, type FieldProps } from './field.tsx';
import './field.css';

export interface SelectFieldProps<Value extends string> extends FieldProps {
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  /** `null` comes only when there is a `placeholder`, which is then a choice of its own. */
  readonly onChange: (value: Value | null) => void;
  /** Shown while nothing is chosen; without one, the first option must be chosen already. */
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
}

/** One of a few fixed choices, in the platform's own list. */
export function SelectField<Value extends string>({
  value,
  options,
  onChange,
  placeholder,
  isDisabled = false,
  ...field
}: SelectFieldProps<Value>) {
  return (
    <Field {...field} isFilled={value !== null}>
      {(control) => (
        <div className="select">
          <select
            {...control}
            className="input input--select"
            value={value ?? ''}
            disabled={isDisabled}
            onChange={(event) => onChange(options.find((option) => option.value === event.target.value)?.value ?? null)}
          >
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.text}
              </option>
            ))}
          </select>
          <ChevronDown aria-hidden size={16} className="select__arrow" />
        </div>
      )}
    </Field>
  );
}
