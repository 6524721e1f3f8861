import * as z from 'zod';
import { FailureError } from '#main/files/failure.ts';
import { parseJson } from '#main/files/json-text.ts';
import { instantSchema, lineSchema, sha256Schema } from '#shared/base/fields.ts';

const keySchema = z.strictObject({
  /** SHA-256 of the public key. */
  keySha256: sha256Schema,
  /** From when on its signatures count for nothing; null: none of them ever counts, as of a key that was stolen. */
  since: instantSchema.nullable(),
  /** Why, in a sentence. */
  reason: lineSchema,
  /** The key that took its place; null when there is none. */
  successor: sha256Schema.nullable(),
});

/** The list as a file or a block of a trust file holds it. */
export const givenUpSchema = z.strictObject({
  format: z.literal('groundwork-given-up-keys'),
  formatVersion: z.literal(1),
  keys: z.array(keySchema).max(1_000),
});

/** A key whose holder gave it up. */
export type GivenUpKey = z.output<typeof keySchema>;

export const GIVEN_UP_DAMAGED = 'The list of keys that were given up cannot be read. Put a copy of it back.';

/** The list as a file of its own. */
export function printGivenUp(keys: readonly GivenUpKey[]): string {
  const list: z.input<typeof givenUpSchema> = { format: 'groundwork-given-up-keys', formatVersion: 1, keys: [...keys] };
  return `${JSON.stringify(list, null, 2)}\n`;
}

/** Reads such a file. @throws {FailureError} `damaged`, as a list that cannot be read must not pass for an empty one. */
export function parseGivenUp(bytes: Uint8Array): readonly GivenUpKey[] {
  try {
    return givenUpSchema.parse(parseJson(bytes)).keys;
  } catch (cause) {
    throw new FailureError('damaged', GIVEN_UP_DAMAGED, { cause });
  }
}

const LABEL = 'GROUNDWORK GIVEN-UP KEYS';
const BLOCK = new RegExp(`-----BEGIN ${LABEL}-----([A-Za-z0-9+/=\\s]+)-----END ${LABEL}-----`, 'g');

/** The list as a block for a PEM file of certificates, which other programs pass over; empty for an empty list. */
export function givenUpBlock(keys: readonly GivenUpKey[]): string {
  if (keys.length === 0) return '';
  const base64 = Buffer.from(printGivenUp(keys)).toString('base64');
  return `-----BEGIN ${LABEL}-----\n${base64.replace(/.{1,64}/g, '$&\n')}-----END ${LABEL}-----\n`;
}

/** The lists in a PEM file of certificates. @throws {FailureError} as `parseGivenUp` does. */
export function givenUpIn(file: Uint8Array): readonly GivenUpKey[] {
  const text = Buffer.from(file).toString('latin1');
  return [...text.matchAll(BLOCK)].flatMap(([, base64 = '']) => parseGivenUp(Buffer.from(base64, 'base64')));
}
