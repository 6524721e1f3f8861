import { describe, expect, it, vi } from 'vitest';
import { catalogOf, entryOf, openPdf, type PdfFile } from '#main/pdf/pdf-file.ts';
import { packedPdf } from '#main/pdf/pdf-pack.ts';
import { pagesOf } from '#main/pdf/pdf-pages.ts';
import { asKind, dictionaryOf, textOf } from '#main/pdf/pdf-values.ts';
import { PdfWriter, takeApart } from '#main/record/writer/pdf-writer.ts';

const PROPERTIES = { title: 'Title', author: 'Author', subject: 'Subject', creator: 'Creator' };

function writerFor(properties = PROPERTIES, createdAt = '2026-03-03T14:05:06.789Z'): PdfWriter {
  const id = '0123456789abcdef'.repeat(2);
  return new PdfWriter({ width: 300, height: 200, id, createdAt, properties });
}

const noFonts = () => new Map<string, number>();

/** What a page draws, as text. */
function contentOf(file: PdfFile, page: number): string {
  const dictionary = dictionaryOf(file.resolve(pagesOf(file)?.[page - 1]));
  const stream = asKind(entryOf(file, dictionary, 'Contents'), 'stream');
  return stream ? Buffer.from(file.decode(stream)).toString('latin1') : '';
}

describe('the writer', () => {
  it('says of a file what it was told, whatever bytes the letters have in UTF-16', () => {
    const title = 'č \\ ż → „(a)“ 王小明 \u{1F680}';
    const file = openPdf(writerFor({ ...PROPERTIES, title }).finish(noFonts, []));
    const information = dictionaryOf(entryOf(file, file.trailer, 'Info'));
    const said = (key: string) => textOf(entryOf(file, information, key));
    expect(said('Title')).toBe(title);
    expect(['Author', 'Subject', 'Creator', 'CreationDate'].map(said)).toEqual([
      'Author',
      'Subject',
      'Creator',
      "D:20260303140506+00'00'",
    ]);
  });

  it('refuses a moment that a PDF cannot name', () => {
    for (const moment of ['+010000-01-01T00:00:00.000Z', '', 'yesterday']) {
      expect(() => writerFor(PROPERTIES, moment)).toThrow('no moment that a PDF can name');
    }
  });

  it('asks parts in order for entries of pages, objects and entries of the catalogue', () => {
    const writer = writerFor();
    writer.beginPage();
    writer.beginPage();
    const part = (name: string) => ({
      pageEntries: (page: number) => [`/${name} ${page}`],
      write: () => [`/${name} true`],
    });
    const bytes = writer.finish(noFonts, [part('First'), part('Second')]);
    const file = openPdf(bytes);
    const pages = (pagesOf(file) ?? []).map((page) => dictionaryOf(file.resolve(page)));
    expect(pages.map((page) => [entryOf(file, page, 'First'), entryOf(file, page, 'Second')])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(entryOf(file, catalogOf(file), 'Second')).toBe(true);
    expect(Buffer.from(bytes).toString('latin1')).toContain('/First true\n/Second true');
  });

  it.each(['pageEntries', 'write', 'fonts'] as const)('gives no file when something fails in %s', (place) => {
    const fail = (): never => {
      throw new Error('A font of the PDF is damaged.');
    };
    const writer = writerFor();
    writer.beginPage();
    const part = {
      pageEntries: () => (place === 'pageEntries' ? fail() : []),
      write: () => (place === 'write' ? fail() : []),
    };
    expect(() => writer.finish(place === 'fonts' ? fail : noFonts, [part])).toThrow('A font of the PDF is damaged.');
  });

  it('draws a stamp once and shows it on every page that has it', () => {
    const writer = writerFor();
    const stamp = {};
    const draw = vi.fn(() => writer.path([[0, 0]], 10, '#efede9'));
    for (const _ of [1, 2]) {
      writer.beginPage();
      writer.stamp(stamp, draw);
    }
    const file = openPdf(writer.finish(noFonts, []));
    expect(draw).toHaveBeenCalledTimes(1);
    for (const page of [1, 2]) expect(contentOf(file, page)).toMatch(/\/Xo1 Do/);
  });
});

describe('taking a file apart', () => {
  it('gives what makes the same file again, and refuses a file of another layout', () => {
    const writer = writerFor();
    writer.beginPage();
    writer.box(10, 20, 30, 40, { fill: '#000000', stroke: null, radius: 3 });
    const file = openPdf(writer.finish(noFonts, []));
    const { head, objects, trailer, size } = takeApart(file);
    expect(objects).toHaveLength(size - 1);
    const again = openPdf(packedPdf(head, objects, trailer));
    expect(contentOf(again, 1)).toBe(contentOf(file, 1));
    expect(contentOf(again, 1)).toContain('q 1 0 0 1 10 -20 cm');
    expect(() => takeApart(again)).toThrow('not laid out');
  });
});
