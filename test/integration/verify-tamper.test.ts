import { describe, expect, it } from 'vitest';
import type { FindingCode, VerifyReport } from '#shared/verify.ts';
import { sealSignOff } from '../../main/seal/seal-sign-off.ts';
import { keyFingerprint, witnessSigner } from '../../main/seal/workbook-keys.ts';
import { verifyRecord } from '../../main/verify/verify-record.ts';
import { appendUpdate, catalogNumber, flipBit, nextNumber, objectText, pageNumbers } from '../support/pdf-forgery.ts';
import { recordFor, sealAll, sealedRecord, seeded, signedReview, workbookKeys } from '../support/sealed-record.ts';

const NAMES = ['Żaneta Nowak', '王小明', 'Ольга Иванова'];
const MINUTES = 60_000;

function codes({ findings }: VerifyReport): readonly FindingCode[] {
  return findings.map(({ code }) => code);
}

/** Where zeros fill up the room kept for a signature: a space in place of one says the same to every reader. */
function paddingOf(sealed: Uint8Array): readonly (readonly [start: number, end: number])[] {
  const text = Buffer.from(sealed).toString('latin1');
  return [...text.matchAll(/(?<=[0-9a-f]{200})0+(?=>)/g)].map(({ 0: zeros, index }) => [index, index + zeros.length]);
}

describe('a flipped bit', () => {
  it.each([
    [1, 700],
    [3, 400],
  ])('is never called intact, with %d signers and %d flips', { timeout: 5 * MINUTES }, async (count, flips) => {
    const { sealed } = await sealedRecord(NAMES.slice(0, count));
    expect((await verifyRecord(sealed)).verdict).toBe('intact');
    const random = seeded(20260105 + count);
    const padding = paddingOf(sealed);
    for (let flip = 0; flip < flips; flip += 1) {
      // Every other one within the seals, where bytes stand that no digest covers.
      const from = flip % 2 === 0 ? 0 : Buffer.from(sealed).indexOf('/ETSI.CAdES.detached');
      const bit = from * 8 + random((sealed.length - from) * 8);
      if (padding.some(([start, end]) => bit >> 3 >= start && bit >> 3 < end)) continue;
      const { verdict } = await verifyRecord(flipBit(sealed, bit));
      expect(verdict, `bit ${bit & 7} of byte ${bit >> 3}`).not.toBe('intact');
    }
  });
});

describe('an appended update', () => {
  it('is never called intact, of any of 50 kinds', { timeout: 2 * MINUTES }, async () => {
    const { sealed } = await sealedRecord(NAMES.slice(0, 2));
    const random = seeded(7);
    const next = nextNumber(sealed);
    const catalog = catalogNumber(sealed);
    const pages = pageNumbers(sealed);
    expect(pages.length).toBeGreaterThan(1);
    const page = () => pages[random(pages.length)] ?? 0;
    const stream = (text: string) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;
    const drawn = () => `BT /F1 ${10 + random(30)} Tf 50 ${random(800)} Td (Rejected) Tj ET`;
    const withKey = (number: number, entry: string) => objectText(sealed, number).replace('<<', `<< ${entry}`);
    const kinds: readonly (() => Uint8Array)[] = [
      () => Buffer.concat([sealed, Buffer.from('\n'.repeat(1 + random(9)))]),
      () => Buffer.concat([sealed, Buffer.from(`% ${random(1e9)}\n`)]),
      () => Buffer.concat([sealed, Buffer.from(Array.from({ length: 1 + random(9000) }, () => random(256)))]),
      () => Buffer.concat([sealed, sealed.subarray(random(sealed.length))]),
      () => appendUpdate(sealed, { [next]: `(${random(1e9)})` }),
      () => appendUpdate(sealed, { [catalog]: objectText(sealed, catalog) }),
      () =>
        appendUpdate(sealed, {
          [catalog]: withKey(catalog, '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>'),
        }),
      () => {
        const number = page();
        const changed = objectText(sealed, number).replace(/\/Contents \d+ 0 R/, `/Contents ${next} 0 R`);
        return appendUpdate(sealed, { [number]: changed, [next]: stream(drawn()) });
      },
      () => appendUpdate(sealed, { [page()]: withKey(page(), `/Rotate ${90 * (1 + random(3))}`) }),
      () => {
        const note = `<< /Type /Annot /Subtype /FreeText /Rect [0 0 ${random(500)} 99] /Contents (Rejected) >>`;
        const number = pages.at(-1) ?? 0;
        const changed = objectText(sealed, number)
          .replace(/\/Annots (\[[^\]]*\]|\d+ 0 R)/, '')
          .replace('<<', `<< /Annots [${next} 0 R]`);
        return appendUpdate(sealed, { [number]: changed, [next]: note });
      },
    ];
    for (let index = 0; index < 50; index += 1) {
      const kind = kinds[index % kinds.length];
      const forged = kind?.() ?? sealed;
      expect(forged.length).toBeGreaterThan(sealed.length);
      const { verdict } = await verifyRecord(forged);
      expect(verdict, `kind ${index % kinds.length}, round ${Math.floor(index / kinds.length)}`).toBe('altered');
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
    const changed = objectText(first, page).replace('<<', '<< /Rotate 90');
    const later = await verifyRecord(await seal(appendUpdate(first, { [page]: changed })));
    expect(later.signatures.map(({ state }) => state)).toEqual(['valid', 'valid']);
    expect(later.verdict).toBe('altered');
    expect(codes(later)).toContain('changed-between');

    // Something the pages refer to, but that only comes with the second seal.
    const prepared = appendUpdate(unsealed, {
      [page]: objectText(unsealed, page).replace('<<', `<< /PieceInfo ${next + 40} 0 R`),
    });
    const [one] = review.signOff.signatures;
    if (!one) throw new Error('A signature was expected');
    const sealedOnce = await sealSignOff(prepared, one, witnessSigner(keys, one.name));
    const filled = appendUpdate(sealedOnce, { [next + 40]: '<< /Shadow true >>' });
    expect(codes(await verifyRecord(await seal(filled)))).toContain('changed-between');
  });
});

describe('a stripped signature', () => {
  it('leaves the record unsigned when revisions are cut off', async () => {
    const { revisions } = await sealedRecord(NAMES);
    const verdicts = [];
    for (const revision of revisions) verdicts.push((await verifyRecord(revision)).verdict);
    expect(verdicts).toEqual(['unsigned', 'unsigned', 'unsigned', 'intact']);
    const report = await verifyRecord(revisions[2] ?? new Uint8Array());
    expect(report.findings).toContainEqual({ code: 'approver-missing', signature: null, detail: NAMES[2] });
  });

  it('is found when the form, a field or the signature is taken out', async () => {
    const { sealed } = await sealedRecord(NAMES.slice(0, 1));
    const catalog = catalogNumber(sealed);
    const without = objectText(sealed, catalog)
      .replace(/\/AcroForm \d+ 0 R/, '')
      .replace(/\/Perms <<[^>]*>>/, '');
    const formless = await verifyRecord(appendUpdate(sealed, { [catalog]: without }));
    expect(formless.verdict).toBe('altered');
    expect(codes(formless)).toContain('signature-hidden');

    const text = Buffer.from(sealed).toString('latin1');
    for (const [what, by] of [
      [/\/Contents <[0-9a-f]+>/, (found: string) => found.replace(/[0-9a-f]/g, '0').replace('0ont0nts', 'Contents')],
      [/\/ByteRange \[[^\]]*\]/, (found: string) => found.replace(/[1-9]/g, '0')],
      [/\/FT \/Sig/, () => '/FT /Btn'],
      [/\/V \d+ 0 R/, (found: string) => ' '.repeat(found.length)],
    ] as const) {
      expect(text).toMatch(what);
      const forged = Buffer.from(text.replace(what, by), 'latin1');
      expect(forged.length).toBe(sealed.length);
      expect((await verifyRecord(forged)).verdict, String(what)).toBe('altered');
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
    expect(codes(report)).toEqual(expect.arrayContaining(['hash-not-printed', 'seal-for-other-content']));
  });

  it('is found when the review is taken out', async () => {
    const { keys, review, unsealed } = await sealedRecord(NAMES.slice(0, 1));
    const catalog = catalogNumber(unsealed);
    const bare = objectText(unsealed, catalog).replace('/Names <<', '/Other <<').replace('/AF [', '/Others [');
    const stripped = appendUpdate(unsealed, { [catalog]: bare });
    const revisions = await sealAll(stripped, review.signOff.signatures, ({ name }) => witnessSigner(keys, name));
    const report = await verifyRecord(revisions.at(-1) ?? stripped);
    expect(report.verdict).toBe('altered');
    expect(codes(report)).toContain('data-missing');
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
    expect(codes(report).filter((code) => code === 'key-not-printed')).toHaveLength(NAMES.length);
  });

  it('does not count where the pages name no key, unless the key is known', async () => {
    const review = signedReview(NAMES);
    const keys = workbookKeys();
    const unsealed = await recordFor({ review, fingerprints: [] });
    const revisions = await sealAll(unsealed, review.signOff.signatures, ({ name }) => witnessSigner(keys, name));
    const sealed = revisions.at(-1) ?? unsealed;
    const stranger = await verifyRecord(sealed);
    expect(stranger.verdict).toBe('unsigned');
    expect(codes(stranger)).toContain('keys-not-named');
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
    expect(codes(report)).toContain('key-not-trusted');
  });
});
