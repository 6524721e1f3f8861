import type { ReviewDocument } from '#shared/review.ts';
import type { SectionKind } from '#shared/template.ts';

/** Which section shows what differs between two documents; null when only the title does, or nothing. */
export function changedSection(before: ReviewDocument, after: ReviewDocument): SectionKind | null {
  if (before.rule !== after.rule) return 'rule';
  if (before.path !== after.path) return 'path';
  if (before.strategy !== after.strategy) return 'strategy';
  if (before.risks !== after.risks) return 'risks';
  if (before.decision !== after.decision) return 'decision';
  if (before.signOff !== after.signOff) return 'sign-off';
  const basics = ['component', 'candidate', 'current', 'context'] as const;
  return basics.some((part) => before[part] !== after[part]) ? 'context' : null;
}
