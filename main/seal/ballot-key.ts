import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { makeFolder, writeDurably } from '#main/files/durable-write.ts';
import { explaining, FailureError } from '#main/files/failure.ts';
import { type FileSystem, readIfPresent } from '#main/files/file-system.ts';
import { parseJson } from '#main/files/json-text.ts';
import type { KeyProtection } from './key-protection.ts';

/** How the names of files of such keys begin. */
export const BALLOT_KEY_PREFIX = 'ballots-';
/** Bytes of a key for AES-256. */
const KEY_LENGTH = 32;
const FILE_LIMIT = 16 * 1024;

const fileSchema = z.strictObject({
  format: z.literal('groundwork-ballot-key'),
  formatVersion: z.literal(1),
  protection: z.string(),
  secret: z.base64(),
});

/**
 * The workbook's key for ballots of open rounds, made at the first of them. Each protection has its own file, as
 * for the keys that seal records.
 * @throws {FailureError} `damaged` when there is a key that cannot be read: another one would open no ballot.
 */
export function loadBallotKey(files: FileSystem, folder: string, protection: KeyProtection): Promise<Uint8Array> {
  return explaining('The key for ballots cannot be used', async () => {
    const path = join(folder, `${BALLOT_KEY_PREFIX}${protection.name}.json`);
    const bytes = await readIfPresent(files, path, FILE_LIMIT);
    if (bytes) return readKey(bytes, protection);
    const key = randomBytes(KEY_LENGTH);
    const file: z.input<typeof fileSchema> = {
      format: 'groundwork-ballot-key',
      formatVersion: 1,
      protection: protection.name,
      secret: Buffer.from(await protection.protect(key)).toString('base64'),
    };
    await makeFolder(files, folder);
    await writeDurably(files, path, Buffer.from(`${JSON.stringify(file, null, 2)}\n`));
    return key;
  });
}

async function readKey(bytes: Uint8Array, protection: KeyProtection): Promise<Uint8Array> {
  try {
    const { secret } = fileSchema.parse(parseJson(bytes));
    const key = await protection.unprotect(Buffer.from(secret, 'base64'));
    if (key.byteLength !== KEY_LENGTH) throw new Error(`The key has ${key.byteLength} bytes`);
    return key;
  } catch (error) {
    throw new FailureError(
      'damaged',
      'The key for ballots is damaged, so no ballot can be sealed or opened. Restore the folder “keys” from a backup, or discard the open rounds and delete the key.',
      { cause: error },
    );
  }
}
