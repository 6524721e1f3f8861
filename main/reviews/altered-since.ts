import { hasTraceOfSignature } from '#main/verify/signatures.ts';
import { StoppedWork, type Work } from '#main/workers/work.ts';

/**
 * Whether a record was changed after it was signed, for those who bring in the review inside: it may be used,
 * but is not what was signed. False where nothing was signed, and where that cannot be known.
 */
export async function isAlteredRecord(work: Pick<Work, 'verify'>, bytes: Uint8Array): Promise<boolean> {
  if (!hasTraceOfSignature(bytes)) return false;
  try {
    return (await work.verify({ bytes, known: new Set() })).verdict === 'altered';
  } catch (error) {
    if (error instanceof StoppedWork) return false;
    throw error;
  }
}
