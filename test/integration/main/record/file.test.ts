import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { RecordModel } from '#shared/record/model.ts';
import { markedReview } from '#test/support/marked-review.ts';
import { contentSha256, inspect, pageTexts, pdfOf, recordOf } from '#test/support/pdf.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

const TITLE = 'Český záznam (č) \\ ż → „rozhodnutí“';

interface Outline {
  readonly title: string;
  readonly destpageposfrom1: number;
  readonly kids: readonly Outline[];
}

describe('the file', () => {
  let record: RecordModel;
  let pdf: Uint8Array;

  beforeAll(async () => {
    const review = { ...markedReview(smallTemplate, 0).review, title: TITLE };
    const evidence = [
      { id: 'a', kind: 'link', text: 'Safe', url: 'https://example.org/a(b)?c=č' },
      { id: 'b', kind: 'link', text: 'Unsafe', url: 'javascript:alert(1)' },
    ] as const;
    record = recordOf({ ...review, context: { ...review.context, evidence } }, smallTemplate);
    pdf = await pdfOf(record);
  });

  it('is well formed', async () => {
    expect(await inspect('qpdf', pdf, '--check', 'FILE')).toContain('No syntax or stream encoding errors found');
  });

  it('names title, approvers, date and language', async () => {
    const info = await inspect('pdfinfo', pdf, 'FILE');
    expect(info).toMatch(new RegExp(`^Title: +${TITLE.replace(/[\\()]/g, '\\$&')}$`, 'm'));
    // qpdf reads a bare carriage return in a string as the standard says; poppler forgives it.
    expect(await inspect('qpdf', pdf, '--json', '--json-key=qpdf', 'FILE')).toContain(JSON.stringify(`u:${TITLE}`));
    expect(info).toMatch(/^Author: +M\d+→ż, M\d+→ż; /m);
    expect(info).toMatch(/^Page size: +595\.28 x 841\.89 pts \(A4\)$/m);
    const catalog = await inspect('qpdf', pdf, '--qdf', '--object-streams=disable', 'FILE', '-');
    expect(catalog).toContain('/Lang (en)');
    expect(catalog).toContain("/CreationDate (D:20260303140506+00'00')");
  });

  it('embeds a part of each font it uses', async () => {
    const fonts = (await inspect('pdffonts', pdf, 'FILE')).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThanOrEqual(3);
    // Columns: embedded, subset, with a way back to Unicode.
    for (const font of fonts) expect(font).toMatch(/Identity-H +yes +(yes|no) +yes/);
    // With its tags, a page takes about five kilobytes.
    const pages = (await pageTexts(pdf)).length;
    expect(pdf.length / pages).toBeLessThan(7_000);
  });

  it('has a bookmark for every section, at its page', async () => {
    const json: { outlines: readonly Outline[] } = JSON.parse(
      await inspect('qpdf', pdf, '--json', '--json-key=outlines', 'FILE'),
    );
    const titles = json.outlines.map((entry) => entry.title);
    expect(titles).toEqual(['Summary', ...record.sections.map((section) => section.title)]);
    const pages = await pageTexts(pdf);
    for (const entry of json.outlines.slice(1)) {
      expect(pages[entry.destpageposfrom1 - 1]).toContain(entry.title);
    }
    const rule = json.outlines.find((entry) => entry.title === 'Rule');
    expect(rule?.kids.map((kid) => kid.title)).toEqual(expect.arrayContaining(['One', 'Two', 'Three']));
  });

  it('has contents that tell and lead to the pages', async () => {
    const pages = await pageTexts(pdf);
    const contents = pages.find((page) => page.includes('Contents\n'))?.replace(/\s+/g, ' ') ?? '';
    const json: { outlines: readonly Outline[] } = JSON.parse(
      await inspect('qpdf', pdf, '--json', '--json-key=outlines', 'FILE'),
    );
    json.outlines.slice(1).forEach((entry, index) => {
      expect(contents).toMatch(
        new RegExp(`${record.sections[index]?.number} ?${entry.title} (\\d+ open )?${entry.destpageposfrom1}\\b`),
      );
    });
    const qdf = await inspect('qpdf', pdf, '--qdf', '--object-streams=disable', 'FILE', '-');
    expect(qdf.match(/\/Dest \[/g)?.length).toBeGreaterThanOrEqual(2 * record.sections.length);
  });

  it('makes links of web addresses only', async () => {
    const qdf = await inspect('qpdf', pdf, '--qdf', '--object-streams=disable', 'FILE', '-');
    expect(qdf).toContain('/URI (https://example.org/a\\(b\\)?c=%C4%8D)');
    expect(qdf).not.toContain('javascript:');
    expect((await pageTexts(pdf)).join('')).toContain('javascript:alert(1)');
  });
});

it('gives the same bytes for the same record, in any time zone', async () => {
  const review = smallReview({ title: 'Same' });
  const hash = async () =>
    createHash('sha256')
      .update(await pdfOf(recordOf(review, smallTemplate)))
      .digest('hex');
  const first = await hash();
  vi.stubEnv('TZ', 'Pacific/Kiritimati');
  expect(await hash()).toBe(first);
  vi.unstubAllEnvs();
});

it('gives other bytes for another content', async () => {
  const id = async (title: string) => {
    const review = smallReview({ title });
    const pdf = Buffer.from(await pdfOf(recordOf(review, smallTemplate))).toString('latin1');
    expect(pdf).toContain(`/ID [ <${contentSha256(review).slice(0, 32).toUpperCase()}>`);
    return pdf;
  };
  expect(await id('One')).not.toBe(await id('Two'));
});
