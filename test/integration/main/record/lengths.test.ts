import { describe, expect, it } from 'vitest';
import { recordRenderer } from '#main/record/render-record.ts';
import { pageComparer } from '#main/verify/compare-pages.ts';
import { verifyRecord } from '#main/verify/verify-record.ts';
import type { RecordLength } from '#shared/record/model.ts';
import { inspect, pageTexts, squeezed } from '#test/support/pdf.ts';
import { emptyScene } from '#test/support/record-scenes.ts';
import { sampleJob } from '#test/support/sample-job.ts';
import { sampleNames } from '#test/support/shipped.ts';

const render = recordRenderer('.');

const made = new Map<string, Promise<Uint8Array>>();

/** The record of a sample, made once for all that is asked of it. */
function sample(name: string, length: RecordLength): Promise<Uint8Array> {
  const key = `${name}, ${length}`;
  const pdf = made.get(key) ?? render('pdf', sampleJob('.', name).review, { length });
  made.set(key, pdf);
  return pdf;
}

async function pageCount(pdf: Uint8Array): Promise<number> {
  return Number(/^Pages: +(\d+)$/m.exec(await inspect('pdfinfo', pdf, 'FILE'))?.[1]);
}

describe.each(sampleNames)('the sample %s', (name) => {
  it('is a record of at most 20 pages, and a short one of at most 5', async () => {
    const [full, short] = await Promise.all([sample(name, 'full'), sample(name, 'short')]);
    const [pages, fewer] = [await pageCount(full), await pageCount(short)];
    expect(pages).toBeLessThanOrEqual(20);
    expect(fewer).toBeLessThanOrEqual(5);
    expect(fewer).toBeLessThan(pages);
  });

  it('shows the same first page in both lengths, but for the count of pages', async () => {
    const first = async (length: RecordLength) =>
      squeezed((await pageTexts(await sample(name, length)))[0] ?? '').replace(/Page1of\d+/, '');
    expect(await first('short')).toBe(await first('full'));
  });

  it('carries the whole review in both lengths, which verify alike', async () => {
    const comparePages = pageComparer(render);
    const checked = async (length: RecordLength) => verifyRecord(await sample(name, length), { comparePages });
    const [full, short] = [await checked('full'), await checked('short')];
    expect(short).toEqual(full);
    expect(short.findings.some(({ code }) => code === 'drawing-not-compared' || code === 'text-not-compared')).toBe(
      false,
    );
  });

  it('fits two screens as Markdown for a pull request', async () => {
    const text = Buffer.from(await render('markdown', sampleJob('.', name).review, { length: 'short' })).toString();
    const lines = text.split('\n').flatMap((line) => line.match(/.{1,120}/g) ?? ['']);
    expect(lines.length).toBeLessThanOrEqual(100);
    expect(text).toContain('## Decision Outcome');
  });
});

it.each(['rust-adoption', 'quick-review', 'adopt-technology'])(
  'an untouched review of %s has at most 3 pages',
  async (id) => {
    const { review, template } = emptyScene(id);
    const { review: stored } = sampleJob('.', 'figma-multiplayer');
    const loaded = { ...stored.template, template };
    const full = await render('pdf', { ...stored, document: review, template: loaded });
    expect(await pageCount(full)).toBeLessThanOrEqual(3);
  },
);
