import { assertNever } from '#shared/base/assert-never.ts';
import { auditPoints } from '#shared/kinds/audit/progress.ts';
import { contextPoints } from '#shared/kinds/context/progress.ts';
import { chosenDecision, ruleResult } from '#shared/kinds/decision/decision.ts';
import { decisionPoints } from '#shared/kinds/decision/progress.ts';
import { evidencePoints } from '#shared/kinds/evidence/progress.ts';
import { optionsPoints } from '#shared/kinds/options/progress.ts';
import { pathPoints } from '#shared/kinds/path/progress.ts';
import { questionsPoints } from '#shared/kinds/questions/progress.ts';
import { riskPoints } from '#shared/kinds/risks/progress.ts';
import { rulePoints } from '#shared/kinds/rule/progress.ts';
import { screeningPoints } from '#shared/kinds/screening/progress.ts';
import { signOffPoints } from '#shared/kinds/sign-off/progress.ts';
import { strategyPoints } from '#shared/kinds/strategy/progress.ts';
import { commitmentsPoints, trainingPoints } from '#shared/kinds/training/progress.ts';
import type { SectionKind, Template, TemplateSection } from '#shared/template/template.ts';
import type { OpenPoint } from './open-point.ts';
import type { ReviewDocument } from './review.ts';

export type { OpenPoint } from './open-point.ts';

/** `blocked`: it cannot be finished before another section is. */
export type SectionState = 'complete' | 'open' | 'blocked';

export interface SectionProgress {
  readonly kind: SectionKind;
  readonly title: string;
  readonly state: SectionState;
  /** Why the section is blocked; empty otherwise. */
  readonly blockedBy: string;
  readonly openPoints: readonly OpenPoint[];
}

/**
 * Progress of every section in the template's order. `contentSha256` is the hash of the
 * document's `signedContent`: sign-off is complete only when the signatures are for it.
 */
export function reviewProgress(
  review: ReviewDocument,
  template: Template,
  contentSha256: string,
): readonly SectionProgress[] {
  return template.sections.map((section) => {
    const openPoints = pointsOf(section, review, template, contentSha256);
    const blockedBy = blockedReason(section.kind, review, template);
    const state = openPoints.length === 0 ? 'complete' : blockedBy === '' ? 'open' : 'blocked';
    return {
      kind: section.kind,
      title: section.title,
      state,
      blockedBy: state === 'blocked' ? blockedBy : '',
      openPoints,
    };
  });
}

/** Everything still open in a review, section by section. */
export function openPoints(review: ReviewDocument, template: Template, contentSha256: string): readonly OpenPoint[] {
  return reviewProgress(review, template, contentSha256).flatMap((section) => section.openPoints);
}

/** Why nobody can sign yet; empty when the decision is ready to be signed. */
export function signingBlockedBy(review: ReviewDocument, template: Template): string {
  const open = decisionPoints(review, template);
  return open.length === 0 ? '' : `The decision is not complete: ${open.map((point) => point.text).join('; ')}.`;
}

/** Sections that plan an adoption. A review that ends with staying owes no such plan. */
const PLANS: ReadonlySet<SectionKind> = new Set(['path', 'strategy', 'audit', 'training', 'commitments']);

/** Whether a section owes nothing because the decision is not to go on with the candidate. */
export function isPlanSpared(kind: SectionKind, review: ReviewDocument, template: Template): boolean {
  return PLANS.has(kind) && chosenDecision(review, template)?.lean === 'against';
}

function blockedReason(kind: SectionKind, review: ReviewDocument, template: Template): string {
  if (kind === 'sign-off') return signingBlockedBy(review, template);
  if (kind === 'decision') {
    const unanswered = ruleResult(review, template)?.unanswered ?? [];
    if (unanswered.length > 0) {
      return `The rule has unanswered questions: ${unanswered.map((question) => question.name).join(', ')}.`;
    }
  }
  return '';
}

function pointsOf(
  section: TemplateSection,
  review: ReviewDocument,
  template: Template,
  contentSha256: string,
): readonly OpenPoint[] {
  if (isPlanSpared(section.kind, review, template)) return [];
  switch (section.kind) {
    case 'context':
      return contextPoints(review, section);
    case 'screening':
      return screeningPoints(review, section);
    case 'rule':
      return rulePoints(review, template);
    case 'questions':
      return questionsPoints(review, section);
    case 'options':
      return optionsPoints(review, template, section);
    case 'path':
      return pathPoints(review, section);
    case 'strategy':
      return strategyPoints(review, section);
    case 'risks':
      return riskPoints(review, template);
    case 'evidence':
      return evidencePoints(review, template);
    case 'audit':
      return auditPoints(review);
    case 'training':
      return trainingPoints(review, section);
    case 'commitments':
      return commitmentsPoints(review, section);
    case 'decision':
      return decisionPoints(review, template);
    case 'sign-off':
      return signOffPoints(review, template, contentSha256);
    default:
      return assertNever(section);
  }
}
