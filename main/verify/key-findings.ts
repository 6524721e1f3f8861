import type { Finding } from '#shared/verify/verify.ts';
import type { ExaminedSignature } from './check-signature.ts';
import { finding } from './finding.ts';
import type { VerifyOptions } from './verify-options.ts';

/**
 * Integrity alone cannot tell a record from a copy that somebody sealed anew with a key of their own. So
 * every key has to be one that the record itself names on its pages, or one that is known here; and none that its
 * holder gave up.
 */
export function keyFindings(
  signatures: readonly ExaminedSignature[],
  printed: readonly string[],
  { knownOnly = false, givenUp = [] }: VerifyOptions,
): readonly Finding[] {
  const valid = signatures.filter(({ checked }) => checked.state === 'valid');
  const lost = valid.flatMap((signature) =>
    givenUp
      .filter((key) => signature.fingerprints.has(key.keySha256) && isAfter(signature, key.since))
      .map((key) => finding('key-given-up', signature.checked.number, key.reason)),
  );
  return [...lost, ...unknownFindings(valid, printed, knownOnly)];
}

/** A signature without a time could be of any. */
function isAfter({ checked }: ExaminedSignature, since: string | null): boolean {
  return since === null || checked.signedAt === null || Date.parse(checked.signedAt) >= Date.parse(since);
}

function unknownFindings(
  valid: readonly ExaminedSignature[],
  printed: readonly string[],
  knownOnly: boolean,
): readonly Finding[] {
  const unknown = valid.filter(({ checked }) => !checked.isKnown);
  if (knownOnly) return unknown.map(({ checked }) => finding('key-not-trusted', checked.number));
  if (unknown.length === 0) return [];
  if (printed.length === 0) return [finding('keys-not-named')];
  return unknown
    .filter(({ fingerprints }) => !printed.some((fingerprint) => fingerprints.has(fingerprint)))
    .map(({ checked }) => finding('key-not-printed', checked.number));
}
