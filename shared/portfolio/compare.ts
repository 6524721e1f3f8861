import { formatDate } from '#shared/base/dates.ts';
import { chosenDecision, ruleResult } from '#shared/kinds/decision/decision.ts';
import { optionRanking } from '#shared/kinds/options/options.ts';
import {
  exposureLevel,
  inherentExposure,
  type ReviewRisk,
  residualExposure,
  risksOf,
} from '#shared/kinds/risks/risks.ts';
import { EXPOSURE_WORDS } from '#shared/kinds/risks/words.ts';
import { ANSWER_WORDS } from '#shared/kinds/rule/words.ts';
import { workItems } from '#shared/record/work-items.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { sectionOf, type Template } from '#shared/template/template.ts';

/** A review with the template it was made from. */
export interface ComparedReview {
  readonly review: ReviewDocument;
  readonly template: Template;
}

/** The same thing in two reviews; empty where one has nothing of it. */
export interface ComparedRow {
  readonly label: string;
  readonly left: string;
  readonly right: string;
}

export interface ComparedGroup {
  readonly title: string;
  readonly rows: readonly ComparedRow[];
}

/** What is to be told apart, by a key that two reviews share where they say the same thing. */
type Lines = ReadonlyMap<string, { readonly label: string; readonly text: string }>;

/** What decides two reviews, beside each other: subject, decision, outcome and answers, options, risks by number, work. */
export function compareReviews(left: ComparedReview, right: ComparedReview): readonly ComparedGroup[] {
  return GROUPS.map(([title, linesOf]) => ({ title, rows: joined(linesOf(left), linesOf(right)) })).filter(
    ({ rows }) => rows.length > 0,
  );
}

/** Whether two reviews say the same. */
export function isSame({ left, right }: ComparedRow): boolean {
  return left === right;
}

const GROUPS: readonly (readonly [string, (of: ComparedReview) => Lines])[] = [
  ['Subject', subjectLines],
  ['Decision', decisionLines],
  ['Three questions', answerLines],
  ['Options', optionLines],
  ['Risks', riskLines],
  ['To be done', workLines],
];

function joined(left: Lines, right: Lines): readonly ComparedRow[] {
  return [...new Set([...left.keys(), ...right.keys()])].map((key) => ({
    label: (left.get(key) ?? right.get(key))?.label ?? '',
    left: left.get(key)?.text ?? '',
    right: right.get(key)?.text ?? '',
  }));
}

function lines(entries: readonly (readonly [string, string, string])[]): Lines {
  return new Map(entries.flatMap(([key, label, text]) => (text === '' ? [] : [[key, { label, text }]])));
}

function subjectLines({ review, template }: ComparedReview): Lines {
  return lines([
    ['component', 'Component', review.component],
    ['candidate', 'Candidate', review.candidate],
    ['current', 'Built with today', review.current],
    ['template', 'Template', `${template.title} ${template.version}`],
  ]);
}

function decisionLines({ review, template }: ComparedReview): Lines {
  const { statement, stage, reviewOn, conditions } = review.decision;
  const choice = chosenDecision(review, template);
  const stages = sectionOf(template, 'path')?.stages ?? [];
  const stageName = choice?.needsStage ? (stages.find(({ id }) => id === stage)?.name ?? '') : '';
  return lines([
    ['choice', 'Decision', choice?.name ?? ''],
    ['stage', 'Stage', stageName],
    ['statement', 'Statement', statement],
    [
      'conditions',
      'Conditions',
      conditions
        .map(({ text }) => text)
        .filter(Boolean)
        .join('\n'),
    ],
    ['review-on', 'Looked at again', formatDate(reviewOn)],
  ]);
}

function answerLines({ review, template }: ComparedReview): Lines {
  const rule = sectionOf(template, 'rule');
  const result = ruleResult(review, template);
  const outcome = result?.settled?.name ?? result?.possible.map(({ name }) => name).join(' or ') ?? '';
  return lines([
    ['outcome', 'Outcome', outcome],
    ...(rule?.questions ?? []).map(({ id, name }): readonly [string, string, string] => {
      const answer = review.rule.answers[id]?.answer ?? null;
      return [`answer/${id}`, name, answer === null ? '' : ANSWER_WORDS[answer]];
    }),
  ]);
}

function optionLines({ review, template }: ComparedReview): Lines {
  return lines(
    (optionRanking(review, template)?.options ?? []).map(({ candidate, mean }) => [
      candidate.name,
      candidate.name,
      mean === null ? 'Not scored' : String(Number(mean.toFixed(2))),
    ]),
  );
}

function riskLines({ review, template }: ComparedReview): Lines {
  // Numbers are those of the template: the same risk has the same one in both where they were made from one.
  return lines(risksOf(review, template).map((risk) => [risk.id, `${risk.number} ${risk.name}`, exposureText(risk)]));
}

function exposureText({ assessment }: ReviewRisk): string {
  if (assessment.applicable === false) return 'Does not apply';
  const [before, after] = [inherentExposure(assessment), residualExposure(assessment)];
  if (before === null) return '';
  const word = (value: number) => EXPOSURE_WORDS[exposureLevel(value)];
  return after === null ? word(before) : `${word(before)}, then ${word(after).toLowerCase()}`;
}

const COMPARED_WORK: ReadonlySet<string> = new Set(['Stage', 'Action', 'Improvement', 'Condition', 'To do']);

function workLines({ review, template }: ComparedReview): Lines {
  return lines(
    workItems(review, template)
      .filter(({ kind, title }) => COMPARED_WORK.has(kind) && title !== '')
      .map(({ kind, title, status, owner, due }) => [
        `${kind}/${title}`,
        title,
        [status, owner, formatDate(due)].filter(Boolean).join(', '),
      ]),
  );
}
