import { randomUUID } from 'node:crypto';
import type { LoadedTemplate } from '#main/templates/parse-template.ts';
import { LINE_LIMIT } from '#shared/base/limits.ts';
import { clip } from '#shared/record/blocks.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { unsigned } from '#shared/review/revision.ts';
import type { ApiContext } from './context.ts';

/**
 * The same content under a new id. Signatures, and what they led to, stay with the original: a copy
 * neither supersedes a review nor is superseded. `as` is what the title says in brackets.
 */
export function copyOf(document: ReviewDocument, now: Date, as = 'copy'): ReviewDocument {
  const {
    supersedes: _,
    supersededBy: __,
    deprecated: ___,
    closings: ____,
    witnessedInstead: _____,
    closed: ______,
    predictions: _______,
    followUp: ________,
    filing: _________,
    ...content
  } = document;
  return {
    ...content,
    id: randomUUID(),
    createdAt: now.toISOString(),
    title: titleWith(document.title, ` (${clip(as, 100)})`),
    signOff: unsigned(document.signOff),
  };
}

/** Stores a document as the first revision of a new review. @throws {FailureError} */
export async function addNew(
  { store, now }: Pick<ApiContext, 'store' | 'now'>,
  document: ReviewDocument,
  template: LoadedTemplate,
) {
  const { id, title } = await store.add({ document, revision: 1, savedAt: now().toISOString() }, template);
  return { kind: 'imported', id, title } as const;
}

function titleWith(title: string, suffix: string): string {
  // Cut where a character ends: half of a surrogate pair would not be text.
  return `${title.slice(0, LINE_LIMIT - suffix.length).replace(/[\uD800-\uDBFF]$/, '')}${suffix}`;
}
