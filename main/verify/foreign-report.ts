import type { PdfFile } from '#main/pdf/pdf-file.ts';
import type { VerifyReport } from '#shared/verify/verify.ts';
import type { ExaminedSignature } from './check-signature.ts';
import { foreignFindings } from './content-findings.ts';
import { finding, report } from './finding.ts';
import { laterFindings } from './later-findings.ts';
import { isSavedAnew } from './saved-anew.ts';
import { signatureFindings } from './signature-findings.ts';
import type { VerifyOptions } from './verify-options.ts';

/** What can be said of a PDF that is no record: of each signature, what it covers and what was added after it. */
export function foreignReport(
  file: PdfFile,
  signatures: readonly ExaminedSignature[],
  options: VerifyOptions,
): VerifyReport {
  const isAnew = isSavedAnew(file, signatures);
  const { findings, later } = laterFindings(file, signatures);
  return {
    ...report([
      ...(isAnew ? [finding('saved-anew')] : signatureFindings(signatures, options.knownOnly ?? false)),
      ...(signatures.length === 0 ? [finding('no-signature')] : []),
      ...findings,
      ...foreignFindings(file, signatures, options),
    ]),
    signatures: signatures.map(({ checked }) => ({ ...checked, later: later.get(checked.number) ?? 'nothing' })),
  };
}
