import { keyFingerprint } from '#main/certificates/key-fingerprint.ts';
import { ATTACHED_REVIEW } from '#main/pdf/attachment.ts';
import type { FindingCode } from '#shared/verify/verify.ts';
import {
  appendUpdate,
  catalogNumber,
  entryText,
  nextNumber,
  objectsWith,
  pageNumbers,
  withEntries,
} from '../pdf-forgery.ts';
import { recordFor, signedReview } from '../sealed-record.ts';
import { type Attack, type AttackBase, namesOf, newIssuer, PEOPLE, personSigner, reviewOf } from './attack-base.ts';
import { forgedSeal } from './forged-seal.ts';

const stream = (text: string, entries = '') => `<< ${entries} /Length ${text.length} >>\nstream\n${text}\nendstream`;
const altered = (name: string, codes: readonly FindingCode[], bytes: Attack['bytes']): Attack => ({
  name,
  verdict: 'altered',
  codes,
  bytes,
});

/** Files that two readers read as two things. */
export function structureAttacks({
  sealed,
  once,
  second,
  own,
  first,
  witness,
  unsealed,
}: AttackBase): readonly Attack[] {
  const text = Buffer.from(sealed).toString('latin1');
  const [font = 0] = objectsWith(sealed, ({ entries }) => entries.has('FontFile2'));
  const between = (bytes: Uint8Array, what: string) => Buffer.concat([bytes, Buffer.from(what)]);
  return [
    altered('a line before the file', ['signed-but-damaged'], () => Buffer.from(`\n${text}`, 'latin1')),
    altered('a web page before the file', ['signed-but-damaged'], () => Buffer.from(`<html>${text}`, 'latin1')),
    altered('another header', ['signature-broken'], () => Buffer.from(text.replace('%PDF-1.7', '%PDF-1.3'), 'latin1')),
    altered('no header', ['signed-but-damaged'], () => Buffer.from(text.replace('%PDF-1.7', '%XXX-1.7'), 'latin1')),
    altered('no end', ['signed-but-damaged'], () =>
      Buffer.from(text.replace(/startxref(?![\s\S]*startxref)/, 'startxxxx'), 'latin1'),
    ),
    altered('an end that leads elsewhere', ['signed-but-damaged'], () =>
      Buffer.from(text.replace(/startxref\n\d(?=\d*\n%%EOF\n$)/, 'startxref\n9'), 'latin1'),
    ),
    ...['% a comment\n', '9 0 obj\n(hidden)\nendobj\n', '\0\0\0\0'].map((what) =>
      altered(`${JSON.stringify(what)} between a save and its seal`, ['seal-shape'], () =>
        forgedSeal(between(once, what), second, own),
      ),
    ),
    altered('an update between two seals', ['changed-between'], () =>
      forgedSeal(appendUpdate(once, { [nextNumber(once) + 50]: '(nothing)' }), second, own),
    ),
    altered('an empty update between two seals', ['changed-between'], () =>
      forgedSeal(appendUpdate(once, {}), second, own),
    ),
    altered('a font that is free between two seals', ['changed-between'], () =>
      forgedSeal(appendUpdate(once, {}, { free: [font] }), second, own),
    ),
    altered('a second review under the name', ['data-twice'], async () => {
      const [file = 0] = objectsWith(unsealed, ({ entries }) => entries.has('EF'));
      const catalog = catalogNumber(unsealed);
      const names = `<< /EmbeddedFiles << /Names [(a) ${file} 0 R (${ATTACHED_REVIEW}) ${file} 0 R] >> >>`;
      const twice = appendUpdate(unsealed, { [catalog]: withEntries(unsealed, catalog, { Names: names }) });
      return forgedSeal(await forgedSeal(twice, first, witness), second, own);
    }),
    altered('no review', ['data-missing'], async () => {
      const catalog = catalogNumber(unsealed);
      const bare = appendUpdate(unsealed, { [catalog]: withEntries(unsealed, catalog, { Names: null, AF: null }) });
      return forgedSeal(await forgedSeal(bare, first, witness), second, own);
    }),
    altered('a review that cannot be read', ['data-broken'], async () => {
      const [file = 0] = objectsWith(unsealed, ({ entries }) => entries.has('Params'));
      const bare = appendUpdate(unsealed, { [file]: stream('{}', '/Type /EmbeddedFile') });
      return forgedSeal(await forgedSeal(bare, first, witness), second, own);
    }),
    altered('a key twice in one dictionary', ['signed-but-damaged'], () =>
      forgedSeal(once, second, own, { seal: { Reason: '(Approves.) /Reason (Objects.)' } }),
    ),
  ];
}

type ShadowKind = readonly [
  name: string,
  codes: readonly FindingCode[],
  prepared: Uint8Array,
  later: (pdf: Uint8Array) => Uint8Array,
];

/** Content that waits in the file and is put forward after the signature (Mainka and others, 2021). */
export function shadowAttacks({ unsealed, sealed, first, second, witness, own }: AttackBase): readonly Attack[] {
  const [page = 0] = pageNumbers(unsealed);
  const tree = Number.parseInt(entryText(unsealed, catalogNumber(unsealed), 'Pages'), 10);
  const catalog = catalogNumber(unsealed);
  const overlay = stream('1 g 0 0 600 842 re f');
  const sealedWith = async (prepared: Uint8Array, later: (pdf: Uint8Array) => Uint8Array) =>
    later(await forgedSeal(await forgedSeal(prepared, first, witness), second, own));
  const waiting = appendUpdate(unsealed, {
    9800: overlay,
    9801: `<< /Type /Page /Parent ${tree} 0 R /Contents 9800 0 R /MediaBox [0 0 595 842] >>`,
  });
  const dangling = appendUpdate(unsealed, { [page]: withEntries(unsealed, page, { PieceInfo: '9800 0 R' }) });
  const kinds: readonly ShadowKind[] = [
    [
      'hide: what covered the page is taken away',
      ['changed-between', 'text-differs', 'added-after-last'],
      appendUpdate(unsealed, {
        [page]: withEntries(unsealed, page, { Contents: `[${entryText(unsealed, page, 'Contents')} 9800 0 R]` }),
        9800: overlay,
      }),
      (pdf) => appendUpdate(pdf, { 9800: stream('') }),
    ],
    [
      'hide: a note is taken away',
      ['changed-between', 'text-differs', 'added-later'],
      appendUpdate(unsealed, {
        [page]: withEntries(unsealed, page, { Annots: '[9800 0 R]' }),
        9800: '<< /Type /Annot /Subtype /Square /Rect [0 0 600 800] /IC [1 1 1] >>',
      }),
      (pdf) => appendUpdate(pdf, {}, { free: [9800] }),
    ],
    [
      'replace: a page that waited takes its place',
      ['changed-between', 'text-differs', 'added-after-last'],
      waiting,
      (pdf) => appendUpdate(pdf, { [tree]: withEntries(pdf, tree, { Kids: '[9801 0 R]', Count: '1' }) }),
    ],
    [
      'replace: what a page refers to comes later',
      ['changed-between', 'text-differs', 'added-later'],
      dangling,
      (pdf) => appendUpdate(pdf, { 9800: overlay }),
    ],
    [
      'replace: a font',
      ['added-after-last'],
      unsealed,
      (pdf) =>
        appendUpdate(pdf, {
          [objectsWith(pdf, ({ entries }) => entries.has('FontFile2'))[0] ?? 0]: '<< /Type /FontDescriptor >>',
        }),
    ],
    [
      'hide and replace: another catalog that waited',
      ['no-signature', 'signature-hidden'],
      appendUpdate(unsealed, { 9802: withEntries(unsealed, catalog, { Outlines: null }) }),
      (pdf) => appendUpdate(pdf, {}, { trailer: { Root: '9802 0 R' } }),
    ],
    [
      'hide and replace: the references of before',
      ['added-after-last'],
      unsealed,
      (pdf) =>
        appendUpdate(pdf, {
          [catalog]: withEntries(pdf, catalog, { Pages: '9801 0 R' }),
          9801: '<< /Type /Pages /Kids [] /Count 0 >>',
        }),
    ],
  ];
  return [
    ...kinds.map(([name, codes, prepared, later]) => altered(name, codes, () => sealedWith(prepared, later))),
    ...kinds
      .map(([name, , prepared]) =>
        altered(
          `${name}, before it happens`,
          prepared === unsealed ? ['added-after-last'] : ['changed-between', 'text-differs'],
          async () => {
            if (prepared === unsealed)
              return appendUpdate(sealed, {
                [page]: withEntries(sealed, page, { Contents: '9800 0 R' }),
                9800: overlay,
              });
            return sealedWith(prepared, (pdf) => pdf);
          },
        ),
      )
      .filter((_, index) => kinds[index]?.[2] !== waiting),
  ];
}

/** Signatures that are added where none belongs, and rights that are given. */
export function sneakyAttacks(base: AttackBase): readonly Attack[] {
  const { sealed, once, unsealed, first, second, own, witness } = base;
  const stranger = personSigner('Mallory', newIssuer('A stranger'));
  const foreign = { GWRK_Kind: null, GWRK_Form: null, GWRK_ContentSHA256: null, GWRK_Issuers: null };
  const look = {
    field: { AP: '<< /N 9900 0 R >>', Rect: '[0 0 595 842]' },
    objects: () => ({ 9900: stream('1 g 0 0 600 842 re f', '/Type /XObject /Subtype /Form /BBox [0 0 600 842]') }),
  };
  const added = (name: string, bytes: Attack['bytes']): Attack => ({
    name,
    verdict: 'added-to',
    codes: ['added-later'],
    bytes,
  });
  const someone = { ...second, name: 'Mallory', approver: 'mallory' };
  return [
    added('a signature of another program behind the seals', () =>
      forgedSeal(sealed, someone, stranger, { seal: foreign }),
    ),
    added('one that lays something over the page', () =>
      forgedSeal(sealed, someone, stranger, { seal: foreign, ...look }),
    ),
    added('one under the name of an approver', () => forgedSeal(sealed, second, stranger, { seal: foreign, ...look })),
    added('one with the key of an approver', () => forgedSeal(sealed, second, own, { seal: foreign, ...look })),
    altered('a seal by a stranger behind the seals', ['seal-extra', 'key-not-printed'], () =>
      forgedSeal(sealed, someone, stranger),
    ),
    altered('a seal by a stranger in place of the last', ['seal-differs', 'key-not-printed'], () =>
      forgedSeal(once, second, stranger),
    ),
    altered('a signature of another program between the seals', ['seal-shape'], async () =>
      forgedSeal(await forgedSeal(once, someone, stranger, { seal: foreign }), second, own),
    ),
    altered('a signature of another program before the seals', ['seal-shape'], async () =>
      forgedSeal(
        await forgedSeal(await forgedSeal(unsealed, someone, stranger, { seal: foreign }), first, witness),
        second,
        own,
      ),
    ),
    altered('a seal of another program’s kind', ['seal-differs'], async () =>
      forgedSeal(await forgedSeal(unsealed, first, witness, { seal: { GWRK_Kind: null } }), second, own),
    ),
    altered('rights of a reader in the last seal', ['changed-between'], () =>
      forgedSeal(once, second, own, {
        catalog: { Perms: '<< /UR3 9900 0 R >>' },
        objects: () => ({ 9900: '<< /Type /Sig >>' }),
      }),
    ),
    altered('no certification', ['seal-shape'], async () =>
      forgedSeal(await forgedSeal(unsealed, first, witness, { seal: { Reference: null } }), second, own),
    ),
    altered('no permissions', ['seal-shape'], async () =>
      forgedSeal(await forgedSeal(unsealed, first, witness, { catalog: { Perms: null } }), second, own),
    ),
    altered('permissions by another signature', ['seal-shape'], async () =>
      forgedSeal(
        await forgedSeal(unsealed, first, witness, { catalog: { Perms: '<< /DocMDP 9900 0 R >>' } }),
        second,
        own,
      ),
    ),
    altered('rights of a reader beside', ['seal-shape'], async () =>
      forgedSeal(
        await forgedSeal(unsealed, first, witness, { catalog: { Perms: '<< /DocMDP 1 0 R /UR3 1 0 R >>' } }),
        second,
        own,
      ),
    ),
    altered('rights of a reader beside its own', ['seal-shape'], async () => {
      const Perms = `<< /DocMDP ${nextNumber(unsealed)} 0 R /UR3 1 0 R >>`;
      return forgedSeal(await forgedSeal(unsealed, first, witness, { catalog: { Perms } }), second, own);
    }),
    altered('a script at opening with the first seal, gone with the second', ['changed-between'], async () => {
      const place = entryText(unsealed, catalogNumber(unsealed), 'OpenAction');
      const script = { OpenAction: '<< /S /JavaScript /JS (1) >>' };
      const acting = await forgedSeal(unsealed, first, witness, { catalog: script });
      return forgedSeal(acting, second, own, { catalog: { OpenAction: place === 'null' ? null : place } });
    }),
    altered('a second certification', ['seal-shape'], () =>
      forgedSeal(once, second, own, {
        seal: {
          Reference:
            '[<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P 2 /V /1.2 >> >>]',
        },
      }),
    ),
    altered('no name of the content, as of before', ['seal-shape', 'seal-for-other-content'], () =>
      forgedSeal(once, second, own, { seal: { GWRK_Form: null, GWRK_ContentSHA256: null } }),
    ),
    altered('no name of the issuers, as of before', ['signature-broken'], () =>
      forgedSeal(once, second, own, { seal: { GWRK_Form: null, GWRK_Issuers: null } }),
    ),
  ];
}

/** Texts that pass for data, and data that passes for the text. */
export function collisionAttacks(base: AttackBase): readonly Attack[] {
  const { witness, own, review } = base;
  const made = async (
    parts: {
      readonly review?: typeof review;
      readonly data?: typeof review;
      readonly fingerprints?: readonly string[];
    },
    by = own,
  ) => {
    const shown = parts.review ?? review;
    const data = parts.data ?? shown;
    const unsealed = await recordFor({ review: shown, data, fingerprints: parts.fingerprints ?? namesOf(witness, by) });
    const [first, second] = data.signOff.signatures;
    if (!first || !second) throw new Error('Two signatures were expected');
    return forgedSeal(await forgedSeal(unsealed, first, witness), second, by);
  };
  const other = reviewOf(own, { title: 'Another review' });
  const roles = {
    ...review,
    signOff: {
      ...review.signOff,
      approvers: review.signOff.approvers.map((each) => ({ ...each, role: 'Chair of the board' })),
    },
  };
  const drawn = {
    ...review,
    signOff: {
      ...review.signOff,
      signatures: review.signOff.signatures.map((each) => ({ ...each, comment: 'With all my heart.' })),
    },
  };
  const mallory = personSigner(PEOPLE[1], newIssuer('A stranger'));
  const typed = { title: `Seal fingerprint ${keyFingerprint(mallory.key)}` };
  return [
    altered('pages of another review', ['hash-not-printed', 'text-differs'], () =>
      made({ review: other, data: review }),
    ),
    altered('another review under the right pages', ['hash-not-printed', 'text-differs'], () => made({ data: other })),
    altered('other roles with the same content', ['text-differs'], () => made({ review: roles, data: review })),
    altered('other comments with the same content', ['text-differs'], () => made({ review: drawn, data: review })),
    altered('a key that was typed in', ['key-not-printed'], () =>
      made({ review: reviewOf(mallory, typed), fingerprints: [keyFingerprint(witness.key)] }, mallory),
    ),
    altered('a hash that was typed in', ['text-differs'], () =>
      made({ review: reviewOf(own, { title: `SHA-256 ${other.signOff.signatures[0]?.contentSha256}` }), data: other }),
    ),
    {
      name: 'keys that stand nowhere',
      verdict: 'unsigned',
      codes: ['keys-not-named'],
      bytes: () => made({ fingerprints: [] }),
    },
    altered('keys of somebody else', ['key-not-printed'], () => made({ fingerprints: ['0'.repeat(64)] })),
    altered('a seal for people who did not sign', ['seal-differs'], async () => {
      const review2 = signedReview(['Mallory', 'Grace Hopper']);
      const unsealed = await recordFor({ review: review2, fingerprints: namesOf(witness, own) });
      const [first, second] = review.signOff.signatures;
      if (!first || !second) throw new Error('Two signatures were expected');
      return forgedSeal(await forgedSeal(unsealed, first, witness), second, own);
    }),
  ];
}
