import { readFileSync } from 'node:fs';
import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { keyFingerprint } from '#main/certificates/key-fingerprint.ts';
import { witnessSigner } from '#main/seal/workbook-keys.ts';
import type { AttackBase } from '../attacks/attack-base.ts';
import { oldSealRecords } from '../attacks/old-seals.ts';
import { rewritten } from '../foreign-pdf.ts';
import { appendUpdate, catalogNumber, nextNumber, pageNumbers, withEntries } from '../pdf-forgery.ts';
import { recordFor, sealAll, signedReview, workbookKeys } from '../sealed-record.ts';
import type { HarmlessFile } from './files.ts';
import { foreignSigned } from './signed.ts';

/** Records of Groundwork, whole, and after what people and programs do to files without bending them. */
export function recordFiles(base: AttackBase, folder: string): readonly HarmlessFile[] {
  const { sealed, once, unsealed } = base;
  const added = (name: string, bytes: HarmlessFile['bytes']): HarmlessFile => ({
    name: `record, then ${name}`,
    bytes,
    verdict: 'added-to',
    codes: ['added-later'],
  });
  const anew = (name: string, ...options: readonly string[]): HarmlessFile => ({
    name: `record, saved anew ${name}`,
    bytes: () => rewritten(folder, sealed, ...options),
    verdict: 'unsigned',
    codes: ['saved-anew'],
  });
  const note = (entries: string) => {
    const [, page = 0] = pageNumbers(sealed);
    const next = nextNumber(sealed);
    return appendUpdate(sealed, {
      [page]: withEntries(sealed, page, { Annots: `[${next} 0 R]` }),
      [next]: `<< /Type /Annot /Rect [50 50 90 90] ${entries} >>`,
    });
  };
  const catalog = catalogNumber(sealed);
  return [
    { name: 'record, sealed', bytes: () => sealed, verdict: 'intact' },
    { name: 'record, with one seal of two', bytes: () => once, verdict: 'unsigned', codes: ['approver-missing'] },
    { name: 'record, before its seals', bytes: () => unsealed, verdict: 'unsigned', codes: ['no-signature'] },
    ...['Latin Name', 'Żaneta Nowak', '王小明', 'דנה כהן', 'بسمة', 'अनु शर्मा', 'Zoë 😀', 'Ольга', 'A'.repeat(90)].map(
      witnessed,
    ),
    { name: 'record, signed long before the key was made', bytes: signedEarly, verdict: 'intact' },
    added('validation data', () =>
      appendUpdate(sealed, {
        [catalog]: withEntries(sealed, catalog, { DSS: `${nextNumber(sealed)} 0 R` }),
        [nextNumber(sealed)]: '<< /Type /DSS >>',
      }),
    ),
    added('a comment', () => note('/Subtype /Text /Contents (Seen)')),
    added('a highlight', () => note('/Subtype /Highlight /QuadPoints [50 50 90 50 50 90 90 90]')),
    added('a countersignature', () => foreignSigned(sealed)),
    added('a countersignature with a look', () => foreignSigned(sealed, { field: { Rect: '[50 50 200 100]' } })),
    added('a time stamp', () => foreignSigned(sealed, { seal: { Type: '/DocTimeStamp', SubFilter: '/ETSI.RFC3161' } })),
    added('an empty line', () => Buffer.concat([sealed, Buffer.from('\n')])),
    added('the line end of another system', () => Buffer.concat([sealed, Buffer.from('\r\n')])),
    anew('linearized', '--linearize'),
    anew('packed otherwise', '--object-streams=generate'),
    anew('plain', '--object-streams=disable'),
    anew('for reading', '--qdf'),
    anew('under an empty password', '--encrypt', '', 'owner', '256', '--'),
    {
      name: 'record, saved anew by pdf-lib',
      bytes: async () => (await PDFDocument.load(sealed)).save(),
      verdict: 'unsigned',
      codes: ['saved-anew'],
    },
    {
      name: 'record, saved anew in a way of packing that is not read',
      bytes: () => packedTwice(sealed),
      verdict: 'unsigned',
      codes: ['saved-anew'],
    },
    ...Object.entries(oldSealRecords(base)).map(
      ([name, bytes]): HarmlessFile => ({ name: `record, ${name}`, bytes, verdict: 'intact' }),
    ),
    {
      name: 'record of 0.2.0',
      bytes: () => readFileSync('test/fixtures/records/version-0.2.0.pdf'),
      verdict: 'uncompared',
    },
    {
      name: 'record of 0.2.0, linearized',
      bytes: () => rewritten(folder, readFileSync('test/fixtures/records/version-0.2.0.pdf'), '--linearize'),
      verdict: 'unsigned',
      codes: ['saved-anew'],
    },
  ];
}

/** Saved by a program that writes what pages show as hexadecimal digits, packed as it was. */
async function packedTwice(sealed: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(sealed);
  for (const page of document.getPages()) {
    const content = document.context.lookup(page.node.get(PDFName.of('Contents')));
    if (!(content instanceof PDFRawStream)) throw new Error('A page of a record has one stream');
    const digits = `${Buffer.from(content.contents).toString('hex')}>`;
    const filters = document.context.obj(['ASCIIHexDecode', 'FlateDecode']);
    page.node.set(
      PDFName.of('Contents'),
      document.context.register(document.context.stream(digits, { Filter: filters })),
    );
  }
  return document.save();
}

function witnessed(name: string): HarmlessFile {
  return {
    name: `record, witnessed for ${name}`,
    verdict: 'intact',
    bytes: async () => {
      const keys = workbookKeys();
      const review = signedReview([name]);
      const unsealed = await recordFor({ review, fingerprints: [keyFingerprint(keys.signingKey)] });
      const revisions = await sealAll(unsealed, review.signOff.signatures, (signature) =>
        witnessSigner(keys, signature.name),
      );
      return revisions.at(-1) ?? unsealed;
    },
  };
}

/** People sign for weeks; the workbook makes its keys at the first seal, which is made at the end. */
async function signedEarly(): Promise<Uint8Array> {
  const keys = { ...workbookKeys(), createdAt: '2026-03-01T00:00:00Z' };
  const review = signedReview(['Ada', 'Grace']);
  const unsealed = await recordFor({ review, fingerprints: [keyFingerprint(keys.signingKey)] });
  const revisions = await sealAll(unsealed, review.signOff.signatures, ({ name, signedAt }) =>
    witnessSigner(keys, name, signedAt),
  );
  return revisions.at(-1) ?? unsealed;
}
