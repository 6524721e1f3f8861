import { type FormEvent, useState } from 'react';
import { settleText } from '#renderer/base/pending-text.ts';
import { Button } from '#renderer/components/button.tsx';
import { ChoiceGroup } from '#renderer/components/choice-group.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import type { Input } from '#shared/contract/contract.ts';
import { CONFIDENCE_WORDS } from '#shared/rounds/words.ts';
import type { StageThing } from '#shared/stage/judgement.ts';
import './stage.css';
import './vote.css';

type NewBallot = Input<'round.vote'>['ballot'];

export interface BallotFormProps {
  readonly voter: string;
  /** What is voted on; null in a premortem, which asks for reasons only. */
  readonly thing: StageThing | null;
  /** Whose reason of the round before may have moved the voter; empty in a first round. */
  readonly others: readonly string[];
  readonly isBusy: boolean;
  readonly onSeal: (ballot: NewBallot) => void;
  readonly onBack: () => void;
}

/** The ballot of one person. What is in it is kept nowhere else until it lies sealed. */
export function BallotForm({ voter, thing, others, isBusy, onSeal, onBack }: BallotFormProps) {
  const [isThemselves, setThemselves] = useState(false);
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const [confidence, setConfidence] = useState<NewBallot['confidence']>(null);
  const [reason, setReason] = useState('');
  const [moved, setMoved] = useState('');
  const judgements = thing?.judgements ?? [];
  const isReady = thing ? judgements.every(({ id }) => answers[id] !== undefined) : reason.trim() !== '';

  if (!isThemselves) {
    return (
      <div className="vote__form stack">
        <h2 className="stage-page__name">Are you {voter}?</h2>
        <p>Nobody else should look. Your vote is sealed until all votes are revealed.</p>
        <div className="vote__keyboard row">
          <Button kind="primary" autoFocus onPress={() => setThemselves(true)}>
            I am {voter}
          </Button>
          <Button onPress={onBack}>Back</Button>
        </div>
      </div>
    );
  }
  const seal = (event: FormEvent) => {
    event.preventDefault();
    settleText();
    if (!isReady || isBusy) return;
    const given = judgements.map(({ id }) => ({ judgement: id, answer: answers[id] ?? '' }));
    onSeal({ voter, answers: given, confidence, reason, moved });
  };
  return (
    <form className="vote__form vote__keyboard stack" onSubmit={seal}>
      <h2 className="vote__voter">{voter}</h2>
      {judgements.map((judgement) => (
        <ChoiceGroup
          key={judgement.id}
          label={judgement.name}
          size="large"
          isRequired
          value={answers[judgement.id] ?? null}
          choices={judgement.choices.map(({ value, text, key, tone }) => ({
            value,
            text: judgement.isScale && text !== value ? `${value} ${text}` : text,
            ...(key !== null && { key }),
            ...(tone && { tone }),
          }))}
          onChange={(value) => {
            const { [judgement.id]: _, ...rest } = answers;
            setAnswers(value === null ? rest : { ...rest, [judgement.id]: value });
          }}
        />
      ))}
      {thing && (
        <ChoiceGroup
          label="How sure are you"
          value={confidence}
          choices={(['low', 'medium', 'high'] as const).map((value) => ({ value, text: CONFIDENCE_WORDS[value] }))}
          onChange={setConfidence}
        />
      )}
      <TextArea
        label={thing ? 'Why' : 'It is the review date, and it failed. Why? One cause a line'}
        rows={thing ? 2 : 6}
        value={reason}
        onChange={setReason}
      />
      {others.length > 0 && (
        <SelectField
          label="Whose reason moved you"
          placeholder="Nobody’s"
          value={moved === '' ? null : moved}
          options={others.map((name) => ({ value: name, text: name }))}
          onChange={(name) => setMoved(name ?? '')}
        />
      )}
      <div className="row">
        <Button kind="primary" type="submit" isDisabled={!isReady || isBusy}>
          Seal my vote
        </Button>
        <Button onPress={onBack} isDisabled={isBusy}>
          Back
        </Button>
      </div>
    </form>
  );
}
