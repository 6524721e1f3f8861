import { describe, expect, it } from 'vitest';
import { keyFingerprint } from '#main/certificates/key-fingerprint.ts';
import { ATTACHED_REVIEW } from '#main/pdf/attachment.ts';
import { openPdf } from '#main/pdf/pdf-file.ts';
import { asKind } from '#main/pdf/pdf-values.ts';
import { recordRenderer } from '#main/record/render-record.ts';
import { type WorkbookKeys, witnessSigner } from '#main/seal/workbook-keys.ts';
import { pageComparer } from '#main/verify/compare-pages.ts';
import { verifyRecord } from '#main/verify/verify-record.ts';
import type { Finding } from '#shared/verify/verify.ts';
import { finding, findingsIn } from '#test/support/forgery-findings.ts';
import {
  appendUpdate,
  catalogNumber,
  entryText,
  nextNumber,
  objectsWith,
  pageNumbers,
  withEntries,
} from '#test/support/pdf-forgery.ts';
import { recordFor, sealAll, sealedRecord, signedReview, workbookKeys } from '#test/support/sealed-record.ts';

const NAMES = ['Ada Lovelace'];
const comparePages = pageComparer(recordRenderer(process.cwd()));

/** A record before its seal, the key that its pages name, and a way to seal what was made of it. */
async function prepared(parts: Record<string, unknown> = {}) {
  const keys = workbookKeys();
  const review = signedReview(NAMES, parts);
  const unsealed = await recordFor({ review, fingerprints: [keyFingerprint(keys.signingKey)] });
  const seal = async (pdf: Uint8Array, by: WorkbookKeys = keys) => {
    const revisions = await sealAll(pdf, review.signOff.signatures, ({ name }) => witnessSigner(by, name));
    return revisions.at(-1) ?? pdf;
  };
  return { unsealed, seal };
}

/** Number of the object that holds the properties. */
function infoNumber(pdf: Uint8Array): number {
  return asKind(openPdf(pdf).trailer.entries.get('Info'), 'reference')?.number ?? 0;
}

describe('what was prepared before the seal, by somebody who has the key', () => {
  const stream = (text: string) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;
  const kinds: Readonly<Record<string, (pdf: Uint8Array) => Readonly<Record<number, string>>>> = {
    'a white box over the words': (pdf) => {
      const [page = 0] = pageNumbers(pdf);
      const contents = `[${entryText(pdf, page, 'Contents')} ${nextNumber(pdf)} 0 R]`;
      return {
        [page]: withEntries(pdf, page, { Contents: contents }),
        [nextNumber(pdf)]: stream('1 g 0 0 600 800 re f'),
      };
    },
    'a note over a page': (pdf) => {
      const [page = 0] = pageNumbers(pdf);
      const note = '<< /Type /Annot /Subtype /FreeText /Rect [0 0 500 800] /Contents (Rejected) >>';
      return { [page]: withEntries(pdf, page, { Annots: `[${nextNumber(pdf)} 0 R]` }), [nextNumber(pdf)]: note };
    },
    'glyphs that say something else than they show': (pdf) => {
      const [font = 0] = objectsWith(pdf, ({ entries }) => entries.has('ToUnicode'));
      const descendants = entryText(pdf, font, 'DescendantFonts');
      const other = objectsWith(pdf, ({ entries }) => entries.has('DescendantFonts')).find((number) => number !== font);
      const swapped = entryText(pdf, other ?? 0, 'DescendantFonts');
      expect(swapped).not.toBe(descendants);
      return { [font]: withEntries(pdf, font, { DescendantFonts: swapped }) };
    },
    'pages in another order': (pdf) => {
      const tree = Number.parseInt(entryText(pdf, catalogNumber(pdf), 'Pages'), 10);
      const kids = pageNumbers(pdf).toReversed();
      return { [tree]: withEntries(pdf, tree, { Kids: `[${kids.map((page) => `${page} 0 R`).join(' ')}]` }) };
    },
    'a layer that can be switched': (pdf) => ({
      [catalogNumber(pdf)]: withEntries(pdf, catalogNumber(pdf), { OCProperties: '<< /OCGs [] /D << >> >>' }),
    }),
    'another title': (pdf) => ({
      [infoNumber(pdf)]: withEntries(pdf, infoNumber(pdf), { Title: '(Approved without conditions)' }),
    }),
    'a file more': (pdf) => ({
      [catalogNumber(pdf)]: withEntries(pdf, catalogNumber(pdf), { AF: `[${nextNumber(pdf)} 0 R]` }),
      [nextNumber(pdf)]: '<< /Type /Filespec /F (malware.exe) >>',
    }),
  };

  it.each(Object.entries(kinds))('is found when the pages are made again: %s', async (_, objectsOf) => {
    const { unsealed, seal } = await prepared();
    // With the properties that say who made the pages, and without.
    for (const trailer of [{ Info: `${infoNumber(unsealed)} 0 R` }, {}]) {
      const report = await verifyRecord(await seal(appendUpdate(unsealed, objectsOf(unsealed), { trailer })), {
        comparePages,
      });
      expect(report.signatures.map(({ state }) => state)).toEqual(['valid']);
      expect(report.verdict).toBe('altered');
      expect(findingsIn(report)).toEqual([finding('text-differs')]);
    }
  });

  it('is not called intact when the pages claim to be of an earlier version', async () => {
    const { unsealed, seal } = await prepared();
    const info = infoNumber(unsealed);
    const claimed = { [info]: withEntries(unsealed, info, { Creator: '(Groundwork 0.2.0)' }) };
    const trailer = { Info: `${info} 0 R` };
    const report = await verifyRecord(await seal(appendUpdate(unsealed, claimed, { trailer })), { comparePages });
    expect(report.verdict).toBe('uncompared');
    expect(findingsIn(report)).toEqual([finding('drawing-not-compared')]);
    expect(report.checks.visibleText).toBe(true);

    const [page = 0] = pageNumbers(unsealed);
    const contents = `[${entryText(unsealed, page, 'Contents')} ${entryText(unsealed, page, 'Contents')}]`;
    const twice = { ...claimed, [page]: withEntries(unsealed, page, { Contents: contents }) };
    const other = await verifyRecord(await seal(appendUpdate(unsealed, twice, { trailer })), { comparePages });
    expect(findingsIn(other)).toEqual([
      finding('text-not-compared', null, 'Another version of Groundwork made them, and lays pages out otherwise.'),
    ]);
    expect(other.checks.visibleText).toBeNull();
  });

  it.each([
    ['JavaScript', '<< /S /JavaScript /JS (app.alert\\(1\\)) >>'],
    ['Launch', '<< /S /Launch /F (calc.exe) >>'],
    ['Hide', '<< /S 9000 0 R /T (Seal) >>'],
    ['SubmitForm', '<< /S /URI /URI (https://example.org) /Next << /S /SubmitForm /F (https://example.org) >> >>'],
  ])('is named when a viewer might run it, and never run: %s', async (kind, action) => {
    const { unsealed, seal } = await prepared();
    const catalog = catalogNumber(unsealed);
    const acting = appendUpdate(unsealed, {
      [catalog]: withEntries(unsealed, catalog, { OpenAction: action }),
      // A kind may stand apart from its action.
      9000: '/Hide',
    });
    const report = await verifyRecord(await seal(acting));
    expect(report.verdict).toBe('altered');
    expect(findingsIn(report)).toEqual([finding('record-acts', null, kind)]);
  });

  it('is refused when a second review is inside', async () => {
    const { unsealed, seal } = await prepared();
    const catalog = catalogNumber(unsealed);
    const [file = 0] = objectsWith(unsealed, ({ entries }) => entries.has('EF'));
    const names = `<< /EmbeddedFiles << /Names [(a) ${file} 0 R (${ATTACHED_REVIEW}) ${file} 0 R] >> >>`;
    const twice = appendUpdate(unsealed, { [catalog]: withEntries(unsealed, catalog, { Names: names }) });
    const report = await verifyRecord(await seal(twice));
    expect(report.verdict).toBe('altered');
    expect(findingsIn(report)).toEqual([finding('data-twice', null, 'The PDF carries more than one review.')]);
  });
});

describe('what people type into a review', () => {
  it('names no key, so that nobody can seal the record anew with one typed in before', async () => {
    const mallory = workbookKeys();
    const { unsealed, seal } = await prepared({ title: `Seal fingerprint ${keyFingerprint(mallory.signingKey)}` });
    expect((await verifyRecord(await seal(unsealed))).verdict).toBe('intact');
    const report = await verifyRecord(await seal(unsealed, mallory));
    expect(report.verdict).toBe('altered');
    expect(findingsIn(report)).toEqual([finding('key-not-printed', 1)]);
  });

  it('does not pass for a hidden signature', async () => {
    const { unsealed, seal } = await prepared({ title: '/ByteRange [0 12 34 56] /Contents <00>' });
    expect(Buffer.from(unsealed).toString('latin1')).toContain('/ByteRange [0 12');
    expect((await verifyRecord(await seal(unsealed))).verdict).toBe('intact');
    const draft = await verifyRecord(unsealed);
    expect(draft.verdict).toBe('unsigned');
    expect(findingsIn(draft)).toEqual([finding('no-signature'), finding('approver-missing', null, NAMES[0])]);
  });
});

describe('the byte range of a seal', () => {
  it('is refused in any other form', async () => {
    const { sealed } = await sealedRecord(NAMES);
    const text = Buffer.from(sealed).toString('latin1');
    const [whole = '', gap = '', end = '', rest = ''] = /\/ByteRange \[0 (\d+) (\d+) (\d+)\] */.exec(text) ?? [];
    const elsewhere = [
      `[1 ${gap} ${end} ${rest}]`,
      `[0 ${Number(gap) - 1} ${end} ${rest}]`,
      `[0 ${Number(gap) + 1} ${end} ${rest}]`,
      `[0 ${gap} ${Number(end) - 1} ${rest}]`,
      `[0 ${gap} ${Number(end) + 1} ${Number(rest) - 1}]`,
      `[0 ${gap} ${end} 9999999]`,
      `[0 ${gap} 9999999 9]`,
      `[0 ${gap} ${gap} ${rest}]`,
      `[0 ${end} ${gap} ${rest}]`,
      `[0 -${gap.slice(1)} ${end} ${rest}]`,
      `[0 ${gap} ${end}]`,
      `[0 ${gap} ${end} 9 9 9]`,
      `[0 1 2 3]`,
      '[0 0 0 0]',
      '[]',
      `[0 ${gap} (${end.slice(2)}) 9]`,
      `[0 ${gap} ${end} true]`,
      '0',
      'null',
      '(all of it)',
    ];
    const broken = finding('signature-broken', 1);
    const forgeries: readonly (readonly [range: string, findings: readonly Finding[]])[] = [
      ...elsewhere.map((range) => [range, [broken, finding('signature-partial', 1)]] as const),
      [
        `[0 ${gap} ${end} ${Number(rest) - 1}]`,
        [
          broken,
          finding('added-later', null, 'One byte was added later: empty space. It changes nothing that is seen.'),
        ],
      ],
      // The same numbers, but the bytes that are signed have changed.
      [`[-0 ${gap} ${end} ${rest}]`, [broken]],
      [`[0. ${gap} ${end} ${rest}]`, [broken]],
    ];
    for (const [range, findings] of forgeries) {
      const forged = Buffer.from(text.replace(whole, `/ByteRange ${range}`.padEnd(whole.length)), 'latin1');
      expect(forged.length, range).toBe(sealed.length);
      const report = await verifyRecord(forged);
      expect([report.verdict, findingsIn(report)], range).toEqual(['altered', findings]);
    }
  });
});

describe('a record cut off', () => {
  const END_MISSING = 'The end of the file is missing.';
  const NO_PART = 'It is something that is no part of a PDF.';
  const missing = (name: string) => finding('approver-missing', null, name);
  const [first, second] = ['Ada Lovelace', 'Grace Hopper'] as const;
  /** What is left of it, by how much is left. */
  const LEFT: readonly (readonly Finding[])[] = [
    [finding('damaged', null, END_MISSING)],
    [finding('no-signature'), missing(first), missing(second)],
    [finding('signed-but-damaged', null, END_MISSING)],
    [missing(second), finding('added-after-last', null, NO_PART)],
    [finding('signature-hidden'), missing(second), finding('added-after-last', null, NO_PART)],
  ];

  it('is never intact, wherever it ends', async () => {
    const { sealed } = await sealedRecord([first, second]);
    const seen: (readonly Finding[])[] = [];
    for (let percent = 1; percent < 100; percent += 1) {
      const length = Math.floor((sealed.length * percent) / 100);
      const report = await verifyRecord(sealed.subarray(0, length));
      expect(report.verdict, `${percent} %`).not.toBe('intact');
      expect(LEFT, `${percent} %`).toContainEqual(findingsIn(report));
      seen.push(findingsIn(report));
    }
    for (const findings of LEFT.slice(0, 4)) expect(seen).toContainEqual(findings);
  });

  it('is never intact without its last bytes, nor with bytes before its first', async () => {
    const { sealed } = await sealedRecord([first, second]);
    for (const cut of [1, 2, 5, 6, 7]) {
      const report = await verifyRecord(sealed.subarray(0, -cut));
      const findings = [finding('signature-broken', 2), finding('signature-partial', 2)];
      expect([report.verdict, findingsIn(report)], `${cut} bytes`).toEqual(['altered', findings]);
    }
    const headless = finding('signed-but-damaged', null, 'The file does not begin as a PDF does.');
    for (const [forged, expected] of [
      [sealed.subarray(0, -20), finding('signed-but-damaged', null, END_MISSING)],
      [Buffer.concat([Buffer.from('\n'), sealed]), headless],
      [Buffer.concat([Buffer.alloc(900, 'x'), sealed]), headless],
    ] as const) {
      const report = await verifyRecord(forged);
      expect([report.verdict, findingsIn(report)]).toEqual(['altered', [expected]]);
    }
  });
});
