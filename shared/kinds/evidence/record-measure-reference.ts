import type { RecordSource } from '#shared/record/source.ts';
import { measuresOf, quantity } from './measures.ts';

/** A measure as evidence for an answer, with its figures, in a line. */
export function measureReference({ review, template }: RecordSource, id: string | null): string {
  const measure = measuresOf(review, template).find((entry) => entry.id === id);
  if (!measure) return id === null ? 'A measure that has not been chosen' : `A measure no longer listed (${id})`;
  const { baseline, target, measured } = measure.entry;
  const values = { baseline, target, measured };
  const figures = Object.entries(values).flatMap(([label, value]) =>
    value === null ? [] : [`${label} ${quantity(value, measure.unit)}`],
  );
  return `${measure.name}: ${figures.length === 0 ? 'not measured yet' : figures.join(', ')}`;
}
