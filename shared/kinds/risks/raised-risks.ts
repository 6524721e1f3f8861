import { isBlank } from '#shared/base/limits.ts';
import { auditGaps } from '#shared/kinds/audit/audit.ts';
import { gainsByDesign } from '#shared/kinds/evidence/design.ts';
import { gainsOf } from '#shared/kinds/evidence/gains.ts';
import { isMeasured } from '#shared/kinds/evidence/measures.ts';
import { strategyAnswer } from '#shared/kinds/strategy/answers.ts';
import { partOf } from '#shared/review/part-of.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { sectionOf, type Template } from '#shared/template/template.ts';

/** A risk of the checklist that the state of the review raises. */
export interface RaisedRisk {
  readonly risk: string;
  readonly reason: string;
}

/** Checklist risks raised by what other sections say: by their plan, measures, audit and readiness. */
export function raisedRisks(review: ReviewDocument, template: Template): readonly RaisedRisk[] {
  return [
    ...byWholesale(review, template),
    ...byStrategy(review, template),
    ...byEvidence(review, template),
    ...byAudit(review, template),
    ...byTraining(review, template),
  ];
}

function byWholesale(review: ReviewDocument, template: Template): readonly RaisedRisk[] {
  const wholesale = sectionOf(template, 'path')?.wholesale;
  return review.path.wholesale && wholesale ? raise(wholesale.risk, wholesale.name) : [];
}

function byStrategy(review: ReviewDocument, template: Template): readonly RaisedRisk[] {
  return (sectionOf(template, 'strategy')?.questions ?? []).flatMap(({ id, name, risk }) =>
    risk !== undefined && strategyAnswer(review, id).answer === 'no'
      ? raise(risk, `“${name}” is answered with no.`)
      : [],
  );
}

function byEvidence(review: ReviewDocument, template: Template): readonly RaisedRisk[] {
  const section = sectionOf(template, 'evidence');
  if (!section) return [];
  const byDesign = gainsByDesign(review, template);
  const beyond = gainsOf(review, template).filter((gain) => gain.target?.relation === 'beyond');
  return [
    ...(isMeasured(review, template) ? [] : raise(section.unmeasuredRisk, 'No measure has a baseline.')),
    ...(beyond.length === 0
      ? []
      : raise(
          section.overpromisedRisk,
          `The target is beyond the typical gain: ${named(beyond.map((gain) => gain.measure.name))}.`,
        )),
    ...(byDesign.length === 0
      ? []
      : raise(
          section.design?.risk ?? null,
          `Most of the gain comes from the design: ${named(byDesign.map(({ name }) => name))}.`,
        )),
  ];
}

function byAudit(review: ReviewDocument, template: Template): readonly RaisedRisk[] {
  const section = sectionOf(template, 'audit');
  const gaps = auditGaps(review).map((entry) => (isBlank(entry.name) ? 'Unnamed dependency' : entry.name));
  return section && gaps.length > 0 ? raise(section.gapRisk, `No counterpart exists for ${named(gaps)}.`) : [];
}

function byTraining(review: ReviewDocument, template: Template): readonly RaisedRisk[] {
  const section = sectionOf(template, 'training');
  const isRaised = section?.protectedTime && partOf(review, 'training').protectedTime === false;
  return isRaised ? raise(section.protectedTimeRisk, 'No time for learning is set aside.') : [];
}

function raise(risk: string | null, reason: string): readonly RaisedRisk[] {
  return risk === null ? [] : [{ risk, reason }];
}

/** The first few names, and how many more there are. */
function named(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => `“${name}”`);
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}
