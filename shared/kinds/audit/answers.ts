import type * as z from 'zod';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { type dependencySchema, toolSchema } from './schema.ts';

export type Dependency = DeepReadonly<z.output<typeof dependencySchema>>;
export type ToolState = DeepReadonly<z.output<typeof toolSchema>>;

const NO_TOOL: ToolState = toolSchema.parse({});

export function toolState(review: ReviewDocument, tool: string): ToolState {
  return review.audit?.toolchain[tool] ?? NO_TOOL;
}
