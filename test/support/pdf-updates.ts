import { nameOf } from '#main/pdf/pdf-values.ts';
import {
  appendUpdate,
  catalogNumber,
  entryText,
  nextNumber,
  objectsWith,
  objectText,
  pageNumbers,
  withEntries,
} from './pdf-forgery.ts';

type Updates = Readonly<Record<string, Uint8Array>>;

/** Things that anybody can add to a sealed record without a key, each of another kind, by what they do. */
export function updatesOf(sealed: Uint8Array, other: Uint8Array): Updates {
  return { ...bytesBehind(sealed, other), ...changedPages(sealed), ...changedDocument(sealed), ...changedFile(sealed) };
}

/** Bytes after the end of the file. */
function bytesBehind(sealed: Uint8Array, other: Uint8Array): Updates {
  const behind = (bytes: Uint8Array | string) => Buffer.concat([sealed, Buffer.from(bytes)]);
  return {
    'an empty line': behind('\n'),
    'two line ends': behind('\r\n'),
    'a comment': behind('% Rejected\n'),
    'another end of file': behind('%%EOF\n'),
    'zero bytes': behind(Buffer.alloc(512)),
    noise: behind(Buffer.from(Array.from({ length: 4_000 }, (_, at) => (at * 7919) % 251))),
    'the file once more': behind(sealed),
    'its own end once more': behind(sealed.subarray(-2_000)),
    'another PDF': behind(other),
    'a ZIP file': behind('PK\u0003\u0004 and the rest'),
    'a web page': behind('<html><script>alert(1)</script></html>'),
  };
}

function changedPages(sealed: Uint8Array): Updates {
  const next = nextNumber(sealed);
  const pages = pageNumbers(sealed);
  const [first = 0, second = 0] = pages;
  const last = pages.at(-1) ?? 0;
  const tree = Number.parseInt(entryText(sealed, catalogNumber(sealed), 'Pages'), 10);
  const set = (
    number: number,
    entries: Readonly<Record<string, string | null>>,
    more: Readonly<Record<number, string>> = {},
  ) => appendUpdate(sealed, { [number]: withEntries(sealed, number, entries), ...more });
  const stream = (text: string) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;
  const content = entryText(sealed, first, 'Contents');
  const note = (text: string) =>
    set(last, { Annots: `[${next} 0 R]` }, { [next]: `<< /Type /Annot /Rect [0 0 400 99] ${text} >>` });
  const [font = 0] = objectsWith(sealed, (entries) => nameOf(entries.entries.get('Subtype')) === 'Type0');
  return {
    'other content': set(first, { Contents: `${next} 0 R` }, { [next]: stream('BT /F1 20 Tf (Rejected) Tj ET') }),
    'content of its own number': appendUpdate(sealed, { [Number.parseInt(content, 10)]: stream('q Q') }),
    'a white box above': set(
      first,
      { Contents: `[${content} ${next} 0 R]` },
      { [next]: stream('1 1 1 rg 0 0 600 800 re f') },
    ),
    'content below': set(first, { Contents: `[${next} 0 R ${content}]` }, { [next]: stream('0 0 600 800 re f') }),
    'a turned page': set(first, { Rotate: '90' }),
    'a cropped page': set(first, { CropBox: '[0 0 10 10]' }),
    'another size': set(first, { MediaBox: '[0 0 100 100]' }),
    'another unit': set(first, { UserUnit: '10' }),
    'other resources': set(first, { Resources: '<< >>' }),
    'a page that acts': set(first, { AA: '<< /O << /S /JavaScript /JS (app.beep\\(0\\)) >> >>' }),
    'a page less': set(tree, {
      Kids: `[${pages
        .slice(1)
        .map((page) => `${page} 0 R`)
        .join(' ')}]`,
      Count: String(pages.length - 1),
    }),
    'a page twice': set(tree, {
      Kids: `[${[...pages, first].map((page) => `${page} 0 R`).join(' ')}]`,
      Count: String(pages.length + 1),
    }),
    'pages in another order': set(tree, {
      Kids: `[${pages
        .toReversed()
        .map((page) => `${page} 0 R`)
        .join(' ')}]`,
    }),
    'one page as another': appendUpdate(sealed, { [first]: objectText(sealed, second) }),
    'a page that is free': appendUpdate(sealed, {}, { free: [second] }),
    'a text note': note('/Subtype /FreeText /Contents (Rejected)'),
    'a stamp': note('/Subtype /Stamp /Name /NotApproved'),
    'a white square': note('/Subtype /Square /IC [1 1 1]'),
    'a place to redact': note('/Subtype /Redact'),
    'a link': note('/Subtype /Link /A << /S /URI /URI (https://example.org) >>'),
    'a file on a page': note('/Subtype /FileAttachment'),
    'a text field': note('/Subtype /Widget /FT /Tx /V (Rejected)'),
    'no notes': set(first, { Annots: '[]' }),
    'another font': set(font, { BaseFont: '/Helvetica', Encoding: '/WinAnsiEncoding', Subtype: '/Type1' }),
    'a font that says something else': set(
      font,
      { ToUnicode: `${next} 0 R` },
      { [next]: stream('1 beginbfchar <0001> <0042> endbfchar') },
    ),
  };
}

function changedDocument(sealed: Uint8Array): Updates {
  const next = nextNumber(sealed);
  const catalog = catalogNumber(sealed);
  const set = (entries: Readonly<Record<string, string | null>>, more: Readonly<Record<number, string>> = {}) =>
    appendUpdate(sealed, { [catalog]: withEntries(sealed, catalog, entries), ...more });
  const form = Number.parseInt(entryText(sealed, catalog, 'AcroForm'), 10);
  const setForm = (entries: Readonly<Record<string, string | null>>, more: Readonly<Record<number, string>> = {}) =>
    appendUpdate(sealed, { [form]: withEntries(sealed, form, entries), ...more });
  const [signature = 0] = objectsWith(sealed, (entries) => entries.entries.has('ByteRange'));
  const [field = 0] = objectsWith(sealed, (entries) => nameOf(entries.entries.get('FT')) === 'Sig');
  const [attached = 0] = objectsWith(sealed, (entries) => nameOf(entries.entries.get('Type')) === 'EmbeddedFile');
  return {
    'the catalog as it is': appendUpdate(sealed, { [catalog]: objectText(sealed, catalog) }),
    'a script at opening': set({ OpenAction: '<< /S /JavaScript /JS (app.alert\\(1\\)) >>' }),
    'a program at opening': set({ OpenAction: '<< /S /Launch /F (calc.exe) >>' }),
    'an address at opening': set({ OpenAction: '<< /S /URI /URI (https://example.org) >>' }),
    'a script at closing': set({ AA: '<< /WC << /S /JavaScript /JS (app.alert\\(1\\)) >> >>' }),
    'no attachments': set({ Names: null, AF: null }),
    'no associated files': set({ AF: null }),
    'another review': appendUpdate(sealed, {
      [attached]: '<< /Type /EmbeddedFile /Length 2 >>\nstream\n{}\nendstream',
    }),
    'a review that is free': appendUpdate(sealed, {}, { free: [attached] }),
    'other metadata': set(
      { Metadata: `${next} 0 R` },
      { [next]: '<< /Type /Metadata /Subtype /XML /Length 0 >>\nstream\n\nendstream' },
    ),
    'another outline': set({ Outlines: `${next} 0 R` }, { [next]: '<< /Type /Outlines /Count 0 >>' }),
    'other page labels': set({ PageLabels: '<< /Nums [0 << /S /D /St 7 >>] >>' }),
    'another structure': set({ StructTreeRoot: null, MarkInfo: null }),
    'another language': set({ Lang: '(xx)' }),
    layers: set(
      { OCProperties: `<< /OCGs [${next} 0 R] /D << /OFF [${next} 0 R] >> >>` },
      { [next]: '<< /Type /OCG /Name (a) >>' },
    ),
    'a window without bars': set({ ViewerPreferences: '<< /HideToolbar true >>' }),
    'another version': set({ Version: '/2.0' }),
    'proof for long validity': set({ DSS: `${next} 0 R` }, { [next]: '<< /Type /DSS >>' }),
    'no permissions': set({ Perms: null }),
    'no form': set({ AcroForm: null, Perms: null }),
    'a form with scripts': setForm({ XFA: `${next} 0 R` }, { [next]: '<< /Length 0 >>\nstream\n\nendstream' }),
    'a form to be drawn anew': setForm({ NeedAppearances: 'true' }),
    'no fields': setForm({ Fields: '[]' }),
    'a field more': setForm(
      { Fields: entryText(sealed, form, 'Fields').replace(']', ` ${next} 0 R]`) },
      { [next]: '<< /FT /Tx /T (note) /V (Rejected) >>' },
    ),
    'a signature twice': setForm(
      { Fields: entryText(sealed, form, 'Fields').replace(']', ` ${next} 0 R]`) },
      { [next]: `<< /FT /Sig /T (again) /V ${signature} 0 R >>` },
    ),
    'a signature of another name': appendUpdate(sealed, {
      [signature]: withEntries(sealed, signature, { Name: '(Mallory)' }),
    }),
    'another look of a signature': appendUpdate(sealed, {
      [field]: withEntries(sealed, field, { Rect: '[0 0 200 200]' }),
    }),
    'an empty signature field': appendUpdate(sealed, { [field]: withEntries(sealed, field, { V: null }) }),
  };
}

function changedFile(sealed: Uint8Array): Updates {
  const next = nextNumber(sealed);
  const catalog = catalogNumber(sealed);
  const bare = withEntries(sealed, catalog, { AcroForm: null, Perms: null });
  return {
    'an object of no use': appendUpdate(sealed, { [next]: '(nothing)' }),
    'an update with nothing': appendUpdate(sealed, {}),
    'another catalog': appendUpdate(sealed, { [next]: bare }, { trailer: { Root: `${next} 0 R` } }),
    'other properties': appendUpdate(
      sealed,
      { [next]: '<< /Title (Rejected) >>' },
      { trailer: { Info: `${next} 0 R` } },
    ),
    'a password': appendUpdate(
      sealed,
      { [next]: '<< /Filter /Standard /V 1 /R 2 >>' },
      { trailer: { Encrypt: `${next} 0 R` } },
    ),
    'nothing before': appendUpdate(sealed, { [next]: bare }, { trailer: { Root: `${next} 0 R`, Prev: null } }),
    'a table for old readers': appendUpdate(sealed, { [next]: '(nothing)' }, { trailer: { XRefStm: '20' } }),
  };
}
