import { createHash } from 'node:crypto';
import type { AlgorithmIdentifier } from 'pkijs';
import { UncheckedSignature } from './cms-problem.ts';
import { OID } from './oid.ts';

const DIGESTS: ReadonlyMap<string, string> = new Map([
  [OID.sha256, 'sha256'],
  [OID.sha384, 'sha384'],
  [OID.sha512, 'sha512'],
]);

/** Node's name of a digest that still proves something. @throws {UncheckedSignature} for every other one. */
export function digestNamed(algorithmId: string): string {
  const digest = DIGESTS.get(algorithmId);
  if (digest === undefined) throw new UncheckedSignature('Its digest is not one that is checked here.');
  return digest;
}

export function digestOf({ algorithmId }: AlgorithmIdentifier): string {
  return digestNamed(algorithmId);
}

export function digestOver(parts: readonly Uint8Array[], name: string): Uint8Array {
  const hash = createHash(name);
  for (const part of parts) hash.update(part);
  return hash.digest();
}
