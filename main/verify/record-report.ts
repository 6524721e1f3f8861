import type { PdfFile } from '#main/pdf/pdf-file.ts';
import type { Finding, VerifyReport } from '#shared/verify/verify.ts';
import type { ExaminedSignature } from './check-signature.ts';
import { type FoundContent, recordContent, withoutReview } from './content-findings.ts';
import type { EmbeddedReview } from './embedded-review.ts';
import { finding, report } from './finding.ts';
import { addedToRecord } from './later-findings.ts';
import { revisionFindings } from './revision-findings.ts';
import { isSavedAnew } from './saved-anew.ts';
import { signatureFindings } from './signature-findings.ts';
import { rightsSignatures, traces } from './signatures.ts';
import type { VerifyOptions } from './verify-options.ts';

interface Record {
  readonly file: PdfFile;
  /** The file as its last seal left it. */
  readonly sealed: PdfFile;
  /** The file as it was before its first signature. */
  readonly pages: PdfFile;
  readonly signatures: readonly ExaminedSignature[];
  readonly embedded: EmbeddedReview;
}

/** What a record turns out to be: everything up to its last seal, and what was added behind it. */
export async function recordReport(record: Record, options: VerifyOptions): Promise<VerifyReport> {
  const { file, sealed, signatures } = record;
  const inside = signatures.filter(({ coverage }) => !coverage.whole || coverage.end <= sealed.bytes.length);
  const isAnew = isSavedAnew(file, inside);
  const content = await contentOf(record, inside, isAnew, options);
  const added = addedToRecord(sealed, file);
  const findings = [
    ...(isAnew ? [finding('saved-anew', null, anewDetail(content))] : sealFindings(record, inside, options)),
    ...(signatures.length === 0 ? [finding('no-signature')] : []),
    ...(traces(file.bytes) > signatures.length + rightsSignatures(file) ? [finding('signature-hidden')] : []),
    ...content.findings,
    ...added,
  ];
  const later = added.length > 0 ? 'shown' : 'nothing';
  return {
    ...report(findings),
    sealedBytes: added.some(({ code }) => code === 'added-later') ? sealed.bytes.length : null,
    signatures: signatures.map(({ checked }) => ({
      ...checked,
      later: inside.some((each) => each.checked === checked) ? later : 'nothing',
    })),
    record: content.record,
    checks: content.checks,
  };
}

function sealFindings(
  { sealed }: Record,
  inside: readonly ExaminedSignature[],
  options: VerifyOptions,
): readonly Finding[] {
  return [...signatureFindings(inside, options.knownOnly ?? false), ...revisionFindings(sealed, inside)];
}

async function contentOf(
  { pages, sealed, embedded }: Record,
  inside: readonly ExaminedSignature[],
  isAnew: boolean,
  options: VerifyOptions,
): Promise<FoundContent> {
  switch (embedded.kind) {
    case 'absent':
      // A program that saves a file anew may leave attachments out.
      return withoutReview(isAnew ? [] : [finding('data-missing')], false);
    case 'broken':
      return withoutReview([finding(embedded.code, null, embedded.detail)], false);
    case 'found':
      return recordContent({ pages, sealed, isSavedAnew: isAnew }, embedded, inside, options);
  }
}

function anewDetail({ checks, record }: FoundContent): string {
  if (checks.visibleText) return 'Its pages, data and printed hash still belong together.';
  return record
    ? 'Whether its pages still say what the review inside says was not compared.'
    : 'The review inside is gone.';
}
