import { anchor } from './anchor.ts';
import { assertNever } from './assert-never.ts';
import { contradictions, ruleResult } from './decision.ts';
import { isBlankEvidence } from './evidence.ts';
import { isBlank } from './fields.ts';
import { skippedStages } from './path.ts';
import { criterionOf, type Participant, type ReviewDocument, ruleAnswer, stagePlan } from './review.ts';
import { riskGaps, risksOf } from './risks.ts';
import { approverStandings } from './sign-off.ts';
import { type SectionKind, sectionOf, type Template, type TemplateSection } from './template.ts';

/** Something a section still needs; `target` is the `anchor` of the place to mend it. */
export interface OpenPoint {
  readonly section: SectionKind;
  readonly target: string;
  readonly text: string;
}

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
  switch (section.kind) {
    case 'context':
      return contextPoints(review, template);
    case 'rule':
      return rulePoints(review, template);
    case 'path':
      return pathPoints(review, template);
    case 'strategy':
      return strategyPoints(review, template);
    case 'risks':
      return risksOf(review, template).flatMap((risk) => {
        const gaps = riskGaps(risk);
        return gaps.length === 0 ? [] : [point('risks', [risk.id], `${risk.name}: ${gaps.join(', ')}`)];
      });
    case 'decision':
      return decisionPoints(review, template);
    case 'sign-off':
      return signOffPoints(review, contentSha256);
    default:
      return assertNever(section);
  }
}

function contextPoints(review: ReviewDocument, template: Template): readonly OpenPoint[] {
  const fields = sectionOf(template, 'context')?.fields ?? [];
  return [
    ...needed(isBlank(review.component), 'context', ['component'], 'Name the component under review'),
    ...needed(isBlank(review.candidate), 'context', ['candidate'], 'Name the candidate'),
    ...needed(review.context.participants.every(isUnnamed), 'context', ['participants'], 'List who takes part'),
    ...fields.flatMap((field) =>
      needed(
        field.required && isBlank(review.context.fields[field.id] ?? ''),
        'context',
        [field.id],
        `Fill in “${field.name}”`,
      ),
    ),
  ];
}

/** A role alone names somebody too: reviews rebuilt from public sources have no names. */
function isUnnamed({ name, role }: Participant): boolean {
  return isBlank(name) && isBlank(role);
}

function rulePoints(review: ReviewDocument, template: Template): readonly OpenPoint[] {
  const questions = sectionOf(template, 'rule')?.questions ?? [];
  const prompt = ruleResult(review, template)?.settled?.prompt ?? null;
  return [
    ...questions.flatMap((question) => {
      const { answer, rationale, evidence } = ruleAnswer(review, question.id);
      const at = [question.id];
      if (answer === null) return [point('rule', at, `Answer “${question.name}”`)];
      if (answer === 'unsure') return [point('rule', at, `Settle “${question.name}”: it is still “not sure”`)];
      return [
        ...needed(isBlank(rationale), 'rule', at, `Give the reason for “${question.name}”`),
        ...needed(
          answer === 'yes' && evidence.every(isBlankEvidence),
          'rule',
          at,
          `Add evidence for “${question.name}”`,
        ),
      ];
    }),
    ...needed(
      prompt !== null && isBlank(review.rule.justification),
      'rule',
      ['justification'],
      'Write what the outcome asks for',
    ),
  ];
}

function pathPoints(review: ReviewDocument, template: Template): readonly OpenPoint[] {
  const path = sectionOf(template, 'path');
  if (!path) return [];
  const allSkipped = skippedStages(review, path).length === path.stages.length;
  return [
    ...needed(
      path.wholesale !== null && review.path.wholesale && isBlank(review.path.wholesaleReason),
      'path',
      ['wholesale'],
      'Say why everything is replaced at once',
    ),
    ...needed(allSkipped, 'path', ['stages'], 'Keep at least one stage'),
    ...path.stages.flatMap((stage) => {
      const plan = stagePlan(review, stage.id);
      const at = [stage.id];
      if (plan.state === 'skipped') {
        return needed(isBlank(plan.skipReason), 'path', at, `Say why “${stage.name}” is skipped`);
      }
      if (plan.state === 'open') return [point('path', at, `Plan or skip “${stage.name}”`)];
      const unmet = stage.exitCriteria.filter((criterion) => !criterionOf(plan, criterion.id).met);
      return [
        ...needed(isBlank(plan.workItem), 'path', at, `Name the work item of “${stage.name}”`),
        ...needed(isBlank(plan.owner), 'path', at, `Name the owner of “${stage.name}”`),
        ...needed(
          plan.state === 'done' && unmet.length > 0,
          'path',
          at,
          `“${stage.name}” is marked done with ${unmet.length} of its exit criteria unmet`,
        ),
      ];
    }),
  ];
}

function strategyPoints(review: ReviewDocument, template: Template): readonly OpenPoint[] {
  const strategies = sectionOf(template, 'strategy')?.strategies ?? [];
  const chosen = strategies.some((strategy) => strategy.id === review.strategy.chosen);
  return [
    ...needed(!chosen, 'strategy', ['chosen'], 'Choose a strategy'),
    ...needed(chosen && isBlank(review.strategy.reason), 'strategy', ['reason'], 'Say why this strategy'),
  ];
}

function decisionPoints(review: ReviewDocument, template: Template): readonly OpenPoint[] {
  const section = sectionOf(template, 'decision');
  if (!section) return [];
  const { decision } = review;
  const choice = section.choices.find((entry) => entry.id === decision.choice);
  const stages = sectionOf(template, 'path')?.stages ?? [];
  const stageKnown = stages.some((stage) => stage.id === decision.stage);
  return [
    ...needed(!choice, 'decision', ['choice'], 'Make the decision'),
    ...needed(
      choice?.needsStage === true && stages.length > 0 && !stageKnown,
      'decision',
      ['stage'],
      'Say for which stage of the path',
    ),
    ...needed(isBlank(decision.statement), 'decision', ['statement'], 'Write the decision in a sentence or two'),
    ...needed(
      contradictions(review, template).length > 0 && isBlank(decision.contradictionReason),
      'decision',
      ['contradiction'],
      'Justify where the decision departs from the review',
    ),
    ...needed(
      decision.reviewOn === null && isBlank(decision.reviewTrigger),
      'decision',
      ['review-again'],
      'Say when or on what trigger this is looked at again',
    ),
  ];
}

function signOffPoints(review: ReviewDocument, contentSha256: string): readonly OpenPoint[] {
  const standings = approverStandings(review, contentSha256);
  if (standings.length === 0) return [point('sign-off', ['approvers'], 'Name who approves')];
  return standings.flatMap(({ kind, approver }) => {
    const who = isBlank(approver.name) ? 'An unnamed approver' : approver.name;
    if (kind === 'unsigned') return [point('sign-off', [approver.id], `${who} has not signed`)];
    if (kind === 'stale') return [point('sign-off', [approver.id], `${who} signed an earlier version`)];
    return [];
  });
}

function needed(missing: boolean, section: SectionKind, at: readonly string[], text: string): readonly OpenPoint[] {
  return missing ? [point(section, at, text)] : [];
}

function point(section: SectionKind, at: readonly string[], text: string): OpenPoint {
  return { section, target: anchor(section, ...at), text };
}
