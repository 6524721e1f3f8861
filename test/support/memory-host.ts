import { createHash } from 'node:crypto';
import { vi } from 'vitest';
import { createClient } from '#renderer/host/client.ts';
import type { Answer, CallFailure, Client, Input } from '#shared/contract/contract.ts';
import { signedContent } from '#shared/kinds/sign-off/sign-off.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { smallReview, smallTemplate } from './small-review.ts';

/** SHA-256 of what a signature of a review binds to. */
export const hashOf = (review: ReviewDocument): string =>
  createHash('sha256').update(signedContent(review)).digest('hex');

/** The review that a host in memory begins with. */
export const START = smallReview();

/** A host that keeps one review in memory. */
export function memoryHost() {
  let stored = { document: START, revision: 1 };
  let nextAnswer: Answer<'review.save'> | CallFailure | null = null;
  const editors: (string | undefined)[] = [];
  const savedAt = '2026-03-02T09:00:00Z';
  const unused = createClient(() => Promise.reject(new Error('Not part of this test')));
  const client: Client = {
    ...unused,
    'review.open': async () => ({
      kind: 'opened',
      ...stored,
      template: smallTemplate,
      savedAt,
      contentSha256: hashOf(stored.document),
    }),
    'review.save': async ({ document, baseRevision, editor }) => {
      editors.push(editor);
      const answer = nextAnswer;
      nextAnswer = null;
      if (answer) return answer;
      if (baseRevision !== stored.revision) return { kind: 'stale', revision: stored.revision, savedAt };
      stored = { document, revision: stored.revision + 1 };
      return { kind: 'saved', revision: stored.revision, savedAt, contentSha256: hashOf(document) };
    },
    'review.import': vi.fn(async (_: Input<'review.import'>) => ({
      kind: 'imported' as const,
      id: START.id,
      title: 'Copy',
    })),
  };
  return {
    client,
    editors,
    stored: () => stored,
    answerNext: (answer: Answer<'review.save'> | CallFailure) => {
      nextAnswer = answer;
    },
    changeElsewhere: () => {
      stored = { document: { ...stored.document, title: 'Theirs' }, revision: stored.revision + 1 };
    },
  };
}
