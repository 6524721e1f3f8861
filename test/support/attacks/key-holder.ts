import { VERSION } from '#shared/base/version.ts';
import { entryText, type Objects, objectText, pageNumbers, withEntries } from '../pdf-forgery.ts';
import type { Attack, AttackBase } from './attack-base.ts';
import { type Forgery, forgedSeal } from './forged-seal.ts';

type Forgeries = Readonly<Record<string, Forgery>>;

const stream = (text: string, entries = '') => `<< ${entries} /Length ${text.length} >>\nstream\n${text}\nendstream`;
/** What lays another decision over a page. */
const OVERLAY = stream(
  '1 g 0 0 600 842 re f 0 g BT /F1 30 Tf 50 700 Td (REJECTED) Tj ET',
  '/Type /XObject /Subtype /Form /BBox [0 0 600 842]',
);

/** What an approver can do with the update of the own seal. */
export function keyHolderAttacks(base: AttackBase): readonly Attack[] {
  const shapes = (forgeries: Forgeries, codes: Attack['codes']) => seals(base, forgeries, codes);
  return [
    ...shapes(FIELDS, ['seal-shape']),
    ...shapes(SEALS, ['seal-shape']),
    ...shapes(FORMS, ['seal-shape']),
    ...shapes(FORM_PARTS, ['changed-between']),
    ...shapes(CATALOGS, ['changed-between', 'text-differs']),
    ...shapes(ACTIONS, ['changed-between', 'record-acts']),
    ...shapes(pages(base), ['changed-between', 'text-differs']),
    ...shapes(replaced(base), ['changed-between', 'text-differs']),
    ...shapes(ORPHANS, ['changed-between']),
    ...shapes(FURTHER_FIELDS, ['changed-between']),
    ...shapes(RANGES, ['signature-broken', 'signature-partial']),
    ...shapes(SHORT_RANGES, ['signature-partial']),
    ...shapes(OTHER_CATALOG, ['signature-hidden', 'data-missing']),
    ...shapes(places(base), ['seal-shape']),
    ...shapes(EXCHANGED, ['changed-between', 'seal-shape']),
    ...shapes(listings(base), ['seal-shape']),
    ...shapes(laterPages(base), ['changed-between']),
    ...shapes(NESTED, ['seal-shape']),
    fieldOfAnother(base),
  ];
}

/** Each forgery with the first seal, which the second then covers, and with the last one. */
function seals(base: AttackBase, forgeries: Forgeries, codes: Attack['codes']): readonly Attack[] {
  const { unsealed, once, first, second, witness, own } = base;
  return Object.entries(forgeries).flatMap(([name, forgery]): readonly Attack[] => [
    {
      name: `${name}, with the first seal`,
      bytes: async () => forgedSeal(await forgedSeal(unsealed, first, witness, forgery), second, own),
      verdict: 'altered',
      codes,
    },
    {
      name: `${name}, with the last seal`,
      bytes: () => forgedSeal(once, second, own, forgery),
      verdict: 'altered',
      codes,
    },
  ]);
}

const FIELDS: Forgeries = {
  'a field that acts': { field: { AA: '<< /C << /S /JavaScript /JS (1) >> >>' } },
  'a field over the page': { field: { Rect: '[0 0 595 842]' } },
  'a field of one point': { field: { Rect: '[10 10 11 11]' } },
  'a field with a line for a rectangle': { field: { Rect: '[0 0 600 0]' } },
  'a field with a look of its own': {
    field: { AP: '<< /N 9900 0 R >>', Rect: '[0 0 595 842]' },
    objects: () => ({ 9900: OVERLAY }),
  },
  'a field with a look and no size': { field: { AP: '<< /N 9900 0 R >>' }, objects: () => ({ 9900: OVERLAY }) },
  'a field with a caption': { field: { MK: '<< /CA (REJECTED) /BG [1 1 1] >>' } },
  'a field with a lock': { field: { Lock: '<< /Type /SigFieldLock /Action /All >>' } },
  'a field with a seed': { field: { SV: '<< /Type /SV >>' } },
  'a field with another tip': { field: { TU: '(Rejected)' } },
  'a field with a tip that is none': { field: { TU: '/Rejected' } },
  'a field with flags': { field: { Ff: '1' } },
  'a field that can be moved': { field: { F: '4' } },
  'a field that is hidden': { field: { F: '2' } },
  'a field that is not printed': { field: { F: '0' } },
  'a field without flags': { field: { F: null } },
  'a field of another page': { field: { P: '9999 0 R' } },
  'a field without a page': { field: { P: null } },
  'a field with contents': { field: { Contents: '(REJECTED)' } },
  'a field with a border': { field: { Border: '[0 0 9]' } },
  'a field in a layer': { field: { OC: '<< /Type /OCG /Name (a) >>' } },
  'a field with a name for its state': { field: { AS: '/Off' } },
  'a field with a parent': { field: { Parent: '9900 0 R' }, objects: () => ({ 9900: '<< /T (up) >>' }) },
  'a field with a parent that leads back': {
    field: { Parent: '9900 0 R' },
    objects: ({ field }) => ({ 9900: `<< /T (up) /Kids [${field} 0 R] >>` }),
  },
  'a field with a default look': { field: { DA: '(/Helv 0 Tf)' } },
  'a field that is no widget': { field: { Subtype: '/Stamp' } },
  'a field that is no note': { field: { Type: '/Field' } },
  'a field with a second note': {
    notes: ({ next }) => `${next} 0 R`,
    objects: ({ next, field }) => ({
      [next]: `<< /Type /Annot /Subtype /Widget /FT /Sig /Parent ${field} 0 R /Rect [0 0 600 800] >>`,
    }),
  },
};

const SEALS: Forgeries = {
  'a seal with a place': { seal: { Location: '(A place)' } },
  'a seal with a contact': { seal: { ContactInfo: '(somebody)' } },
  'a seal with another program': { seal: { Prop_Build: '<< /App << /Name /Other >> >>' } },
  'a seal with changes': { seal: { Changes: '[1 2 3]' } },
  'a seal with a certificate beside': { seal: { Cert: '<00>' } },
  'a seal with a version': { seal: { V: '1' } },
  'a seal with a revision': { seal: { R: '1' } },
  'a seal with a key of no form': { seal: { GWRK_Other: '/Approved' } },
  'a seal of a later form': { seal: { GWRK_Form: '3' } },
  'a seal of a form in words': { seal: { GWRK_Form: '/2' } },
  'a seal for no content': { seal: { GWRK_ContentSHA256: null } },
  'a seal of another handler': { seal: { Filter: '/Entrust.PPKEF' } },
  'a seal without a type': { seal: { Type: null } },
  'a seal that is a time stamp': { seal: { Type: '/DocTimeStamp' } },
  'a seal whose name stands elsewhere': { seal: { Name: '9900 0 R' }, objects: () => ({ 9900: '(Grace Hopper)' }) },
  'a seal whose statement stands elsewhere': {
    seal: { Reason: '9900 0 R' },
    objects: () => ({ 9900: '(Approves.)' }),
  },
  'a seal that allows notes': { seal: { Reference: certification('/P 3') } },
  'a seal that forbids everything': { seal: { Reference: certification('/P 1') } },
  'a seal that locks fields': {
    seal: {
      Reference:
        '[<< /Type /SigRef /TransformMethod /FieldMDP /TransformParams << /Type /TransformParams /Action /All /V /1.2 >> >>]',
    },
  },
  'a seal that refers to something': { seal: { Reference: certification('/P 2', '/Data 1 0 R') } },
};

function certification(right: string, more = ''): string {
  return `[<< /Type /SigRef /TransformMethod /DocMDP ${more} /TransformParams << /Type /TransformParams ${right} /V /1.2 >> >>]`;
}

const FORMS: Forgeries = {
  'a form that may be rewritten': { form: { SigFlags: '1' } },
  'a form without signatures': { form: { SigFlags: '0' } },
  'a form without flags': { form: { SigFlags: null } },
};

const FORM_PARTS: Forgeries = {
  'a form with XFA': { form: { XFA: '9900 0 R' }, objects: () => ({ 9900: stream('<xdp/>') }) },
  'scripts by name': { catalog: { Names: '<< /JavaScript << /Names [(a) << /S /JavaScript /JS (1) >>] >> >>' } },
  'a form drawn anew': { form: { NeedAppearances: 'true' } },
  'a form with resources': { form: { DR: '<< /Font << >> >>' } },
  'a form with a look': { form: { DA: '(/Helv 0 Tf)' } },
  'a form with an order': { form: { CO: '[]' } },
  'a form with alignment': { form: { Q: '1' } },
};

const CATALOGS: Forgeries = {
  layers: { catalog: { OCProperties: '<< /OCGs [] /D << >> >>' } },
  'another language': { catalog: { Lang: '(xx)' } },
  'other page labels': { catalog: { PageLabels: '<< /Nums [0 << /S /r >>] >>' } },
  'another window': { catalog: { ViewerPreferences: '<< /HideToolbar true >>' } },
  'another layout': { catalog: { PageLayout: '/TwoColumnLeft' } },
  'another mode': { catalog: { PageMode: '/FullScreen' } },
  'no bookmarks': { catalog: { Outlines: null } },
  'no tags': { catalog: { StructTreeRoot: null } },
  'unmarked tags': { catalog: { MarkInfo: '<< /Marked false >>' } },
  'another place at opening': { catalog: { OpenAction: '[9999 0 R /Fit]' } },
  'other metadata': {
    catalog: { Metadata: '9900 0 R' },
    objects: () => ({ 9900: stream('', '/Type /Metadata /Subtype /XML') }),
  },
  'no output intent': { catalog: { OutputIntents: null } },
  'a collection': { catalog: { Collection: '<< /View /T >>' } },
  'validation data': { catalog: { DSS: '<< /Type /DSS >>' } },
  extensions: { catalog: { Extensions: '<< >>' } },
  'another version': { catalog: { Version: '/2.0' } },
  articles: { catalog: { Threads: '[]' } },
  'a base address': { catalog: { URI: '<< /Base (https://example.org) >>' } },
  'data of a program': { catalog: { PieceInfo: '<< /A << >> >>' } },
  'no associated file': { catalog: { AF: null } },
  requirements: { catalog: { Requirements: '[]' } },
};

const ACTIONS: Forgeries = {
  'a script at opening': { catalog: { OpenAction: '<< /S /JavaScript /JS (app.alert\\(1\\)) >>' } },
  'a program at opening': { catalog: { OpenAction: '<< /S /Launch /F (calc.exe) >>' } },
  'a form sent at closing': { catalog: { AA: '<< /WC << /S /SubmitForm /F (https://example.org) >> >>' } },
  'a page that acts': { page: { AA: '<< /O << /S /JavaScript /JS (1) >> >>' } },
  'a note that acts': {
    notes: () => '9900 0 R',
    objects: () => ({
      9900: '<< /Type /Annot /Subtype /Link /Rect [0 0 600 800] /A << /S /Launch /F (calc.exe) >> >>',
    }),
  },
  'a link to another file': {
    notes: () => '9900 0 R',
    objects: () => ({
      9900: '<< /Type /Annot /Subtype /Link /Rect [0 0 600 800] /A << /S /GoToR /F (other.pdf) /D [0 /Fit] >> >>',
    }),
  },
};

/** Other pages in the update of a seal. */
function pages({ unsealed }: AttackBase): Forgeries {
  const [, second = 0] = pageNumbers(unsealed);
  const kinds: Readonly<Record<string, string>> = {
    Rotate: '90',
    CropBox: '[0 0 10 10]',
    MediaBox: '[0 0 100 100]',
    UserUnit: '10',
    Resources: '<< >>',
    Contents: '9900 0 R',
    Group: '<< /S /Transparency >>',
    Dur: '1',
    Trans: '<< /S /Wipe >>',
    PieceInfo: '<< >>',
    Thumb: '9900 0 R',
    Tabs: '/R',
    B: '[]',
    VP: '[]',
    BleedBox: '[0 0 1 1]',
  };
  const objects = { 9900: OVERLAY };
  return Object.fromEntries(
    Object.entries(kinds).flatMap(([key, value]) => [
      [`/${key} of the first page`, { page: { [key]: value }, objects: () => objects }],
      [
        `/${key} of the second page`,
        { objects: () => ({ ...objects, [second]: withEntries(unsealed, second, { [key]: value }) }) },
      ],
    ]),
  );
}

/** Objects of the pages under their own numbers, and notes beside the field. */
function replaced({ unsealed, info }: AttackBase): Forgeries {
  const all = pageNumbers(unsealed);
  const [first = 0] = all;
  const content = Number.parseInt(entryText(unsealed, first, 'Contents'), 10);
  const note = (entries: string) => ({
    notes: () => '9901 0 R',
    objects: (): Objects => ({ 9901: `<< /Type /Annot /Rect [0 0 600 800] ${entries} >>`, 9902: OVERLAY }),
  });
  return {
    'the content of a page': { objects: () => ({ [content]: OVERLAY }) },
    'the properties': { objects: () => ({ [info]: `<< /Title (REJECTED) /Creator (Groundwork ${VERSION}) >>` }) },
    'a page in place of another': { objects: () => ({ [all[1] ?? 0]: withEntries(unsealed, first, {}) }) },
    'a free text': note('/Subtype /FreeText /Contents (REJECTED)'),
    'a stamp': note('/Subtype /Stamp /AP << /N 9902 0 R >>'),
    'a white square': note('/Subtype /Square /IC [1 1 1]'),
    'a place to redact': note('/Subtype /Redact'),
    'a file on a page': note('/Subtype /FileAttachment'),
    'a link': note('/Subtype /Link /A << /S /URI /URI (https://example.org) >>'),
    'a text field': note('/Subtype /Widget /FT /Tx /V (REJECTED)'),
  };
}

/** The field of a seal in other places than on the first page. */
function places({ unsealed }: AttackBase): Forgeries {
  const [, second = 0] = pageNumbers(unsealed);
  return {
    'a field on the second page, too': {
      objects: ({ field }) => ({ [second]: withEntries(unsealed, second, { Annots: `[${field} 0 R]` }) }),
    },
    'a field twice on the page': { notes: ({ field }) => `${field} 0 R` },
  };
}

/** Another field in the list of the form, or of the page, than the one of the seal. */
const EXCHANGED: Forgeries = {
  'a text field in place of its own': {
    form: { Fields: '[9901 0 R]' },
    objects: ({ seal }) => ({
      9901: `<< /FT /Tx /T (a) /V ${seal} 0 R /Kids [9902 0 R] >>`,
      9902: `<< /FT /Sig /T (b) /V ${seal} 0 R >>`,
    }),
  },
};

/** What stood there before, listed once more as part of the update. */
function listings({ unsealed }: AttackBase): Forgeries {
  const [first = 0] = pageNumbers(unsealed);
  return {
    'an earlier object, listed again': { again: [Number.parseInt(entryText(unsealed, first, 'Contents'), 10)] },
  };
}

/** Pages behind the first one, in the update of a seal. */
function laterPages({ unsealed }: AttackBase): Forgeries {
  const [, second = 0, third = 0] = pageNumbers(unsealed);
  const stamp = '<< /Type /Annot /Subtype /Stamp /Rect [0 0 600 800] >>';
  return {
    'the second page with the content of the third': {
      objects: () => ({
        [second]: withEntries(unsealed, second, { Contents: entryText(unsealed, third, 'Contents') }),
      }),
    },
    'a stamp on the last page': {
      objects: ({ next }) => ({
        [third]: withEntries(unsealed, third, { Annots: `[${next} 0 R]` }),
        [next]: stamp,
      }),
    },
    'a script without its kind': {
      catalog: { OpenAction: '<< /JS (app.alert\\(1\\)) >>' },
    },
  };
}

const OTHER_CATALOG: Forgeries = {
  'another catalog': {
    trailer: ({ next }) => ({ Root: `${next} 0 R` }),
    objects: ({ next }) => ({ [next]: '<< /Type /Catalog /Pages 1 0 R >>' }),
  },
};

/** Fields that come along with a seal's. */
const FURTHER_FIELDS: Forgeries = {
  'a text field beside': { fields: () => '9901 0 R', objects: () => ({ 9901: '<< /FT /Tx /T (a) /V (REJECTED) >>' }) },
  'a choice beside': { fields: () => '9901 0 R', objects: () => ({ 9901: '<< /FT /Ch /T (a) /V (REJECTED) >>' }) },
  'an empty signature field beside': { fields: () => '9901 0 R', objects: () => ({ 9901: '<< /FT /Sig /T (a) >>' }) },
  'a field that is not there': { fields: () => '9901 0 R' },
};

/** Signatures that fit, over less than what stands there. */
const RANGES: Forgeries = {
  'a seal that leaves out the start': { range: (gap, end, length) => [9, gap - 9, end, length - end] },
  'a seal that leaves out what is before its gap': { range: (gap, end, length) => [0, gap - 40, end, length - end] },
  'a seal that leaves out what is after its gap': {
    range: (gap, end, length) => [0, gap, end + 30, length - end - 30],
  },
  'a seal that leaves out all after its gap': { range: (gap, end) => [0, gap, end, 0] },
};

const SHORT_RANGES: Forgeries = {
  'a seal that leaves out the end': { range: (gap, end, length) => [0, gap, end, length - end - 6] },
};

/** The list of notes stands in a comment in the object before it, and both end at the same word. */
const NESTED: Forgeries = {
  'a seal with an object within another': {
    words: (update) => update.replace(/endobj\n(\d+ 0 obj)\n(\[[^\]]*\]\nendobj)/, '     % $1 $2'),
  },
};

/** A seal whose field stands on no page; in its place, the first page has the field of the seal before once more. */
function fieldOfAnother({ once, second, own }: AttackBase): Attack {
  const [page = 0] = pageNumbers(once);
  const list = Number.parseInt(entryText(once, page, 'Annots'), 10);
  const field = /\d+ 0 R/.exec(objectText(once, list))?.[0];
  const forgery: Forgery = { objects: () => ({ [list]: `[${field} ${field}]` }) };
  return {
    name: 'the field of the first seal in place of the own',
    bytes: () => forgedSeal(once, second, own, forgery),
    verdict: 'altered',
    codes: ['seal-shape'],
  };
}

const ORPHANS: Forgeries = {
  'an object that nobody needs': { objects: () => ({ 9900: '(nothing)' }) },
  'a stream that nobody needs': { objects: () => ({ 9900: OVERLAY }) },
  'other properties': { trailer: () => ({ Info: '9900 0 R' }), objects: () => ({ 9900: '<< /Title (REJECTED) >>' }) },
};
