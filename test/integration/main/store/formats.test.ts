import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FailureError } from '#main/files/failure.ts';
import { contentSha256 } from '#main/files/hash.ts';
import { readForeignReview } from '#main/store/foreign-review.ts';
import { parseStoredReview, printReviewFile } from '#main/store/review-file.ts';
import { createForTests, openedReview, openForTests } from '#test/support/open-data-folder.ts';
import { flipBit } from '#test/support/pdf-forgery.ts';

/** Files of the data folder as each version of the form was written, kept as bytes and never made anew. */
const CONTENT = 'f3a6b7193686d0f4d8f4b7c66e63d8d2eb88a8e2d1a073e02ae8831dfb0461da';
const NO_TEMPLATES = { builtIn: [], named: async () => null, find: async () => null };

function golden(version: number): Promise<Buffer> {
  return readFile(`test/fixtures/reviews/stored-${version}.json`);
}

describe.each([1, 2])('a stored review of form %i', (version) => {
  it('is read, with the hash that signatures bind to', async () => {
    const { document, revision, savedAt } = parseStoredReview(await golden(version));
    expect([document.title, revision, savedAt]).toEqual(['Ünïcode: from Go to Rust', 7, '2026-11-29T12:00:00.000Z']);
    expect(contentSha256(document)).toBe(CONTENT);
  });

  it('is never read as anything else, whichever bit of it is turned', async () => {
    const bytes = await golden(version);
    const whole = parseStoredReview(bytes);
    for (let bit = 0; bit < bytes.byteLength * 8; bit += 11) {
      let read: unknown;
      try {
        read = parseStoredReview(flipBit(bytes, bit));
      } catch (error) {
        expect(error).toBeInstanceOf(FailureError);
        continue;
      }
      // Version 1 does not guard its count and moment.
      if (version === 1) expect(read).toMatchObject({ document: whole.document });
      else expect([bit, read]).toEqual([bit, whole]);
    }
  });
});

it('the newest form is written as it always was', async () => {
  const bytes = await golden(2);
  expect(printReviewFile(parseStoredReview(bytes))).toBe(bytes.toString());
});

it('count and moment are guarded where they are stamped, in the data folder and in a file that comes in', async () => {
  const text = (await golden(2)).toString();
  const unstamped = text.replace(/,\s+"stampSha256": "[0-9a-f]+"/, '');
  for (const harmed of [text.replace('"revision": 7', '"revision": 8'), text.replace('12:00:00', '12:00:01')]) {
    expect(() => parseStoredReview(Buffer.from(harmed))).toThrow('does not match its checksum');
    await expect(readForeignReview(harmed, NO_TEMPLATES)).rejects.toMatchObject({ failure: { code: 'damaged' } });
  }
  expect(() => parseStoredReview(Buffer.from(unstamped))).toThrow('does not match its checksum');
});

it('saving over a file of an earlier form keeps that very file as an earlier version', async () => {
  const open = await openForTests();
  const { document } = await createForTests(open, 'Old');
  const path = join(open.layout.reviews, `${document.id}.json`);
  const first = (await readFile(path, 'utf8'))
    .replace('"schemaVersion": 2', '"schemaVersion": 1')
    .replace(/,\s+"stampSha256": "[0-9a-f]+"/, '');
  await open.workbook.close();
  await writeFile(path, first);
  const again = await openForTests({ dataFolder: open.layout.root, appFolder: open.appFolder });
  const opened = await openedReview(again, document.id);
  expect(opened.document).toEqual(document);
  const answer = await again.api['review.save']({ baseRevision: 1, document: { ...document, title: 'New' } });
  expect(answer).toMatchObject({ kind: 'saved', revision: 2 });
  expect(await readFile(path, 'utf8')).toContain('"schemaVersion": 2');
  const [kept = ''] = await readdir(join(again.layout.generations, document.id));
  expect(await readFile(join(again.layout.generations, document.id, kept), 'utf8')).toBe(first);
});
