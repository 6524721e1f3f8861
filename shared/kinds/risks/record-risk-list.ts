import type { RecordBadge } from '#shared/record/model.ts';
import type { RecordSource } from '#shared/record/source.ts';
import type { Assessment } from './answers.ts';
import { byExposure, exposureLevel, type ReviewRisk, risksOf } from './risks.ts';
import { EXPOSURE_WORDS, RESPONSE_WORDS } from './words.ts';

/** The risks that apply, those with the highest exposure before any response first; unrated ones come last. */
export function listedRisks({ review, template }: RecordSource): readonly ReviewRisk[] {
  const risks = risksOf(review, template);
  const rated = byExposure(risks, 'before');
  return [...rated, ...risks.filter((risk) => risk.assessment.applicable === true && !rated.includes(risk))];
}

/** Counts of the risk list, in a sentence. */
export function riskCount({ review, template }: RecordSource): string {
  const risks = risksOf(review, template);
  const count = (applicable: boolean | null) =>
    risks.filter((risk) => risk.assessment.applicable === applicable).length;
  const open = count(null);
  const [applying, others] = [count(true), count(false)];
  const seen = `${applying} ${applying === 1 ? 'applies' : 'apply'}, ${others} ${others === 1 ? 'does' : 'do'} not`;
  return open > 0
    ? `${risks.length} risks listed: ${seen}, ${open} not assessed.`
    : `${risks.length} risks looked at: ${seen}.`;
}

/** Exposure as a badge such as “High”; null while it is not rated. The product of two steps is no measure, so it is not shown. */
export function exposureBadge(value: number | null): RecordBadge | null {
  if (value === null) return null;
  const level = exposureLevel(value);
  return { text: EXPOSURE_WORDS[level], tone: level };
}

export function responseText(assessment: Assessment): string {
  return assessment.response === null ? '' : RESPONSE_WORDS[assessment.response];
}
