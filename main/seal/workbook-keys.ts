import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  X509Certificate,
} from 'node:crypto';
import { isBlank } from '#shared/fields.ts';
import { authorityCertificate, type Issuer, signingCertificate } from './certificate.ts';
import type { Signer } from './signer.ts';
import { witnessName } from './witness-name.ts';

const DAY = 24 * 60 * 60 * 1000;

/** The keys of a workbook: one that signs, and the authority that vouches for it. */
export interface WorkbookKeys {
  readonly signingKey: KeyObject;
  /** Certificate of the signing key, DER. */
  readonly certificate: Uint8Array;
  readonly authority: Issuer;
  readonly createdAt: string;
}

/** Makes a key and an authority that nobody else has. */
export function newWorkbookKeys(now: Date): WorkbookKeys {
  const authorityKey = newKey();
  const notBefore = since(now);
  const commonName = `Groundwork authority ${keyId(authorityKey)}`;
  const certificate = authorityCertificate({ commonName }, authorityKey, createPublicKey(authorityKey), notBefore);
  return certified(newKey(), { certificate, key: authorityKey }, now.toISOString());
}

/** The same signing key under another authority. */
export function underAuthority(keys: WorkbookKeys, authority: Issuer): WorkbookKeys {
  return certified(keys.signingKey, authority, keys.createdAt);
}

/**
 * Signs for one person's sign-off: with the workbook's key, and a certificate that names workbook and
 * person, so that any viewer shows whose sign-off it is and that the workbook only recorded it.
 */
export function witnessSigner({ signingKey, authority, createdAt }: WorkbookKeys, personName: string): Signer {
  const commonName = witnessName(keyId(signingKey), personName);
  const subject = { commonName, ...(isBlank(personName) ? {} : { name: personName }) };
  const certificate = signingCertificate(subject, createPublicKey(signingKey), authority, since(new Date(createdAt)));
  return { kind: 'witnessed', certificate, chain: [authority.certificate], key: signingKey };
}

/** Short id of a key: the first 8 hexadecimal digits of its fingerprint. */
export function keyId(key: KeyObject): string {
  return keyFingerprint(key).slice(0, 8).toUpperCase();
}

/** SHA-256 of the public key (SubjectPublicKeyInfo), lower-case hexadecimal: tells who holds the key. */
export function keyFingerprint(key: KeyObject): string {
  const publicKey = key.type === 'public' ? key : createPublicKey(key);
  return createHash('sha256')
    .update(publicKey.export({ format: 'der', type: 'spki' }))
    .digest('hex');
}

/** Private key as PKCS#8, DER. */
export function exportedKey(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'pkcs8' });
}

/** @throws for what is not a private key on P-256. */
export function importedKey(pkcs8: Uint8Array): KeyObject {
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') throw new Error('Not a key on P-256');
  return key;
}

/** @throws when keys and certificates do not belong together. */
export function checkTogether({ signingKey, certificate, authority }: WorkbookKeys): void {
  const own = new X509Certificate(certificate);
  const root = new X509Certificate(authority.certificate);
  const together =
    own.checkPrivateKey(signingKey) && root.checkPrivateKey(authority.key) && own.verify(root.publicKey) && root.ca;
  if (!together) throw new Error('The keys and certificates do not belong together');
}

function certified(signingKey: KeyObject, authority: Issuer, createdAt: string): WorkbookKeys {
  const subject = { commonName: witnessName(keyId(signingKey)) };
  const certificate = signingCertificate(subject, createPublicKey(signingKey), authority, since(new Date(createdAt)));
  return { signingKey, certificate, authority, createdAt };
}

function newKey(): KeyObject {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
}

/** A day earlier, so that a computer whose clock is a little behind takes the certificate as valid. */
function since(instant: Date): Date {
  return new Date(instant.getTime() - DAY);
}
