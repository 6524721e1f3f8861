import type { FindingCode } from '#shared/verify/verify.ts';
import {
  appendUpdate,
  catalogNumber,
  entryText,
  nextNumber,
  type Objects,
  objectsWith,
  pageNumbers,
  withEntries,
} from '../pdf-forgery.ts';
import type { Attack, AttackBase } from './attack-base.ts';
import { forgedSeal, pdfString } from './forged-seal.ts';

const stream = (text: string, entries = '') => `<< ${entries} /Length ${text.length} >>\nstream\n${text}\nendstream`;

type Kinds = Readonly<Record<string, (pdf: Uint8Array) => Objects>>;

/** What somebody with all keys prepares before the seals, under the name of this version and of others. */
export function preparedAttacks(base: AttackBase): readonly Attack[] {
  const under = (creator: string | null, kinds: Kinds, codes: readonly FindingCode[], verdict: Attack['verdict']) =>
    Object.entries(kinds).map(([name, objectsOf]) =>
      attack(base, `${name}, by ${creator ?? 'this version'}`, { creator, objectsOf, codes, verdict }),
    );
  const { 'pages in another order': order = () => ({}), ...sameWords } = VISIBLE;
  const otherWords: Kinds = { 'pages in another order': order };
  const every = { ...VISIBLE, ...STRANGE };
  return [
    ...under(null, every, ['text-differs'], 'altered'),
    ...under('Groundwork 0.2.0', STRANGE, ['foreign-part'], 'altered'),
    ...under('Groundwork 0.1.0', ACTING, ['record-acts'], 'altered'),
    ...under('Groundwork 0.2.0', ACTING, ['record-acts'], 'altered'),
    ...under('Groundwork 0.2.0', sameWords, ['drawing-not-compared'], 'uncompared'),
    ...under('Groundwork 0.2.0', otherWords, ['text-not-compared'], 'uncompared'),
    ...[
      'Groundwork 0.0.9',
      'Groundwork 99.0.0',
      'Groundwork 0.3.0 ',
      ' Groundwork 0.3.0',
      'groundwork 0.3.0',
      'Groundwork 0.4',
      'Groundwork',
      'Groundwork 0.2.0-beta',
    ].flatMap((creator) =>
      under(
        creator,
        { 'pages of no known version': VISIBLE['a white box over the words'] ?? (() => ({})) },
        ['version-unknown'],
        'unreadable',
      ),
    ),
    ...under(null, UNREADABLE, ['hash-not-printed', 'text-differs'], 'altered'),
    ...under(null, WAITING, ['changed-between'], 'altered'),
    ...under('Groundwork 0.2.0', SHORTER, ['text-not-compared'], 'uncompared'),
    ...under('Another program', { 'pages of another program': () => ({}) }, ['text-differs'], 'altered'),
    ...under('', { 'pages of nobody': () => ({}) }, ['text-differs'], 'altered'),
  ];
}

interface Preparation {
  readonly creator: string | null;
  readonly objectsOf: (pdf: Uint8Array) => Objects;
  readonly codes: readonly FindingCode[];
  readonly verdict: Attack['verdict'];
}

function attack(base: AttackBase, name: string, { creator, objectsOf, codes, verdict }: Preparation): Attack {
  const { unsealed, info, first, second, witness, own } = base;
  return {
    name,
    verdict,
    codes,
    bytes: async () => {
      const claim = creator === null ? {} : { [info]: withEntries(unsealed, info, { Creator: pdfString(creator) }) };
      const trailer = { Info: `${info} 0 R` };
      const prepared = appendUpdate(unsealed, { ...claim, ...objectsOf(unsealed) }, { trailer });
      return forgedSeal(await forgedSeal(prepared, first, witness), second, own);
    },
  };
}

const page = (pdf: Uint8Array, entries: Readonly<Record<string, string | null>>, more: Objects = {}): Objects => {
  const [first = 0] = pageNumbers(pdf);
  return { [first]: withEntries(pdf, first, entries), ...more };
};
const catalog = (pdf: Uint8Array, entries: Readonly<Record<string, string | null>>, more: Objects = {}): Objects => ({
  [catalogNumber(pdf)]: withEntries(pdf, catalogNumber(pdf), entries),
  ...more,
});
const note = (entries: string) => (pdf: Uint8Array) =>
  page(
    pdf,
    { Annots: `[${nextNumber(pdf)} 0 R]` },
    { [nextNumber(pdf)]: `<< /Type /Annot /Rect [0 0 500 800] ${entries} >>` },
  );

/** What other pages of the same kinds of parts show: only making them again tells. */
const VISIBLE: Kinds = {
  'a white box over the words': (pdf) =>
    page(
      pdf,
      { Contents: `[${entryText(pdf, pageNumbers(pdf)[0] ?? 0, 'Contents')} ${nextNumber(pdf)} 0 R]` },
      { [nextNumber(pdf)]: stream('1 g 0 0 600 800 re f') },
    ),
  'glyphs that say something else than they show': (pdf) => {
    const fonts = objectsWith(pdf, ({ entries }) => entries.has('DescendantFonts'));
    const [font = 0, other = 0] = fonts;
    return { [font]: withEntries(pdf, font, { DescendantFonts: entryText(pdf, other, 'DescendantFonts') }) };
  },
  'pages in another order': (pdf) => {
    const tree = Number.parseInt(entryText(pdf, catalogNumber(pdf), 'Pages'), 10);
    const kids = pageNumbers(pdf).toReversed();
    return { [tree]: withEntries(pdf, tree, { Kids: `[${kids.map((number) => `${number} 0 R`).join(' ')}]` }) };
  },
};

const ACTING: Kinds = {
  'a script at opening': (pdf) => catalog(pdf, { OpenAction: '<< /S /JavaScript /JS (1) >>' }),
  'a program at opening': (pdf) => catalog(pdf, { OpenAction: '<< /S /Launch /F (calc.exe) >>' }),
  'another file at opening': (pdf) => catalog(pdf, { OpenAction: '<< /S /GoToR /F (other.pdf) /D [0 /Fit] >>' }),
  'an attached file at opening': (pdf) => catalog(pdf, { OpenAction: '<< /S /GoToE /D [0 /Fit] >>' }),
  'a command of the viewer': (pdf) => catalog(pdf, { OpenAction: '<< /S /Named /N /Print >>' }),
  'an article at opening': (pdf) => catalog(pdf, { OpenAction: '<< /S /Thread /D 0 >>' }),
  'a layer switched at opening': (pdf) => catalog(pdf, { OpenAction: '<< /S /SetOCGState /State [] >>' }),
  'a film': note('/Subtype /Link /A << /S /Rendition >>'),
  'a form that is sent': note('/Subtype /Link /A << /S /SubmitForm /F (https://example.org) >>'),
  'fields that are emptied': note('/Subtype /Link /A << /S /ResetForm >>'),
  'data that is brought in': note('/Subtype /Link /A << /S /ImportData /F (a.fdf) >>'),
  'a sound': note('/Subtype /Link /A << /S /Sound >>'),
};

/** Puts operators around what the first page shows. */
const around = (before: string, after: string) => (pdf: Uint8Array) => {
  const next = nextNumber(pdf);
  const content = entryText(pdf, pageNumbers(pdf)[0] ?? 0, 'Contents');
  return page(
    pdf,
    { Contents: `[${next} 0 R ${content} ${next + 1} 0 R]` },
    { [next]: stream(before), [next + 1]: stream(after) },
  );
};
const REJECTED = '/Span << /ActualText (Rejected) >> BDC';

/** What no version ever wrote. */
const STRANGE: Kinds = {
  'words that are only there to be copied': around('q Q', `${REJECTED} EMC`),
  'a page that is copied as other words': around(REJECTED, 'EMC'),
  'a page that is copied as other words to its end': around(REJECTED, 'q Q'),
  'words that are only there to be copied, in what a page draws as a whole': (pdf) => {
    const next = nextNumber(pdf);
    const resources = Number.parseInt(entryText(pdf, pageNumbers(pdf)[0] ?? 0, 'Resources'), 10);
    return {
      [resources]: withEntries(pdf, resources, { XObject: `<< /X ${next} 0 R >>` }),
      [next]: stream(`${REJECTED} EMC`, '/Type /XObject /Subtype /Form /BBox [0 0 1 1]'),
    };
  },
  'a page of which nothing is copied': around('/Span << /ActualText () >> BDC', 'EMC'),
  'a free text': note('/Subtype /FreeText /Contents (Rejected)'),
  'a stamp': note('/Subtype /Stamp /Name /NotApproved'),
  'a link with a look': note('/Subtype /Link /AP << /N 1 0 R >> /A << /S /URI /URI (https://example.org) >>'),
  'a link that goes on': note(
    '/Subtype /Link /A << /S /URI /URI (https://example.org) /Next << /S /URI /URI (https://example.com) >> >>',
  ),
  'a turned page': (pdf) => page(pdf, { Rotate: '180' }),
  'a cropped page': (pdf) => page(pdf, { CropBox: '[0 0 10 10]' }),
  'another unit': (pdf) => page(pdf, { UserUnit: '10' }),
  'a page that is blended': (pdf) => page(pdf, { Group: '<< /S /Transparency >>' }),
  'a page with a layer': (pdf) => {
    const [first = 0] = pageNumbers(pdf);
    return page(pdf, {
      Resources: entryText(pdf, first, 'Resources')
        .replace(/^(\d+ 0 R)$/, '<< /Font << >> >>')
        .replace(/>>$/, '/Properties << /L << /Type /OCG /Name (a) >> >> >>'),
    });
  },
  'all pages turned': (pdf) => {
    const tree = Number.parseInt(entryText(pdf, catalogNumber(pdf), 'Pages'), 10);
    return { [tree]: withEntries(pdf, tree, { Rotate: '180' }) };
  },
  layers: (pdf) => catalog(pdf, { OCProperties: '<< /OCGs [] /D << >> >>' }),
  'a text field': (pdf) =>
    catalog(
      pdf,
      { AcroForm: `${nextNumber(pdf)} 0 R` },
      {
        [nextNumber(pdf)]: `<< /Fields [${nextNumber(pdf) + 1} 0 R] /SigFlags 3 >>`,
        [nextNumber(pdf) + 1]: '<< /FT /Tx /T (a) /V (Rejected) >>',
      },
    ),
  'a second associated file': (pdf) =>
    catalog(
      pdf,
      { AF: `[${nextNumber(pdf)} 0 R ${nextNumber(pdf)} 0 R]` },
      { [nextNumber(pdf)]: '<< /Type /Filespec /F (malware.exe) >>' },
    ),
  'a destination by name': (pdf) => catalog(pdf, { Dests: '<< >>' }),
};

/** Pages whose words cannot be read here, although viewers show them. */
const UNREADABLE: Kinds = {
  'pages that are packed in another way': (pdf) =>
    page(pdf, { Contents: `${nextNumber(pdf)} 0 R` }, { [nextNumber(pdf)]: stream('a', '/Filter /LZWDecode') }),
};

/** What nothing leads to, and refers to what the first seal brings: its number is the next but one. */
const WAITING: Kinds = Object.fromEntries(
  Object.entries({
    'a list that waits for the seal': (seal: number) => `[1 ${seal} 0 R]`,
    'a dictionary that waits for the seal': (seal: number) => `<< /Type /Annot /V ${seal} 0 R >>`,
    'a stream that waits for the seal': (seal: number) => stream('q', `/V ${seal} 0 R`),
    'an object that is the seal’s': (seal: number) => `${seal} 0 R`,
  }).map(([name, text]) => [name, (pdf: Uint8Array) => ({ [nextNumber(pdf)]: text(nextNumber(pdf) + 1) })]),
);

/** Pages of which the words of the last one are left out. */
const SHORTER: Kinds = {
  'the last page left out': (pdf) => {
    const tree = Number.parseInt(entryText(pdf, catalogNumber(pdf), 'Pages'), 10);
    const kids = pageNumbers(pdf).slice(0, -1);
    const list = kids.map((number) => `${number} 0 R`).join(' ');
    return { [tree]: withEntries(pdf, tree, { Kids: `[${list}]`, Count: String(kids.length) }) };
  },
};
