import type { SealKind, Signer } from '#main/certificates/signer.ts';
import { assertNever } from '#shared/base/assert-never.ts';
import type { Signature } from '#shared/kinds/sign-off/answers.ts';
import { shortHash } from '#shared/kinds/sign-off/sign-off.ts';
import { VERDICT_WORDS } from '#shared/kinds/sign-off/words.ts';
import { sealPdf } from './seal-pdf.ts';

/**
 * Seals a record with one approver's signature of the review.
 * @param isFromElsewhere whether the signature came with the review from another workbook
 * @throws {FailureError} see `sealPdf`.
 */
export function sealSignOff(
  pdf: Uint8Array,
  signature: Signature,
  signer: Signer,
  isFromElsewhere = false,
): Promise<Uint8Array> {
  return sealPdf(pdf, {
    signer,
    name: signature.name,
    reason: sealReason(signature, signer.kind, isFromElsewhere),
    signedAt: signature.signedAt,
    contentSha256: signature.contentSha256,
    fieldName: signature.approver,
  });
}

/** What a seal states, in words that any viewer shows. */
export function sealReason({ verdict, contentSha256 }: Signature, kind: SealKind, isFromElsewhere = false): string {
  return `${VERDICT_WORDS[verdict]}. ${sealedBy(kind, isFromElsewhere)} Content ${shortHash(contentSha256)}.`;
}

function sealedBy(kind: SealKind, isFromElsewhere: boolean): string {
  switch (kind) {
    case 'witnessed':
      if (isFromElsewhere) {
        return 'Signed in another workbook; this one did not record it and only sealed the copy brought in.';
      }
      return 'This workbook recorded the sign-off and sealed it with its own key.';
    case 'own-certificate':
      return 'Sealed with the approver’s own certificate.';
    default:
      return assertNever(kind);
  }
}
