import { setImmediate } from 'node:timers/promises';
import { openPdf, type PdfFile } from '#main/pdf/pdf-file.ts';
import { PdfDamage } from '#main/pdf/pdf-values.ts';
import { TooMuchWork } from '#main/pdf/work-budget.ts';
import { VERIFY_SIZE_LIMIT, type VerifyReport } from '#shared/verify/verify.ts';
import { type ExaminedSignature, examineSignature } from './check-signature.ts';
import { embeddedReview } from './embedded-review.ts';
import { unsealedPart } from './file-parts.ts';
import { finding, report } from './finding.ts';
import { foreignReport } from './foreign-report.ts';
import { recordReport } from './record-report.ts';
import { findSignatures, hasTraceOfSignature, traces } from './signatures.ts';
import type { VerifyOptions } from './verify-options.ts';
import { visibleReport } from './visible-report.ts';

/**
 * Checks a record, or any other file: its signatures, what they cover, and whether pages, hash and data
 * belong together. Nothing in the file is executed, fetched or trusted; work and memory are bounded.
 * Never throws for what a file holds.
 */
export async function verifyRecord(bytes: Uint8Array, options: VerifyOptions = {}): Promise<VerifyReport> {
  if (bytes.byteLength > VERIFY_SIZE_LIMIT) return report([finding('too-large')]);
  try {
    return visibleReport(await examine(bytes, options));
  } catch (error) {
    if (error instanceof TooMuchWork) return report([finding('too-much-work')]);
    if (error instanceof PdfDamage) return damagedReport(bytes, error.message);
    // More values at once than the language holds: only a crafted file has them.
    if (error instanceof RangeError) return damagedReport(bytes, '');
    throw error;
  }
}

function damagedReport(bytes: Uint8Array, message: string): VerifyReport {
  if (hasTraceOfSignature(bytes)) return report([finding('signed-but-damaged', null, message)]);
  const isPdf = Buffer.from(bytes.subarray(0, 1024)).toString('latin1').includes('%PDF-');
  return report([isPdf ? finding('damaged', null, message) : finding('not-a-pdf', null, whatItIs(bytes))]);
}

/** What a file that is no PDF seems to be and what to do, in a sentence; empty when that cannot be told. */
function whatItIs(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'It is empty; copy it again.';
  const start = Buffer.from(bytes.subarray(0, 64)).toString('latin1').trimStart();
  if (start.startsWith('PK')) return 'It is an archive; unpack it first.';
  if (/^(<!doctype html|<html)/i.test(start)) return 'It is a web page; download the record itself.';
  return start.startsWith('{') ? 'A review file carries no seals; check the PDF.' : '';
}

async function examine(bytes: Uint8Array, options: VerifyOptions): Promise<VerifyReport> {
  const file = openPdf(bytes);
  if (file.isLocked) return report([finding('encrypted')]);
  const signatures = await examineAll(file, options.known ?? new Set());
  const seals = signatures.filter(({ checked }) => checked.kind !== 'other');
  const sealed = sealedPart(file, seals);
  const pages = unsealedPart(sealed, signatures);
  const embedded = await embeddedReview(sealed);
  const isRecord = embedded.kind !== 'absent' || seals.length > 0 || hidesSeal(file, signatures);
  if (!isRecord) return foreignReport(file, signatures, options);
  return recordReport({ file, sealed, pages, signatures, embedded }, options);
}

/** Whether a seal of Groundwork stands in the bytes that no field shows any more. */
function hidesSeal({ bytes }: PdfFile, signatures: readonly ExaminedSignature[]): boolean {
  return (
    traces(bytes) > signatures.length &&
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('/GWRK_Kind')
  );
}

/** The file as its last seal left it; all of it when no seal says where that is. */
function sealedPart(file: PdfFile, seals: readonly ExaminedSignature[]): PdfFile {
  const last = seals.at(-1)?.coverage;
  return last?.endsRevision ? file.upTo(last.end) : file;
}

/** All signatures in the order in which they were made. */
async function examineAll(file: PdfFile, known: ReadonlySet<string>): Promise<readonly ExaminedSignature[]> {
  const found = findSignatures(file).toSorted((left, right) => endOf(left.byteRange) - endOf(right.byteRange));
  const examined: ExaminedSignature[] = [];
  for (const [index, signature] of found.entries()) {
    examined.push(examineSignature(file, signature, index + 1, known));
    // A large file with many signatures takes seconds; others get their turn.
    await setImmediate();
  }
  return examined;
}

function endOf(byteRange: readonly number[] | null): number {
  return (byteRange?.[2] ?? 0) + (byteRange?.[3] ?? 0);
}
