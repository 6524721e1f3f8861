import { isBlank } from '#shared/base/limits.ts';
import type { ReviewDocument } from '#shared/review/review.ts';

/** Names already written in the review, to suggest where somebody has to be named. */
export function knownPeople({ context }: Pick<ReviewDocument, 'context'>): readonly string[] {
  const { facilitator, participants } = context;
  const names = [...participants.map((participant) => participant.name), facilitator].map((name) => name.trim());
  return [...new Set(names)].filter((name) => !isBlank(name));
}
