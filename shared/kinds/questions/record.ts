import { isBlank } from '#shared/base/limits.ts';
import { empty, explained, heading, ifWritten } from '#shared/record/blocks.ts';
import { leftOver } from '#shared/record/left-over.ts';
import type { RecordBlock, Tone } from '#shared/record/model.ts';
import type { RecordSource } from '#shared/record/source.ts';
import { partOf } from '#shared/review/part-of.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { type QuestionAnswer, questionAnswer } from './answers.ts';
import {
  type ChoiceQuestion,
  improvements,
  type QuestionChoice,
  type QuestionStanding,
  questionStanding,
  questionSummaries,
} from './questions.ts';
import { QUESTION_STANDING_WORDS } from './words.ts';

const TONES = {
  none: 'low',
  medium: 'moderate',
  high: 'high',
  unrated: 'neutral',
  unanswered: 'neutral',
  'not-applicable': 'neutral',
} as const satisfies Record<QuestionStanding, Tone>;

export function questionsBlocks(source: RecordSource, section: SectionOf<'questions'>): readonly RecordBlock[] {
  const { review, template } = source;
  const known = section.groups.flatMap((group) => group.questions);
  const { answers } = partOf(review, 'questions');
  return [
    ...questionSummaries(review, template).flatMap(({ group, text }) => [
      heading(1, group.name),
      ...explained(template, [], group.help, text),
      ...groupBlocks(source, group.questions),
    ]),
    ...leftOver(answers, new Set(known.map((question) => question.id))),
  ];
}

/** The questions that somebody answered or wrote about, then the names of the others. */
function groupBlocks(source: RecordSource, questions: readonly ChoiceQuestion[]): readonly RecordBlock[] {
  const entries = questions.map((question) => ({ question, answer: questionAnswer(source.review, question.id) }));
  const isOpen = ({ question, answer }: (typeof entries)[number]) =>
    questionStanding(question, answer) === 'unanswered' && isBlank(answer.reason);
  const others = entries.filter(isOpen).map(({ question }) => question.name);
  return [
    ...entries
      .filter((entry) => !isOpen(entry))
      .flatMap(({ question, answer }) => questionBlocks(source, question, answer)),
    ...(others.length === 0 ? [] : [empty(`Not answered: ${others.join('; ')}`)]),
  ];
}

function questionBlocks(
  { template }: RecordSource,
  question: ChoiceQuestion,
  answer: QuestionAnswer,
): readonly RecordBlock[] {
  const standing = questionStanding(question, answer);
  const better = improvements(question, answer);
  return [
    heading(2, question.name, { text: QUESTION_STANDING_WORDS[standing], tone: TONES[standing] }),
    ...explained(template, question.sources),
    {
      kind: 'checks',
      items: question.choices.map((choice) => ({
        met: answer.choices.includes(choice.id),
        text: choice.name,
        note: '',
      })),
    },
    ...ifWritten(answer.reason),
    ...(better.length === 0
      ? []
      : [
          {
            kind: 'links',
            items: better.flatMap((choice) =>
              improvementLinks(choice).map(({ text, url }) => ({
                text: `To improve: ${choice.name}`,
                url,
                note: text,
              })),
            ),
          } as const,
        ]),
  ];
}

/** Everything that a choice says about improving, its main entry first. */
function improvementLinks({ improvement, more }: QuestionChoice) {
  const further = more.flatMap(({ kind, links }) => (kind === 'improvement' ? links : []));
  return improvement ? [improvement, ...further] : further;
}
