import { keyFingerprint } from '#main/certificates/key-fingerprint.ts';
import type { Signer } from '#main/certificates/signer.ts';
import { canonicalSha256, contentSha256 } from '#main/files/hash.ts';
import { attachReview } from '#main/record/attach-review.ts';
import { renderPdf } from '#main/record/render-pdf.ts';
import { sealSignOff } from '#main/seal/seal-sign-off.ts';
import { newWorkbookKeys, type WorkbookKeys, witnessSigner } from '#main/seal/workbook-keys.ts';
import { canonicalReviewFile } from '#main/store/review-file.ts';
import type { Signature } from '#shared/kinds/sign-off/answers.ts';
import { withSealFingerprints } from '#shared/kinds/sign-off/record-seal-fingerprints.ts';
import { buildRecord } from '#shared/record/build.ts';
import type { RecordLength } from '#shared/record/model.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { pdfFonts } from './pdf.ts';
import { smallReview, smallTemplate } from './small-review.ts';

const NOW = new Date('2026-01-04T00:00:00Z');
/** As which revision the reviews of these records count. */
export const STORED = { revision: 1, savedAt: '2026-01-05T00:00:00Z' };

/** Keys of a workbook that exists for one test only. */
export function workbookKeys(): WorkbookKeys {
  return newWorkbookKeys(NOW);
}

/** A review of `smallTemplate` that everybody named has signed. */
export function signedReview(names: readonly string[], parts: Record<string, unknown> = {}): ReviewDocument {
  const approvers = names.map((name, index) => ({ id: `approver-${index + 1}`, name, role: 'Lead' }));
  const template = { id: 'small', version: '1.0.0', sha256: canonicalSha256(smallTemplate) };
  const unsigned = smallReview({ ...parts, template, signOff: { approvers } });
  const sha256 = contentSha256(unsigned);
  const signatures = approvers.map(({ id, name }, index) => ({
    id: `signature-${index + 1}`,
    approver: id,
    name,
    role: 'Lead',
    verdict: 'approve',
    typedName: name,
    signedAt: `2026-01-05T0${index}:00:00Z`,
    contentSha256: sha256,
  }));
  return smallReview({ ...parts, template, signOff: { approvers, signatures } });
}

/** What a record is made of: each part may be swapped, as somebody who forges one would. */
export interface Making {
  readonly review: ReviewDocument;
  /** What goes into the file as its review; the review itself unless said otherwise. */
  readonly data?: ReviewDocument;
  /** Fingerprints on the pages. */
  readonly fingerprints: readonly string[];
  /** How much of the review is printed; all of it unless said otherwise. */
  readonly length?: RecordLength;
}

/** A record before its seals, as an export makes it. */
export async function recordFor({ review, data = review, fingerprints, length }: Making): Promise<Uint8Array> {
  const stored = { ...STORED, contentSha256: contentSha256(review) };
  const record = withSealFingerprints(buildRecord(review, smallTemplate, stored, length), fingerprints);
  return attachReview(
    await renderPdf(record, await pdfFonts()),
    canonicalReviewFile({ document: data, ...STORED }, smallTemplate),
    record,
  );
}

/** Adds the seal of each signature of a review, in order. */
export async function sealAll(
  pdf: Uint8Array,
  signatures: readonly Signature[],
  signerOf: (signature: Signature) => Signer,
): Promise<readonly Uint8Array[]> {
  const revisions = [pdf];
  for (const signature of signatures) {
    revisions.push(await sealSignOff(revisions.at(-1) ?? pdf, signature, signerOf(signature)));
  }
  return revisions;
}

/** A sealed record of people, every revision on the way, and the keys of the workbook that witnessed it. */
export async function sealedRecord(names: readonly string[], keys: WorkbookKeys = workbookKeys()) {
  const review = signedReview(names);
  const unsealed = await recordFor({ review, fingerprints: [keyFingerprint(keys.signingKey)] });
  const revisions = await sealAll(unsealed, review.signOff.signatures, ({ name, signedAt }) =>
    witnessSigner(keys, name, signedAt),
  );
  return { keys, review, unsealed, revisions, sealed: revisions.at(-1) ?? unsealed };
}

/** Pseudo-random whole numbers below a bound, the same for the same seed (mulberry32). */
export function seeded(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
  };
}
