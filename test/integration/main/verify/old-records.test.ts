import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contentSha256 } from '#main/files/hash.ts';
import { readReview } from '#main/record/read-review.ts';
import { recordRenderer } from '#main/record/render-record.ts';
import { pageComparer } from '#main/verify/compare-pages.ts';
import { verifyRecord } from '#main/verify/verify-record.ts';
import { noteFollowUp } from '#shared/follow-up/edit.ts';
import { followUpItems } from '#shared/follow-up/items.ts';
import { closedAs } from '#shared/kinds/sign-off/closing.ts';
import { sealedProblem } from '#shared/kinds/sign-off/sealed.ts';
import { flipBit } from '#test/support/pdf-forgery.ts';

/**
 * Records as earlier builds sealed them, kept as bytes and never made anew: their seals hold for good. All hold the
 * same review, that of 0.2.0 with a single approver. The maker of the first two is called 0.0.1, which was never
 * released; in that of 0.3.0 the second approver has an own certificate.
 */
const RECORDS = {
  'plain-table.pdf': {
    keys: ['dd3845290b32059d04de90282da4dbff22f663581b86417bde1dd9e679433be2'],
    names: ['Żaneta Nowak', 'Ольга Иванова'],
    verdicts: ['unreadable'],
  },
  'packed-objects.pdf': {
    keys: ['27a9a2be09d1adfce4c7d0a4cff1942f6061e9cfdc73997bbfbcb737270da189'],
    names: ['Żaneta Nowak', 'Ольга Иванова'],
    verdicts: ['unreadable'],
  },
  'version-0.2.0.pdf': {
    keys: ['c1bae8d418c3664a070d29358b3e8acc8669801f97c9a1f1d6161cb6099d325e'],
    names: ['Żaneta Nowak'],
    verdicts: ['uncompared'],
  },
  'version-0.3.0.pdf': {
    keys: [
      '325ed6406d4bb412eb3dded6c0154dbdd58cf86c298de53e55b196ebcb6df873',
      '4006b99b9515163ef11dd315ce9fd6658cfe982dfd9f68b2471b58a72433b8cd',
    ],
    names: ['Żaneta Nowak', 'Ольга Иванова'],
    verdicts: ['uncompared'],
  },
  'version-0.4.0.pdf': {
    keys: ['4d24c3782797929f23a99e2bb0da95e1256f72ba31182f171943b624b684a646'],
    names: ['Żaneta Nowak', 'Ольга Иванова'],
    verdicts: ['uncompared'],
  },
  'version-0.5.0.pdf': {
    keys: ['0bbc351e2db0ba3a6d2fe06ea3deb1ed42c1854a930ad0f7265ae98c83fa1367'],
    names: ['Żaneta Nowak', 'Ольга Иванова'],
    verdicts: ['uncompared'],
  },
  'version-0.6.0.pdf': {
    keys: ['586359c8c996fc241d345eb1d4f0fa5b055f59d854e1793da04054cf1ee3d238'],
    names: ['Żaneta Nowak', 'Ольга Иванова'],
    verdicts: ['uncompared'],
  },
  'version-0.7.0.pdf': {
    keys: ['65f4ad7fe9117a04c6710f71ff4ccf5d0073ad6ff4f61f39c7b93c798f8931b5'],
    names: ['Żaneta Nowak', 'Ольга Иванова'],
    verdicts: ['uncompared'],
  },
  'version-0.8.0.pdf': {
    keys: ['807668fc35156d4c2f155a9dc55a932f48ebbca8442c0ea2639db50505e63092'],
    names: ['Żaneta Nowak', 'Ольга Иванова'],
    verdicts: ['uncompared'],
  },
} as const;
const CONTENT = 'cbc1f57d0ff7e7ddad558e84590e17cfeee9102b3c3ca1093b3e79bf6d0d93ed';
const NO_TEMPLATES = { builtIn: [], named: async () => null, find: async () => null };

describe.each(Object.entries(RECORDS))('a record of an earlier build: %s', (name, { keys, names, verdicts }) => {
  const bytes = readFileSync(`test/fixtures/records/${name}`);
  const comparePages = pageComparer(recordRenderer(process.cwd()));

  it('has seals that hold, with everything that it says of itself', async () => {
    const report = await verifyRecord(bytes, { comparePages });
    expect(verdicts).toContain(report.verdict);
    expect((await verifyRecord(bytes)).verdict).toBe('intact');
    expect(report.record).toMatchObject({ title: 'A review', contentSha256: CONTENT });
    expect(report.record?.approvers).toEqual(names.map((one) => ({ name: one, role: 'Lead', isSealed: true })));
    expect(report.signatures.map((signature) => signature.name)).toEqual(names);
    expect(new Set(report.signatures.map(({ certificate }) => certificate?.keySha256))).toEqual(new Set(keys));
    expect(report.signatures.map(({ coversDocument }) => coversDocument)).toEqual(
      names.map((_, index) => index === names.length - 1),
    );
    // Pages of another version are never called different.
    const notes = report.findings.filter(({ code }) => code !== 'signer-unknown');
    const codes = ['drawing-not-compared', 'text-not-compared', 'version-unknown'];
    expect(notes.every(({ code }) => codes.includes(code))).toBe(true);
  });

  it('counts under its keys alone', async () => {
    const ours = await verifyRecord(bytes, { known: new Set<string>(keys), knownOnly: true });
    expect([ours.verdict, ours.findings]).toEqual(['intact', []]);
    const theirs = await verifyRecord(bytes, { known: new Set(['0'.repeat(64)]), knownOnly: true });
    expect(theirs.verdict).toBe('unsigned');
  });

  it('gives its review, whose hash is what it was', async () => {
    const review = await readReview(bytes, NO_TEMPLATES);
    expect(contentSha256(review.document)).toBe(CONTENT);
    expect(review.document.signOff.signatures.every((signature) => signature.contentSha256 === CONTENT)).toBe(true);
  });

  it('gives a review that opens closed, with a follow-up that begins empty and takes notes', async () => {
    const { document, template } = await readReview(bytes, NO_TEMPLATES);
    const { followUp, predictions, tripwires, closed } = document;
    expect([followUp, predictions, tripwires, closed]).toEqual([undefined, undefined, undefined, undefined]);
    expect(closedAs(document, template.template, CONTENT)).toBe('agreed');
    const items = followUpItems(document, template.template);
    expect(items.length).toBeGreaterThan(0);
    expect(items.flatMap(({ changes }) => changes)).toEqual([]);
    const entry = { id: 'e', on: items[0]?.key ?? '', at: '2026-08-01T00:00:00Z', by: 'Dee', note: 'Seen' };
    const noted = noteFollowUp(document, entry);
    expect(sealedProblem(document, noted, template.template, CONTENT)).toBeNull();
    expect(contentSha256(noted)).toBe(CONTENT);
  });

  it('is altered with a bit turned, or something behind it', async () => {
    for (const part of [0.1, 0.4, 0.7]) {
      const forged = flipBit(bytes, Math.floor(bytes.length * part) * 8);
      expect((await verifyRecord(forged)).verdict).toBe('altered');
    }
    expect((await verifyRecord(Buffer.concat([bytes, Buffer.from('\n')]))).verdict).toBe('added-to');
    expect((await verifyRecord(Buffer.concat([bytes, Buffer.from('more')]))).verdict).toBe('altered');
  });
});
