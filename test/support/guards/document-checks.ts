import { openPdf, type PdfFile } from '#main/pdf/pdf-file.ts';
import { PdfDamage } from '#main/pdf/pdf-values.ts';
import { activeContent } from '#main/verify/active-content.ts';
import type { ExaminedSignature } from '#main/verify/check-signature.ts';
import { unsealedPart } from '#main/verify/file-parts.ts';
import { readableTexts } from '#main/verify/page-text.ts';
import { foreignPart } from '#main/verify/record-form.ts';
import { type Allowed, sameDocument } from '#main/verify/same-document.ts';
import { appendUpdate, type Objects } from '../pdf-forgery.ts';
import type { GuardCheck } from './check.ts';
import { catalog, page, pageShowing, stream, tiny, updatedTiny } from './tiny-pdf.ts';

/** Whether two files hold the same, what pages say, and what no version ever wrote. */
export function documentChecks(): readonly GuardCheck[] {
  return [...comparisons(), ...texts(), ...forms(), ...actions(), ...parts()];
}

const NOTHING: Allowed = { catalogKeys: new Set(), appended: new Set(), properties: true };

function same(name: string, left: Objects, right: Objects, is: boolean, allowed: Partial<Allowed> = {}): GuardCheck {
  return { name: `same: ${name}`, said: () => sameDocument(tiny(left), tiny(right), { ...NOTHING, ...allowed }), is };
}

function comparisons(): readonly GuardCheck[] {
  const twice = { 1: catalog('/A 9 0 R /B 9 0 R'), 9: '<< /X 1 >>' };
  const own = { 1: catalog('/A 9 0 R /B 10 0 R'), 9: '<< /X 1 >>', 10: '<< /X 1 >>' };
  const direct = { 1: catalog('/A << /X 1 >> /B << /X 1 >>') };
  const appended = { appended: new Set([9]) };
  return [
    same('two files', {}, {}, true),
    same('what stands once, and there twice', twice, own, false),
    same('what stands twice, and there once', own, twice, true),
    same('what stands apart, and there in place', twice, direct, true),
    same(
      'what stands once, and there in place with another value the first time',
      twice,
      { 1: catalog('/A << /X 2 >> /B << /X 1 >>') },
      false,
    ),
    same(
      'what stands once, and there in place with another value the second time',
      twice,
      { 1: catalog('/A << /X 1 >> /B << /X 2 >>') },
      false,
    ),
    same('what stands in place, and there apart', direct, own, true),
    same('a part more', direct, { 1: catalog('/A << /X 1 >>') }, false),
    same('a list that is longer', { 1: catalog('/A [1]') }, { 1: catalog('/A [1 1]') }, false),
    same('a list in place of a dictionary', { 1: catalog('/A [1]') }, { 1: catalog('/A << >>') }, false),
    same('a dictionary in place of a list', { 1: catalog('/A << >>') }, { 1: catalog('/A [1]') }, false),
    same('a dictionary in place of a stream', { 6: stream('') }, { 6: '<< >>' }, false),
    same('a stream in place of a dictionary', { 6: '<< >>' }, { 6: stream('') }, false),
    same('a dictionary in place of a number', { 1: catalog('/A << >>') }, { 1: catalog('/A 1') }, false),
    same('a number in place of a dictionary', { 1: catalog('/A 1') }, { 1: catalog('/A << >>') }, false),
    same('a stream that cannot be unpacked', { 6: stream('a', '/Filter /LZWDecode') }, { 6: stream('a') }, false),
    same('a stream that says only there how it is packed', { 6: stream('q') }, { 6: stream('q', '/Filter []') }, true),
    same('a stream that says only here how it is packed', { 6: stream('q', '/Filter []') }, { 6: stream('q') }, true),
    same('no catalog', { 1: '(a)' }, {}, false),
    same('no catalog there', {}, { 1: '(a)' }, false),
    same('a list of what may be appended', { 3: page('/Annots [9 0 R]'), 9: '(a)' }, {}, true, appended),
    same(
      'the same at the end of a list',
      { 1: catalog('/A [1 9 0 R]'), 9: '(a)' },
      { 1: catalog('/A [1]') },
      true,
      appended,
    ),
    same('the same in front', { 1: catalog('/A [9 0 R 1]'), 9: '(a)' }, { 1: catalog('/A [1]') }, false, appended),
    same(
      'a list of what may be appended, and there another value',
      { 3: page('/Annots [9 0 R]'), 9: '(a)' },
      { 3: page('/Annots 1') },
      false,
      appended,
    ),
    same('an empty list', { 3: page('/Annots []') }, {}, false, appended),
  ];
}

/** What the pages of a file show whose first page shows such codes in a font with such a map. */
function shown(name: string, map: string, codes: string, is: unknown): GuardCheck {
  return {
    name: `text: ${name}`,
    isSlow: map.length + codes.length > 100_000 || name.includes('reasonable'),
    said: () => readableTexts(pageWith(map, codes))[0]?.shown ?? null,
    is,
  };
}

function pageWith(map: string, codes: string, pageEntries?: string): PdfFile {
  return tiny(pageShowing(map, codes, pageEntries));
}

const LETTER = '1 beginbfchar <0041> <0042> endbfchar';
/** More than two million values, which only a crafted file has. */
const MANY = '0 '.repeat(2_000_001);

function texts(): readonly GuardCheck[] {
  return [
    shown('a letter', LETTER, '<0041> Tj', 'B'),
    shown('a list of letters', LETTER, '[<0041> 9 [<0041>]] TJ', 'BB'),
    shown('letters apart', LETTER, '(\\000A\\000A) Tj', 'BB'),
    shown('a code of five bytes', '1 beginbfchar <0000000041> <0042> endbfchar', '<0041> Tj', ''),
    shown('a code that is none', '1 beginbfchar /A <0042> endbfchar', '<0041> Tj', ''),
    shown('a letter that is none', '1 beginbfchar <0041> /B endbfchar', '<0041> Tj', ''),
    shown('a range', '1 beginbfrange <0041> <0043> <0061> endbfrange', '<00410043> Tj', 'ac'),
    shown('a range of listed letters', '1 beginbfrange <0041> <0043> [<0061> /B] endbfrange', '<004100420043> Tj', 'a'),
    shown('a range of no letters', '1 beginbfrange <0041> <0042> <> endbfrange', '<00410042> Tj', ''),
    shown('a range of something else', '1 beginbfrange <0041> <0042> /A endbfrange', '<00410042> Tj', ''),
    shown('a range from nowhere', '1 beginbfrange /A <0042> <0061> endbfrange', '<00410042> Tj', ''),
    shown('a range to nowhere', '1 beginbfrange <0041> /A <0061> endbfrange', '<00410042> Tj', ''),
    shown('a range beyond all letters', '1 beginbfrange <0041> <00010041> <0061> endbfrange', '<0041> Tj', ''),
    shown(
      'a font with more letters than are reasonable',
      `31 beginbfrange ${'<0000> <FFFF> <0061> '.repeat(31)} endbfrange`,
      '<0041> Tj',
      null,
    ),
    shown('a font with more values than are reasonable', `${MANY} ${LETTER}`, '<0041> Tj', ''),
    shown('a page with more values than are reasonable', LETTER, `${MANY} <0041> Tj`, ''),
    {
      name: 'text: a page whose parents go in circles',
      said: () => {
        const file = pageWith(LETTER, '<0041> Tj', '');
        const parents = { 2: '<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 2 0 R >>' };
        return readableTexts(openPdf(appendUpdate(file.bytes, parents))).length;
      },
      is: 1,
    },
    {
      name: 'text: a page that takes its fonts from above',
      said: () => {
        const file = pageWith(LETTER, '<0041> Tj', '');
        const above = { 2: '<< /Type /Pages /Kids [3 0 R] /Count 1 /Resources << /Font << /F 20 0 R >> >> >>' };
        return readableTexts(openPdf(appendUpdate(file.bytes, above)))[0]?.shown;
      },
      is: 'B',
    },
    {
      name: 'text: a page that is packed in a way that is not read',
      said: () => readableTexts(tiny({ 6: stream('a', '/Filter /LZWDecode') })).length,
      is: 0,
    },
  ];
}

const ATTACHED = '/Names << /EmbeddedFiles << /Names [(a) 9 0 R] >> >> /AF [9 0 R]';

function forms(): readonly GuardCheck[] {
  const part = (name: string, objects: Objects, is: string | null): GuardCheck => ({
    name: `form: ${name}`,
    said: () => foreignPart(tiny({ 1: catalog(ATTACHED), ...objects })),
    is,
  });
  const link = (entries: string) => ({ 3: page(`/Annots [<< /Subtype /Link /Rect [0 0 9 9] ${entries} >>]`) });
  return [
    part('a record', {}, null),
    part('two files by name', { 1: catalog(ATTACHED.replace('9 0 R]', '9 0 R (b) 8 0 R]')) }, 'another attached file'),
    part('two files by their place', { 1: catalog(ATTACHED.replace('/AF [', '/AF [8 0 R ')) }, 'another attached file'),
    part(
      'scripts by name',
      { 1: catalog(ATTACHED.replace('<< /Emb', '<< /JavaScript 9 0 R /Emb')) },
      'another attached file',
    ),
    part('a page that cannot be read', { 4: '<< /Type' }, 'parts that cannot be read'),
    part('pages that go in circles', { 2: '<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 2 0 R >>' }, null),
    part('a link to an address', link('/A << /S /URI /URI (https://example.org) >>'), null),
    part('a link to a place', link('/Dest [3 0 R /Fit]'), null),
    part('a link that goes on', link('/A << /S /URI /URI (https://example.org) /Next 9 0 R >>'), 'a note on a page'),
    part('a link to a file', link('/A << /S /GoToR /F (a.pdf) >>'), 'a note on a page'),
    part('a link with a look', link('/AP << >>'), 'a note on a page'),
    part('a note', { 3: page('/Annots [<< /Subtype /Text >>]') }, 'a note on a page'),
  ];
}

function actions(): readonly GuardCheck[] {
  const acts = (name: string, objects: Objects, is: readonly string[]): GuardCheck => ({
    name: `acts: ${name}`,
    said: () => activeContent(tiny(objects)),
    is,
  });
  const script = '<< /S /JavaScript >>';
  return [
    acts('a part that cannot be read', { 1: catalog('/A 20 0 R /B 21 0 R'), 20: '<< /Type', 21: script }, [
      'JavaScript',
    ]),
  ];
}

/** Where a file ended before its first signature. */
function parts(): readonly GuardCheck[] {
  return [
    {
      name: 'part: an end before the first signature up to which nothing can be read',
      said: () => {
        const [, file] = updatedTiny({}, { 9: '(a)' });
        const end = file.bytes.length;
        const signed: PdfFile = {
          ...file,
          upTo: (at) => {
            if (at < end) throw new PdfDamage('The end of the file is missing.');
            return signed;
          },
        };
        const signature = { coverage: { endsRevision: true, end } } as unknown as ExaminedSignature;
        return unsealedPart(signed, [signature]) === signed;
      },
      is: true,
    },
  ];
}
