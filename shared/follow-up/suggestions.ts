import { isBlank } from '#shared/base/limits.ts';
import { chosenDecision } from '#shared/kinds/decision/decision.ts';
import { quantity, trackedMeasures } from '#shared/kinds/evidence/measures.ts';
import { stagePlan } from '#shared/kinds/path/answers.ts';
import { inherentExposure, risksOf, UNNAMED_RISK } from '#shared/kinds/risks/risks.ts';
import { trackedConditions } from '#shared/kinds/sign-off/conditions.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { causesOf } from '#shared/rounds/premortem.ts';
import { PREMORTEM } from '#shared/rounds/rounds.ts';
import { sectionOf, type Template } from '#shared/template/template.ts';
import type { Statement, Tripwire } from './answers.ts';

/** Statements that follow from measures with a target, and from stages with a date, without those that stand already. */
export function statementSuggestions(review: ReviewDocument, template: Template): readonly Omit<Statement, 'id'>[] {
  const measures = trackedMeasures(review, template).flatMap(({ name, unit, entry }) =>
    entry.target === null ? [] : [{ text: `${name} reaches ${quantity(entry.target, unit)}`, on: null }],
  );
  const stages = (sectionOf(template, 'path')?.stages ?? []).flatMap(({ id, name }) => {
    const { targetDate } = stagePlan(review, id);
    return targetDate === null ? [] : [{ text: `The stage “${name}” is done`, on: targetDate }];
  });
  const there = new Set(review.predictions?.statements.map(({ text }) => text));
  return [...measures, ...stages].filter(({ text }) => !there.has(text));
}

/** A sign that the review itself offers. */
export type SuggestedSign = Pick<Tripwire, 'sign' | 'threshold' | 'owner' | 'due'>;

/**
 * Signs that follow from the review, without those that stand already: conditions, what a premortem feared, and risks that
 * apply, the highest first. A decision to stay begins with what spoke for staying.
 */
export function tripwireSuggestions(review: ReviewDocument, template: Template): readonly SuggestedSign[] {
  const conditions = trackedConditions(review).map(({ text, owner, due }) => ({
    sign: `Does not hold: ${text}`,
    threshold: '',
    owner,
    due,
  }));
  const feared = causesOf((review.rounds ?? []).filter(({ subject }) => subject === PREMORTEM)).map(({ text }) =>
    cameTrue(text),
  );
  const risks = risksOf(review, template)
    .filter(({ name, assessment }) => assessment.applicable === true && name !== UNNAMED_RISK)
    .toSorted((left, right) => exposure(right) - exposure(left))
    .map(({ name }) => cameTrue(name));
  const there = new Set(review.tripwires?.map(({ sign }) => sign));
  const offered = [
    ...(isStaying(review, template) ? signsAgainstStaying(review, template) : []),
    ...conditions,
    ...feared,
    ...risks,
  ];
  const once = new Map(offered.map((entry) => [entry.sign, entry]));
  return [...once.values()].filter(({ sign }) => !isBlank(sign) && !there.has(sign)).slice(0, 30);
}

/** The sign that something feared has come true: a risk, or a cause of the failure that a premortem imagines. */
export function cameTrue(feared: string): SuggestedSign {
  return signOf(`Has come true: ${feared}`);
}

/** Whether the decision is to stay without the candidate. */
export function isStaying(review: ReviewDocument, template: Template): boolean {
  return chosenDecision(review, template)?.lean === 'against';
}

/** What would take the ground from a decision to stay: a question answered otherwise, a figure that gets worse. */
function signsAgainstStaying(review: ReviewDocument, template: Template): readonly SuggestedSign[] {
  const questions = (sectionOf(template, 'rule')?.questions ?? [])
    .filter(({ id }) => review.rule.answers[id]?.answer !== 'yes')
    .map(({ name }) => signOf(`Would be answered with yes now: ${name}`));
  const figures = trackedMeasures(review, template).flatMap(({ name, unit, entry }) => {
    const today = entry.measured ?? entry.baseline;
    return today === null
      ? []
      : [{ ...signOf(`Is worse than at the decision: ${name}`), threshold: quantity(today, unit) }];
  });
  return [...questions, ...figures];
}

function signOf(sign: string): SuggestedSign {
  return { sign, threshold: '', owner: '', due: null };
}

function exposure({ assessment }: ReturnType<typeof risksOf>[number]): number {
  return inherentExposure(assessment) ?? 0;
}
