import * as z from 'zod';
import { FailureError } from '../store/failure.ts';
import { parseJson } from '../store/json-text.ts';
import type { KeyProtection } from './key-protection.ts';
import { checkTogether, exportedKey, importedKey, type WorkbookKeys } from './workbook-keys.ts';

const FORMAT_VERSION = 1;

const headSchema = z.object({ format: z.literal('groundwork-keys'), formatVersion: z.int() });

const keyFileSchema = z.strictObject({
  format: z.literal('groundwork-keys'),
  formatVersion: z.literal(FORMAT_VERSION),
  createdAt: z.iso.datetime(),
  /** Name of the protection that `secret` is under. */
  protection: z.string(),
  certificate: z.base64(),
  authorityCertificate: z.base64(),
  secret: z.base64(),
});

const secretSchema = z.strictObject({ signingKey: z.base64(), authorityKey: z.base64() });

/** The file of a workbook's keys, the private ones under protection. */
export async function printKeyFile(keys: WorkbookKeys, protection: KeyProtection): Promise<Uint8Array> {
  const secret: z.input<typeof secretSchema> = {
    signingKey: base64(exportedKey(keys.signingKey)),
    authorityKey: base64(exportedKey(keys.authority.key)),
  };
  const file: z.input<typeof keyFileSchema> = {
    format: 'groundwork-keys',
    formatVersion: FORMAT_VERSION,
    createdAt: keys.createdAt,
    protection: protection.name,
    certificate: base64(keys.certificate),
    authorityCertificate: base64(keys.authority.certificate),
    secret: base64(await protection.protect(Buffer.from(JSON.stringify(secret)))),
  };
  return Buffer.from(`${JSON.stringify(file, null, 2)}\n`);
}

/**
 * Reads the file of a workbook's keys.
 * @throws {FailureError} `newer-format` for a file of a newer version; any other error means damage.
 */
export async function parseKeyFile(bytes: Uint8Array, protection: KeyProtection): Promise<WorkbookKeys> {
  const data = parseJson(bytes);
  const head = headSchema.safeParse(data);
  if (head.success && head.data.formatVersion > FORMAT_VERSION) {
    throw new FailureError('newer-format', 'The keys of this workbook were made by a newer Groundwork. Use that one.');
  }
  const file = keyFileSchema.parse(data);
  if (file.protection !== protection.name) throw new Error(`The keys are under the protection “${file.protection}”`);
  const secret = secretSchema.parse(parseJson(await protection.unprotect(Buffer.from(file.secret, 'base64'))));
  const keys: WorkbookKeys = {
    signingKey: importedKey(Buffer.from(secret.signingKey, 'base64')),
    certificate: Buffer.from(file.certificate, 'base64'),
    authority: {
      certificate: Buffer.from(file.authorityCertificate, 'base64'),
      key: importedKey(Buffer.from(secret.authorityKey, 'base64')),
    },
    createdAt: file.createdAt,
  };
  checkTogether(keys);
  return keys;
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
