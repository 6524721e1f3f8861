import type { ReviewDocument } from './review.ts';

/**
 * Whether something that a source says of certain languages holds for what the component is built with
 * today. It does when one of them stands there as a word of its own; without a list it holds for any.
 */
export function holdsToday({ current }: Pick<ReviewDocument, 'current'>, holdsFor?: readonly string[]): boolean {
  if (!holdsFor) return true;
  const words = current.toLowerCase().split(/[^\p{L}\p{N}+#.]+/u);
  return holdsFor.some((name) => words.includes(name.toLowerCase()));
}
