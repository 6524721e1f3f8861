import { constants, type KeyObject, verify } from 'node:crypto';
import { type AlgorithmIdentifier, RSASSAPSSParams, type SignerInfo } from 'pkijs';
import { digestNamed, digestOf } from './cms-digests.ts';
import { BrokenSignature, UncheckedSignature } from './cms-problem.ts';
import { OID } from './oid.ts';

interface Algorithm {
  readonly key: 'ec' | 'rsa';
  /** Null where it is that of the message. */
  readonly digest: string | null;
}

const ALGORITHMS: ReadonlyMap<string, Algorithm> = new Map([
  [OID.ecdsaWithSha256, { key: 'ec', digest: 'sha256' }],
  ['1.2.840.10045.4.3.3', { key: 'ec', digest: 'sha384' }],
  ['1.2.840.10045.4.3.4', { key: 'ec', digest: 'sha512' }],
  ['1.2.840.113549.1.1.1', { key: 'rsa', digest: null }],
  [OID.sha256WithRsa, { key: 'rsa', digest: 'sha256' }],
  ['1.2.840.113549.1.1.12', { key: 'rsa', digest: 'sha384' }],
  ['1.2.840.113549.1.1.13', { key: 'rsa', digest: 'sha512' }],
]);

/** Shortest RSA key that still proves something, in bits. */
export const RSA_MINIMUM = 2048;
/** Shortest curve that does, in bits. */
const CURVES: readonly (string | undefined)[] = ['prime256v1', 'secp384r1', 'secp521r1'];

/**
 * Checks the value of a signature with the key of its certificate.
 * @param message what it is over: the signed attributes as a SET, or the content itself where there are none.
 */
export function checkSignatureValue(signer: SignerInfo, message: Uint8Array, key: KeyObject): void {
  const { signatureAlgorithm } = signer;
  const isPss = signatureAlgorithm.algorithmId === OID.rsaPss;
  const algorithm = isPss ? null : ALGORITHMS.get(signatureAlgorithm.algorithmId);
  if (algorithm === undefined) throw new UncheckedSignature('Its algorithm is not one that is checked here.');
  const keyType = algorithm?.key ?? 'rsa';
  if (key.asymmetricKeyType !== keyType) throw new BrokenSignature('Key and algorithm do not fit.');
  checkStrength(key);
  const value = signer.signature.valueBlock.valueHexView;
  const pss = isPss ? pssOf(signatureAlgorithm) : null;
  const fits = pss
    ? verify(pss.digest, message, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: pss.saltLength }, value)
    : verify(algorithm?.digest ?? digestOf(signer.digestAlgorithm), message, key, value);
  if (!fits) throw new BrokenSignature('It does not fit its key.');
}

function checkStrength({ asymmetricKeyDetails: details }: KeyObject): void {
  const { modulusLength, publicExponent, namedCurve } = details ?? {};
  const isStrong =
    modulusLength === undefined
      ? CURVES.includes(namedCurve)
      : modulusLength >= RSA_MINIMUM && (publicExponent ?? 0n) > 2n;
  if (!isStrong) throw new UncheckedSignature('Its key is too weak to prove anything.');
}

/** RFC 4055, 3.1; the mask has to be made with the same digest. */
function pssOf({ algorithmParams }: AlgorithmIdentifier): { readonly digest: string; readonly saltLength: number } {
  const parameters = new RSASSAPSSParams({ schema: algorithmParams });
  const digest = digestNamed(parameters.hashAlgorithm.algorithmId);
  const mask: unknown = parameters.maskGenAlgorithm.algorithmParams?.valueBlock?.value?.[0]?.valueBlock?.toString();
  if (mask !== parameters.hashAlgorithm.algorithmId) {
    throw new UncheckedSignature('Its algorithm mixes two digests.');
  }
  return { digest, saltLength: parameters.saltLength };
}
