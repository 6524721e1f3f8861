import { describe, expect, it } from 'vitest';
import { layOut } from '#main/record/pages/layout.ts';
import { PAGE, SHEETS } from '#main/record/pages/theme.ts';
import type { RecordBlock } from '#shared/record/model.ts';
import { pdfFonts } from '#test/support/pdf.ts';
import { type Page, table, textsOf, withBlocks, words } from '#test/support/record-pages.ts';

describe('pages', () => {
  it('leave no single row of a table and no single point of a list behind', async () => {
    const items = Array.from({ length: 5 }, (_, index) => `point ${index}`);
    const rows = Array.from({ length: 5 }, (_, index) => [`row ${index}`, 'cell']);
    for (let lines = 4; lines < 90; lines++) {
      const links = items.map((text) => ({ text, url: '', note: '' }));
      const facts = items.map((text) => ({ label: 'Fact', text }));
      for (const block of [
        table(rows),
        { kind: 'list', items },
        { kind: 'links', items: links },
        { kind: 'fields', rows: facts },
      ] as const) {
        const { pages } = await layOut(withBlocks(...fillers(lines), block), await pdfFonts());
        const counts = pages.map(({ ops }) => textsOf(ops).filter((text) => /^(row|point) \d$/.test(text)).length);
        expect(counts.filter((count) => count === 1)).toEqual([]);
      }
    }
  });

  it('keep a short part in one piece, and the first line of a section with what follows', async () => {
    for (let lines = 4; lines < 90; lines++) {
      const record = withBlocks(
        ...fillers(lines),
        { kind: 'heading', level: 1, text: 'A risk', badges: [] },
        { kind: 'paragraph', voice: 'team', text: 'What it means.' },
        table([['do this', 'soon']]),
        { kind: 'heading', level: 1, text: 'Next', badges: [] },
      );
      const pages = (await layOut(record, await pdfFonts())).pages.map((canvas) => textsOf(canvas.ops));
      const page = pages.find((texts) => texts.includes('A risk'));
      expect(page).toContain('do this');
    }
  });

  it('are filled by a part that would leave much of them blank, and end before one that would not', async () => {
    const rows = Array.from({ length: 8 }, (_, index) => [`row ${index}`, 'cell']);
    const seen = { broken: 0, moved: 0 };
    for (let lines = 4; lines < 90; lines++) {
      const record = withBlocks(
        ...fillers(lines),
        { kind: 'heading', level: 1, text: 'A part', badges: [] },
        table(rows),
        { kind: 'heading', level: 1, text: 'Next', badges: [] },
        ...fillers(30, 'after'),
      );
      const { pages } = await layOut(record, await pdfFonts());
      const page = pages.findIndex(({ ops }) => textsOf(ops).includes('A part'));
      const texts = textsOf(pages[page]?.ops ?? []);
      if (!texts.includes('row 7')) {
        seen.broken++;
        expect(blankOf(pages[page])).toBeLessThan(50);
      } else if (!texts.some((text) => text.startsWith('line'))) {
        seen.moved++;
        expect(blankOf(pages[page - 1])).toBeLessThan(200);
      }
    }
    expect(Math.min(seen.broken, seen.moved)).toBeGreaterThan(1);
  });

  it('may end after wording of the template that nothing of its part follows', async () => {
    const ends: (string | undefined)[] = [];
    for (let lines = 4; lines < 90; lines++) {
      const record = withBlocks(
        ...fillers(lines),
        { kind: 'paragraph', voice: 'template', text: 'Not there: a signal.' },
        { kind: 'heading', level: 1, text: 'Next', badges: [] },
        { kind: 'paragraph', voice: 'template', text: 'What it is about.' },
        { kind: 'paragraph', voice: 'team', text: 'What the team says.' },
        ...fillers(30, 'after'),
      );
      const { pages } = await layOut(record, await pdfFonts());
      ends.push(...pages.map(({ ops }) => bodyOf(ops).at(-1)?.line.text));
    }
    expect(ends).toContain('Not there: a signal.');
    // Before what the team wrote, it stays with that.
    expect(ends).not.toContain('What it is about.');
  });

  it('set the rest of a row as far below the header as its beginning', async () => {
    const { pages } = await layOut(withBlocks(table([['long', words(1500, 'w')]])), await pdfFonts());
    const below = pages.flatMap(({ ops }) => {
      const texts = ops.flatMap((op) => (op.kind === 'text' ? [op] : []));
      const head = texts.findIndex((op) => op.line.text === 'Right head');
      const next = texts.slice(head + 1).find((op) => /^w\d/.test(op.line.text));
      return head >= 0 && next ? [Math.round(10 * (next.y - (texts[head]?.y ?? 0)))] : [];
    });
    expect(below.length).toBeGreaterThan(1);
    expect(new Set(below).size).toBe(1);
  });
});

/** That many lines of which each may stand alone; behind a part, they fill the last page, so that nothing is spaced otherwise. */
function fillers(lines: number, word = 'line'): readonly RecordBlock[] {
  return Array.from({ length: lines }, (_, index) => ({ kind: 'list', items: [`${word} ${index}`] }));
}

/** What stands between the head and the foot of a page. */
function bodyOf(ops: Page['ops']) {
  return ops.flatMap((op) => (op.kind === 'text' && op.y > PAGE.top && op.y < SHEETS.a4.bottom ? [op] : []));
}

/** How much of a page stays blank at its foot, in points. */
function blankOf(page: Page | undefined): number {
  return SHEETS.a4.bottom - Math.max(...bodyOf(page?.ops ?? []).map(({ y }) => y));
}
