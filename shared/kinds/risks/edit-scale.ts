import type { ReviewDocument } from '#shared/review/review.ts';

export type ImpactScale = NonNullable<ReviewDocument['risks']['impact']>;
export type ImpactStep = ImpactScale['steps'][number];

/** Puts impact on a scale of days, money or another unit; null goes back to an order alone. */
export function setImpactScale(document: ReviewDocument, scale: ImpactScale | null): ReviewDocument {
  const { impact: _, ...others } = document.risks;
  return { ...document, risks: scale === null ? others : { ...others, impact: scale } };
}

/** Changes the unit of the scale. */
export function editImpactUnit(document: ReviewDocument, unit: string): ReviewDocument {
  const { impact } = document.risks;
  return impact ? setImpactScale(document, { ...impact, unit }) : document;
}

/** Changes one step of the scale, by its number from 1. */
export function editImpactStep(document: ReviewDocument, step: number, change: Partial<ImpactStep>): ReviewDocument {
  const { impact } = document.risks;
  if (!impact) return document;
  const [a, b, c, d, e] = impact.steps.map((entry, index) => (index === step - 1 ? { ...entry, ...change } : entry));
  return a && b && c && d && e ? setImpactScale(document, { ...impact, steps: [a, b, c, d, e] }) : document;
}
