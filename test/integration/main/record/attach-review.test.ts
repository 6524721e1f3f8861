import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readAttachedReview } from '#main/pdf/attachment.ts';
import { attachReview } from '#main/record/attach-review.ts';
import { canonicalReviewFile } from '#main/store/review-file.ts';
import { inspect, pdfOf, recordOf } from '#test/support/pdf.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

const review = smallReview({ title: 'Żółć, 王小明 and שלום', component: 'Parser' });
const savedAt = '2026-03-03T14:05:06.789Z';
const data = canonicalReviewFile({ document: review, revision: 7, savedAt }, smallTemplate);
let pages: Uint8Array;
let record: Uint8Array;

beforeAll(async () => {
  pages = await pdfOf(recordOf(review, smallTemplate));
  record = await attachReview(pages, data, { savedAt });
});

/** A PDF as text, with everything unpacked. */
function plain(pdf: Uint8Array): Promise<string> {
  return inspect('qpdf', pdf, '--qdf', '--object-streams=disable', 'FILE', '-');
}

describe('a record with its review inside', () => {
  it('says what the attached file is to the record', async () => {
    const text = await plain(record);
    expect(text).toMatch(/\/AFRelationship \/Source/);
    expect(text).toMatch(/\/Subtype \/application#2fjson/);
    expect(text).toMatch(/\/AF \[\s*\d+ 0 R\s*\]/);
  });

  it('is sound, and says that it is PDF/A-3a with a colour profile', async () => {
    expect(await inspect('qpdf', record, '--check', 'FILE')).toContain('No syntax or stream encoding errors found');
    expect(Buffer.from(record).toString('latin1', 0, 9)).toBe('%PDF-1.7\n');
    const text = await plain(record);
    expect(text).toContain('<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
    expect(text).toMatch(/\/OutputIntents \[/);
    expect(text).toMatch(/\/S \/GTS_PDFA1/);
    expect(text).toMatch(/\/DestOutputProfile \d+ 0 R/);
  });

  it('is packed: nothing but streams stands in the file by itself, and it says the same as the pages', async () => {
    const text = Buffer.from(record).toString('latin1');
    const count = (pattern: RegExp) => text.match(pattern)?.length;
    expect(count(/endstream\s+endobj\n/g)).toBe(count(/\nendobj\n/g));
    expect(text).toContain('/Type /XRef');
    expect(record.byteLength).toBeLessThan(pages.byteLength);
    const structure = async (pdf: Uint8Array) => inspect('pdfinfo', pdf, '-struct-text', 'FILE');
    expect(await structure(record)).toBe(await structure(pages));
  });

  it('shows the same pages, title and dates as without it', async () => {
    const text = (pdf: Uint8Array) => inspect('pdftotext', pdf, '-enc', 'UTF-8', 'FILE', '-');
    expect(await text(record)).toBe(await text(pages));
    const info = async (pdf: Uint8Array) =>
      (await inspect('pdfinfo', pdf, 'FILE'))
        .split('\n')
        .filter((line) => /^(Title|Author|CreationDate|Pages)/.test(line));
    expect(await info(record)).toEqual(await info(pages));
    expect((await info(record))[0]).toContain('Żółć, 王小明 and שלום');
  });
});

describe('the same review', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it('gives the same bytes at any time in any time zone', async () => {
    for (const TZ of ['Pacific/Kiritimati', 'America/St_Johns']) {
      process.env.TZ = TZ;
      expect(Buffer.compare(await attachReview(pages, data, { savedAt }), record)).toBe(0);
    }
  });
});

describe('a review that was saved late', () => {
  it.each([
    '2037-12-31T23:59:59.999Z',
    '2038-01-01T00:00:00.000Z',
    '2100-02-28T12:00:00.000Z',
    '9999-12-31T23:59:59.999Z',
  ])('gives a record of %s', async (late) => {
    const own = { ...recordOf(review, smallTemplate), savedAt: late };
    const attached = canonicalReviewFile({ document: review, revision: 7, savedAt: late }, smallTemplate);
    const pdf = await attachReview(await pdfOf(own), attached, own);
    const moment = late.slice(0, 19);
    const text = await plain(pdf);
    expect(text).toContain(`/CreationDate (D:${moment.replace(/\D/g, '')}+00'00')`);
    // PDF/A wants both to say the same.
    expect(text).toContain(`<xmp:CreateDate>${moment}`);
    expect(readAttachedReview(pdf)).toEqual({ kind: 'found', bytes: Buffer.from(attached) });
  });
});
