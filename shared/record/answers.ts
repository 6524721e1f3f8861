import { isBlank } from '#shared/base/fields.ts';
import { promised } from '#shared/kinds/commitments/record.ts';
import { stateTone } from '#shared/kinds/path/record.ts';
import { isAnswered } from '#shared/kinds/questions/questions.ts';
import { answerBadge } from '#shared/kinds/rule/record.ts';
import {
  commitmentState,
  partOf,
  questionAnswer,
  type ReviewDocument,
  ruleAnswer,
  signalOf,
  stagePlan,
  strategyAnswer,
} from '#shared/review/review.ts';
import { STAGE_STATE_WORDS } from '#shared/review/words.ts';
import type { SectionOf, TemplateSection } from '#shared/template/template.ts';
import { clip, empty, heading } from './blocks.ts';
import type { RecordBlock, RecordCell } from './model.ts';
import type { RecordSource } from './source.ts';

/** Longest question and reason of the register, in UTF-16 code units; the sections print them whole. */
const LONGEST = 200;

interface Given {
  readonly question: string;
  readonly answer: RecordCell;
  readonly reason: string;
}

/** Every answer with its reason, section by section, for those who look for one. */
export function answersBlocks({ review, template }: RecordSource): readonly RecordBlock[] {
  const found = template.sections.flatMap((section): readonly RecordBlock[] => {
    const given = answersOf(review, section);
    return given.length === 0 ? [] : [heading(1, section.title), answerTable(given)];
  });
  if (found.length === 0) return [empty('Nothing has been answered. What was asked is among the open points.')];
  const note = 'Long reasons are cut here; the sections print them whole. What has no answer is among the open points.';
  return [{ kind: 'paragraph', voice: 'team', text: note }, ...found];
}

function answerTable(given: readonly Given[]): RecordBlock {
  return {
    kind: 'table',
    columns: [
      { title: 'Question', weight: 4 },
      { title: 'Answer', weight: 2.2 },
      { title: 'Reason', weight: 5 },
    ],
    rows: given.map(({ question, answer, reason }) => [
      { text: clip(question, LONGEST) },
      answer,
      { text: clip(reason, LONGEST) },
    ]),
  };
}

/** What was answered in a section; scores, ratings and figures stand in tables of their own there. */
function answersOf(review: ReviewDocument, section: TemplateSection): readonly Given[] {
  switch (section.kind) {
    case 'screening':
      return screeningAnswers(review, section);
    case 'rule':
      return section.questions.flatMap(({ id, name }) => {
        const { answer, rationale } = ruleAnswer(review, id);
        return answer === null ? [] : [{ question: name, answer: answerBadge(answer), reason: rationale }];
      });
    case 'questions':
      return section.groups.flatMap((group) => group.questions).flatMap((question) => choiceAnswer(review, question));
    case 'path':
      return section.stages.flatMap((stage) => {
        const plan = stagePlan(review, stage.id);
        const answer = { text: STAGE_STATE_WORDS[plan.state], tone: stateTone(plan) };
        const reason = plan.state === 'skipped' ? plan.skipReason : plan.workItem;
        return plan.state === 'open' ? [] : [{ question: stage.name, answer, reason }];
      });
    case 'strategy':
      return strategyAnswers(review, section);
    case 'commitments':
      return section.commitments.flatMap(({ id, name }) => {
        const state = commitmentState(review, id);
        return state.made === null ? [] : [{ question: name, answer: promised(state), reason: state.note }];
      });
    default:
      return [];
  }
}

function screeningAnswers(review: ReviewDocument, section: SectionOf<'screening'>): readonly Given[] {
  const { motivation, motivationNote } = partOf(review, 'screening');
  const chosen = section.motivations.find(({ id }) => id === motivation);
  const signals = (list: typeof section.fit, answer: RecordCell) =>
    list.flatMap(({ id, name }) => {
      const { present, note } = signalOf(review, id);
      return present ? [{ question: name, answer, reason: note }] : [];
    });
  return [
    ...signals(section.fit, { text: 'Speaks for it', tone: 'for' }),
    ...signals(section.misfit, { text: 'Speaks against', tone: 'against' }),
    ...(chosen ? [{ question: 'Why the team wants it', answer: { text: chosen.name }, reason: motivationNote }] : []),
  ];
}

function choiceAnswer(
  review: ReviewDocument,
  question: SectionOf<'questions'>['groups'][number]['questions'][number],
): readonly Given[] {
  const answer = questionAnswer(review, question.id);
  if (!isAnswered(answer)) return [];
  const taken = question.choices.filter(({ id }) => answer.choices.includes(id)).map(({ name }) => name);
  const text = answer.notApplicable ? 'Does not apply' : taken.length === 0 ? 'None of the choices' : taken.join('; ');
  return [{ question: question.name, answer: { text }, reason: answer.reason }];
}

function strategyAnswers(review: ReviewDocument, section: SectionOf<'strategy'>): readonly Given[] {
  const chosen = section.strategies.find(({ id }) => id === review.strategy.chosen);
  const answers = section.questions.flatMap(({ id, question }) => {
    const { answer, note } = strategyAnswer(review, id);
    return answer === null ? [] : [{ question, answer: answerBadge(answer), reason: note }];
  });
  const reason = isBlank(review.strategy.reason) ? '' : review.strategy.reason;
  return chosen ? [...answers, { question: 'Strategy', answer: { text: chosen.name }, reason }] : answers;
}
