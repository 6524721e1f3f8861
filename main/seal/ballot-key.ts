import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { CheckedFile } from '#main/files/checked-file.ts';
import { makeFolder } from '#main/files/durable-write.ts';
import { explaining, FailureError } from '#main/files/failure.ts';
import type { FileSystem } from '#main/files/file-system.ts';
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
    // A damaged one stays where it is, and its copy is used: a key is not laid down elsewhere.
    const file = new CheckedFile(files, path, { schema: fileSchema, limit: FILE_LIMIT, damaged: DAMAGED });
    const kept = await file.read();
    if (kept) return readKey(kept.secret, protection);
    const key = randomBytes(KEY_LENGTH);
    await makeFolder(files, folder);
    await file.write({
      format: 'groundwork-ballot-key',
      formatVersion: 1,
      protection: protection.name,
      secret: Buffer.from(await protection.protect(key)).toString('base64'),
    });
    return key;
  });
}

async function readKey(secret: string, protection: KeyProtection): Promise<Uint8Array> {
  try {
    const key = await protection.unprotect(Buffer.from(secret, 'base64'));
    if (key.byteLength !== KEY_LENGTH) throw new Error(`The key has ${key.byteLength} bytes`);
    return key;
  } catch (cause) {
    throw new FailureError('damaged', DAMAGED, { cause });
  }
}

const DAMAGED =
  'The key for ballots is damaged, so no ballot can be sealed or opened. Restore the folder “keys” from a backup, or discard the open rounds and delete the key and its .copy.';
