import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto';
import { type Issuer, rootCertificate, signingCertificate } from '#main/certificates/certificate.ts';
import type { Subject } from '#main/certificates/distinguished-name.ts';
import { keyId } from '#main/certificates/key-fingerprint.ts';
import type { Signer } from '#main/certificates/signer.ts';
import { witnessName, witnessSubject, workbookAuthorityName } from '#main/certificates/witness-name.ts';
import type { KeyReplacement } from '#shared/contract/key-contract.ts';

const DAY = 24 * 60 * 60 * 1000;

/** The keys of a workbook: one that signs, and the authority that vouches for it. */
export interface WorkbookKeys {
  readonly signingKey: KeyObject;
  /** Certificate of the signing key, DER. */
  readonly certificate: Uint8Array;
  readonly authority: Issuer;
  /** Certificates above the authority's up to the root, nearest first, DER; none while it stands for itself. */
  readonly issuers: readonly Uint8Array[];
  readonly createdAt: string;
  /** What these keys took the place of; null for the first ones. */
  readonly replaced: KeyReplacement | null;
}

/** A certificate that another authority issued for a workbook's, with those above it. */
export type IssuedCertificate = Pick<WorkbookKeys, 'issuers'> & Pick<Issuer, 'certificate'>;

/** Makes a key and an authority that nobody else has. */
export function newWorkbookKeys(now: Date, replaced: KeyReplacement | null = null): WorkbookKeys {
  const key = newKey();
  const certificate = rootCertificate(workbookAuthority(key), key, validSince(now), { isWorkbook: true });
  return certified({
    signingKey: newKey(),
    authority: { certificate, key },
    issuers: [],
    createdAt: now.toISOString(),
    replaced,
  });
}

/** The same keys, with the workbook's authority under the one that issued this certificate for it. */
export function underIssuer(keys: WorkbookKeys, { certificate, issuers }: IssuedCertificate): WorkbookKeys {
  return certified({ ...keys, authority: { certificate, key: keys.authority.key }, issuers });
}

/** Name of a workbook's own authority. */
export function workbookAuthority(key: KeyObject): Subject {
  return { commonName: workbookAuthorityName(keyId(key)) };
}

/**
 * Signs for one person's sign-off: with the workbook's key, and a certificate that names workbook and
 * person, so that any viewer shows whose sign-off it is and that the workbook only recorded it.
 * @param signedAt when the person signed, which may be long before the workbook had a key: the certificate is for
 * that moment, too.
 */
export function witnessSigner(keys: WorkbookKeys, personName: string, signedAt?: string): Signer {
  const { signingKey, authority, issuers, createdAt } = keys;
  const moments = [createdAt, ...(signedAt === undefined ? [] : [signedAt])].map((moment) => Date.parse(moment));
  const certificate = signingCertificate(
    witnessSubject(keyId(signingKey), personName),
    createPublicKey(signingKey),
    authority,
    { notBefore: validSince(new Date(Math.min(...moments))), isWitness: true },
  );
  return { kind: 'witnessed', certificate, chain: [authority.certificate, ...issuers], key: signingKey };
}

/** Private key as PKCS#8, DER. */
export function exportedKey(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'pkcs8' });
}

/** @throws for what is not a private key on P-256. */
export function importedKey(pkcs8: Uint8Array): KeyObject {
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  if (!isWorkbookKey(key)) throw new Error('Not a key on P-256');
  return key;
}

/** Whether a key is of the kind that workbooks and authorities have: on P-256. */
export function isWorkbookKey(key: KeyObject): boolean {
  return key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
}

/** @throws when keys and certificates do not belong together. */
export function checkTogether({ signingKey, certificate, authority, issuers }: Omit<WorkbookKeys, 'replaced'>): void {
  const own = new X509Certificate(certificate);
  const above = [authority.certificate, ...issuers].map((der) => new X509Certificate(der));
  const together =
    own.checkPrivateKey(signingKey) &&
    above[0]?.checkPrivateKey(authority.key) === true &&
    above.every((issuer, index) => issuer.ca && (above[index - 1] ?? own).verify(issuer.publicKey));
  if (!together) throw new Error('The keys and certificates do not belong together');
}

function certified(keys: Omit<WorkbookKeys, 'certificate'>): WorkbookKeys {
  const { signingKey, authority, createdAt } = keys;
  const subject = { commonName: witnessName(keyId(signingKey)) };
  const validity = { notBefore: validSince(new Date(createdAt)), isWitness: true };
  return { ...keys, certificate: signingCertificate(subject, createPublicKey(signingKey), authority, validity) };
}

/** A new key on P-256. */
export function newKey(): KeyObject {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
}

/** When keys were made, from the certificate that they got then: ISO 8601, whole seconds. */
export function madeAt({ validFrom }: X509Certificate): string {
  return new Date(Date.parse(validFrom) + DAY).toISOString();
}

/** A day earlier, so that a computer whose clock is a little behind takes the certificate as valid. */
export function validSince(instant: Date): Date {
  return new Date(instant.getTime() - DAY);
}
