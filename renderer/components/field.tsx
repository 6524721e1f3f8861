import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { AboutWords } from './about.tsx';
import './field.css';

export interface FieldProps {
  readonly label: string;
  /** Keeps the label for screen readers only, where a table heading or the surroundings show it. */
  readonly isLabelHidden?: boolean;
  readonly help?: ReactNode;
  /** What is wrong and what to do; stands below the control, so nothing above moves. */
  readonly error?: string | undefined;
  readonly isRequired?: boolean;
  /** Whether what is wrong with it is said elsewhere, where `describedBy` points. */
  readonly isInvalid?: boolean;
  /** Id of what else says what is asked for, such as the sentence above. */
  readonly describedBy?: string | undefined;
  /** Whether it takes a name, a path or the like, in which no spelling is checked. */
  readonly isName?: boolean;
  /** Id of the control, so that labels, links and open points can name it. */
  readonly id?: string | undefined;
}

/** What a control needs to belong to its label, help and error. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
  readonly 'aria-required'?: true;
  readonly spellCheck?: false;
}

/** Label, help and error around one control. */
export function Field({
  label,
  help,
  error,
  children,
  ...props
}: FieldProps & {
  /** Whether there is a value: what is there needs no word that it is needed. */
  readonly isFilled?: boolean;
  readonly children: (control: ControlProps) => ReactNode;
}) {
  const ownId = useId();
  const id = props.id ?? ownId;
  const described = [props.describedBy, help && `${ownId}-help`, error && `${ownId}-error`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id} className={props.isLabelHidden ? 'visually-hidden' : 'field__label'}>
        {label}
        {props.isRequired && <RequiredMark isHidden={props.isFilled} />}
        <AboutWords />
      </label>
      {children({
        id,
        ...(described && { 'aria-describedby': described }),
        ...((error || props.isInvalid) && { 'aria-invalid': true }),
        ...(props.isRequired && { 'aria-required': true }),
        ...(props.isName && { spellCheck: false }),
      })}
      {help && (
        <div id={`${ownId}-help`} className="field__help">
          {help}
        </div>
      )}
      {error && <FieldError id={`${ownId}-error`} text={error} />}
    </div>
  );
}

/** The word that marks a field that still needs a value. */
export function RequiredMark({ isHidden = false }: { readonly isHidden?: boolean | undefined }) {
  // Hidden rather than taken away: a change of the page while typing would cut the field's own undo in two.
  return (
    <span className="field__required" hidden={isHidden}>
      {' '}
      (needed)
    </span>
  );
}

/** What is wrong with a field. */
export function FieldError({ id, text }: { readonly id: string; readonly text: string }) {
  return (
    <p id={id} className="field__error">
      <CircleAlert aria-hidden size={16} />
      {text}
    </p>
  );
}
