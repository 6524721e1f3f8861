import { PDFDocument } from '@cantoo/pdf-lib';
import type { FindingCode } from '#shared/verify/verify.ts';
import { appendUpdate, catalogNumber, flipBit, withEntries } from '../pdf-forgery.ts';
import { updatesOf } from '../pdf-updates.ts';
import { seeded } from '../sealed-record.ts';
import type { Attack, AttackBase } from './attack-base.ts';
import { TOLD_BY } from './told-by.ts';

/** What everybody can do: append, cut, turn bits, write ranges otherwise, take signatures away. */
export function noKeyAttacks(base: AttackBase, other: Uint8Array): readonly Attack[] {
  return [...appended(base, other), ...ranges(base), ...bits(base), ...cuts(base), ...stripped(base)];
}

/** Additions that leave all that was there: they are told, and the record is what stands before them. */
const ADDITIONS: ReadonlyMap<string, readonly FindingCode[]> = new Map(
  [
    ...['an empty line', 'two line ends', 'zero bytes', 'proof for long validity', 'an update with nothing'],
    ...['an object of no use', 'the catalog as it is', 'other metadata', 'another structure', 'another language'],
    ...['a window without bars', 'another version', 'no permissions', 'other properties'],
    ...['a text note', 'a stamp', 'a white square', 'a place to redact', 'a link', 'a file on a page'],
    ...['a text field', 'no notes', 'a form with scripts', 'a form to be drawn anew', 'a field more'],
    ...['another look of a signature'],
  ].map((name) => [name, ['added-later']]),
);

/** Additions of which other codes tell; of all the rest, that it replaces something. */
const TOLD_OTHERWISE: ReadonlyMap<string, readonly FindingCode[]> = new Map<string, readonly FindingCode[]>([
  ['the file once more', ['signature-hidden', 'added-after-last']],
  ['another PDF', ['signed-but-damaged']],
  ['no form', ['no-signature', 'signature-hidden']],
  ['no fields', ['no-signature', 'signature-hidden']],
  ['a signature twice', ['changed-between', 'seal-extra']],
  ['a signature of another name', ['signature-partial', 'seal-differs']],
  ['an empty signature field', ['signature-hidden', 'approver-missing']],
  ['another catalog', ['no-signature', 'signature-hidden']],
  ['nothing before', ['no-signature', 'signature-hidden', 'data-twice']],
  ['a table for old readers', ['signed-but-damaged']],
]);

function appended({ sealed }: AttackBase, other: Uint8Array): readonly Attack[] {
  return Object.entries(updatesOf(sealed, other)).map(([name, bytes]): Attack => {
    const codes = ADDITIONS.get(name);
    if (name === 'a password') return { name, bytes: () => bytes, verdict: 'unreadable', codes: ['encrypted'] };
    return {
      name: `appended: ${name}`,
      bytes: () => bytes,
      verdict: codes ? 'added-to' : 'altered',
      codes: codes ?? TOLD_OTHERWISE.get(name) ?? ['added-after-last'],
    };
  });
}

function ranges({ sealed }: AttackBase): readonly Attack[] {
  const text = Buffer.from(sealed).toString('latin1');
  return [...text.matchAll(/\/ByteRange \[0 (\d+) (\d+) (\d+)\] */g)].flatMap(
    ([whole = '', gap = '', end = '', rest = '']) =>
      [
        `[1 ${gap} ${end} ${rest}]`,
        `[0 ${Number(gap) - 1} ${end} ${rest}]`,
        `[0 ${Number(gap) + 1} ${end} ${rest}]`,
        `[0 ${gap} ${Number(end) - 1} ${rest}]`,
        `[0 ${gap} ${Number(end) + 1} ${Number(rest) - 1}]`,
        `[0 ${gap} ${end} ${Number(rest) - 1}]`,
        `[0 ${gap} ${end} 9999999]`,
        `[0 ${gap} ${gap} ${rest}]`,
        `[-0 ${gap} ${end} ${rest}]`,
        `[0. ${gap} ${end} ${rest}]`,
        `[0 ${gap} ${end}]`,
        `[0 ${gap} ${end} 9 9]`,
        '[0 0 0 0]',
        'null',
      ].map(
        (range): Attack => ({
          name: `the range ${range} in place of ${whole.trim()}`,
          bytes: () => Buffer.from(text.replace(whole, `/ByteRange ${range}`.padEnd(whole.length)), 'latin1'),
          verdict: 'altered',
          codes: ['signature-broken'],
        }),
      ),
  );
}

/** Bits of what no digest covers, the rooms of the signatures, and of everything else. */
function bits({ sealed }: AttackBase): readonly Attack[] {
  const random = seeded(14);
  const text = Buffer.from(sealed).toString('latin1');
  const rooms = [...text.matchAll(/\/Contents <([0-9a-f]{200,}?)(?:0{16,})?>/g)].map(
    ({ 1: digits = '', index }) => [index + 11, digits.length] as const,
  );
  return Array.from({ length: 60 }, (_, turn): Attack => {
    const [start, length] = turn % 2 === 0 ? ([0, sealed.length] as const) : (rooms[turn % rooms.length] ?? [0, 1]);
    const bit = (start + random(length)) * 8 + random(8);
    return {
      name: `bit ${bit % 8} of byte ${bit >> 3}`,
      bytes: () => flipBit(sealed, bit),
      verdict: 'altered',
      codes: [],
      oneOf: TOLD_BY,
    };
  });
}

function cuts({ sealed }: AttackBase): readonly Attack[] {
  const ends = [1, 2, 6, 20, 500].map((less) => sealed.length - less);
  return ends.map((end) => ({
    name: `cut off at byte ${end}`,
    bytes: () => sealed.subarray(0, end),
    verdict: 'altered',
    codes: [],
    oneOf: new Set([...TOLD_BY, 'added-after-last']),
  }));
}

function stripped({ sealed, once, unsealed }: AttackBase): readonly Attack[] {
  const text = Buffer.from(sealed).toString('latin1');
  const swapped = (what: RegExp, by: (found: string) => string): (() => Uint8Array) => {
    return () => Buffer.from(text.replace(what, by), 'latin1');
  };
  const catalog = catalogNumber(sealed);
  return [
    { name: 'the last seal cut off', bytes: () => once, verdict: 'unsigned', codes: ['approver-missing'] },
    {
      name: 'all seals cut off',
      bytes: () => unsealed,
      verdict: 'unsigned',
      codes: ['no-signature', 'approver-missing'],
    },
    {
      name: 'saved anew with a page in front',
      bytes: async () => {
        const document = await PDFDocument.load(sealed);
        document.insertPage(0).drawText('REJECTED');
        return document.save();
      },
      verdict: 'altered',
      codes: ['saved-anew', 'hash-not-printed'],
    },
    {
      name: 'no form',
      bytes: () => appendUpdate(sealed, { [catalog]: withEntries(sealed, catalog, { AcroForm: null, Perms: null }) }),
      verdict: 'altered',
      codes: ['signature-hidden'],
    },
    {
      name: 'a field of another kind',
      bytes: swapped(/\/FT \/Sig/, () => '/FT /Btn'),
      verdict: 'altered',
      codes: ['signature-hidden'],
    },
    {
      name: 'a field without its seal',
      bytes: swapped(/\/V \d+ 0 R/, (found) => ' '.repeat(found.length)),
      verdict: 'altered',
      codes: ['signature-hidden'],
    },
    {
      name: 'an empty seal',
      bytes: swapped(/\/Contents <[0-9a-f]+>/, (found) => `/Contents <${'0'.repeat(found.length - 12)}>`),
      verdict: 'altered',
      codes: ['signature-broken'],
    },
    {
      name: 'a seal of another form',
      bytes: swapped(/\/ETSI\.CAdES\.detached/, () => '/ETSI.CAdES.detachee'),
      verdict: 'altered',
      codes: ['signature-unchecked'],
    },
  ];
}
