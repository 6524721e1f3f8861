import { type ReactNode, useId } from 'react';
import { AboutWords, useNamed } from './about.tsx';
import { Button } from './button.tsx';
import type { Tone } from './tone.ts';
import './choice-cards.css';
import './tone.css';
import './field.css';

export interface CardChoice {
  readonly id: string;
  readonly name: string;
  /** What belongs to the choice and is read out with it. */
  readonly about?: ReactNode;
  /** Controls of their own below it, such as help; no part of the choice's target. */
  readonly more?: ReactNode;
  /** Colour once chosen; the accent without one. */
  readonly tone?: Tone;
}

export interface ChoiceCardsProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: string | null;
  readonly choices: readonly CardChoice[];
  readonly onChange: (id: string | null) => void;
  /** Whether the choice can be taken back. */
  readonly isClearable?: boolean;
  readonly id?: string | undefined;
}

/** One of a few answers that need a sentence each; real radio buttons, and a way to take the choice back. */
export function ChoiceCards(props: ChoiceCardsProps) {
  const { label, isLabelHidden = false, value, choices, onChange, isClearable = true, id } = props;
  const ownId = useId();
  const name = useNamed(label);
  const isKnown = choices.some((choice) => choice.id === value);
  return (
    <fieldset className="choice-cards" id={id}>
      <legend className={isLabelHidden ? 'visually-hidden' : 'field__label choice-cards__label'}>
        {label}
        <AboutWords />
      </legend>
      <div className="choice-cards__cards">
        {choices.map((choice) => (
          <div
            key={choice.id}
            className={`choice-card ${choice.tone ? `choice-card--toned tone--${choice.tone}` : ''}`}
          >
            <label className="choice-card__choice">
              <input
                type="radio"
                className="choice-card__radio"
                name={ownId}
                checked={choice.id === value}
                aria-describedby={choice.about ? `${ownId}-${choice.id}` : undefined}
                onChange={() => onChange(choice.id)}
              />
              <span className="choice-card__name">{choice.name}</span>
            </label>
            {choice.about && (
              <div className="choice-card__about" id={`${ownId}-${choice.id}`}>
                {choice.about}
              </div>
            )}
            {choice.more && <div className="choice-card__more">{choice.more}</div>}
          </div>
        ))}
      </div>
      {isClearable && (
        <div className="choice-cards__clear">
          <Button
            kind="quiet"
            size="small"
            isDisabled={!isKnown}
            label={`Take the choice back: ${name}`}
            onPress={() => onChange(null)}
          >
            Take the choice back
          </Button>
        </div>
      )}
    </fieldset>
  );
}
