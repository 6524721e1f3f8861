import { openPdf } from '#main/pdf/pdf-file.ts';
import { canonicalJson } from '#shared/base/canonical-json.ts';
import type { Paper } from '#shared/contract/contract.ts';
import { sealedSignatures } from '#shared/kinds/sign-off/closing.ts';
import type { SealedBy } from '#shared/kinds/sign-off/sign-off.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { type Finding, type VerifyReport, weightOf } from '#shared/verify/verify.ts';
import { paperOf } from './compare-pages.ts';
import { embeddedReview } from './embedded-review.ts';
import { verifyRecord } from './verify-record.ts';

/** A sealed record of the data folder, and the review that it was made from. */
export interface SealedJob {
  readonly bytes: Uint8Array;
  readonly document: ReviewDocument;
  /** Hash of what was signed. */
  readonly contentSha256: string;
}

/** How a sealed record stands to its review. */
export type SealedCheck =
  | { readonly kind: 'damaged' }
  | {
      readonly kind: 'sound';
      /** In the order in which they were made. */
      readonly signatures: readonly { readonly name: string; readonly kind: SealedBy }[];
      readonly paper: Paper;
      /** When the review was saved that it shows, as the record itself says. */
      readonly savedAt: string;
      /** Whether something was added to the review since, taken back or marked, which the record does not show. */
      readonly isBehind: boolean;
      /** What an earlier version sealed and this one would not: whole, but with a certificate that may not sign. */
      readonly notes: readonly string[];
    };

/** Checks a sealed record from its bytes. */
export async function checkSealed({ bytes, document, contentSha256 }: SealedJob): Promise<SealedCheck> {
  const report = await verifyRecord(bytes);
  const { signatures } = report;
  const isWhole = report.findings.every((finding) => weightOf(finding) === 'note' || isOfSigner(finding, report));
  if (!isWhole) return { kind: 'damaged' };
  const file = openPdf(bytes);
  const embedded = await embeddedReview(file);
  if (embedded.kind !== 'found' || embedded.contentSha256 !== contentSha256) return { kind: 'damaged' };
  const sealed = embedded.review.document;
  const given = sealedSignatures(sealed, contentSha256);
  return {
    kind: 'sound',
    signatures: signatures.flatMap(({ name, kind }, index) => {
      if (kind === 'other') return [];
      // A seal tells whose key made it; that it stands in for a certificate, only the review inside does.
      const isInstead = kind === 'witnessed' && given[index]?.certificate !== undefined;
      return [{ name, kind: isInstead ? 'witnessed-instead' : kind }];
    }),
    paper: paperOf(file),
    savedAt: embedded.review.savedAt,
    isBehind: canonicalJson(unfiled(sealed)) !== canonicalJson(unfiled(document)),
    notes: report.findings.flatMap(({ code, signature, detail }) =>
      code === 'certificate-unfit' ? [unfitNote(signatures[(signature ?? 0) - 1]?.name ?? '', detail)] : [],
    ),
  };
}

/** A review without how it is filed, for which no record is issued again. */
function unfiled({ filing: _, ...rest }: ReviewDocument) {
  return rest;
}

/** Whether it says that a certificate may not sign, and nothing else: the bytes are as they were sealed. */
function isOfSigner({ code }: Finding, { findings }: VerifyReport): boolean {
  const isUnfit = findings.some((finding) => finding.code === 'certificate-unfit');
  return isUnfit && (code === 'certificate-unfit' || code === 'approver-missing');
}

function unfitNote(name: string, text: string): string {
  return `The seal of ${name} is whole, but the certificate ${text} Whoever verifies the record is told so.`;
}
