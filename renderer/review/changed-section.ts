import type { ReviewDocument } from '#shared/review.ts';
import { UNSIGNED_PARTS } from '#shared/sign-off.ts';
import type { SectionKind } from '#shared/template.ts';

/** Parts of a review that are named like the section that shows them. */
const PARTS = [
  'screening',
  'rule',
  'questions',
  'options',
  'path',
  'strategy',
  'risks',
  'evidence',
  'audit',
  'training',
  'commitments',
  'decision',
] as const satisfies readonly (SectionKind & keyof ReviewDocument)[];

/** Which section shows what differs between two documents; null when only the title does, or nothing. */
export function changedSection(before: ReviewDocument, after: ReviewDocument): SectionKind | null {
  const part = PARTS.find((name) => before[name] !== after[name]);
  if (part) return part;
  if (UNSIGNED_PARTS.some((name) => before[name] !== after[name])) return 'sign-off';
  const basics = ['component', 'candidate', 'current', 'context'] as const;
  return basics.some((name) => before[name] !== after[name]) ? 'context' : null;
}
