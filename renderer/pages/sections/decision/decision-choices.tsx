import { focusAfter } from '#renderer/base/focus-after.ts';
import { Badge } from '#renderer/components/badge.tsx';
import type { Lean, SectionOf } from '#shared/template/template.ts';
import '#renderer/components/choice-group.css';
import '#renderer/components/tone.css';
import './decision-page.css';

const LEAN_WORDS: Readonly<Record<Lean, string>> = {
  for: 'For the candidate',
  open: 'Left open',
  against: 'Against the candidate',
};

/** The decisions a team can take, as cards that say what each means. */
export function DecisionChoices({
  section,
  chosen,
  id,
  onChange,
}: {
  readonly section: SectionOf<'decision'>;
  readonly chosen: string | null;
  readonly id: string;
  readonly onChange: (choice: string | null) => void;
}) {
  return (
    <fieldset className="decision-choices" id={id}>
      <legend className="visually-hidden">The decision</legend>
      <div className="decision-choices__cards">
        {section.choices.map((choice) => (
          <label key={choice.id} className={`decision-choice tone--${choice.lean}`}>
            <input
              type="radio"
              name="decision-choice"
              className="decision-choice__radio"
              checked={choice.id === chosen}
              aria-labelledby={`${id}.${choice.id}.name`}
              aria-describedby={`${id}.${choice.id}.about`}
              onChange={() => onChange(choice.id)}
            />
            <span className="decision-choice__words">
              <span className="decision-choice__name" id={`${id}.${choice.id}.name`}>
                {choice.name}
              </span>
              <span className="decision-choice__about" id={`${id}.${choice.id}.about`}>
                <span className="small">{choice.help}</span>
                <Badge tone={choice.lean}>{LEAN_WORDS[choice.lean]}</Badge>
              </span>
            </span>
          </label>
        ))}
      </div>
      {chosen !== null && (
        <button
          type="button"
          className="choice-group__clear"
          onClick={() =>
            focusAfter(
              () => onChange(null),
              () => document.getElementById(id)?.querySelector('input'),
            )
          }
        >
          Take the decision back
        </button>
      )}
    </fieldset>
  );
}
