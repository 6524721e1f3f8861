import { printReviewFile } from '#main/store/review-file.ts';
import { TEXT_LIMIT } from '#shared/base/limits.ts';
import { SMALL_TEMPLATE_SHA256 } from '../review-calls.ts';
import { smallReview, smallTemplate } from '../small-review.ts';
import { filesOf, nested, noise } from './hostile-file.ts';

type Json = Record<string, unknown>;

const TEMPLATE = { id: 'small', version: '1.0.0', sha256: SMALL_TEMPLATE_SHA256 };
const WHOLE: Json = JSON.parse(
  printReviewFile(
    {
      document: smallReview({ id: '5a1d9f0e-0000-4000-8000-0123456789ab', title: 'Hostile', template: TEMPLATE }),
      revision: 1,
      savedAt: '2026-01-05T00:00:00Z',
    },
    smallTemplate,
  ),
);

/** A review as somebody wrote it by hand, without a checksum, so that what is in it is for the checks of the form to see. */
function file(parts: Json = {}, envelope: Json = {}): Json {
  const { sha256: _, stampSha256: __, document, ...rest } = WHOLE;
  return { ...rest, document: { ...(document as Json), ...parts }, ...envelope };
}

const written = (parts: Json = {}, envelope: Json = {}) => JSON.stringify(file(parts, envelope));
const field = (text: string) => written({ context: { fields: { purpose: text } } });
/** With JSON text put in that `JSON.stringify` would never write. */
const raw = (text: string) => written({ title: 'PLACE' }).replace('"PLACE"', () => text);
const risk = (id: string, name = id, description = '') => ({ id, name, description });
const approver = (id: string, name = 'Ada') => ({ id, name, role: 'Lead' });
const signature = (id: string, by: string) => ({
  id,
  approver: by,
  name: 'Ada',
  role: 'Lead',
  typedName: 'Ada',
  verdict: 'approve',
  comment: '',
  drawing: [],
  signedAt: '2026-01-05T00:00:00Z',
  contentSha256: '0'.repeat(64),
});
const many = <Item>(count: number, item: (index: number) => Item) => Array.from({ length: count }, (_, at) => item(at));
const keyed = (count: number, value: unknown, key = (at: number) => `k${at}`) =>
  Object.fromEntries(many(count, (at) => [key(at), value]));

const BIDI = '\u202e\u2066\u202a\u200f';
const ZALGO = '\u0301\u0316\u0489';

/** Texts that took some program down, or that only look like what they are. */
export const TEXTS: Readonly<Record<string, string>> = {
  'a million tabs': '\t'.repeat(1_000_000),
  'a million line breaks': '\n'.repeat(1_000_000),
  'a million carriage returns': '\r'.repeat(1_000_000),
  'a million line separators': '\u2028'.repeat(1_000_000),
  'a word of a million letters': 'a'.repeat(1_000_000),
  'a million spaces and a letter': `${' '.repeat(1_000_000)}x`,
  'a letter under a hundred thousand marks': `a${ZALGO.repeat(100_000)}`,
  'a family of fifty thousand': '👩\u200d👩\u200d👧\u200d'.repeat(50_000),
  'turned from right to left without end': BIDI.repeat(100_000),
  'lone surrogates': '\ud800 \udfff \udbff'.repeat(1_000),
  'no characters': '\u0000\u0001\uffff\ufffe\u0085'.repeat(10_000),
  'a formula': '=HYPERLINK("https://example.com/?"&A1,"Open")',
  'formulas after everything': ['\n', '\r', ';', '"', ',', '\t', '\u2028', ' '].map((mark) => `x${mark}=1+1`).join(''),
  'formulas in other letters': '＝1+1\n﹦1\n＋1\n－1\n＠A1\n\u200b=1\n\ufeff=1',
  'percent signs': '%'.repeat(1_000_000),
  quotes: '"'.repeat(1_000_000),
  'brackets of links': '['.repeat(200_000),
  'links within links': '[a]('.repeat(100_000),
  'stars of Markdown': '*a **'.repeat(100_000),
  'underlines of Markdown': '_'.repeat(300_000),
  'backticks of growing length': many(600, (at) => '`'.repeat(at)).join(' '),
  'tags without end': '<a '.repeat(200_000),
  'comments without end': '<!--'.repeat(100_000),
  entities: '&#x1F4A9;&amp;&lt;'.repeat(50_000),
  'braces of Jekyll and MDX': '{{ site }} {% raw %} {x}'.repeat(20_000),
  addresses: 'https://example.com/'.repeat(50_000),
  'an address of a million letters': `https://example.com/${'a'.repeat(1_000_000)}`,
  'addresses of no kind': 'javascript:alert(1) data:text/html,x file:///etc/passwd \\\\host\\share http://a@b'.repeat(
    5_000,
  ),
  'dashes of a table': '|-'.repeat(200_000),
  'hyphens that may break': 'a\u00ad'.repeat(300_000),
  'widest letters': '﷽𒐫'.repeat(100_000),
  'Arabic that joins': 'سلام'.repeat(100_000),
  'Thai without spaces': 'กรุงเทพมหานคร'.repeat(30_000),
  'letters of no font': '𐎀𒀀𓀀\ue000\u{10ffff}'.repeat(50_000),
};

/** As much of a text as a review may hold, in each of its larger places. */
function full(text: string): string {
  const most = 6_500_000;
  const piece = text.slice(0, TEXT_LIMIT);
  const rows = Math.min(300, Math.floor(most / Buffer.byteLength(JSON.stringify(piece))));
  return written({
    context: { fields: { purpose: piece, extra: piece } },
    risks: { own: many(rows, (at) => risk(`r${at}`, 'A risk', piece)) },
  });
}

const FULL = [
  'a million tabs',
  'a million line breaks',
  'a word of a million letters',
  'a letter under a hundred thousand marks',
  'turned from right to left without end',
  'percent signs',
  'quotes',
  'brackets of links',
  'stars of Markdown',
  'braces of Jekyll and MDX',
  'hyphens that may break',
  'Arabic that joins',
  'letters of no font',
];

/** Reviews to be imported. */
export const HOSTILE_REVIEWS = filesOf('review', {
  ...Object.fromEntries(Object.entries(TEXTS).map(([name, text]) => [`a field of ${name}`, () => field(text)])),
  ...Object.fromEntries(
    Object.entries(TEXTS).map(([name, text]) => [`a title of ${name}`, () => written({ title: text })]),
  ),
  ...Object.fromEntries(
    Object.entries(TEXTS).map(([name, text]) => [`a part of ${name}`, () => field(text.slice(0, TEXT_LIMIT))]),
  ),
  ...Object.fromEntries(FULL.map((name) => [`full of ${name}`, () => full(TEXTS[name] ?? '')])),
  empty: () => '',
  'white space only': () => ' '.repeat(5_000_000),
  'arrays without end': () => nested(500_000),
  'arrays without end that end': () => nested(200_000, '[', ']', '1'),
  'objects without end': () => nested(200_000, '{"a":', '}', '1'),
  'a field that is nested': () => raw(nested(100_000)),
  'nested where anything may stand': () => written({}, { notes: JSON.parse(nested(4_000)) }),
  'a number of a million digits': () => raw('1'.repeat(1_000_000)),
  'numbers beyond all bounds': () => raw('[1e999,-1e999,1e-999,-0,123456789012345678901234567890]'),
  'a text that does not end': () => raw(`"${'x'.repeat(1_000_000)}`),
  'escapes only': () => raw(`"${'\\u0041'.repeat(300_000)}"`),
  'half an escape': () => raw('"\\u00"'),
  'a million keys': () => raw(`{${many(400_000, (at) => `"k${at}":0`).join()}}`),
  'one key a hundred thousand times': () => raw(`{${many(100_000, () => '"title":"x"').join()}}`),
  'a key of five million letters': () => raw(`{"${'k'.repeat(5_000_000)}":1}`),
  'an own __proto__ of the file': () => written().replace('{', '{"__proto__":{"isAdmin":true},'),
  'an own __proto__ of the document': () => raw('"x","__proto__":{"title":"Other"}'),
  'a field called __proto__': () => written({ context: { fields: JSON.parse('{"__proto__":"x"}') } }),
  'a field called constructor': () =>
    written({ context: { fields: { constructor: 'x', toString: 'y', hasOwnProperty: 'z' } } }),
  'answers called __proto__': () => written({ rule: { answers: JSON.parse('{"__proto__":{"answer":"yes"}}') } }),
  'a byte order mark': () => `\ufeff${written()}`,
  'two byte order marks': () => `\ufeff\ufeff${written()}`,
  'UTF-16': () => Buffer.from(`\ufeff${written()}`, 'utf16le'),
  'UTF-16 the other way round': () => Buffer.from(`\ufeff${written()}`, 'utf16le').swap16(),
  'bytes that are no UTF-8': () => Buffer.concat([Buffer.from(written()), Buffer.from([0xff, 0xfe, 0xc0, 0x80])]),
  'overlong letters': () => Buffer.from(written()).fill(0xc0, 30, 34),
  'zero bytes': () => Buffer.alloc(1_000_000),
  noise: () => noise(1_000_000),
  'a ZIP': () => Buffer.concat([Buffer.from('PK\u0003\u0004'), noise(10_000)]),
  'a PDF': () => '%PDF-1.7\n',
  'a web page': () => `<!doctype html><title>Sign in</title>${'<div>'.repeat(100_000)}`,
  'comments and commas': () => `/* a review */ ${written()},`,
  'two reviews': () => `${written()}\n${written()}`,
  'cut in the middle': () => written().slice(0, 700),
  null: () => 'null',
  'a text': () => '"groundwork-review"',
  'no document': () => written({}, { document: null }),
  'a list as document': () => written({}, { document: [] }),
  'another format': () => written({}, { format: 'groundwork-rewiev' }),
  'a form of the future': () => written({}, { schemaVersion: 999 }),
  'a form of no kind': () => written({}, { schemaVersion: 1e308 }),
  'a form of words': () => written({}, { schemaVersion: '1' }),
  'a wrong checksum': () => written({}, { sha256: '0'.repeat(64) }),
  'a checksum of no kind': () => written({}, { sha256: 'x'.repeat(1_000_000) }),
  'no template': () => written({}, { template: null }),
  'a template of another review': () =>
    written({ template: { id: 'small', version: '9.9.9', sha256: 'f'.repeat(64) } }),
  'an id that leads elsewhere': () => written({ id: '../../../etc/passwd' }),
  'an id in capitals': () => written({ id: '5A1D9F0E-0000-4000-8000-0123456789AB' }),
  'an id in other letters': () => written({ id: '５a1d9f0e-0000-4000-8000-0123456789ab' }),
  'a blank title': () => written({ title: ' \u200b\u2060\u00a0' }),
  'a title of two lines': () => written({ title: 'One\nTwo' }),
  'a title that turns around': () => written({ title: 'invoice\u202efdp.exe' }),
  'a hundred thousand approvers': () =>
    written({ signOff: { approvers: many(100_000, (at) => approver(`a${at}`)), signatures: [] } }),
  'an approver twice': () => written({ signOff: { approvers: [approver('a'), approver('a', 'Bo')], signatures: [] } }),
  'a signature for two approvers': () =>
    written({ signOff: { approvers: [approver('a'), approver('a')], signatures: [signature('s', 'a')] } }),
  'a signature twice': () =>
    written({ signOff: { approvers: [approver('a')], signatures: [signature('s', 'a'), signature('s', 'a')] } }),
  'a signature of nobody': () => written({ signOff: { approvers: [], signatures: [signature('s', '__proto__')] } }),
  'ids that differ in case': () =>
    written({ signOff: { approvers: [approver('ada'), approver('Ada')], signatures: [] } }),
  'ids that look alike': () => written({ signOff: { approvers: [approver('ada'), approver('аdа')], signatures: [] } }),
  'a drawing of a million points': () =>
    written({
      signOff: {
        approvers: [approver('a')],
        signatures: [{ ...signature('s', 'a'), drawing: [many(500_000, (at) => [at % 100, 1])] }],
      },
    }),
  'a drawing far outside': () =>
    written({
      signOff: {
        approvers: [approver('a')],
        signatures: [
          {
            ...signature('s', 'a'),
            drawing: [
              [
                [1e308, -1e308],
                [5e-324, 1],
              ],
            ],
          },
        ],
      },
    }),
  'a hundred thousand risks': () => written({ risks: { own: many(100_000, (at) => risk(`r${at}`)) } }),
  'a risk twice': () => written({ risks: { own: [risk('r'), risk('r')] } }),
  'twenty thousand stages': () => written({ path: { stages: keyed(20_000, { state: 'planned' }) } }),
  'a hundred thousand answers': () => written({ rule: { answers: keyed(100_000, { answer: 'yes' }) } }),
  'fields by the hundred thousand': () => written({ context: { fields: keyed(100_000, 'x') } }),
  'a field with a long name': () => written({ context: { fields: keyed(10, 'x', (at) => 'k'.repeat(400_000 + at)) } }),
  'days that are none': () => written({ createdAt: '2026-02-31T25:61:61Z' }),
  'a day in the far future': () => written({ createdAt: '+275760-09-13T00:00:00.000Z' }),
  'a day of a million letters': () => written({ createdAt: `2026-01-01T00:00:00.${'0'.repeat(1_000_000)}Z` }),
  'closed by hand': () => written({ closed: { at: '2026-01-01T00:00:00Z', by: 'x'.repeat(1_000_000) } }),
  'what nobody knows': () => written({ isApproved: true, total: keyed(10_000, nested(10)) }),
  'nine megabytes': () => field('lorem ipsum '.repeat(750_000)),
  'thirty megabytes': () => field('x'.repeat(30_000_000)),
});

/** The same as files that lie in the data folder: opened, listed, searched and exported without an import. */
export const HOSTILE_STORED = [
  'arrays without end that end',
  'objects without end',
  'a million keys',
  'an own __proto__ of the document',
  'UTF-16',
  'noise',
  'zero bytes',
  'two reviews',
  'a form of the future',
  'a hundred thousand approvers',
  'a field of a million tabs',
  'a field of brackets of links',
  'a field of lone surrogates',
  'nine megabytes',
  'thirty megabytes',
].flatMap((name) =>
  HOSTILE_REVIEWS.filter((review) => review.name === name).map((review) => ({ ...review, way: 'stored' as const })),
);
