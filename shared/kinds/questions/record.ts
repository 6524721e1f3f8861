import { formatDate } from '#shared/base/dates.ts';
import { statusCell } from '#shared/kinds/risks/record-risk-detail.ts';
import { explained, heading, ifWritten } from '#shared/record/blocks.ts';
import { leftOver } from '#shared/record/left-over.ts';
import type { RecordBlock, Tone } from '#shared/record/model.ts';
import type { RecordSource } from '#shared/record/source.ts';
import { partOf } from '#shared/review/part-of.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { type Improvement, type QuestionAnswer, questionAnswer } from './answers.ts';
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
  const { answers, actions } = partOf(review, 'questions');
  return [
    ...questionSummaries(review, template).flatMap(({ group, text }) => [
      heading(1, group.name),
      ...explained(template, [], group.help, text),
      ...group.questions.flatMap((question) => questionBlocks(source, question, questionAnswer(review, question.id))),
    ]),
    ...actionBlocks(actions, known),
    ...leftOver(answers, new Set(known.map((question) => question.id))),
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

function actionBlocks(actions: readonly Improvement[], questions: readonly ChoiceQuestion[]): readonly RecordBlock[] {
  if (actions.length === 0) return [];
  const nameOf = (id: string) => questions.find((question) => question.id === id)?.name ?? id;
  return [
    heading(1, 'What is done to improve'),
    {
      kind: 'table',
      columns: [
        { title: 'Question', weight: 3 },
        { title: 'Action', weight: 4 },
        { title: 'Owner', weight: 2 },
        { title: 'Due', weight: 1.6 },
        { title: 'Status', weight: 1.7 },
      ],
      rows: actions.map((action) => [
        { text: nameOf(action.question) },
        { text: action.text },
        { text: action.owner },
        { text: formatDate(action.due) },
        statusCell(action.status),
      ]),
    },
  ];
}
