import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import {
  type AlgorithmIdentifier,
  AuthenticatedSafe,
  CertBag,
  Certificate,
  ContentInfo,
  EncryptedContentInfo,
  EncryptedData,
  PBES2Params,
  PBKDF2Params,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeContents,
} from 'pkijs';
import { FailureError } from '#main/files/failure.ts';
import { OID } from './oid.ts';

/** Largest file, in bytes; a key with a long chain has about 20,000. */
const SIZE_LIMIT = 1024 * 1024;
/** Most rounds of key derivation that a file may ask for; OpenSSL's default is 2,048, careful ones use a million. */
const ITERATION_LIMIT = 10_000_000;

/** What a PKCS#12 file holds. */
export interface Pkcs12 {
  readonly keys: readonly KeyObject[];
  /** DER, in the order of the file. */
  readonly certificates: readonly Uint8Array[];
}

/**
 * Opens a PKCS#12 file (.p12, .pfx). Whether passphrase and file are right shows in what comes out, not
 * in the file's integrity code, which exists in too many forms.
 * @throws {FailureError} `invalid` for another kind of file or a wrong passphrase, `unsupported` for the
 * old encryptions (RC2, 3DES), `too-large`.
 */
export async function readPkcs12(bytes: Uint8Array, passphrase: string): Promise<Pkcs12> {
  if (bytes.byteLength > SIZE_LIMIT) throw new FailureError('too-large', `${NOT_PKCS12} It is too large.`);
  const password = new TextEncoder().encode(passphrase.normalize('NFC')).buffer;
  const contents: SafeContents[] = [];
  for (const part of partsOf(bytes)) contents.push(await opened(part, password));
  const keys: KeyObject[] = [];
  const certificates: Uint8Array[] = [];
  for (const { bagValue } of contents.flatMap(({ safeBags }) => safeBags)) {
    if (bagValue instanceof PKCS8ShroudedKeyBag) keys.push(await shroudedKey(bagValue, password));
    else if (bagValue instanceof PrivateKeyInfo) keys.push(privateKey(bagValue.toSchema().toBER()));
    else if (bagValue instanceof CertBag && bagValue.parsedValue instanceof Certificate) {
      certificates.push(certificateOf(bagValue.parsedValue));
    }
  }
  return { keys, certificates };
}

function partsOf(bytes: Uint8Array): readonly ContentInfo[] {
  return reading(() => AuthenticatedSafe.fromBER(octets(PFX.fromBER(bytes).authSafe)).safeContents);
}

/** A part of the file, decrypted where it has to be. */
async function opened(part: ContentInfo, password: ArrayBuffer): Promise<SafeContents> {
  if (part.contentType === ContentInfo.DATA) return reading(() => SafeContents.fromBER(octets(part)));
  // The third kind is encrypted for a certificate instead of a passphrase.
  if (part.contentType !== ContentInfo.ENCRYPTED_DATA) throw oldEncryption();
  const encrypted = reading(() => new EncryptedData({ schema: part.content }));
  return decrypted(encrypted, password, (bytes) => SafeContents.fromBER(bytes));
}

async function decrypted<T>(data: EncryptedData, password: ArrayBuffer, use: (bytes: ArrayBuffer) => T): Promise<T> {
  reading(() => checkEncryption(data.encryptedContentInfo.contentEncryptionAlgorithm));
  try {
    return use(await data.decrypt({ password }));
  } catch (error) {
    // A wrong key gives bytes that mean nothing, so failing to read them says the same.
    throw error instanceof FailureError ? error : new FailureError('invalid', WRONG_PASSPHRASE, { cause: error });
  }
}

function octets({ content }: ContentInfo): ArrayBuffer {
  if (!(content instanceof asn1js.OctetString)) throw new Error('There is no content');
  return content.getValue();
}

/** Runs what takes the file apart, and says plainly that it is no such file where that fails. */
function reading<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof FailureError ? error : new FailureError('invalid', NOT_PKCS12, { cause: error });
  }
}

/** Lets AES under PBKDF2 pass, with a bounded number of rounds. */
function checkEncryption({ algorithmId, algorithmParams }: AlgorithmIdentifier): void {
  if (algorithmId !== OID.pbes2) throw oldEncryption();
  const { encryptionScheme, keyDerivationFunc } = new PBES2Params({ schema: algorithmParams });
  const known = AES_CBC.includes(encryptionScheme.algorithmId) && keyDerivationFunc.algorithmId === OID.pbkdf2;
  if (!known) throw oldEncryption();
  const { iterationCount } = new PBKDF2Params({ schema: keyDerivationFunc.algorithmParams });
  if (iterationCount > ITERATION_LIMIT) {
    throw new FailureError('unsupported', 'Opening this file would take too long. Export the certificate anew.');
  }
}

function shroudedKey(bag: PKCS8ShroudedKeyBag, password: ArrayBuffer): Promise<KeyObject> {
  const encryptedContentInfo = new EncryptedContentInfo({
    contentEncryptionAlgorithm: bag.encryptionAlgorithm,
    encryptedContent: bag.encryptedData,
  });
  return decrypted(new EncryptedData({ encryptedContentInfo }), password, privateKey);
}

function privateKey(pkcs8: ArrayBuffer): KeyObject {
  try {
    return createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  } catch (error) {
    throw new FailureError('unsupported', 'The file holds a kind of key that cannot sign a record.', { cause: error });
  }
}

/** Its DER, which OpenSSL takes as well: it is stricter than what takes the file apart. */
function certificateOf(parsed: Certificate): Uint8Array {
  try {
    return new X509Certificate(Buffer.from(parsed.toSchema().toBER())).raw;
  } catch (error) {
    throw new FailureError('invalid', 'A certificate in this file cannot be read. Export it anew.', { cause: error });
  }
}

const AES_CBC: readonly string[] = [OID.aes128Cbc, OID.aes192Cbc, OID.aes256Cbc];

const NOT_PKCS12 = 'This is not a certificate file with a key. Choose a PKCS#12 file (.p12 or .pfx).';
const WRONG_PASSPHRASE =
  'The passphrase does not open this file. Check it, also for capital letters and the keyboard layout, and try again.';

function oldEncryption(): FailureError {
  return new FailureError(
    'unsupported',
    'This certificate file uses an old encryption (RC2 or 3DES) that is not safe.',
    {
      details: [
        'Windows: export the certificate again and choose AES256-SHA256.',
        'Elsewhere, with OpenSSL 3: openssl pkcs12 -legacy -in old.p12 -out old.pem && openssl pkcs12 -export -in old.pem -out new.p12',
      ],
    },
  );
}
