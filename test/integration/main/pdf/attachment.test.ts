import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AFRelationship, PDFDocument } from '@cantoo/pdf-lib';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ATTACHED_REVIEW, readAttachedReview } from '#main/pdf/attachment.ts';
import { attachReview } from '#main/record/attach-review.ts';
import { canonicalReviewFile } from '#main/store/review-file.ts';
import { FILE_SIZE_LIMIT } from '#shared/base/size-limits.ts';
import { temporaryFolder } from '#test/support/open-data-folder.ts';
import { pdfOf, recordOf } from '#test/support/pdf.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';
import { type Tool, tool } from '#test/support/tools.ts';

const review = smallReview({ title: 'Żółć, 王小明 and שלום', component: 'Parser' });
const savedAt = '2026-03-03T14:05:06.789Z';
const data = canonicalReviewFile({ document: review, revision: 7, savedAt }, smallTemplate);
let pages: Uint8Array;
let record: Uint8Array;

beforeAll(async () => {
  pages = await pdfOf(recordOf(review, smallTemplate));
  record = await attachReview(pages, data, { savedAt });
});

/** A PDF with attachments, made without any of our own code. */
async function withAttachments(...files: readonly (readonly [string, Uint8Array])[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage();
  for (const [name, bytes] of files) await document.attach(bytes, name, { afRelationship: AFRelationship.Source });
  return document.save();
}

/** The file that a tool makes of a PDF; `IN` and `OUT` in the arguments stand for the two. */
async function made(name: Tool, pdf: Uint8Array, ...options: readonly string[]): Promise<Uint8Array> {
  const folder = await temporaryFolder();
  const files: Readonly<Record<string, string>> = { IN: join(folder, 'in'), OUT: join(folder, 'out') };
  await writeFile(join(folder, 'in'), pdf);
  tool(name, ...options.map((option) => files[option] ?? option));
  return readFile(join(folder, 'out'));
}

describe('reading a record', () => {
  it('gives the review back byte for byte, here and with pdfdetach', async () => {
    expect(readAttachedReview(record)).toEqual({ kind: 'found', bytes: Buffer.from(data) });
    const detached = await made('pdfdetach', record, '-save', '1', '-o', 'OUT', 'IN');
    expect(Buffer.compare(detached, data)).toBe(0);
  });
});

describe('reading a file that is not as we write it', () => {
  it.each([
    ['packed into object streams', ['--object-streams=generate']],
    ['made for the web', ['--linearize']],
    ['unpacked', ['--qdf', '--object-streams=disable']],
    ['with every stream packed anew', ['--recompress-flate', '--compression-level=1']],
  ])('finds the review in one %s', async (_, options) => {
    const other = readAttachedReview(await made('qpdf', record, ...options, 'IN', 'OUT'));
    expect(other).toEqual({ kind: 'found', bytes: Buffer.from(data) });
  });

  it('finds it among others, and by its name only', async () => {
    const others = ['a.json', 'review.groundwork.json.txt', 'z.txt'].map((name) => [name, Buffer.from(name)] as const);
    const pdf = await withAttachments(...others, [ATTACHED_REVIEW, data]);
    expect(readAttachedReview(pdf)).toEqual({ kind: 'found', bytes: Buffer.from(data) });
    expect(readAttachedReview(await withAttachments(...others))).toMatchObject({ kind: 'absent' });
  });

  it('does not choose between two', async () => {
    const pdf = await withAttachments([ATTACHED_REVIEW, data], [ATTACHED_REVIEW, Buffer.from('{}')]);
    expect(readAttachedReview(pdf)).toMatchObject({
      kind: 'unreadable',
      reason: expect.stringContaining('more than one'),
    });
  });

  it('says so of a PDF without one, and of what is no PDF', () => {
    expect(readAttachedReview(pages)).toMatchObject({ kind: 'absent', reason: expect.stringContaining('no review') });
    for (const bytes of [data, new Uint8Array(), Buffer.from('%PD')]) {
      expect(readAttachedReview(bytes)).toMatchObject({ kind: 'not-a-pdf' });
    }
  });

  it('asks for the password to be taken off', async () => {
    const locked = await made('qpdf', record, '--encrypt', 'user', 'owner', '256', '--', 'IN', 'OUT');
    expect(readAttachedReview(locked)).toMatchObject({
      kind: 'unreadable',
      reason: expect.stringContaining('without a password'),
    });
  });

  it('does not unpack more than a review can be', async () => {
    for (const size of [FILE_SIZE_LIMIT + 1, 100 * 1024 * 1024]) {
      const bomb = await withAttachments([ATTACHED_REVIEW, new Uint8Array(size)]);
      expect(bomb.byteLength).toBeLessThan(1024 * 1024);
      expect(readAttachedReview(bomb)).toMatchObject({ kind: 'unreadable' });
    }
  });

  it('takes nothing for the review that is not as long as the file says', () => {
    const stream = Buffer.from(record).indexOf('/Type /EmbeddedFile');
    const filter = Buffer.from(record).lastIndexOf('/Filter', stream + 200);
    const damaged = Buffer.from(record);
    // Its reader then knows no filter, and gives what is packed.
    damaged.write('/Gilter', filter, 'latin1');
    expect(readAttachedReview(damaged)).toMatchObject({
      kind: 'unreadable',
      reason: expect.stringContaining('damaged'),
    });
  });

  it('never throws, and never takes damage for a review', () => {
    fc.assert(
      fc.property(fc.nat(record.byteLength - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const damaged = Uint8Array.from(record);
        damaged[at] = (damaged[at] ?? 0) ^ flip;
        const answer = readAttachedReview(damaged);
        // Most bytes are of the pages, and then the review is what it was.
        if (answer.kind === 'found') expect(Buffer.compare(answer.bytes, data)).toBe(0);
        else expect(answer.reason).toMatch(/^The .*\.$/);
      }),
      { numRuns: 300 },
    );
    for (let end = 0; end < record.byteLength; end += 977) {
      expect(readAttachedReview(record.subarray(0, end)).kind).not.toBe('found');
    }
  });
});
