import type * as z from 'zod';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import type { Dissent } from '#shared/kinds/parts.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { cellSchema } from './schema.ts';

export type OptionCell = DeepReadonly<z.output<typeof cellSchema>>;

const NO_CELL: OptionCell = cellSchema.parse({});

const NO_VIEWS: readonly Dissent[] = [];

/** Who scores a criterion differently. */
export function criterionViews(review: ReviewDocument, criterion: string): readonly Dissent[] {
  return review.options?.dissent?.[criterion] ?? NO_VIEWS;
}

export function optionCell(review: ReviewDocument, criterion: string, candidate: string): OptionCell {
  return review.options?.cells[criterion]?.[candidate] ?? NO_CELL;
}
