import * as z from 'zod';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import { dateSchema, instantSchema, sha256Schema } from '#shared/base/fields.ts';
import { answeredOf, answeredSchema } from '#shared/follow-up/calibration.ts';
import { dueOf, dueSchema, lookAgain } from '#shared/follow-up/due.ts';
import { withFollowUp } from '#shared/follow-up/with-follow-up.ts';
import { chosenDecision, ruleResult } from '#shared/kinds/decision/decision.ts';
import { amountText, gainsOf } from '#shared/kinds/evidence/gains.ts';
import { byExposure, type ExposureTime, exposureAt, exposureLevel, risksOf } from '#shared/kinds/risks/risks.ts';
import { SIGN_OFF_STATES, signOffState } from '#shared/kinds/sign-off/closing.ts';
import { sectionOf, type Template } from '#shared/template/template.ts';
import { reviewProgress } from './progress.ts';
import type { ReviewDocument } from './review.ts';
import { afterwardsOf, revisionNumber } from './revision.ts';

const LEVELS = ['low', 'moderate', 'high', 'critical'] as const;

/** The highest exposure of the risks that apply, before and after what is done about them; null while none is rated. */
const exposureSummarySchema = z.strictObject({
  before: z.enum(LEVELS).nullable(),
  after: z.enum(LEVELS).nullable(),
});

const gainSummarySchema = z.strictObject({
  name: z.string(),
  /** Target and measured value in words, with what they are of the baseline. */
  target: z.string(),
  measured: z.string(),
  /** Whether the target is met; null while nothing was measured. */
  met: z.boolean().nullable(),
});

/** Most measures, and characters of a statement, that are kept of one review. */
const GAINS = 12;
const STATEMENT = 300;

/** One row of the home screen, kept in the index so that a long list opens at once. */
export const reviewSummarySchema = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  component: z.string(),
  candidate: z.string(),
  templateTitle: z.string(),
  templateSha256: sha256Schema,
  reconstruction: z.boolean(),
  /** The outcome as a reader sees it, with its lean for the colour; null before any answer. */
  outcome: z.strictObject({ name: z.string(), lean: z.enum(['for', 'open', 'against']) }).nullable(),
  decision: z
    .strictObject({ name: z.string(), lean: z.enum(['for', 'open', 'against']), stage: z.string() })
    .nullable(),
  sectionsComplete: z.int(),
  sections: z.int(),
  openPoints: z.int(),
  signOff: z.enum(SIGN_OFF_STATES),
  /** Which revision of its decision it is; the first one is 1. */
  number: z.int(),
  /** What became of a signed decision afterwards; null while it stands. */
  afterwards: z.enum(['superseded', 'deprecated']).nullable(),
  /** The review that it took the place of; null for none. */
  supersedes: z.uuid().nullable(),
  /** How the decision is stated, shortened. */
  statement: z.string(),
  exposure: exposureSummarySchema,
  /** Measures with a target: what was promised, and what came. */
  gains: z.array(gainSummarySchema),
  reviewOn: dateSchema.nullable(),
  /** What has a date and is not settled, the earliest first. */
  due: z.array(dueSchema),
  /** Why the decision is to be looked at again; null for no reason. */
  lookAgain: z.string().nullable(),
  /** Chances whose statements were answered. */
  answered: z.array(answeredSchema),
  tags: z.array(z.string()),
  isArchived: z.boolean(),
  savedAt: instantSchema,
  revision: z.int(),
});

export type ReviewSummary = DeepReadonly<z.output<typeof reviewSummarySchema>>;

/** What the list of reviews shows of a stored review. */
export function summarize(
  review: ReviewDocument,
  template: Template,
  stored: { readonly revision: number; readonly savedAt: string; readonly contentSha256: string },
): ReviewSummary {
  const progress = reviewProgress(review, template, stored.contentSha256);
  const choice = chosenDecision(review, template);
  const stage = sectionOf(template, 'path')?.stages.find((entry) => entry.id === review.decision.stage);
  return {
    id: review.id,
    title: review.title,
    component: review.component,
    candidate: review.candidate,
    templateTitle: template.title,
    templateSha256: review.template.sha256,
    reconstruction: review.reconstruction !== '',
    outcome: outcomeOf(review, template),
    decision: choice ? { name: choice.name, lean: choice.lean, stage: (choice.needsStage && stage?.name) || '' } : null,
    sectionsComplete: progress.filter((section) => section.state === 'complete').length,
    sections: progress.length,
    openPoints: progress.reduce((sum, section) => sum + section.openPoints.length, 0),
    signOff: signOffState(review, template, stored.contentSha256),
    number: revisionNumber(review),
    afterwards: afterwardsOf(review),
    supersedes: review.supersedes?.id ?? null,
    statement: shortened(review.decision.statement),
    exposure: exposureOf(review, template),
    gains: gainsIn(review, template),
    reviewOn: review.decision.reviewOn,
    due: [...dueOf(review, template, stored.contentSha256)],
    lookAgain: lookAgain(review, template, stored.contentSha256),
    answered: [...answeredOf(review, template, stored.contentSha256)],
    tags: [...(review.filing?.tags ?? [])],
    isArchived: review.filing?.archivedAt !== undefined,
    savedAt: stored.savedAt,
    revision: stored.revision,
  };
}

function exposureOf(review: ReviewDocument, template: Template): ReviewSummary['exposure'] {
  const risks = risksOf(review, template);
  const highest = (time: ExposureTime) => {
    const [first] = byExposure(risks, time);
    const value = first ? exposureAt(first.assessment, time) : null;
    return value === null ? null : exposureLevel(value);
  };
  return { before: highest('before'), after: highest('after') };
}

/** What was promised against what came, also what was measured after the closing. */
function gainsIn(review: ReviewDocument, template: Template): ReviewSummary['gains'] {
  return gainsOf(withFollowUp(review), template)
    .flatMap(({ measure, target, measured, targetMet }) =>
      target === null
        ? []
        : [
            {
              name: measure.name,
              target: amountText(measure, target),
              measured: measured === null ? '' : amountText(measure, measured),
              met: targetMet,
            },
          ],
    )
    .slice(0, GAINS);
}

function shortened(text: string): string {
  return text.length <= STATEMENT ? text : `${text.slice(0, STATEMENT).toWellFormed().trimEnd()} …`;
}

function outcomeOf(review: ReviewDocument, template: Template): ReviewSummary['outcome'] {
  const result = ruleResult(review, template);
  const untouched = sectionOf(template, 'rule')?.questions.length === result?.unanswered.length;
  if (!result || untouched) return null;
  if (result.settled) return { name: result.settled.name, lean: result.settled.lean };
  return { name: result.possible.map((outcome) => outcome.name).join(' or '), lean: 'open' };
}
