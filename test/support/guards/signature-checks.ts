import type { PdfString } from '#main/pdf/pdf-values.ts';
import type { ExaminedSignature } from '#main/verify/check-signature.ts';
import { keyFindings } from '#main/verify/key-findings.ts';
import { isSavedAnew } from '#main/verify/saved-anew.ts';
import { signatureFindings } from '#main/verify/signature-findings.ts';
import {
  coverageOf,
  type FoundSignature,
  findSignatures,
  hasTraceOfSignature,
  rightsSignatures,
  signatureRoom,
  traces,
} from '#main/verify/signatures.ts';
import type { Objects } from '../pdf-forgery.ts';
import type { GuardCheck } from './check.ts';
import { catalog, tiny } from './tiny-pdf.ts';

/** Where signatures stand and how far they reach, and whose keys count. */
export function signatureChecks(): readonly GuardCheck[] {
  return [...finding(), ...reaching(), ...rooms(), ...keys(), ...lists()];
}

function finding(): readonly GuardCheck[] {
  const form = (fields: string, objects: Objects = {}) => ({
    1: catalog(`/AcroForm << /Fields [${fields}] >>`),
    20: '<< /FT /Sig /V << /ByteRange [0 1 2 3] >> >>',
    ...objects,
  });
  const found = (name: string, objects: Objects, is: unknown): GuardCheck => ({
    name: `fields: ${name}`,
    said: () => {
      try {
        return findSignatures(tiny(objects)).map(({ byteRange }) => byteRange);
      } catch (error) {
        return String(error);
      }
    },
    is,
  });
  const tooMany = 'PdfDamage: The form has too many fields.';
  const chain = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [30 + at, `<< /Kids [${31 + at} 0 R] >>`]));
  const ranged = (range: string) => form('20 0 R', { 20: `<< /FT /Sig /V << /ByteRange ${range} >> >>` });
  const rights = (entries: string): GuardCheck => ({
    name: `fields: the rights ${entries}`,
    said: () => rightsSignatures(tiny({ 1: catalog(`/Perms << ${entries} >>`), 9: '<< /Type /Sig >>' })),
    is: entries.split('9 0 R').length - 1,
  });
  return [
    found('one', form('20 0 R'), [[0, 1, 2, 3]]),
    found('one that is nowhere', form('21 0 R'), []),
    found('one of another kind', form('20 0 R', { 20: '<< /FT /Tx /V << >> >>' }), []),
    found('one without a signature', form('20 0 R', { 20: '<< /FT /Sig >>' }), []),
    found('one within another', form('21 0 R', { 21: '<< /FT /Sig /Kids [22 0 R] >>', 22: '<< /V << >> >>' }), [null]),
    found('one that is a hundred times too deep', form('30 0 R', { ...chain, 50: '(a)' }), tooMany),
    found('thousands', form('21 0 R '.repeat(5_001)), tooMany),
    found(
      'sixty-four',
      form('20 0 R '.repeat(64)),
      Array.from({ length: 64 }, () => [0, 1, 2, 3]),
    ),
    found('sixty-five', form('20 0 R '.repeat(65)), 'PdfDamage: The file has more signatures than are checked here.'),
    found('a range with a word', ranged('[0 1 /x 2 3]'), [null]),
    found('a range with less than nothing', ranged('[0 -1 2 3]'), [null]),
    rights('/UR3 9 0 R'),
    rights('/UR 9 0 R /UR3 9 0 R'),
    rights('/UR3 (a)'),
  ];
}

/** `<00>` from 20 to 24, in a file of 40 bytes that ends as one does. */
const BYTES = Buffer.from(`${'.'.repeat(20)}<00>${'.'.repeat(10)}%%EOF\n`);
const CONTENTS: PdfString = { kind: 'string', bytes: new Uint8Array(1), hex: true, start: 20, end: 24 };

function reaching(): readonly GuardCheck[] {
  const file = { bytes: BYTES } as unknown as Parameters<typeof coverageOf>[0];
  const reach = (byteRange: readonly number[] | null, is: boolean, isForeign = false, contents = CONTENTS) => ({
    name: `reach: ${JSON.stringify(byteRange)}${isForeign ? ' of another program' : ''}${contents.hex ? '' : ' around a text'}`,
    said: () => coverageOf(file, { byteRange, contents } as unknown as FoundSignature, isForeign).whole,
    is,
  });
  return [
    reach([0, 20, 24, 16], true),
    reach([0, 20, 24, 16], true, true),
    reach([0, 20, 24, 16], false, false, { ...CONTENTS, hex: false }),
    reach([0, 20, 24, 16, 7], false),
    reach([0, 20, 24], false),
    reach([], false),
    reach(null, false),
    reach([1, 20, 24, 16], false),
    reach([0, 19, 24, 16], false),
    reach([0, 21, 24, 16], false),
    reach([0, 21, 24, 16], true, true),
    reach([0, 22, 24, 16], false, true),
    reach([0, 20, 23, 17], false),
    reach([0, 20, 23, 17], true, true),
    reach([0, 20, 22, 18], false, true),
    reach([0, 20, 24, 17], false),
    reach([0, 20, 24, 0], false),
  ];
}

function rooms(): readonly GuardCheck[] {
  const room = (text: string, hex: string, is: boolean, isForeign = false): GuardCheck => ({
    name: `room: ${text} for ${hex}${isForeign ? ' of another program' : ''}`,
    said: () => {
      const contents = { ...CONTENTS, bytes: Buffer.from(hex, 'hex'), start: 0, end: text.length };
      return signatureRoom({ bytes: Buffer.from(text) }, { contents }, isForeign) !== null;
    },
    is,
  });
  const trace = (name: string, text: string, is: readonly [boolean, number]): GuardCheck => ({
    name: `trace: ${name}`,
    said: () => [hasTraceOfSignature(Buffer.from(text)), traces(Buffer.from(text))],
    is,
  });
  const range = (gap: number, end: number) => `/ByteRange [0 ${gap} ${end} 9]`;
  return [
    room('<abcd>', 'abcd', true),
    room('<ABCD>', 'abcd', false),
    room('<ABCD>', 'abcd', true, true),
    room('<ab  cd>', 'abcd', false),
    room('<ab  cd>', 'abcd', true, true),
    room('<abcd>', 'abce', false),
    room('<abcd>', 'abce', false, true),
    trace('none', 'words', [false, 0]),
    trace('a string', `<00>${range(0, 4)}`, [true, 1]),
    trace('a string without an end', `<00.${range(0, 4)}`, [true, 0]),
    trace('a string without a start', `.00>${range(0, 4)}`, [true, 0]),
    trace('an empty string', `<>${range(0, 2)}`, [true, 0]),
    trace('no gap', range(9, 9), [true, 0]),
    trace('words for one', '/ByteRange is a key', [false, 0]),
  ];
}

function keys(): readonly GuardCheck[] {
  const by = (fingerprint: string, signedAt: string | null, isKnown = false) =>
    ({
      checked: { number: 1, state: 'valid', isKnown, signedAt },
      fingerprints: new Set([fingerprint]),
    }) as unknown as ExaminedSignature;
  const said = (
    name: string,
    signatures: readonly ExaminedSignature[],
    printed: readonly string[],
    since: string | null | undefined,
    is: readonly string[],
  ): GuardCheck => ({
    name: `keys: ${name}`,
    said: () =>
      keyFindings(signatures, printed, {
        givenUp: since === undefined ? [] : [{ keySha256: 'a', since, reason: '' }],
      }).map(({ code }) => code),
    is,
  });
  const day = '2026-02-01T00:00:00Z';
  return [
    said('printed', [by('a', day)], ['a'], undefined, []),
    said('known, and none is printed', [by('a', day, true)], [], undefined, []),
    said('not known, and none is printed', [by('a', day)], [], undefined, ['keys-not-named']),
    said('not printed', [by('b', day)], ['a'], undefined, ['key-not-printed']),
    said('given up later', [by('a', day)], ['a'], '2026-03-01T00:00:00Z', []),
    said('given up before', [by('a', day)], ['a'], '2026-01-01T00:00:00Z', ['key-given-up']),
    said('given up altogether', [by('a', day)], ['a'], null, ['key-given-up']),
    said('given up once, of a seal without a time', [by('a', null)], ['a'], day, ['key-given-up']),
    said('another one given up', [by('b', day)], ['b'], null, []),
  ];
}

function lists(): readonly GuardCheck[] {
  const signature = (state: string, coversRevision: boolean, more: object = {}) =>
    ({
      checked: { number: 1, state, coversRevision, isKnown: true, kind: 'other', certificate: null },
      found: { name: '' },
      reason: '',
      unfit: null,
      isDatedOutside: false,
      ...more,
    }) as unknown as ExaminedSignature;
  const said = (name: string, one: ExaminedSignature, is: readonly string[]): GuardCheck => ({
    name: `signature: ${name}`,
    said: () => signatureFindings([one], false).map(({ code }) => code),
    is,
  });
  const anew = (name: string, offsets: readonly number[], whole: readonly boolean[], is: boolean): GuardCheck => ({
    name: `anew: ${name}`,
    said: () =>
      isSavedAnew(
        { sections: offsets.map((offset) => ({ offset })) } as unknown as Parameters<typeof isSavedAnew>[0],
        whole.map((each) => ({ coverage: { whole: each } }) as unknown as ExaminedSignature),
      ),
    is,
  });
  return [
    said('whole', signature('valid', true), []),
    said('not checked, and not whole', signature('unchecked', false), ['signature-unchecked']),
    said('valid, and not whole', signature('valid', false), ['signature-partial']),
    said('older than its key', signature('valid', true, { isDatedOutside: true }), ['outside-validity']),
    anew('one save', [9], [false], true),
    anew('one save, whose signature reaches', [9], [true], false),
    anew('one save, one of whose signatures reaches', [9], [false, true], false),
    anew('one save without signatures', [9], [], false),
    anew('two saves', [9, 1], [false], false),
    anew('a linearized one', [1, 9], [false], true),
    anew('three saves', [1, 9, 5], [false], false),
  ];
}
