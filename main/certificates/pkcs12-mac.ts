import { createHash, createHmac, hash, randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import * as asn1js from 'asn1js';
import { AlgorithmIdentifier, DigestInfo, MacData } from 'pkijs';
import { OID } from './oid.ts';

/** Bytes that SHA-256 takes at a time, and that it gives. */
const BLOCK = 64;
const DIGEST = 32;
const MAC_KEY = 3;
/** Rounds between which other work gets its turn. */
const ROUNDS_AT_A_TIME = 20_000;

/**
 * The integrity code of a PKCS#12 file (RFC 7292, 4 and appendix B). Its derivation is older than PBKDF2, but a guess
 * at the passphrase is to cost as much by it as by the encryption.
 */
export async function pkcs12Mac(content: Uint8Array, passphrase: string, iterations: number): Promise<MacData> {
  const salt = randomBytes(16);
  const key = await macKey(passphrase, salt, iterations);
  const digest = createHmac('sha256', key).update(content).digest();
  return new MacData({
    mac: new DigestInfo({
      digestAlgorithm: new AlgorithmIdentifier({ algorithmId: OID.sha256, algorithmParams: new asn1js.Null() }),
      digest: new asn1js.OctetString({ valueHex: digest }),
    }),
    macSalt: new asn1js.OctetString({ valueHex: salt }),
    iterations,
  });
}

/** A key as long as one digest, so that only the first round of the derivation is needed. */
async function macKey(passphrase: string, salt: Uint8Array, iterations: number): Promise<Uint8Array> {
  const password = Buffer.from(`${passphrase}\0`, 'utf16le').swap16();
  let key = createHash('sha256')
    .update(Buffer.alloc(BLOCK, MAC_KEY))
    .update(filled(salt))
    .update(filled(password))
    .digest();
  for (let round = 1; round < iterations; round += 1) {
    // In one call, which takes half the time of three.
    key = hash('sha256', key, 'buffer');
    if (round % ROUNDS_AT_A_TIME === 0) await setImmediate();
  }
  return key.subarray(0, DIGEST);
}

/** Repeated until it fills whole blocks. */
function filled(bytes: Uint8Array): Buffer {
  const length = BLOCK * Math.ceil(bytes.length / BLOCK);
  return Buffer.alloc(length, bytes);
}
