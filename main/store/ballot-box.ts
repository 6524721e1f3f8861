import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type * as z from 'zod';
import { ballotSchema } from '#shared/rounds/schema.ts';

const NONCE = 12;
const TAG = 16;
/** What is sealed is padded to a multiple of this many bytes, so that its length does not say how much somebody wrote. */
const STEP = 4096;

export type SealedBallot = { readonly voter: string; readonly sealed: string };
type Ballot = z.output<typeof ballotSchema>;

/** Encrypts a ballot (AES-256-GCM), bound to its round and its voter; the voter's name stays readable. */
export function sealBallot(key: Uint8Array, round: string, ballot: Ballot): SealedBallot {
  return { voter: ballot.voter, sealed: sealData(key, [round, ballot.voter], ballot) };
}

/** Opens a sealed ballot. Throws when it was changed, or moved from another round or voter. */
export function openBallot(key: Uint8Array, round: string, { voter, sealed }: SealedBallot): Ballot {
  return ballotSchema.parse(openData(key, [round, voter], sealed));
}

/** Encrypts plain data (AES-256-GCM), bound to what it belongs to; in Base64. */
export function sealData(key: Uint8Array, boundTo: readonly string[], data: unknown): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(JSON.stringify(boundTo)));
  const text = Buffer.from(JSON.stringify(data));
  // JSON may end in spaces.
  const padded = Buffer.concat([text, Buffer.alloc(STEP - (text.byteLength % STEP), ' ')]);
  return Buffer.concat([nonce, cipher.update(padded), cipher.final(), cipher.getAuthTag()]).toString('base64');
}

/** Opens what `sealData` encrypted. Throws when it was changed, or moved from elsewhere. */
export function openData(key: Uint8Array, boundTo: readonly string[], sealed: string): unknown {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE));
  decipher.setAAD(Buffer.from(JSON.stringify(boundTo)));
  decipher.setAuthTag(bytes.subarray(-TAG));
  const text = Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]);
  return JSON.parse(text.toString());
}
