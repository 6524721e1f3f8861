import { contentKinds } from '#shared/kinds/index.ts';
import { UNSIGNED_PARTS } from '#shared/kinds/sign-off/sign-off.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionKind } from '#shared/template/template.ts';

/** Which section shows what differs between two documents; null when only the title does, or nothing. */
export function changedSection(before: ReviewDocument, after: ReviewDocument): SectionKind | null {
  const part = contentKinds.find((name) => before[name] !== after[name]);
  if (part) return part;
  if (UNSIGNED_PARTS.some((name) => before[name] !== after[name])) return 'sign-off';
  const basics = ['component', 'candidate', 'current'] as const;
  return basics.some((name) => before[name] !== after[name]) ? 'context' : null;
}
