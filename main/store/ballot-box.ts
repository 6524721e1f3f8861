import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type * as z from 'zod';
import { ballotSchema } from '#shared/rounds/schema.ts';

const NONCE = 12;
const TAG = 16;
/** A sealed ballot is padded to a multiple of this many bytes, so that its length does not say how much somebody wrote. */
const STEP = 4096;

export type SealedBallot = { readonly voter: string; readonly sealed: string };
type Ballot = z.output<typeof ballotSchema>;

/** Encrypts a ballot (AES-256-GCM), bound to its round and its voter; the voter's name stays readable. */
export function sealBallot(key: Uint8Array, round: string, ballot: Ballot): SealedBallot {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(boundTo(round, ballot.voter));
  const text = Buffer.from(JSON.stringify(ballot));
  // JSON may end in spaces.
  const padded = Buffer.concat([text, Buffer.alloc(STEP - (text.byteLength % STEP), ' ')]);
  const sealed = Buffer.concat([nonce, cipher.update(padded), cipher.final(), cipher.getAuthTag()]);
  return { voter: ballot.voter, sealed: sealed.toString('base64') };
}

/** Opens a sealed ballot. Throws when it was changed, or moved from another round or voter. */
export function openBallot(key: Uint8Array, round: string, { voter, sealed }: SealedBallot): Ballot {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE));
  decipher.setAAD(boundTo(round, voter));
  decipher.setAuthTag(bytes.subarray(-TAG));
  const text = Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]);
  return ballotSchema.parse(JSON.parse(text.toString()));
}

function boundTo(round: string, voter: string): Buffer {
  return Buffer.from(JSON.stringify([round, voter]));
}
