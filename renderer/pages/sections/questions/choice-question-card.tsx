import { useSaid } from '#renderer/base/use-said.ts';
import { AboutWords } from '#renderer/components/about.tsx';
import { Badge } from '#renderer/components/badge.tsx';
import { Card } from '#renderer/components/card.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { Help } from '#renderer/components/help.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import type { Tone } from '#renderer/components/tone.ts';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDocument } from '#renderer/review/use-document.ts';
import { isBlank } from '#shared/base/limits.ts';
import { type QuestionAnswer, questionAnswer } from '#shared/kinds/questions/answers.ts';
import { editQuestion, setNoneOfThese } from '#shared/kinds/questions/edit.ts';
import { type ChoiceQuestion, type QuestionStanding, questionStanding } from '#shared/kinds/questions/questions.ts';
import { QUESTION_STANDING_WORDS } from '#shared/kinds/questions/words.ts';
import { anchor } from '#shared/review/anchor.ts';
import { ChoiceLine } from './choice-line.tsx';
import { Improvements } from './improvements.tsx';
import { ResourceLink } from './resource-link.tsx';
import '#renderer/components/field.css';
import './questions-page.css';

const TONES: Readonly<Record<QuestionStanding, Tone>> = {
  none: 'low',
  medium: 'moderate',
  high: 'high',
  unrated: 'open',
  unanswered: 'neutral',
  'not-applicable': 'neutral',
};

export interface ChoiceQuestionCardProps {
  readonly editor: ReviewEditor;
  readonly question: ChoiceQuestion;
  /** Where the question stands in its group, such as “1 of 3”. */
  readonly place: string;
}

/** A multiple-choice question with the risk that its answer leaves. */
export function ChoiceQuestionCard({ editor, question, place }: ChoiceQuestionCardProps) {
  const id = anchor('questions', question.id);
  const answer = useDocument(editor, (review) => questionAnswer(review, question.id));
  const { notApplicable, reason, answered, choices } = answer;
  const standing = questionStanding(question, answer);
  useSaid(`${QUESTION_STANDING_WORDS[standing]}.`);
  const hasOwnNone = question.choices.some((choice) => choice.none);
  const edit = (change: Partial<QuestionAnswer>, key?: string) =>
    editor.update((document) => editQuestion(document, question.id, change), key);

  return (
    <Card
      id={id}
      level={4}
      title={question.name}
      about={question.name}
      aside={
        <span className="choice-question__standing">
          <span className="small soft">{place}</span>
          <Badge tone={TONES[standing]}>{QUESTION_STANDING_WORDS[standing]}</Badge>
        </span>
      }
    >
      {question.help !== '' && <p className="choice-question__help preserve-lines">{question.help}</p>}
      {question.resource && <ResourceLink link={question.resource} openLink={editor.openLink} />}
      <Help
        summary="Sources"
        texts={[]}
        sources={question.sources}
        template={editor.template}
        openLink={editor.openLink}
      />
      <fieldset className="choices" disabled={notApplicable}>
        <legend className="field__label">
          What holds? Tick all that apply.
          <AboutWords />
        </legend>
        <ul>
          {question.choices.map((choice) => (
            <ChoiceLine
              key={choice.id}
              editor={editor}
              question={question}
              choice={choice}
              isTaken={choices.includes(choice.id)}
              isDisabled={notApplicable}
            />
          ))}
          {!hasOwnNone && (
            <li className="choices__line">
              <Checkbox
                isOneOfMany
                isSelected={answered && choices.length === 0}
                isDisabled={notApplicable}
                onChange={(isNone) => editor.update((document) => setNoneOfThese(document, question.id, isNone))}
              >
                <span className="soft">None of these</span>
              </Checkbox>
            </li>
          )}
        </ul>
      </fieldset>
      <div className="choice-question__outside">
        <Checkbox isOneOfMany isSelected={notApplicable} onChange={(isOutside) => edit({ notApplicable: isOutside })}>
          Does not apply to this component
        </Checkbox>
        <TextArea
          label={notApplicable ? 'Why it does not apply' : 'What else to say'}
          rows={1}
          isRequired={notApplicable && isBlank(reason)}
          value={reason}
          onChange={(text) => edit({ reason: text }, `${id}.reason`)}
        />
      </div>
      <Improvements editor={editor} question={question} answer={answer} />
    </Card>
  );
}
