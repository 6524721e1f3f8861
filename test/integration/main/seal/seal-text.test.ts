import { X509Certificate } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { isWitnessName } from '#main/certificates/witness-name.ts';
import { sealPdf } from '#main/seal/seal-pdf.ts';
import { newWorkbookKeys, witnessSigner } from '#main/seal/workbook-keys.ts';
import { temporaryFolder } from '#test/support/open-data-folder.ts';
import { check, unsealedRecord } from '#test/support/seal.ts';
import { signaturesOf } from '#test/support/sealed-bytes.ts';

const keys = newWorkbookKeys(new Date('2026-03-04T05:06:07Z'));

/** A text string of a signature's dictionary. */
function textOf(dictionary: string, key: string): string | undefined {
  const digits = new RegExp(`/${key} <([0-9A-Fa-f]*)>`).exec(dictionary)?.[1];
  return digits === undefined ? undefined : new TextDecoder('utf-16be').decode(Buffer.from(digits, 'hex'));
}

/** Any code units, lone surrogates and control characters among them. */
const anyText = fc.string({ unit: 'binary', maxLength: 200 });

it('keeps any name and reason, and any name leads to a certificate of a witness', async () => {
  const unsealed = await unsealedRecord('stream', 1);
  await fc.assert(
    fc.asyncProperty(anyText, anyText, anyText, async (name, reason, fieldName) => {
      const signer = witnessSigner(keys, name);
      const sealed = await sealPdf(unsealed, { signer, name, reason, fieldName, signedAt: '2026-03-04T05:06:07Z' });
      const found = signaturesOf(sealed);
      expect(found).toHaveLength(1);
      expect(textOf(found[0]?.dictionary ?? '', 'Name')).toBe(name.toWellFormed());
      expect(textOf(found[0]?.dictionary ?? '', 'Reason')).toBe(reason.toWellFormed());
      const certificate = new X509Certificate(signer.certificate);
      const commonName = certificate.toLegacyObject().subject.CN;
      expect(isWitnessName(String(commonName))).toBe(true);
    }),
    { numRuns: 100 },
  );
});

it('gives pdfsig a valid signature for awkward names', async () => {
  const folder = await temporaryFolder();
  let pdf = await unsealedRecord('stream', 1);
  const names = [
    '(',
    ')',
    '\\',
    'a\tb',
    '<<>>',
    '\u202Eabc',
    '👩‍👩‍👧‍👦',
    'é'.normalize('NFD'),
    '%',
    ' ',
    'x'.repeat(500),
  ];
  for (const name of names) {
    const reason = `${name} endobj %%EOF`;
    const signer = witnessSigner(keys, name);
    pdf = await sealPdf(pdf, { signer, name, reason, fieldName: name, signedAt: '2026-03-04T05:06:07Z' });
  }
  const report = check(folder, pdf, 'pdfsig');
  expect(report.match(/Signature is Valid\./g)).toHaveLength(names.length);
  expect(report.split('Signature #').at(-1)).toContain('- Total document signed');
  expect(check(folder, pdf, 'qpdf', '--check')).toContain('No syntax or stream encoding errors found');
});
