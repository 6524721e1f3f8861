import { join } from 'node:path';
import { fingerprintsOf } from '#main/certificates/certificate-facts.ts';
import { parseCertificates } from '#main/certificates/certificate-file.ts';
import { FailureError } from '#main/files/failure.ts';
import { type FileSystem, namesIn, readBounded } from '#main/files/file-system.ts';
import { CERTIFICATE_FILE_LIMIT } from '#shared/base/size-limits.ts';

/** Fingerprints of certificates, PEM or DER, and of their keys. @throws {FailureError} */
export function certificateFingerprints(bytes: Uint8Array): readonly string[] {
  const certificates = parseCertificates(bytes);
  if (!certificates) {
    throw new FailureError('invalid', 'This is not a certificate. Use the PEM file that the workbook exported.');
  }
  return certificates.flatMap(({ raw }) => fingerprintsOf(raw));
}

/**
 * Fingerprints of the keys that a workbook seals with, from the certificates beside them: these are
 * public, so neither the private keys nor the folder's lock are needed. None where there is no key yet.
 */
export async function workbookFingerprints(files: FileSystem, folder: string): Promise<ReadonlySet<string>> {
  const names = await namesIn(files, folder);
  const known = new Set<string>();
  for (const name of names.filter((candidate) => candidate.endsWith('.pem'))) {
    const found = await readBounded(files, join(folder, name), CERTIFICATE_FILE_LIMIT)
      .then(certificateFingerprints)
      .catch((error: unknown) => {
        // A file that is none of ours vouches for nothing.
        if (error instanceof FailureError) return [];
        throw error;
      });
    for (const fingerprint of found) known.add(fingerprint);
  }
  return known;
}
