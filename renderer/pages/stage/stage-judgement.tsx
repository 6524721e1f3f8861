import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { answerText, type Judgement, type JudgementChoice } from '#shared/stage/judgement.ts';
import '#renderer/components/tone.css';
import './stage.css';

export interface StageJudgementProps {
  readonly judgement: Judgement;
  /** Whether the thing says already what is judged. */
  readonly isNameHidden: boolean;
  /** Whether the keys are for this one. */
  readonly isCurrent: boolean;
  /** Whether there are so many that each gets one line. */
  readonly isOneOfMany: boolean;
  readonly isReadOnly: boolean;
  readonly onChange: (value: string) => void;
}

/** The answers that a judgement can have; real radio buttons underneath. */
export function StageJudgement(props: StageJudgementProps) {
  const { judgement, isNameHidden, isCurrent, isOneOfMany, isReadOnly, onChange } = props;
  const name = useId();
  const group = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (isCurrent) group.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  const { choices, value, isScale } = judgement;
  /** With the focus in the group; the stage has answered keys before. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const chosen = choices.find(({ key }) => key === event.key.toLowerCase());
    if (!chosen) return;
    event.preventDefault();
    event.stopPropagation();
    onChange(chosen.value);
  };
  const isWorded = isScale && choices.some((choice) => choice.text !== choice.value);
  const form = isOneOfMany ? 'line' : isScale ? 'scale' : choices.length > 3 ? 'list' : 'row';
  return (
    <fieldset
      ref={group}
      className={`stage-judgement stage-judgement--${form} ${isCurrent ? 'stage-judgement--current' : ''}`}
      disabled={isReadOnly}
      onKeyDown={onKeyDown}
    >
      <legend className={isNameHidden ? 'visually-hidden' : 'stage-judgement__name'}>
        {judgement.name}
        {isWorded && value !== null && <span className="stage-judgement__word">{answerText(judgement)}</span>}
      </legend>
      <div className="stage-judgement__choices">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className={`stage-choice ${choice.tone ? `stage-choice--toned tone--${choice.tone}` : ''}`}
          >
            <input
              type="radio"
              className="visually-hidden"
              name={name}
              checked={choice.value === value}
              aria-label={isScale && choice.text !== choice.value ? `${choice.value} ${choice.text}` : choice.text}
              onChange={() => onChange(choice.value)}
            />
            <ChoiceText choice={choice} isDigit={isScale} isListed={form === 'list'} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface ChoiceTextProps {
  readonly choice: JudgementChoice;
  readonly isDigit: boolean;
  readonly isListed: boolean;
}

/** The answer, with its key in view: the digit in front of it, or the letter in it. */
function ChoiceText({ choice: { value, text, key }, isDigit, isListed }: ChoiceTextProps) {
  if (isDigit) return value;
  if (isListed) {
    return (
      <>
        <kbd className="stage-choice__key">{key ?? ''}</kbd>
        {text}
      </>
    );
  }
  const at = key === null ? -1 : text.toLowerCase().indexOf(key);
  if (at < 0) return text;
  return (
    <span>
      {text.slice(0, at)}
      <u>{text.charAt(at)}</u>
      {text.slice(at + 1)}
    </span>
  );
}
