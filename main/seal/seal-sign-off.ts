import type { Signer } from '#main/certificates/signer.ts';
import type { SealedSignature } from '#shared/kinds/sign-off/closing.ts';
import { sealStatement } from '#shared/verify/seal-statement.ts';
import { sealPdf } from './seal-pdf.ts';

/**
 * Seals a record with one approver's signature of the review.
 * @param isFromElsewhere whether the signature came with the review from another workbook
 * @throws {FailureError} see `sealPdf`.
 */
export function sealSignOff(
  pdf: Uint8Array,
  signature: SealedSignature,
  signer: Signer,
  isFromElsewhere = false,
): Promise<Uint8Array> {
  return sealPdf(pdf, {
    signer,
    name: signature.name,
    reason: sealStatement(signature, signer.kind, isFromElsewhere),
    signedAt: signature.signedAt,
    contentSha256: signature.contentSha256,
    fieldName: signature.approver,
  });
}
