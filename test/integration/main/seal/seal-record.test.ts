import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readAttachedReview } from '#main/pdf/attachment.ts';
import { recordRenderer } from '#main/record/render-record.ts';
import { readOwnCertificate } from '#main/seal/own-certificate.ts';
import { sealSignOff } from '#main/seal/seal-sign-off.ts';
import { newWorkbookKeys, witnessSigner } from '#main/seal/workbook-keys.ts';
import type { Signature } from '#shared/kinds/sign-off/answers.ts';
import { type ReviewDocument, reviewDocumentSchema } from '#shared/review/review.ts';
import { sealStatement } from '#shared/verify/seal-statement.ts';
import { pkcs12ByOpenSsl } from '#test/support/certificates.ts';
import { temporaryFolder } from '#test/support/open-data-folder.ts';
import { contentSha256, inspect } from '#test/support/pdf.ts';
import { check } from '#test/support/seal.ts';
import { signaturesOf } from '#test/support/sealed-bytes.ts';
import { shippedTemplates, shippedText } from '#test/support/shipped.ts';

const SAMPLE = 'discord-read-states';
const PASSPHRASE = 'a passphrase for a test';

function sample(): ReviewDocument {
  return reviewDocumentSchema.parse(JSON.parse(shippedText(`templates/samples/${SAMPLE}.json`)).document);
}

function signature(review: ReviewDocument, parts: Partial<Signature>): Signature {
  const approver = review.signOff.approvers[0]?.id ?? 'lead';
  const { signOff } = reviewDocumentSchema.parse({
    ...review,
    signOff: {
      approvers: review.signOff.approvers,
      signatures: [
        {
          id: 'signature-1',
          approver,
          name: 'Żaneta Nowak',
          typedName: 'Żaneta Nowak',
          verdict: 'approve',
          signedAt: '2026-03-04T05:06:07Z',
          contentSha256: contentSha256(review),
          ...parts,
        },
      ],
    },
  });
  const [made] = signOff.signatures;
  if (!made) throw new Error('There is no signature');
  return made;
}

describe('the record of a sample', () => {
  let unsealed: Uint8Array;

  beforeAll(async () => {
    const document = sample();
    const template = shippedTemplates.get(document.template.id);
    if (!template) throw new Error(`There is no template ${document.template.id}`);
    unsealed = await recordRenderer(resolve('.'))('pdf', {
      document,
      template: { template, sha256: document.template.sha256, source: template },
      revision: 7,
      savedAt: '2026-03-03T14:05:06.789Z',
      contentSha256: contentSha256(document),
    });
  });

  it('is sealed by witness and own certificate, and keeps what it was', async () => {
    const folder = await temporaryFolder();
    const review = sample();
    const own = pkcs12ByOpenSsl({ folder, commonName: '王小明', passphrase: PASSPHRASE });
    const witness = witnessSigner(newWorkbookKeys(new Date('2026-03-01T00:00:00Z')), 'Żaneta Nowak');
    const person = await readOwnCertificate(own, PASSPHRASE, new Date());
    const first = await sealSignOff(unsealed, signature(review, {}), witness);
    const both = await sealSignOff(first, signature(review, { name: '王小明', verdict: 'object' }), person);

    const report = check(folder, both, 'pdfsig');
    expect(report.match(/Signature is Valid\./g)).toHaveLength(2);
    expect(report).toContain('(witness) for Żaneta Nowak');
    expect(report).toContain('Common Name: 王小明');
    expect(report.split('Signature #').at(-1)).toContain('- Total document signed');
    expect(check(folder, both, 'qpdf', '--check')).toContain('No syntax or stream encoding errors found');

    const facts = async (pdf: Uint8Array) =>
      (await inspect('pdfinfo', pdf, 'FILE')).replace(/File size:.*|Form:.*/g, '');
    expect(await facts(both)).toBe(await facts(unsealed));
    const text = (pdf: Uint8Array) => inspect('pdftotext', pdf, '-raw', 'FILE', '-');
    expect(await text(both)).toBe(await text(unsealed));
    expect(readAttachedReview(both)).toEqual(readAttachedReview(unsealed));
    expect(readAttachedReview(both).kind).toBe('found');
    const kinds = signaturesOf(both).map(({ dictionary }) => /GWRK_Kind \/([a-z-]+)/.exec(dictionary)?.[1]);
    expect(kinds).toEqual(['witnessed', 'own-certificate']);
  });

  it('states in each seal the verdict, who made the seal, and the content', () => {
    const review = sample();
    const short = contentSha256(review).slice(0, 4);
    expect(sealStatement(signature(review, {}), 'witnessed')).toMatch(
      new RegExp(`^Approves\\. This workbook recorded the sign-off .* Content ${short} .{4} .{4}\\.$`),
    );
    expect(sealStatement(signature(review, { verdict: 'object' }), 'own-certificate')).toMatch(
      /^Objects\. Sealed with the approver’s own certificate\. Content /,
    );
  });
});
