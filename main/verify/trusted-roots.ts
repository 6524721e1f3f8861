import type { GivenUpKey } from '#main/certificates/given-up.ts';
import { givenUpIn } from '#main/certificates/given-up.ts';
import { explaining, FailureError } from '#main/files/failure.ts';
import { type FileSystem, readBounded } from '#main/files/file-system.ts';
import { CERTIFICATE_FILE_LIMIT } from '#shared/base/size-limits.ts';
import { certificateFingerprints } from './known-keys.ts';

/** Fingerprints of the certificates that the policy of a computer trusts, and the keys that they say were given up. @throws {FailureError} */
export async function trustedRoots(
  files: FileSystem,
  roots: readonly string[],
): Promise<{ readonly known: readonly string[]; readonly givenUp: readonly GivenUpKey[] }> {
  const read = await Promise.all(roots.map((root) => readRoot(files, root)));
  return { known: read.flatMap(certificateFingerprints), givenUp: read.flatMap(givenUpIn) };
}

/** A root that is missing would make what the organisation signed look like anybody’s. */
async function readRoot(files: FileSystem, root: string): Promise<Uint8Array> {
  const what = `The certificate ${root}, which the policy of this computer trusts, cannot be read`;
  try {
    const bytes = await explaining(what, () => readBounded(files, root, CERTIFICATE_FILE_LIMIT));
    certificateFingerprints(bytes);
    return bytes;
  } catch (error) {
    if (!(error instanceof FailureError) || error.message.startsWith(what)) throw error;
    throw new FailureError('invalid', `${what}. ${error.failure.message}`, { cause: error });
  }
}
