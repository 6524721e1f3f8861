import { toldApart } from '#renderer/base/told-apart.ts';
import { say } from '#renderer/base/voice.ts';
import { Button } from '#renderer/components/button.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import '#renderer/components/field.css';
import './backups-page.css';

export interface ReviewChoiceProps {
  readonly label: string;
  readonly reviews: readonly { readonly id: string; readonly title: string }[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

/** Reviews to choose from, all of them or one by one. */
export function ReviewChoice({ label, reviews, chosen, onChange }: ReviewChoiceProps) {
  const count = reviews.filter(({ id }) => chosen.has(id)).length;
  const isAll = count === reviews.length;
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    onChange(next);
  };
  const chooseAll = () => {
    const ids = new Set(reviews.map(({ id }) => id));
    onChange(isAll ? new Set([...chosen].filter((id) => !ids.has(id))) : new Set([...chosen, ...ids]));
    // The button says the other thing then, which no screen reader tells of what has the focus already.
    say(`${label}: ${isAll ? 0 : reviews.length} of ${reviews.length} chosen.`);
  };
  const names = toldApart(reviews.map(({ title }) => title));
  return (
    <fieldset className="review-choice">
      <legend className="field__label">
        {label} ({count} of {reviews.length})
      </legend>
      {reviews.length > 1 && (
        <Button kind="quiet" size="small" label={`${isAll ? 'None' : 'All'}: ${label}`} onPress={chooseAll}>
          {isAll ? 'None' : 'All'}
        </Button>
      )}
      <ul className="review-choice__list">
        {reviews.map(({ id, title }, index) => (
          <li key={id}>
            <Checkbox isSelected={chosen.has(id)} onChange={(isChosen) => choose(id, isChosen)}>
              {names[index] ?? title}
            </Checkbox>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
