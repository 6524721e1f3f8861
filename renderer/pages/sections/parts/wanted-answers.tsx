import { SelectField } from '#renderer/components/select-field.tsx';
import type { Dissent } from '#shared/kinds/parts.ts';
import { owesAnswer } from '#shared/stage/differing-views.ts';
import type { Judgement } from '#shared/stage/judgement.ts';
import './dissent-editor.css';

export interface WantedAnswersProps {
  readonly judgements: readonly Judgement[];
  readonly view: Dissent;
  readonly onChange: (answers: NonNullable<Dissent['answers']>) => void;
}

/** What somebody who differs would answer instead. */
export function WantedAnswers({ judgements, view, onChange }: WantedAnswersProps) {
  const { answers = [] } = view;
  return (
    <div className="dissent__wanted" data-owed={owesAnswer(view, judgements) || undefined}>
      {judgements.map(({ id, name, choices, isScale, place }) => (
        <SelectField
          key={id}
          label={wantedLabel(judgements.length, name, place.kind)}
          placeholder="Not said"
          value={answers.find(({ judgement }) => judgement === id)?.answer ?? null}
          options={choices.map(({ value, text }) => ({
            value,
            text: isScale && text !== value ? `${value} ${text}` : text,
          }))}
          onChange={(answer) => {
            const others = answers.filter(({ judgement }) => judgement !== id);
            onChange(answer === null ? others : [...others, { judgement: id, answer }]);
          }}
        />
      ))}
    </div>
  );
}

function wantedLabel(count: number, name: string, kind: Judgement['place']['kind']): string {
  if (kind === 'score') return `Their score for ${name}`;
  return count > 1 ? `${name} they would give` : 'They would answer';
}
