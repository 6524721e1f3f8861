import { describe, expect, it } from 'vitest';
import { keyFingerprint } from '#main/certificates/key-fingerprint.ts';
import { sealSignOff } from '#main/seal/seal-sign-off.ts';
import { witnessSigner } from '#main/seal/workbook-keys.ts';
import { verifyRecord } from '#main/verify/verify-record.ts';
import { TOLD_BY } from '#test/support/attacks/told-by.ts';
import { foreignPdf } from '#test/support/foreign-pdf.ts';
import { finding, findingsIn } from '#test/support/forgery-findings.ts';
import {
  appendUpdate,
  catalogNumber,
  flipBit,
  nextNumber,
  pageNumbers,
  withEntries,
} from '#test/support/pdf-forgery.ts';
import { updatesOf } from '#test/support/pdf-updates.ts';
import { recordFor, sealAll, sealedRecord, seeded, signedReview, workbookKeys } from '#test/support/sealed-record.ts';
import { shippedText } from '#test/support/shipped.ts';
import { IS_WHOLE } from '#test/support/slice.ts';

const NAMES = ['Żaneta Nowak', '王小明', 'Ольга Иванова'];
const MINUTES = 60_000;

/** Where zeros fill up the room kept for a signature: a space in place of one says the same to every reader. */
function paddingOf(sealed: Uint8Array): readonly (readonly [start: number, end: number])[] {
  const text = Buffer.from(sealed).toString('latin1');
  return [...text.matchAll(/(?<=[0-9a-f]{200})0+(?=>)/g)].map(({ 0: zeros, index }) => [index, index + zeros.length]);
}

/** Flips tried on a record, by its number of signers. */
const FLIPS = [
  [1, 700],
  [3, 400],
] as const;

/** `npm run test:attacks` tries them all, `npm test` the first of them. */
const SHARE = IS_WHOLE ? 1 : 1 / 5;

/** A figure that the page on checking records gives for these tests. */
function documented(pattern: RegExp): number {
  return Number(pattern.exec(shippedText('docs/verify.md'))?.[1]?.replace(',', ''));
}

describe('a flipped bit', () => {
  it('is tried by the whole suite as often as the page says', () => {
    const total = FLIPS.reduce((sum, [, flips]) => sum + flips, 0);
    expect(documented(/no flipped bit, of (\d+(?:,\d+)*)/)).toBe(total);
  });

  it.each(FLIPS)(
    'is never called intact, with %d signers and up to %d flips',
    { timeout: 5 * MINUTES },
    async (count, all) => {
      const flips = all * SHARE;
      const { sealed } = await sealedRecord(NAMES.slice(0, count));
      expect((await verifyRecord(sealed)).verdict).toBe('intact');
      const random = seeded(20260105 + count);
      const padding = paddingOf(sealed);
      for (let tried = 0, drawn = 0; tried < flips; drawn += 1) {
        // Every other one within the seals, where bytes stand that no digest covers.
        const from = drawn % 2 === 0 ? 0 : Buffer.from(sealed).indexOf('/ETSI.CAdES.detached');
        const bit = from * 8 + random((sealed.length - from) * 8);
        if (padding.some(([start, end]) => bit >> 3 >= start && bit >> 3 < end)) continue;
        const { verdict, findings } = await verifyRecord(flipBit(sealed, bit));
        expect(verdict, `bit ${bit & 7} of byte ${bit >> 3}`).not.toBe('intact');
        const told = findings.some(({ code }) => TOLD_BY.has(code));
        expect(told, `bit ${bit & 7} of byte ${bit >> 3}: ${findings.map(({ code }) => code)}`).toBe(true);
        tried += 1;
      }
    },
  );
});

describe('an appended update', () => {
  it('is never called intact, of any of as many kinds as the page says', { timeout: 2 * MINUTES }, async () => {
    const { sealed } = await sealedRecord(NAMES.slice(0, 2));
    const updates = Object.entries(updatesOf(sealed, await foreignPdf()));
    expect(updates.length).toBe(documented(/none of (\d+) kinds of updates/));
    expect(new Set(updates.map(([, bytes]) => Buffer.from(bytes).toString('latin1'))).size).toBe(updates.length);
    for (const [kind, forged] of updates) {
      expect(Buffer.compare(forged.subarray(0, sealed.length), sealed), kind).toBe(0);
      expect(forged.length, kind).toBeGreaterThan(sealed.length);
      // Which verdict and finding each gets, the suite of attacks says.
      expect((await verifyRecord(forged)).verdict, kind).not.toBe('intact');
    }
  });

  it('is found when the holder of the key seals it', async () => {
    const { keys, review, revisions, unsealed } = await sealedRecord(NAMES.slice(0, 2));
    const [, first] = revisions;
    const [, second] = review.signOff.signatures;
    if (!first || !second) throw new Error('Two signatures were expected');
    const seal = (pdf: Uint8Array) => sealSignOff(pdf, second, witnessSigner(keys, second.name));
    const next = nextNumber(first);
    const page = pageNumbers(first)[0] ?? 0;
    const changed = withEntries(first, page, { Rotate: '90' });
    const later = await verifyRecord(await seal(appendUpdate(first, { [page]: changed })));
    expect(later.signatures.map(({ state }) => state)).toEqual(['valid', 'valid']);
    expect(later.verdict).toBe('altered');
    const between = [
      finding('changed-between', 2, 'The file was saved in more than one step.'),
      finding('seal-shape', 2, 'There is something between its parts.'),
    ];
    expect(findingsIn(later)).toEqual(between);

    // Something the pages refer to, but that only comes with the second seal.
    const prepared = appendUpdate(unsealed, {
      [page]: withEntries(unsealed, page, { PieceInfo: `${next + 40} 0 R` }),
    });
    const [one] = review.signOff.signatures;
    if (!one) throw new Error('A signature was expected');
    const sealedOnce = await sealSignOff(prepared, one, witnessSigner(keys, one.name));
    const filled = appendUpdate(sealedOnce, { [next + 40]: '<< /Shadow true >>' });
    expect(findingsIn(await verifyRecord(await seal(filled)))).toEqual(between);
  });
});

describe('a stripped signature', () => {
  it('leaves the record unsigned when revisions are cut off', async () => {
    const { revisions } = await sealedRecord(NAMES);
    for (const [count, revision] of revisions.entries()) {
      const report = await verifyRecord(revision);
      expect(report.verdict).toBe(count === NAMES.length ? 'intact' : 'unsigned');
      const missing = NAMES.slice(count).map((name) => finding('approver-missing', null, name));
      expect(findingsIn(report)).toEqual([...(count === 0 ? [finding('no-signature')] : []), ...missing]);
    }
  });

  it('is found when the form, a field or the signature is taken out', async () => {
    const { sealed } = await sealedRecord(NAMES.slice(0, 1));
    const catalog = catalogNumber(sealed);
    const without = withEntries(sealed, catalog, { AcroForm: null, Perms: null });
    const formless = await verifyRecord(appendUpdate(sealed, { [catalog]: without }));
    expect(formless.verdict).toBe('altered');
    const gone = [finding('no-signature'), finding('signature-hidden'), finding('approver-missing', null, NAMES[0])];
    expect(findingsIn(formless)).toEqual(gone);

    const text = Buffer.from(sealed).toString('latin1');
    const broken = finding('signature-broken', 1);
    for (const [what, by, findings] of [
      [
        /\/Contents <[0-9a-f]+>/,
        (found: string) => found.replace(/(?<=<)[0-9a-f]+/, (digits) => '0'.repeat(digits.length)),
        [broken],
      ],
      [
        /\/ByteRange \[[^\]]*\]/,
        (found: string) => found.replace(/[1-9]/g, '0'),
        [broken, finding('signature-partial', 1)],
      ],
      [/\/FT \/Sig/, () => '/FT /Btn', gone],
      [/\/V \d+ 0 R/, (found: string) => ' '.repeat(found.length), gone],
    ] as const) {
      expect(text).toMatch(what);
      const forged = Buffer.from(text.replace(what, by), 'latin1');
      expect(forged.length).toBe(sealed.length);
      const report = await verifyRecord(forged);
      expect([report.verdict, findingsIn(report)], String(what)).toEqual(['altered', findings]);
    }
  });
});

describe('swapped data', () => {
  it('is found by the printed hash, even under the right seal', async () => {
    const keys = workbookKeys();
    const review = signedReview(NAMES);
    const data = signedReview(NAMES, { title: 'Another review' });
    const unsealed = await recordFor({ review, data, fingerprints: [keyFingerprint(keys.signingKey)] });
    const revisions = await sealAll(unsealed, review.signOff.signatures, ({ name }) => witnessSigner(keys, name));
    const report = await verifyRecord(revisions.at(-1) ?? unsealed);
    expect(report.signatures.every(({ state }) => state === 'valid')).toBe(true);
    expect(report.verdict).toBe('altered');
    expect(findingsIn(report)).toEqual([
      finding('hash-not-printed'),
      ...NAMES.flatMap((_, index) => [
        finding('seal-for-other-content', index + 1),
        finding('seal-differs', index + 1, 'the statement'),
      ]),
    ]);
  });

  it('is found when the review is taken out', async () => {
    const { keys, review, unsealed } = await sealedRecord(NAMES.slice(0, 1));
    const catalog = catalogNumber(unsealed);
    const bare = withEntries(unsealed, catalog, { Names: null, AF: null });
    const stripped = appendUpdate(unsealed, { [catalog]: bare });
    const revisions = await sealAll(stripped, review.signOff.signatures, ({ name }) => witnessSigner(keys, name));
    const report = await verifyRecord(revisions.at(-1) ?? stripped);
    expect(report.verdict).toBe('altered');
    expect(findingsIn(report)).toEqual([finding('data-missing')]);
  });
});

describe('a copy sealed anew with another key', () => {
  it('contradicts the fingerprints on its pages', async () => {
    const { unsealed, review } = await sealedRecord(NAMES);
    const other = workbookKeys();
    const revisions = await sealAll(unsealed, review.signOff.signatures, ({ name }) => witnessSigner(other, name));
    const report = await verifyRecord(revisions.at(-1) ?? unsealed);
    expect(report.signatures.every(({ state }) => state === 'valid')).toBe(true);
    expect(report.verdict).toBe('altered');
    expect(findingsIn(report)).toEqual(NAMES.map((_, index) => finding('key-not-printed', index + 1)));
  });

  it('does not count where the pages name no key, unless the key is known', async () => {
    const review = signedReview(NAMES);
    const keys = workbookKeys();
    const unsealed = await recordFor({ review, fingerprints: [] });
    const revisions = await sealAll(unsealed, review.signOff.signatures, ({ name }) => witnessSigner(keys, name));
    const sealed = revisions.at(-1) ?? unsealed;
    const stranger = await verifyRecord(sealed);
    expect(stranger.verdict).toBe('unsigned');
    expect(findingsIn(stranger)).toEqual([finding('keys-not-named')]);
    const known = new Set([keyFingerprint(keys.signingKey)]);
    expect((await verifyRecord(sealed, { known })).verdict).toBe('intact');
  });

  it('does not count where only certain keys do', async () => {
    const { sealed, keys } = await sealedRecord(NAMES.slice(0, 1));
    const own = new Set([keyFingerprint(keys.authority.key)]);
    expect((await verifyRecord(sealed, { known: own, knownOnly: true })).verdict).toBe('intact');
    const another = new Set([keyFingerprint(workbookKeys().signingKey)]);
    const report = await verifyRecord(sealed, { known: another, knownOnly: true });
    expect(report.verdict).toBe('unsigned');
    expect(findingsIn(report)).toEqual([finding('key-not-trusted', 1)]);
  });
});
