import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { sameBytes } from '#main/files/same-bytes.ts';
import { asKind, countOf, nameOf, type PdfDictionary } from './pdf-values.ts';
import { rc4 } from './rc4.ts';

/** What a file says of its encryption by the standard handler (ISO 32000-2, 7.6.4). */
export interface Encryption {
  readonly version: number;
  readonly revision: number;
  /** Of the file's key, in bytes. */
  readonly length: number;
  readonly owner: Uint8Array;
  readonly user: Uint8Array;
  readonly userKey: Uint8Array;
  readonly permissions: number;
  readonly hidesMetadata: boolean;
  readonly id: Uint8Array;
}

/** The standard handler's entries; null for another handler or a version that is not read here. */
export function encryptionOf({ entries }: PdfDictionary, id: Uint8Array): Encryption | null {
  const [version, revision] = [countOf(entries.get('V')), countOf(entries.get('R'))];
  const permissions = entries.get('P');
  const bytes = (key: string) => asKind(entries.get(key), 'string')?.bytes ?? new Uint8Array();
  const isKnown =
    nameOf(entries.get('Filter')) === 'Standard' && version !== null && revision !== null && VERSIONS.includes(version);
  if (!isKnown || typeof permissions !== 'number') return null;
  return {
    version,
    revision,
    length: version === 1 ? 5 : version === 4 ? 16 : Math.min((countOf(entries.get('Length')) ?? 40) >> 3, 16),
    owner: bytes('O'),
    user: bytes('U'),
    userKey: bytes('UE'),
    permissions,
    hidesMetadata: entries.get('EncryptMetadata') !== false,
    id,
  };
}

const VERSIONS = [1, 2, 4, 5];

/** The file's key under the empty user password; null when that is not the password. */
export function emptyPasswordKey(encryption: Encryption): Uint8Array | null {
  return encryption.revision >= 5 ? newKey(encryption) : oldKey(encryption);
}

/** What fills up a password (ISO 32000-2, 7.6.4.3.2). */
const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

/** Algorithms 2 and 6 of ISO 32000-2, 7.6.4.3. */
function oldKey({ revision, length, owner, user, permissions, hidesMetadata, id }: Encryption): Uint8Array | null {
  const rights = Buffer.alloc(4);
  rights.writeInt32LE(permissions | 0);
  const hash = createHash('md5').update(PADDING).update(owner.subarray(0, 32)).update(rights).update(id);
  if (revision >= 4 && !hidesMetadata) hash.update(Buffer.alloc(4, 0xff));
  let key: Uint8Array = hash.digest();
  for (let round = 0; revision >= 3 && round < 50; round += 1) key = md5(key.subarray(0, length));
  key = key.subarray(0, length);
  if (revision === 2) return sameBytes(rc4(key, PADDING), user.subarray(0, 32)) ? key : null;
  let check = rc4(key, md5(PADDING, id));
  for (let round = 1; round < 20; round += 1) {
    check = rc4(
      key.map((byte) => byte ^ round),
      check,
    );
  }
  return sameBytes(check, user.subarray(0, 16)) ? key : null;
}

function md5(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** Algorithms 2.A and 11 of ISO 32000-2, 7.6.4.3: the hash of the empty password with each of two salts. */
function newKey({ revision, user, userKey }: Encryption): Uint8Array | null {
  if (user.length < 48 || userKey.length !== 32) return null;
  const [check, checkSalt, keySalt] = [user.subarray(0, 32), user.subarray(32, 40), user.subarray(40, 48)];
  if (!sameBytes(passwordHash(checkSalt, revision), check)) return null;
  const decipher = createDecipheriv('aes-256-cbc', passwordHash(keySalt, revision), Buffer.alloc(16));
  decipher.setAutoPadding(false);
  return Buffer.concat([decipher.update(userKey), decipher.final()]);
}

/** Algorithm 2.B for an empty password. */
function passwordHash(salt: Uint8Array, revision: number): Uint8Array {
  let key: Buffer = createHash('sha256').update(salt).digest();
  if (revision === 5) return key;
  for (let round = 0, last = 0; round < 64 || last > round - 32; round += 1) {
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32));
    cipher.setAutoPadding(false);
    const mixed = cipher.update(Buffer.concat(Array.from({ length: 64 }, () => key)));
    const rest = mixed.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = createHash(DIGESTS[rest] ?? 'sha256')
      .update(mixed)
      .digest();
    last = mixed.at(-1) ?? 0;
  }
  return key.subarray(0, 32);
}

const DIGESTS = ['sha256', 'sha384', 'sha512'];
