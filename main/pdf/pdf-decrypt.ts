import { createDecipheriv, createHash } from 'node:crypto';
import { emptyPasswordKey, encryptionOf } from './pdf-encryption.ts';
import { asKind, nameOf, PdfDamage, type PdfDictionary, type PdfValue } from './pdf-values.ts';
import { rc4 } from './rc4.ts';

/** Undoes the encryption of one object's value. */
export type Decryptor = (value: PdfValue, number: number, generation: number) => PdfValue;

type Cipher = 'none' | 'rc4' | 'aes-128' | 'aes-256';

/**
 * What undoes the encryption of a file that opens with the empty user password, as most programs open it without
 * asking (ISO 32000-2, 7.6); null when a password is needed or the encryption is of another kind.
 * @param id first part of the file's id
 */
export function decryptorOf(dictionary: PdfDictionary, id: Uint8Array): Decryptor | null {
  const encryption = encryptionOf(dictionary, id);
  const key = encryption && emptyPasswordKey(encryption);
  if (!encryption || !key) return null;
  const strings = cipherOf(dictionary, encryption.version, 'StrF');
  const streams = cipherOf(dictionary, encryption.version, 'StmF');
  if (!strings || !streams) return null;
  const plain = (value: PdfValue, keys: (cipher: Cipher) => Uint8Array): PdfValue => {
    if (typeof value !== 'object' || value === null) return value;
    switch (value.kind) {
      case 'string':
        return { ...value, bytes: decrypted(value.bytes, strings, keys(strings)) };
      case 'array':
        return { ...value, items: value.items.map((item) => plain(item, keys)) };
      case 'dictionary':
        return plainDictionary(value, (part) => plain(part, keys));
      case 'stream': {
        const isPlain = nameOf(value.dictionary.entries.get('Type')) === 'XRef' || hasOwnFilter(value.dictionary);
        const data = isPlain ? value.data : decrypted(value.data, streams, keys(streams));
        return { ...value, dictionary: plainDictionary(value.dictionary, (part) => plain(part, keys)), data };
      }
      default:
        return value;
    }
  };
  return (value, number, generation) => plain(value, (cipher) => objectKey(key, cipher, number, generation));
}

/** The value of a signature stands in the file as it is (ISO 32000-2, 7.6.2). */
function plainDictionary(dictionary: PdfDictionary, plain: (value: PdfValue) => PdfValue): PdfDictionary {
  const isSignature = dictionary.entries.has('ByteRange');
  const entries = [...dictionary.entries].map(
    ([key, value]) => [key, isSignature && key === 'Contents' ? value : plain(value)] as const,
  );
  return { kind: 'dictionary', entries: new Map(entries) };
}

function hasOwnFilter({ entries }: PdfDictionary): boolean {
  const filter = entries.get('Filter');
  return (asKind(filter, 'array')?.items ?? [filter]).some((item) => nameOf(item) === 'Crypt');
}

function cipherOf({ entries }: PdfDictionary, version: number, which: 'StrF' | 'StmF'): Cipher | null {
  if (version < 4) return 'rc4';
  const name = nameOf(entries.get(which)) ?? 'Identity';
  if (name === 'Identity') return 'none';
  const filter = asKind(asKind(entries.get('CF'), 'dictionary')?.entries.get(name), 'dictionary');
  return CIPHERS.get(nameOf(filter?.entries.get('CFM')) ?? '') ?? null;
}

const CIPHERS: ReadonlyMap<string, Cipher> = new Map([
  ['None', 'none'],
  ['V2', 'rc4'],
  ['AESV2', 'aes-128'],
  ['AESV3', 'aes-256'],
]);

/** Algorithm 1 of ISO 32000-2, 7.6.3.2; the 256-bit cipher uses the file's key for every object. */
function objectKey(key: Uint8Array, cipher: Cipher, number: number, generation: number): Uint8Array {
  if (cipher === 'aes-256' || cipher === 'none') return key;
  const salt = Buffer.from([number, number >> 8, number >> 16, generation, generation >> 8]);
  const hash = createHash('md5').update(key).update(salt);
  if (cipher === 'aes-128') hash.update('sAlT');
  return hash.digest().subarray(0, Math.min(key.length + 5, 16));
}

function decrypted(bytes: Uint8Array, cipher: Cipher, key: Uint8Array): Uint8Array {
  if (cipher === 'none' || bytes.length === 0) return bytes;
  if (cipher === 'rc4') return rc4(key, bytes);
  try {
    const decipher = createDecipheriv(`${cipher}-cbc`, key, bytes.subarray(0, 16));
    return Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]);
  } catch (cause) {
    throw new PdfDamage('A part of the file cannot be decrypted.', { cause });
  }
}
