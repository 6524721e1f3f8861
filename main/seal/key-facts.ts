import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { type CertificateFacts, certificateFacts } from '#main/certificates/certificate-facts.ts';
import { parseCertificates } from '#main/certificates/certificate-file.ts';
import { keyId } from '#main/certificates/key-fingerprint.ts';
import { FailureError, systemCode } from '#main/files/failure.ts';
import { type FileSystem, namesIn, readBounded } from '#main/files/file-system.ts';
import { readTwin } from '#main/files/twin-file.ts';
import type { KeyFacts } from '#shared/contract/key-contract.ts';
import { BALLOT_KEY_PREFIX } from './ballot-key.ts';
import { EXPOSED_NAME, readExposed } from './exposed-file.ts';
import { GIVEN_UP_NAME } from './given-up-file.ts';
import { parsePublicKeyFile } from './key-file.ts';
import { KEY_FILE_LIMIT } from './key-folder.ts';
import { NO_PROTECTION } from './key-protection.ts';

/** A key file in use; those of earlier keys have a longer name. Other files lie there as well. */
const IN_USE = /^([a-z]+(?:-[a-z]+)*)\.json$/;

/** Names of the protections under which a folder has keys. */
export async function protectionsIn(files: FileSystem, folder: string): Promise<readonly string[]> {
  const names = (await namesIn(files, folder)).flatMap((name) => IN_USE.exec(name)?.[1] ?? []);
  return names.filter(
    (name) => ![GIVEN_UP_NAME, EXPOSED_NAME].includes(`${name}.json`) && !name.startsWith(BALLOT_KEY_PREFIX),
  );
}

/**
 * What the keys under a protection are, from the part of their file that is not secret: neither the private
 * keys nor the folder's lock are needed.
 * @throws {FailureError} `damaged` when the file cannot be read, `newer-format`.
 */
export async function keyFacts(files: FileSystem, folder: string, protection: string): Promise<KeyFacts> {
  const file = join(folder, `${protection}.json`);
  const { certificate, authorityCertificate, issuers, createdAt, replaced } = await readKeys(files, file);
  const facts = factsOf(certificate);
  const exposed = await readExposed(files, folder);
  return {
    keyId: keyId(new X509Certificate(certificate).publicKey),
    keySha256: facts.keySha256,
    createdAt,
    protection: protection === NO_PROTECTION.name ? 'permissions' : 'keychain',
    file,
    certificate: facts,
    authority: factsOf(authorityCertificate),
    root: factsOf(issuers.at(-1) ?? authorityCertificate),
    replaced,
    earlier: await earlierKeys(files, folder, protection),
    exposedAt: exposed?.keySha256 === facts.keySha256 ? exposed.foundAt : null,
  };
}

async function readKeys(files: FileSystem, file: string) {
  try {
    const found = await readTwin(files, file, KEY_FILE_LIMIT, parsePublicKeyFile);
    if (found) return found.content;
  } catch (cause) {
    const isOther =
      systemCode(cause) !== '' || (cause instanceof FailureError && cause.failure.code === 'newer-format');
    throw isOther ? cause : damaged(cause);
  }
  throw damaged();
}

/** Keys that were used before, the latest first. */
async function earlierKeys(files: FileSystem, folder: string, protection: string): Promise<KeyFacts['earlier']> {
  const names = await namesIn(files, folder);
  const kept = names.filter((name) => name.startsWith(`${protection}-earlier-`) && name.endsWith('.pem'));
  const read = kept
    .toSorted()
    .toReversed()
    .map(async (file) => {
      const [certificate] = parseCertificates(await readBounded(files, join(folder, file), KEY_FILE_LIMIT)) ?? [];
      return certificate ? [{ keySha256: factsOf(certificate.raw).keySha256, file }] : [];
    });
  return (await Promise.all(read)).flat();
}

function factsOf(der: Uint8Array): CertificateFacts {
  const facts = certificateFacts(new X509Certificate(der));
  if (!facts) throw damaged();
  return facts;
}

function damaged(cause?: unknown): FailureError {
  return new FailureError(
    'damaged',
    'The file of the keys cannot be read. Put a copy of it back; if not, Groundwork makes new keys when it next seals, and keeps the file.',
    { cause },
  );
}
