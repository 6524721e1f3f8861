import type * as z from 'zod';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { cellSchema } from './schema.ts';

export type OptionCell = DeepReadonly<z.output<typeof cellSchema>>;

const NO_CELL: OptionCell = cellSchema.parse({});

export function optionCell(review: ReviewDocument, criterion: string, candidate: string): OptionCell {
  return review.options?.cells[criterion]?.[candidate] ?? NO_CELL;
}
