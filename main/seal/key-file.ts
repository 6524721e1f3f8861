import * as z from 'zod';
import { FailureError } from '#main/files/failure.ts';
import { canonicalSha256, hashMatches } from '#main/files/hash.ts';
import { parseJson } from '#main/files/json-text.ts';
import { sha256Schema } from '#shared/base/fields.ts';
import { keyReplacementSchema } from '#shared/contract/key-contract.ts';
import type { KeyProtection } from './key-protection.ts';
import { checkTogether, exportedKey, importedKey, type WorkbookKeys } from './workbook-keys.ts';

/** 2: with issuers and what was replaced. 3: with a checksum. */
const FORMAT_VERSION = 3;

const headSchema = z.object({ format: z.literal('groundwork-keys'), formatVersion: z.int() });

const keyFileSchema = z.strictObject({
  format: z.literal('groundwork-keys'),
  formatVersion: z.literal([1, 2, FORMAT_VERSION]),
  createdAt: z.iso.datetime(),
  /** Name of the protection that `secret` is under. */
  protection: z.string(),
  certificate: z.base64(),
  authorityCertificate: z.base64(),
  issuerCertificates: z.array(z.base64()).default([]),
  replaced: keyReplacementSchema.nullable().default(null),
  secret: z.base64(),
  /** SHA-256 of the canonical JSON of everything else; files of versions 1 and 2 have none. */
  sha256: sha256Schema.optional(),
});

const secretSchema = z.strictObject({ signingKey: z.base64(), authorityKey: z.base64() });

/** The file of a workbook's keys, the private ones under protection. */
export async function printKeyFile(keys: WorkbookKeys, protection: KeyProtection): Promise<Uint8Array> {
  const secret: z.input<typeof secretSchema> = {
    signingKey: base64(exportedKey(keys.signingKey)),
    authorityKey: base64(exportedKey(keys.authority.key)),
  };
  const content: z.input<typeof keyFileSchema> = {
    format: 'groundwork-keys',
    formatVersion: FORMAT_VERSION,
    createdAt: keys.createdAt,
    protection: protection.name,
    certificate: base64(keys.certificate),
    authorityCertificate: base64(keys.authority.certificate),
    issuerCertificates: keys.issuers.map(base64),
    replaced: keys.replaced,
    secret: base64(await protection.protect(Buffer.from(JSON.stringify(secret)))),
  };
  return Buffer.from(`${JSON.stringify({ ...content, sha256: canonicalSha256(content) }, null, 2)}\n`);
}

/**
 * Reads the file of a workbook's keys.
 * @throws {FailureError} `newer-format` for a file of a newer version; any other error means damage.
 */
export async function parseKeyFile(bytes: Uint8Array, protection: KeyProtection): Promise<WorkbookKeys> {
  const file = parsed(bytes);
  if (file.protection !== protection.name) throw new Error(`The keys are under the protection “${file.protection}”`);
  const secret = secretSchema.parse(parseJson(await protection.unprotect(Buffer.from(file.secret, 'base64'))));
  const { authorityCertificate, ...shown } = publicPart(file);
  const keys: WorkbookKeys = {
    ...shown,
    signingKey: importedKey(bytesOf(secret.signingKey)),
    authority: { certificate: authorityCertificate, key: importedKey(bytesOf(secret.authorityKey)) },
  };
  checkTogether(keys);
  return keys;
}

/** What the file of a workbook's keys says without any secret. */
export type PublicKeyFile = Pick<WorkbookKeys, 'certificate' | 'issuers' | 'createdAt' | 'replaced'> & {
  readonly authorityCertificate: Uint8Array;
};

/** Reads what is public in the file of a workbook's keys. @throws as `parseKeyFile` does. */
export function parsePublicKeyFile(bytes: Uint8Array): PublicKeyFile {
  return publicPart(parsed(bytes));
}

function parsed(bytes: Uint8Array): z.output<typeof keyFileSchema> {
  const data = parseJson(bytes);
  const head = headSchema.safeParse(data);
  if (head.success && head.data.formatVersion > FORMAT_VERSION) {
    throw new FailureError('newer-format', 'The keys of this workbook were made by a newer Groundwork. Use that one.');
  }
  const file = keyFileSchema.parse(data);
  const { sha256, ...content } = file;
  // A turned bit of the version must not switch the check off.
  const isRight = sha256 === undefined ? file.formatVersion < 3 : hashMatches(content, sha256);
  if (!isRight) {
    throw new Error('The file of the keys does not match its checksum');
  }
  return file;
}

function publicPart(file: z.output<typeof keyFileSchema>): PublicKeyFile {
  return {
    certificate: bytesOf(file.certificate),
    authorityCertificate: bytesOf(file.authorityCertificate),
    issuers: file.issuerCertificates.map(bytesOf),
    createdAt: file.createdAt,
    replaced: file.replaced,
  };
}

function bytesOf(text: string): Uint8Array {
  return Buffer.from(text, 'base64');
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
