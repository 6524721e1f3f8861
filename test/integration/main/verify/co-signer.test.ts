import { beforeAll, describe, expect, it } from 'vitest';
import { keyFingerprint } from '#main/certificates/key-fingerprint.ts';
import { nameOf } from '#main/pdf/pdf-values.ts';
import { recordRenderer } from '#main/record/render-record.ts';
import { type WorkbookKeys, witnessSigner } from '#main/seal/workbook-keys.ts';
import { pageComparer } from '#main/verify/compare-pages.ts';
import { verifyRecord } from '#main/verify/verify-record.ts';
import type { Signature } from '#shared/kinds/sign-off/answers.ts';
import type { Finding } from '#shared/verify/verify.ts';
import { coSign } from '#test/support/co-signer.ts';
import {
  appendUpdate,
  catalogNumber,
  entryText,
  nextNumber,
  type Objects,
  objectsWith,
  pageNumbers,
  withEntries,
} from '#test/support/pdf-forgery.ts';
import { sealAll, sealedRecord } from '#test/support/sealed-record.ts';

const comparePages = pageComparer(recordRenderer(process.cwd()));
const stream = (text: string) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;

let keys: WorkbookKeys;
/** A record before its seals, and with the first of two. */
let unsealed: Uint8Array;
let sealedOnce: Uint8Array;
let first: Signature;
let second: Signature;

beforeAll(async () => {
  const made = await sealedRecord(['Ada Lovelace', 'Bob Noyce']);
  const [one, two] = made.review.signOff.signatures;
  if (!one || !two) throw new Error('Two signatures were expected');
  [keys, unsealed, sealedOnce, first, second] = [
    made.keys,
    made.unsealed,
    made.revisions[1] ?? made.unsealed,
    one,
    two,
  ];
});

/** What is found beside that nobody here knows the key. */
async function found(pdf: Uint8Array): Promise<readonly Finding[]> {
  const known = new Set([keyFingerprint(keys.signingKey)]);
  const report = await verifyRecord(pdf, { comparePages, known });
  expect(report.verdict).toBe(report.findings.length === 0 ? 'intact' : 'altered');
  return report.findings;
}

const between = (detail: string): Finding => ({ code: 'changed-between', signature: 2, detail });

/** What a co-signer might bring along in the update of the own seal. */
const BROUGHT: Readonly<Record<string, readonly [(pdf: Uint8Array) => Objects, detail: string]>> = {
  'other content of a page': [
    (pdf) => {
      const content = Number.parseInt(entryText(pdf, pageNumbers(pdf)[1] ?? 0, 'Contents'), 10);
      return { [content]: stream('BT /F1 20 Tf 50 700 Td (Rejected) Tj ET') };
    },
    'Content was changed.',
  ],
  'another review': [
    (pdf) => {
      const [file = 0] = objectsWith(pdf, ({ entries }) => nameOf(entries.get('Type')) === 'EmbeddedFile');
      return { [file]: '<< /Type /EmbeddedFile /Length 2 >>\nstream\n{}\nendstream' };
    },
    'Content was changed.',
  ],
  'another font': [
    (pdf) => {
      const [font = 0] = objectsWith(pdf, ({ entries }) => entries.has('ToUnicode'));
      return { [font]: withEntries(pdf, font, { ToUnicode: null }) };
    },
    'Content was changed.',
  ],
  'a page that is turned': [
    (pdf) => {
      const page = pageNumbers(pdf)[1] ?? 0;
      return { [page]: withEntries(pdf, page, { Rotate: '90' }) };
    },
    'A page was changed.',
  ],
  'a catalog with a script': [
    (pdf) => {
      const catalog = catalogNumber(pdf);
      return { [catalog]: withEntries(pdf, catalog, { OpenAction: '<< /S /JavaScript /JS (app.beep\\(0\\)) >>' }) };
    },
    'The catalog was changed.',
  ],
  'an object of no use': [(pdf) => ({ [nextNumber(pdf) + 30]: '(nothing)' }), 'More was added.'],
};

describe('a co-signer', () => {
  it('who brings nothing but a seal leaves the record intact', async () => {
    expect(await found(await coSign(sealedOnce, second, witnessSigner(keys, second.name), {}))).toEqual([]);
  });

  it.each(Object.entries(BROUGHT))(
    'cannot bring %s along in the update of the own seal',
    async (_, [objects, detail]) => {
      const signer = witnessSigner(keys, second.name);
      const sealed = await coSign(sealedOnce, second, signer, { objects: objects(sealedOnce) });
      const findings = await found(sealed);
      expect(findings).toContainEqual(between(detail));
      expect(findings.filter(({ code }) => code === 'signature-broken')).toEqual([]);
    },
  );
});

describe('the gap in the byte range of a seal', () => {
  /** By how many bytes the gap begins earlier or later, and ends. */
  const WIDTHS = [
    [-1, 0],
    [0, 1],
    [-1, 1],
    [1, 0],
    [0, -1],
    [1, -1],
    [-200, 0],
    [0, 200],
  ] as const;

  it.each(WIDTHS)('is as wide as the signature: begins %d and ends %d bytes off', async (begins, ends) => {
    // The signature fits what the range names, so nothing but the width tells.
    const sealed = await coSign(sealedOnce, second, witnessSigner(keys, second.name), {
      range: ([start, gap, end, rest]) => [start, gap + begins, end + ends, rest - ends],
    });
    const findings = await found(sealed);
    expect(findings).toContainEqual({ code: 'signature-broken', signature: 2, detail: '' });
    expect(findings).toContainEqual({ code: 'signature-partial', signature: 2, detail: '' });
  });

  it('leaves out nothing at the start or the end of the file', async () => {
    const signed = (range: (right: readonly number[]) => readonly number[]) =>
      coSign(sealedOnce, second, witnessSigner(keys, second.name), { range });
    const late = await signed(([, gap = 0, end = 0, rest = 0]) => [1, gap - 1, end, rest]);
    expect(await found(late)).toContainEqual({ code: 'signature-partial', signature: 2, detail: '' });
    const short = await signed(([, gap = 0, end = 0, rest = 0]) => [0, gap, end, rest - 1]);
    const { verdict, findings } = await verifyRecord(short, { comparePages });
    expect(verdict).toBe('added-to');
    expect(findings.at(-1)?.detail).toBe('One byte was added later: empty space. It changes nothing that is seen.');
    const shorter = await signed(([, gap = 0, end = 0, rest = 0]) => [0, gap, end, rest - 9]);
    expect(await found(shorter)).toContainEqual({ code: 'signature-partial', signature: 2, detail: '' });
  });
});

describe('the printed hash', () => {
  it('has to be on every page', async () => {
    const pages = pageNumbers(unsealed);
    expect(pages.length).toBeGreaterThan(1);
    for (const [index, page] of pages.entries()) {
      const emptied = { [page]: withEntries(unsealed, page, { Contents: `${nextNumber(unsealed)} 0 R` }) };
      const without = appendUpdate(unsealed, { ...emptied, [nextNumber(unsealed)]: stream('q Q') });
      const revisions = await sealAll(without, [first, second], ({ name }) => witnessSigner(keys, name));
      const { findings, checks } = await verifyRecord(revisions.at(-1) ?? without);
      expect(findings, `page ${index + 1}`).toContainEqual({ code: 'hash-not-printed', signature: null, detail: '' });
      expect(checks.printedHash).toBe(false);
    }
  });
});
