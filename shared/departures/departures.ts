import { isBlank } from '#shared/base/limits.ts';
import { oncePerReview } from '#shared/review/once-per-review.ts';
import { partMemo } from '#shared/review/part-memo.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { Template } from '#shared/template/template.ts';
import { dateDepartures } from './date-departures.ts';
import { type Departure, type Reviewed, reviewed } from './departure.ts';
import { evidenceDepartures } from './evidence-departures.ts';
import { optionDepartures } from './option-departures.ts';
import { pathDepartures } from './path-departures.ts';
import { riskDepartures } from './risk-departures.ts';
import { isRuleSilent, ruleDepartures } from './rule-departures.ts';
import { screeningDepartures } from './screening-departures.ts';
import { strategyDepartures } from './strategy-departures.ts';

/** A departure with its number in the list, from 1. */
export interface NumberedDeparture extends Departure {
  readonly number: number;
}

const FAMILIES: readonly ((source: Reviewed) => readonly Departure[])[] = [
  ruleDepartures,
  screeningDepartures,
  optionDepartures,
  strategyDepartures,
  pathDepartures,
  dateDepartures,
  evidenceDepartures,
  riskDepartures,
];

/** What each family finds, looked for again only when a part of the review that it rests on changed. */
const FOUND = FAMILIES.map((family) =>
  partMemo((review: ReviewDocument, template: Template) => family(reviewed(review, template))),
);

/**
 * Everything in which the decision or the plan departs from what the review itself says, numbered.
 * Pure, so that screens, record and command line show one list. Each family looks only at the
 * sections that the template has. Several parts of a page ask for it after every edit, so it is kept.
 */
export const departures = oncePerReview(
  partMemo((review: ReviewDocument, template: Template): readonly NumberedDeparture[] =>
    FOUND.flatMap((found) => found(review, template)).map((departure, index) => ({ ...departure, number: index + 1 })),
  ),
);

/** Whether a departure still owes its reason. */
export function owesReason({ reason }: Pick<Departure, 'reason'>): boolean {
  return isBlank(reason);
}

/** Whether the decision goes one way while the rule leans neither, which asks for a reason whichever way it is. */
export function goesBeyondRule(review: ReviewDocument, template: Template): boolean {
  return isRuleSilent(reviewed(review, template));
}

/** Whether that reason is still missing. */
export function owesReasonForSilence(review: ReviewDocument, template: Template): boolean {
  return goesBeyondRule(review, template) && isBlank(review.decision.contradictionReason);
}
