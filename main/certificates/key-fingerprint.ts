import { createPublicKey, type KeyObject } from 'node:crypto';
import { sha256 } from '#main/files/hash.ts';

/** SHA-256 of the public key (SubjectPublicKeyInfo), lower-case hexadecimal: tells who holds the key. */
export function keyFingerprint(key: KeyObject): string {
  const publicKey = key.type === 'public' ? key : createPublicKey(key);
  return sha256(publicKey.export({ format: 'der', type: 'spki' }));
}

/** Short id of a key: the first 8 hexadecimal digits of its fingerprint. */
export function keyId(key: KeyObject): string {
  return keyIdOf(keyFingerprint(key));
}

/** Short id of the key with this fingerprint. */
export function keyIdOf(fingerprint: string): string {
  return fingerprint.slice(0, 8).toUpperCase();
}
