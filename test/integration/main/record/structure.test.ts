import { beforeAll, describe, expect, it } from 'vitest';
import { renderPdf } from '#main/record/render-pdf.ts';
import { buildRecord } from '#shared/record/build.ts';
import type { RecordModel } from '#shared/record/model.ts';
import { markedReview } from '#test/support/marked-review.ts';
import { inspect, pageTexts, pdfFonts, pdfOf, recordOf } from '#test/support/pdf.ts';
import { sampleJob } from '#test/support/sample-job.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

describe('the structure of a record', () => {
  let record: RecordModel;
  let pdf: Uint8Array;
  let source: string;
  let text: string;

  beforeAll(async () => {
    const { document, template, ...stored } = sampleJob('.', 'grab-counter-service').review;
    record = buildRecord(document, template.template, stored);
    pdf = await pdfOf(record);
    source = await inspect('qpdf', pdf, '--qdf', '--object-streams=disable', 'FILE', '-');
    text = await inspect('pdfinfo', pdf, '-struct-text', 'FILE');
  });

  it('is there, in a file of the version that has it', async () => {
    const info = await inspect('pdfinfo', pdf, 'FILE');
    expect(info).toMatch(/^Tagged: +yes$/m);
    expect(info).toMatch(/^PDF version: +1\.7$/m);
    expect(source).toMatch(/\/Marked true/);
    expect(source).toMatch(/\/PageLabels/);
  });

  it('tells headings, tables with their header cells, lists and figures', () => {
    expect(text).toMatch(new RegExp(`^  H1 \\(block\\)\\n +"${record.title} ?"`, 'm'));
    for (const section of record.sections) expect(text).toContain(section.title);
    expect(text).toMatch(/Table \(block\)\n +TR\n +TH:\n +\/Scope \/Column/);
    for (const role of ['Sect', 'H2', 'H3', 'H4', 'P', 'L', 'LI', 'LBody', 'TD', 'TOC', 'TOCI', 'Link', 'Figure']) {
      expect(text).toMatch(new RegExp(`^ *${role}\\b`, 'm'));
    }
  });

  it('describes every figure in words', () => {
    const figures = source.match(/\/S \/Figure/g)?.length ?? 0;
    expect(figures).toBeGreaterThan(3);
    expect(source.match(/\/Alt /g)?.length).toBe(figures);
  });

  it('reads in order: the first page first, then sections as they follow each other', () => {
    const places = [
      'DECISION',
      'AT A GLANCE',
      'KEY RISKS',
      'SIGN-OFF',
      ...record.sections.map(({ number, title }) => `${number} ${title}`.trim()),
    ];
    let last = -1;
    for (const title of places) {
      const at = text.replace(/ +/g, ' ').indexOf(title, last);
      expect(at, title).toBeGreaterThan(last);
      last = at;
    }
  });

  it('keeps words apart where lines end', () => {
    expect(text).toContain('Systems and embedded');
    expect(text).toContain('"Component Counter Service ');
  });

  it('leaves out what stands above and below the text of each page', () => {
    expect(text).not.toContain('Page 1 of');
    expect(text).not.toContain(`SHA-256 ${record.contentSha256}`);
  });

  it('has links that print with the page and belong to their text', () => {
    const links = source.split('/Subtype /Link').length - 1;
    expect(links).toBeGreaterThanOrEqual(record.sections.length);
    expect(source.match(/\/F 4\b/g)?.length).toBe(links);
    expect(source.match(/\/Type \/OBJR/g)?.length).toBe(links);
  });
});

describe('on Letter paper', () => {
  it('a record has the same text, on pages of that size', async () => {
    const record = recordOf(markedReview(smallTemplate, 0).review, smallTemplate);
    const letter = await renderPdf(record, await pdfFonts(), { paper: 'letter' });
    expect(await inspect('pdfinfo', letter, 'FILE')).toMatch(/^Page size: +612 x 792 pts \(letter\)$/m);
    const words = async (pdf: Uint8Array) => {
      const text = (await pageTexts(pdf)).join(' ').replace(/Page \d+ of \d+/g, '');
      return [...new Set(text.match(/M\d+→ż/g))].sort();
    };
    expect(await words(letter)).toEqual(await words(await pdfOf(record)));
  });

  it('everything stays on the page', async () => {
    const record = recordOf(smallReview({ title: 'Short' }), smallTemplate);
    const letter = await renderPdf(record, await pdfFonts(), { paper: 'letter' });
    const boxes = await inspect('pdftotext', letter, '-bbox', 'FILE', '-');
    const edges = [...boxes.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"/g)];
    expect(edges.length).toBeGreaterThan(100);
    for (const [, left, top, right, bottom] of edges) {
      expect(Number(left)).toBeGreaterThan(50);
      expect(Number(top)).toBeGreaterThan(30);
      expect(Number(right)).toBeLessThan(612 - 50);
      expect(Number(bottom)).toBeLessThan(792 - 18);
    }
  });
});
