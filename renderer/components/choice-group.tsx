import type { LucideIcon } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { focusAfter } from '#renderer/base/focus-after.ts';
import { say } from '#renderer/base/voice.ts';
import { AboutWords, useNamed } from './about.tsx';
import { FieldError, RequiredMark } from './field.tsx';
import type { Tone } from './tone.ts';
import './choice-group.css';
import './tone.css';
import './field.css';

export interface Choice<Value extends string | number | boolean> {
  readonly value: Value;
  readonly text: string;
  /** What choosing it means, for who hears the choices one by one. */
  readonly meaning?: string;
  readonly icon?: LucideIcon;
  /** Colour once chosen; the accent without one. */
  readonly tone?: Tone;
  /** Key that chooses this while the focus is in the group, such as `y`. */
  readonly key?: string;
}

export interface ChoiceGroupProps<Value extends string | number | boolean> {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: Value | null;
  readonly choices: readonly Choice<Value>[];
  readonly onChange: (value: Value | null) => void;
  /** Whether a chosen answer can be taken back, with the button or with Delete. */
  readonly isClearable?: boolean;
  readonly help?: ReactNode;
  /** Id of what else belongs to each choice, such as the sentence of the question. */
  readonly describedBy?: string | undefined;
  readonly error?: string | undefined;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
  readonly size?: 'normal' | 'large';
  /** Id of the group, for open points. */
  readonly id?: string | undefined;
}

/** One of a few answers, all visible as segments of one control; real radio buttons underneath. */
export function ChoiceGroup<Value extends string | number | boolean>(props: ChoiceGroupProps<Value>) {
  const { label, value, choices, onChange, isClearable = true, help, error, size = 'normal' } = props;
  const ownId = useId();
  const name = useNamed(label);
  const group = useRef<HTMLFieldSetElement>(null);
  const describedBy = ({ value: own, meaning }: Choice<Value>) =>
    [props.describedBy, error && `${ownId}-error`, meaning !== undefined ? `${ownId}-${own}` : help && `${ownId}-help`]
      .filter(Boolean)
      .join(' ') || undefined;
  /** The button that was pressed goes with the answer, so the focus goes to where one is given. */
  const clear = () =>
    focusAfter(
      () => onChange(null),
      () => group.current?.querySelector('input'),
    );

  function onKeyDown(event: KeyboardEvent<HTMLFieldSetElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (isClearable && (event.key === 'Delete' || event.key === 'Backspace') && value !== null) {
      event.preventDefault();
      onChange(null);
      say(`${name}: answer taken back.`);
      return;
    }
    const chosen = choices.find((choice) => choice.key?.toLowerCase() === event.key.toLowerCase());
    if (!chosen) return;
    // Not for the shortcuts of the page, which use single keys as well.
    event.preventDefault();
    event.stopPropagation();
    onChange(chosen.value);
    const own = event.currentTarget.querySelector<HTMLInputElement>(
      `input[value="${CSS.escape(String(chosen.value))}"]`,
    );
    // A radio button that gets the focus is read out with its state; one that has it is not.
    if (own === document.activeElement && value !== chosen.value) say(`${chosen.text}, selected.`);
    own?.focus();
  }

  return (
    <fieldset
      className="field choice-group"
      id={props.id}
      ref={group}
      disabled={props.isDisabled}
      // Its answers go before the shortcuts of the page.
      data-keys={choices.flatMap(({ key }) => key?.toLowerCase() ?? []).join(' ') || undefined}
      onKeyDown={onKeyDown}
    >
      <legend className={props.isLabelHidden ? 'visually-hidden' : 'field__label choice-group__label'}>
        {label}
        {props.isRequired && <RequiredMark />}
        <AboutWords />
      </legend>
      <div className="choice-group__row">
        <div className={`choice-group__choices choice-group__choices--${size}`}>
          {choices.map((choice) => {
            const { value: own, text, icon: Icon, tone, key, meaning } = choice;
            return (
              <label
                key={String(own)}
                className={`choice ${tone ? `choice--toned tone--${tone}` : ''}`}
                title={key === undefined ? undefined : `${text} (${key.toUpperCase()})`}
              >
                <input
                  type="radio"
                  className="visually-hidden"
                  name={ownId}
                  value={String(own)}
                  checked={own === value}
                  aria-describedby={describedBy(choice)}
                  aria-invalid={error ? true : undefined}
                  onChange={() => onChange(own)}
                />
                {Icon && <Icon aria-hidden size={18} />}
                <span className="choice__text" data-text={text}>
                  {text}
                </span>
                {meaning !== undefined && (
                  <span id={`${ownId}-${own}`} hidden>
                    {meaning}
                  </span>
                )}
              </label>
            );
          })}
        </div>
        {isClearable && (
          <button
            type="button"
            className={`choice-group__clear ${value === null ? 'choice-group__clear--hidden' : ''}`}
            onClick={clear}
            aria-label={`Clear: ${name}`}
            disabled={value === null}
          >
            Clear
          </button>
        )}
      </div>
      {help && (
        <div id={`${ownId}-help`} className="field__help">
          {help}
        </div>
      )}
      {error && <FieldError id={`${ownId}-error`} text={error} />}
    </fieldset>
  );
}
