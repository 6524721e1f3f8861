import { About } from '#renderer/components/about.tsx';
import { Card } from '#renderer/components/card.tsx';
import { type Choice, ChoiceGroup } from '#renderer/components/choice-group.tsx';
import { Help } from '#renderer/components/help.tsx';
import { Note } from '#renderer/components/note.tsx';
import { NotKnownFields } from '#renderer/pages/sections/parts/not-known-fields.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDocument } from '#renderer/review/use-document.ts';
import { UNASSIGNED } from '#shared/kinds/not-known.ts';
import type { Answer } from '#shared/kinds/rule/answers.ts';
import { ANSWER_WORDS } from '#shared/kinds/rule/words.ts';
import { type StrategyAnswer, strategyAnswer } from '#shared/kinds/strategy/answers.ts';
import { editStrategyAnswer } from '#shared/kinds/strategy/edit.ts';
import type { StrategyQuestion } from '#shared/kinds/strategy/strategy.ts';
import { anchor } from '#shared/review/anchor.ts';
import './strategy-page.css';

const CHOICES: readonly Choice<Answer>[] = [
  { value: 'yes', text: ANSWER_WORDS.yes, key: 'y' },
  { value: 'no', text: ANSWER_WORDS.no, key: 'n' },
  { value: 'unsure', text: ANSWER_WORDS.unsure, key: 'u', tone: 'open' },
];

/** The questions about the component that tell the strategies apart. */
export function StrategyQuestions({
  editor,
  questions,
}: {
  readonly editor: ReviewEditor;
  readonly questions: readonly StrategyQuestion[];
}) {
  const answers = useDocument(editor, ({ strategy }) => strategy.answers);
  const answered = questions.filter(({ id }) => (answers?.[id]?.answer ?? null) !== null).length;
  return (
    <Card
      title="About this component"
      aside={
        <span className="soft small">
          {answered} of {questions.length} answered
        </span>
      }
    >
      <ul className="strategy-questions">
        {questions.map((question) => (
          <li key={question.id}>
            <QuestionRow editor={editor} question={question} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function QuestionRow({ editor, question }: { readonly editor: ReviewEditor; readonly question: StrategyQuestion }) {
  const id = anchor('strategy', question.id);
  const { answer, note, notKnown = UNASSIGNED } = useDocument(editor, (review) => strategyAnswer(review, question.id));
  const edit = (change: Partial<StrategyAnswer>, key?: string) =>
    editor.update((review) => editStrategyAnswer(review, question.id, change), key);
  return (
    <div className="strategy-question" id={id}>
      <div className="strategy-question__words">
        <p className="strategy-question__name">{question.name}</p>
        <p>{question.question}</p>
      </div>
      <div className="strategy-question__answer">
        <ChoiceGroup
          label={`${question.name}: ${question.question}`}
          isLabelHidden
          value={answer}
          choices={CHOICES}
          onChange={(chosen) => edit({ answer: chosen })}
        />
      </div>
      {answer === 'unsure' && (
        <div className="strategy-question__unknown">
          <About subject={question.name}>
            <NotKnownFields
              editor={editor}
              value={notKnown}
              onChange={(changed, key) => edit({ notKnown: changed }, key && `${id}.not-known.${key}`)}
            />
          </About>
        </div>
      )}
      <div className="strategy-question__more">
        <Help
          summary="What this means"
          about={question.name}
          texts={[question.help]}
          sources={question.sources}
          template={editor.template}
          openLink={editor.openLink}
        />
        {(answer !== null || note !== '') && (
          <Note
            label={`How you know: ${question.name}`}
            addText="Say how you know"
            placeholder="How you know"
            value={note}
            onChange={(text) => edit({ note: text }, `${id}.note`)}
          />
        )}
      </div>
    </div>
  );
}
