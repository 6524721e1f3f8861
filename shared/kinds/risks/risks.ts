import { isBlank } from '#shared/base/limits.ts';
import { chosenDecision } from '#shared/kinds/decision/decision.ts';
import { isSettled } from '#shared/kinds/not-known.ts';
import { stagePlan } from '#shared/kinds/path/answers.ts';
import { skippedStages } from '#shared/kinds/path/path.ts';
import { oncePerReview } from '#shared/review/once-per-review.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { sectionOf, type Template } from '#shared/template/template.ts';
import { type Assessment, assessmentOf } from './answers.ts';
import { raisedRisks } from './raised-risks.ts';

/** What a risk is called that nobody has named yet. */
export const UNNAMED_RISK = 'Unnamed risk';

/** Where a risk on the list comes from: the checklist, a skipped stage of the path, or the team. */
export type RiskOrigin = 'checklist' | 'path' | 'own';

/** A risk of one review, whatever its origin, with how the team assessed it. */
export interface ReviewRisk {
  readonly id: string;
  /**
   * What the risk is called in lists, on heat maps and in the record: its place in the template, then that of its stage,
   * then that among the own risks. It stays the same whatever the team answers.
   */
  readonly number: number;
  readonly origin: RiskOrigin;
  readonly name: string;
  readonly help: string;
  readonly why: string;
  readonly group: string;
  readonly mitigations: readonly { readonly id: string; readonly text: string }[];
  readonly sources: readonly string[];
  readonly assessment: Assessment;
  /** Why the review itself raises this risk; empty when it does not. */
  readonly raisedBecause: string;
}

/** Group of risks that the path raises or the team adds, beside the groups of the template. */
export const PLAN_GROUP = 'plan';
export const OWN_GROUP = 'own';

/** Id of the risk that skipping a stage raises. */
export function skipRiskId(stage: string): string {
  return `skipped-${stage}`;
}

/** All risks of a review: the checklist, what the path raises, and the team's own. */
export const risksOf = oncePerReview((review: ReviewDocument, template: Template): readonly ReviewRisk[] => {
  const section = sectionOf(template, 'risks');
  if (!section) return [];
  const path = sectionOf(template, 'path');
  const reasons = raisedRisks(review, template);

  const checklist = section.risks.map(
    (risk, index): ReviewRisk => ({
      ...risk,
      number: index + 1,
      origin: 'checklist',
      assessment: assessmentOf(review, risk.id),
      raisedBecause: reasons
        .filter((raised) => raised.risk === risk.id)
        .map((raised) => raised.reason)
        .join(' '),
    }),
  );
  const stagesWithRisk = (path?.stages ?? []).flatMap(({ id, skipRisk }) => (skipRisk ? [id] : []));
  const raised = (path ? skippedStages(review, path) : []).flatMap((stage): ReviewRisk[] =>
    stage.skipRisk
      ? [
          {
            ...stage.skipRisk,
            id: skipRiskId(stage.id),
            number: section.risks.length + stagesWithRisk.indexOf(stage.id) + 1,
            origin: 'path',
            why: stagePlan(review, stage.id).skipReason,
            group: PLAN_GROUP,
            sources: stage.sources,
            assessment: assessmentOf(review, skipRiskId(stage.id)),
            raisedBecause: `The plan skips “${stage.name}”.`,
          },
        ]
      : [],
  );
  const own = review.risks.own.map(
    (risk, index): ReviewRisk => ({
      id: risk.id,
      number: section.risks.length + stagesWithRisk.length + index + 1,
      origin: 'own',
      name: isBlank(risk.name) ? UNNAMED_RISK : risk.name,
      help: risk.description,
      why: '',
      group: OWN_GROUP,
      mitigations: [],
      sources: [],
      assessment: assessmentOf(review, risk.id),
      raisedBecause: '',
    }),
  );
  return [...checklist, ...raised, ...own];
});

/**
 * Whether the team has to assess a risk. A review that ends with staying owes only the risks of
 * staying, where the template marks them, and those that the team added itself.
 */
export function isRiskOwed(
  { id, origin }: Pick<ReviewRisk, 'id' | 'origin'>,
  review: ReviewDocument,
  template: Template,
): boolean {
  const risks = sectionOf(template, 'risks')?.risks ?? [];
  const stays = chosenDecision(review, template)?.lean === 'against';
  if (!stays || origin === 'own' || !risks.some(({ staying }) => staying)) return true;
  return risks.some((risk) => risk.id === id && risk.staying === true);
}

export type ExposureLevel = 'low' | 'moderate' | 'high' | 'critical';

/** Likelihood × impact, 1–25; null while either is missing. */
export function exposure(likelihood: number | null, impact: number | null): number | null {
  return likelihood === null || impact === null ? null : likelihood * impact;
}

/** Exposure before any response. */
export function inherentExposure(assessment: Assessment): number | null {
  return exposure(assessment.likelihood, assessment.impact);
}

/**
 * Exposure after the response. Accepting changes nothing, so the inherent value stands;
 * otherwise the team's own residual rating counts, and null says that it is still owed.
 */
export function residualExposure(assessment: Assessment): number | null {
  if (assessment.response === 'accept') return inherentExposure(assessment);
  return exposure(assessment.residualLikelihood, assessment.residualImpact);
}

/** Bands of the 5 × 5 matrix: up to 4 low, up to 9 moderate, up to 15 high, above critical. */
export function exposureLevel(value: number): ExposureLevel {
  if (value <= 4) return 'low';
  if (value <= 9) return 'moderate';
  if (value <= 15) return 'high';
  return 'critical';
}

export type ExposureTime = 'before' | 'after';

/** Exposure before or after the response; "after" falls back to "before" until the team rated it. */
export function exposureAt(assessment: Assessment, time: ExposureTime): number | null {
  const before = inherentExposure(assessment);
  return time === 'before' ? before : (residualExposure(assessment) ?? before);
}

/** Applicable, rated risks, highest exposure first; equal ones keep the template's order. */
export function byExposure(risks: readonly ReviewRisk[], time: ExposureTime): readonly ReviewRisk[] {
  return risks
    .filter((risk) => risk.assessment.applicable === true && inherentExposure(risk.assessment) !== null)
    .toSorted((left, right) => (exposureAt(right.assessment, time) ?? 0) - (exposureAt(left.assessment, time) ?? 0));
}

/** The risks in one cell of the heat map. */
export function risksInCell(
  risks: readonly ReviewRisk[],
  time: ExposureTime,
  likelihood: number,
  impact: number,
): readonly ReviewRisk[] {
  return risks.filter(({ assessment }) => {
    if (assessment.applicable !== true || inherentExposure(assessment) === null) return false;
    const settled = time === 'after' && assessment.response !== 'accept' && residualExposure(assessment) !== null;
    const at = settled
      ? [assessment.residualLikelihood, assessment.residualImpact]
      : [assessment.likelihood, assessment.impact];
    return at[0] === likelihood && at[1] === impact;
  });
}

/** What is still owed for a risk before it counts as worked through. */
export function riskGaps({ assessment }: Pick<ReviewRisk, 'assessment'>): readonly string[] {
  if (assessment.notKnown) return isSettled(assessment.notKnown) ? [] : ['say who finds out, and by when'];
  if (assessment.applicable === null) return ['say whether it applies'];
  if (!assessment.applicable) return isBlank(assessment.reason) ? ['say why it does not apply'] : [];
  return answerGaps(assessment);
}

/** What a risk that applies still owes. */
function answerGaps(assessment: Assessment): readonly string[] {
  const gaps: string[] = [];
  if (inherentExposure(assessment) === null) gaps.push('rate likelihood and impact');
  if (assessment.response === null) gaps.push('choose a response');
  if (assessment.response === 'accept' && isBlank(assessment.responseNote)) gaps.push('say why it is accepted');
  if (assessment.response === 'mitigate' && assessment.actions.length === 0) gaps.push('add an action');
  if (assessment.response !== null && residualExposure(assessment) === null && assessment.response !== 'accept') {
    gaps.push('rate what remains');
  }
  if (assessment.actions.some((action) => isBlank(action.text))) gaps.push('say what the action is');
  if (assessment.actions.some((action) => action.status !== 'dropped' && isBlank(action.owner))) {
    gaps.push('name an owner for each action');
  }
  return gaps;
}
