import { isBlank } from '#shared/base/limits.ts';
import { quantity, trackedMeasures } from '#shared/kinds/evidence/measures.ts';
import { stagePlan } from '#shared/kinds/path/answers.ts';
import { inherentExposure, risksOf } from '#shared/kinds/risks/risks.ts';
import { trackedConditions } from '#shared/kinds/sign-off/conditions.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
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

/** Signs that follow from conditions and from risks that apply, the highest first, without those that stand already. */
export function tripwireSuggestions(
  review: ReviewDocument,
  template: Template,
): readonly Pick<Tripwire, 'sign' | 'owner' | 'due'>[] {
  const conditions = trackedConditions(review).map(({ text, owner, due }) => ({
    sign: `Does not hold: ${text}`,
    owner,
    due,
  }));
  const risks = risksOf(review, template)
    .filter(({ assessment }) => assessment.applicable === true)
    .toSorted((left, right) => exposure(right) - exposure(left))
    .map(({ name }) => ({ sign: `Has come true: ${name}`, owner: '', due: null }));
  const there = new Set(review.tripwires?.map(({ sign }) => sign));
  return [...conditions, ...risks].filter(({ sign }) => !isBlank(sign) && !there.has(sign)).slice(0, 30);
}

function exposure({ assessment }: ReturnType<typeof risksOf>[number]): number {
  return inherentExposure(assessment) ?? 0;
}
