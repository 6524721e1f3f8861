import { useId } from 'react';
import './export-form.css';
import './field.css';

/** A form in which something can be written. */
export interface OfferedForm<Form extends string> {
  readonly form: Form;
  readonly name: string;
  /** What it is for, in a few words. */
  readonly purpose: string;
}

export interface FormChoiceProps<Form extends string> {
  readonly forms: readonly OfferedForm<Form>[];
  readonly form: Form;
  readonly onChange: (form: Form) => void;
}

/** Chooses the form of an export. */
export function FormChoice<Form extends string>({ forms, form, onChange }: FormChoiceProps<Form>) {
  const name = useId();
  return (
    <fieldset className="export__forms">
      <legend className="field__label">What to write</legend>
      {forms.map(({ form: own, name: title, purpose }) => (
        <label key={own} className="export__form">
          <input
            type="radio"
            name={name}
            value={own}
            checked={own === form}
            aria-labelledby={`${name}-${own}`}
            aria-describedby={`${name}-${own}-about`}
            onChange={() => onChange(own)}
          />
          <span className="export__name" id={`${name}-${own}`}>
            {title}
          </span>
          <span className="small soft" id={`${name}-${own}-about`}>
            {purpose}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
