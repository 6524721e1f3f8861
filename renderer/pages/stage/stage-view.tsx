import { useEffect } from 'react';
import { useSaid } from '#renderer/base/use-said.ts';
import { say } from '#renderer/base/voice.ts';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDocument } from '#renderer/review/use-document.ts';
import { answerText, type StageThing } from '#shared/stage/judgement.ts';
import { whatFollows } from '#shared/stage/what-follows.ts';
import { StageFollows } from './stage-follows.tsx';
import { StageJudgement } from './stage-judgement.tsx';
import './stage.css';

export interface StageViewProps {
  readonly editor: ReviewEditor;
  readonly things: readonly StageThing[];
  readonly thing: StageThing;
  /** Which of its answers the keys are for. */
  readonly current: number;
  readonly isReadOnly: boolean;
  /** Whether it is only seen: another window says what there is to hear. */
  readonly isSilent?: boolean;
  /** How often the list of what follows was turned to its next page. */
  readonly turns: number;
  /** Turns it; undefined where another window does. */
  readonly onTurn?: () => void;
  readonly onAnswer: (judgement: number, value: string | null) => void;
}

/** A thing on the stage: what is asked, the answers, and what follows from them. */
export function StageView(props: StageViewProps) {
  const { editor, things, thing, current, isReadOnly, isSilent = false, turns, onTurn, onAnswer } = props;
  const review = useDocument(editor, (document) => document);
  const follows = whatFollows(review, editor.template, thing);
  const siblings = things.filter(({ section, kind }) => section === thing.section && kind === thing.kind);
  const section = editor.template.sections.find(({ kind }) => kind === thing.section)?.title ?? '';
  const place = siblings.length > 1 ? `${section} · ${siblings.indexOf(thing) + 1} of ${siblings.length}` : section;
  const isNamedBySection = thing.name === section;
  const asked = isSilent ? '' : `${place}. ${isNamedBySection ? '' : `${thing.name}. `}${thing.text}`;
  // Also on arrival: what has the focus then is the stage, whose name says nothing of what is on it.
  useEffect(() => say(asked), [asked]);
  useSaid(isSilent ? '' : answersWords(thing), 0);

  return (
    <>
      <div className="stage-page__thing">
        {(!isNamedBySection || siblings.length > 1) && <p className="stage-page__place">{place}</p>}
        <h1 className="stage-page__name">{thing.name}</h1>
        {thing.text !== '' && <p className={`stage-page__text ${textLength(thing)}`}>{thing.text}</p>}
        {thing.judgements.map((judgement, index) => (
          <StageJudgement
            key={judgement.id}
            judgement={judgement}
            isNameHidden={thing.judgements.length === 1}
            isCurrent={index === current && thing.judgements.length > 1}
            isOneOfMany={thing.judgements.length > 2}
            isReadOnly={isReadOnly}
            onChange={(value) => onAnswer(index, value)}
          />
        ))}
      </div>
      {follows && <StageFollows follows={follows} isSilent={isSilent} turns={turns} onTurn={onTurn} />}
    </>
  );
}

/** How much of a long text is shown above several answers; the facilitator's page has all of it. */
function textLength({ judgements }: StageThing): string {
  if (judgements.length < 2) return '';
  return judgements.length > 2 ? 'stage-page__text--short stage-page__text--shorter' : 'stage-page__text--short';
}

/** The answers given, as they are heard when one changes. */
function answersWords({ judgements }: StageThing): string {
  return judgements
    .filter(({ value }) => value !== null)
    .map((judgement) => `${judgement.name}: ${answerText(judgement)}.`)
    .join(' ');
}
