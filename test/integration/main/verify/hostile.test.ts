import { mkdir, open, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { ATTACHED_REVIEW, readAttachedReview } from '#main/pdf/attachment.ts';
import { openPdf } from '#main/pdf/pdf-file.ts';
import { PdfDamage } from '#main/pdf/pdf-values.ts';
import { TooMuchWork, workBudget } from '#main/pdf/work-budget.ts';
import { witnessSigner } from '#main/seal/workbook-keys.ts';
import { activeContent } from '#main/verify/active-content.ts';
import { examineSignature } from '#main/verify/check-signature.ts';
import { findSignatures } from '#main/verify/signatures.ts';
import { verifyRecord } from '#main/verify/verify-record.ts';
import type { FindingCode } from '#shared/verify/verify.ts';
import { commandLine } from '#test/support/command-line.ts';
import { HOSTILE_SHAPES } from '#test/support/hostile-files.ts';
import { sealAll, sealedRecord, signedReview, workbookKeys } from '#test/support/sealed-record.ts';

let review: Uint8Array;

beforeAll(async () => {
  const { unsealed } = await sealedRecord(['Ada']);
  const attached = readAttachedReview(unsealed);
  if (attached.kind !== 'found') throw new Error(attached.reason);
  review = attached.bytes;
});

/** A crafted PDF with a right review inside, so that its pages are read. */
async function crafted(fill: (document: PDFDocument) => void): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  fill(document);
  await document.attach(review, ATTACHED_REVIEW);
  return document.save({ useObjectStreams: false });
}

function packed({ context }: PDFDocument, data: string) {
  return context.register(context.stream(deflateSync(data, { level: 9 }), { Filter: 'FlateDecode' }));
}

/** One page that shows text in a font whose map is given. */
function withFont(map: string, content: string): Promise<Uint8Array> {
  return crafted((document) => {
    const { context } = document;
    const page = document.addPage();
    const font = context.register(context.obj({ Type: 'Font', Subtype: 'Type0', ToUnicode: packed(document, map) }));
    page.node.set(PDFName.of('Resources'), context.obj({ Font: { F1: font } }));
    page.node.set(PDFName.of('Contents'), packed(document, content));
  });
}

async function codesOf(pdf: Uint8Array): Promise<readonly FindingCode[]> {
  const { verdict, findings } = await verifyRecord(pdf);
  expect(verdict).toBe('altered');
  return findings.map(({ code }) => code);
}

// Without the bounds that these are about, each takes longer than a test may, or all memory.
describe('a small file that asks for endless work', () => {
  it('ends soon when a font knows every character many times over', async () => {
    const map = `${'<0000> <ffff> <0041>\n'.repeat(100_000)}endbfrange\n`;
    expect(await codesOf(await withFont(map, '/F1 1 Tf <00410042> Tj'))).toContain('hash-not-printed');
  });

  it('ends soon when each character stands for a book', async () => {
    const map = `<0041> <${'0041'.repeat(100_000)}>\nendbfchar\n`;
    expect(await codesOf(await withFont(map, `/F1 1 Tf ${'<0041> Tj '.repeat(4_000)}`))).toContain('hash-not-printed');
  });

  it('ends soon when all pages share one long content', async () => {
    const pdf = await crafted((document) => {
      const content = packed(document, '/F1 1 Tf <00410042> Tj '.repeat(40_000));
      for (let page = 0; page < 3_000; page += 1) document.addPage().node.set(PDFName.of('Contents'), content);
    });
    expect(await codesOf(pdf)).toContain('hash-not-printed');
  });

  it('ends soon when many pages, fields, notes and seals have to be compared', async () => {
    const pdf = await crafted((document) => {
      const { context, catalog } = document;
      const fields = Array.from({ length: 4_000 }, () => context.register(context.obj({ FT: 'Tx' })));
      catalog.set(PDFName.of('AcroForm'), context.obj({ Fields: fields }));
      const notes = context.register(context.obj(Array.from({ length: 60_000 }, () => 1)));
      for (let page = 0; page < 3_000; page += 1) document.addPage().node.set(PDFName.of('Annots'), notes);
    });
    const keys = workbookKeys();
    const names = Array.from({ length: 9 }, (_, index) => `Signer ${index}`);
    const seals = await sealAll(pdf, signedReview(names).signOff.signatures, ({ name }) => witnessSigner(keys, name));
    expect(await codesOf(seals.at(-1) ?? pdf)).toContain('keys-not-named');
  });
});

describe('a file of an odd shape', () => {
  let cms: string;

  beforeAll(async () => {
    const { sealed } = await sealedRecord(['Ada']);
    cms = Buffer.from(findSignatures(openPdf(sealed))[0]?.contents?.bytes ?? []).toString('hex');
  });

  /** What reading all of it takes, as it is counted, up to where it is given up. */
  function workOf(bytes: Uint8Array): number {
    let work = 0;
    const budget = workBudget(bytes.length);
    const read = (count: number) => {
      work += count;
      budget.read(count);
    };
    try {
      const file = openPdf(bytes, { ...budget, read });
      activeContent(file);
      for (const signature of findSignatures(file)) examineSignature(file, signature, 1, new Set());
    } catch (error) {
      if (!(error instanceof PdfDamage || error instanceof TooMuchWork)) throw error;
    }
    return work;
  }

  it.each(Object.entries(HOSTILE_SHAPES))('is checked by work in proportion to its size: %s', async (_, make) => {
    const [small, large] = [30_000, 60_000].map((size) => make(size, cms));
    if (!small || !large) throw new Error('Two files were expected');
    expect(workOf(large)).toBeLessThan(2.2 * workOf(small) + 100_000);
    const { verdict } = await verifyRecord(large);
    expect(['unsigned', 'unreadable', 'altered']).toContain(verdict);
  });

  it.each([
    'an object stream of very many objects',
    'a list of references that unpacks to very much',
    'references under a filter that takes long',
    'a signature of very many small parts',
  ])('is given up when that is more than any record needs, and nothing is said about it: %s', async (shape) => {
    const { verdict, findings } = await verifyRecord(HOSTILE_SHAPES[shape]?.(6_000_000, cms) ?? new Uint8Array());
    expect({ verdict, codes: findings.map(({ code }) => code) }).toEqual({
      verdict: 'unreadable',
      codes: ['too-much-work'],
    });
  });
});

describe('groundwork verify of what is no record', () => {
  it('says what it is, in a plain sentence and with the status for it', async () => {
    const { run, workingFolder } = await commandLine();
    const path = (name: string) => join(workingFolder, name);
    await mkdir(path('folder.pdf'));
    await symlink(path('nowhere'), path('link.pdf'));
    await writeFile(path('empty.pdf'), '');
    await writeFile(path('archive.pdf'), Buffer.from('PK\u0003\u0004archive'));
    await writeFile(path('page.pdf'), '<!doctype html><title>Not found</title>');
    await writeFile(path('review.pdf'), '{"format": "groundwork-review"}');
    await writeFile(path('noise.pdf'), Buffer.alloc(300, 7));
    await writeFile(path('head.pdf'), '%PDF-1.7\n');
    const sparse = await open(path('huge.pdf'), 'w');
    await sparse.truncate(2 * 1024 ** 3 + 5);
    await sparse.close();
    const expected: Readonly<Record<string, string>> = {
      'folder.pdf': 'not a file',
      'link.pdf': 'There is no file',
      'missing.pdf': 'There is no file',
      'empty.pdf': 'It is empty',
      'archive.pdf': 'It is an archive',
      'page.pdf': 'It is a web page',
      'review.pdf': 'A review file carries no seals',
      'noise.pdf': 'The file is not a PDF.',
      'head.pdf': 'The file is damaged',
      'huge.pdf': 'larger than',
    };
    for (const [name, sentence] of Object.entries(expected)) {
      const { status, out, err } = await run('verify', name, '--data', 'data');
      expect(`${out}${err}`, name).toContain(sentence);
      expect(status, name).toBe(3);
    }
  });
});
