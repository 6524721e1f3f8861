import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalSha256, contentSha256, sha256 } from '#main/files/hash.ts';
import { parseStoredReview, prepareDocument, printReviewFile } from '#main/store/review-file.ts';
import { sortKeys } from '#shared/base/canonical-json.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { createForTests, openedReview, openForTests, reopenForTests } from '#test/support/open-data-folder.ts';
import { smallReview } from '#test/support/small-review.ts';
import { watchedFiles } from '#test/support/watched-files.ts';

/** The file of a review, worked out step by step from the document alone. */
function fileByTheBook(document: ReviewDocument, revision: number, savedAt: string): string {
  const stamp = { revision, savedAt, sha256: canonicalSha256(document) };
  const envelope = { format: 'groundwork-review', schemaVersion: 2, document };
  return `${JSON.stringify(sortKeys({ ...envelope, ...stamp, stampSha256: canonicalSha256(stamp) }), null, 2)}\n`;
}

const id = fc.constantFrom('a', 'b', '9', '10', 'few-experts');
const text = fc.string({ unit: 'grapheme', maxLength: 30 });
const documents = fc
  .record({
    title: text.map((words) => `T${words}`),
    fields: fc.dictionary(id, text),
    criteria: fc.dictionary(id, fc.record({ met: fc.boolean(), note: text })),
    more: fc.record(
      {
        supersedes: fc.record({
          id: fc.uuid(),
          title: text.map((words) => `T${words}`),
          contentSha256: fc.constant('a'.repeat(64)),
          number: fc.constant(2),
          content: text.map((words) => `{${words}}`),
        }),
        deprecated: fc.record({ at: fc.constant('2026-01-01T00:00:00Z'), by: text, reason: text }),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ title, fields, criteria, more }) => {
    const base = smallReview({ title });
    const stage = { state: 'planned' as const, workItem: '', owner: '', targetDate: null, skipReason: '', criteria };
    return {
      ...base,
      ...more,
      context: { ...base.context, fields },
      path: { ...base.path, stages: { ...base.path.stages, '2': stage, '10': stage } },
    };
  });

describe('the one pass over a document', () => {
  it('gives the file and the hashes that every step by itself gives', () => {
    fc.assert(
      fc.property(documents, fc.nat(), (document, revision) => {
        const savedAt = '2026-01-05T00:00:00.000Z';
        const prepared = prepareDocument(document);
        expect(prepared.sha256).toBe(canonicalSha256(document));
        expect(prepared.contentSha256).toBe(contentSha256(document));
        const expected = fileByTheBook(document, revision, savedAt);
        expect(printReviewFile({ document, revision, savedAt })).toBe(expected);
        expect(printReviewFile({ document, revision, savedAt, ...prepared })).toBe(expected);
        expect(parseStoredReview(Buffer.from(expected))).toEqual({ document, revision, savedAt });
      }),
    );
  });
});

async function setUp() {
  const { files, calls } = watchedFiles();
  const open = await openForTests({ files });
  const review = await createForTests(open);
  const path = join(open.layout.reviews, `${review.document.id}.json`);
  const change = (title: string): ReviewDocument => ({ ...review.document, title });
  const save = (title: string, baseRevision: number) =>
    open.api['review.save']({ baseRevision, document: change(title) });
  const callsOn = (name: string) => calls.filter((call) => call.name === name && path.endsWith(call.file)).length;
  return { ...open, review, path, change, save, callsOn };
}

describe('saving again and again', () => {
  it('writes the bytes and answers the hash that are worked out from the document alone', async () => {
    const { save, change, path } = await setUp();
    for (const revision of [2, 3, 4]) {
      const title = `Title ${revision}`;
      const answer = await save(title, revision - 1);
      if (answer.kind !== 'saved') throw new Error(answer.kind);
      expect(await readFile(path, 'utf8')).toBe(fileByTheBook(change(title), revision, answer.savedAt));
      expect(answer.contentSha256).toBe(contentSha256(change(title)));
    }
  });

  it('reads the file once, right before it is replaced', async () => {
    const { save, callsOn } = await setUp();
    await save('First', 1);
    const before = callsOn('open');
    expect(await save('Second', 2)).toMatchObject({ kind: 'saved', revision: 3 });
    expect(callsOn('open')).toBe(before + 1);
  });

  it('sees a file of the same size that another program put there', async () => {
    const { save, change, path } = await setUp();
    const first = await save('Mine', 1);
    if (first.kind !== 'saved') throw new Error(first.kind);
    const theirs = fileByTheBook(change('Your'), 3, first.savedAt);
    expect(Buffer.byteLength(theirs)).toBe((await readFile(path)).byteLength);
    await writeFile(path, theirs);
    expect(await save('Next', 2)).toMatchObject({ kind: 'stale', revision: 3 });
    expect(await readFile(path, 'utf8')).toBe(theirs);
  });

  it('refuses what the file on disk refuses, also where it came there from outside', async () => {
    const { save, change, path, api } = await setUp();
    await save('Mine', 1);
    const other = { ...change('Mine'), template: { ...change('').template, sha256: 'f'.repeat(64) } };
    await writeFile(path, fileByTheBook(other, 2, '2026-01-05T00:00:00.000Z'));
    expect(await save('Next', 2)).toMatchObject({ kind: 'failed', code: 'invalid' });
    await writeFile(path, 'not a review');
    expect(await save('Next', 2)).toMatchObject({ kind: 'failed', code: 'damaged' });
    expect(await readFile(path, 'utf8')).toBe('not a review');
    await api['review.trash']({ id: change('').id });
    expect(await save('Next', 2)).toMatchObject({ kind: 'failed', code: 'not-found' });
  });

  it('opens afterwards as after a restart, letter for letter', async () => {
    const open = await setUp();
    const { review, api } = open;
    const answers = Object.fromEntries(Object.entries(review.document.rule.answers).toReversed());
    const fields = { zeta: 'z', alpha: 'a', '10': 'ten', '9': 'nine' };
    const document = { ...review.document, rule: { ...review.document.rule, answers } };
    await api['review.save']({
      baseRevision: 1,
      document: { ...document, context: { ...document.context, fields } },
    });
    const now = await openedReview({ api }, document.id);
    const again = await reopenForTests(open);
    expect(JSON.stringify(await openedReview(again, document.id))).toBe(JSON.stringify(now));
  });

  it('knows each of many reviews that are saved in turns', async () => {
    const open = await openForTests();
    const reviews = await Promise.all(Array.from({ length: 8 }, (_, n) => createForTests(open, `Review ${n}`)));
    for (const revision of [1, 2, 3]) {
      for (const { document } of reviews) {
        const title = `${document.title}, ${sha256(String(revision))}`;
        const answer = await open.api['review.save']({ baseRevision: revision, document: { ...document, title } });
        expect(answer).toMatchObject({ kind: 'saved', revision: revision + 1 });
        expect((await openedReview(open, document.id)).document.title).toBe(title);
      }
    }
  });
});
