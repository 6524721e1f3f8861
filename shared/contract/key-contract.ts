import * as z from 'zod';
import { lineSchema, sha256Schema } from '#shared/base/fields.ts';
import { CERTIFICATE_FILE_LIMIT } from '#shared/base/size-limits.ts';
import { certificateSchema } from '#shared/verify/verify.ts';
import { cancelled, failureSchema, fileBytes, instant, passphrase } from './contract-parts.ts';
import { exportTarget } from './record-contract.ts';

/** Shortest passphrase of a file with a private key, in characters: the file may travel, and guessing is free. */
export const PASSPHRASE_MINIMUM = 12;

/** What a workbook's keys took the place of, as their file notes it for good. */
export const keyReplacementSchema = z.strictObject({
  /** The earlier file is gone, could not be read, is for another host, an exported key was brought back instead, or the key was given up. */
  reason: z.enum(['lost', 'damaged', 'elsewhere', 'restored', 'renewed']),
  /** Name under which the earlier file was kept; null when there was none to keep. */
  keptAs: z.string().nullable(),
});

export type KeyReplacement = z.output<typeof keyReplacementSchema>;

/** Everything about a workbook's keys that is not secret. */
const keyFactsSchema = z.strictObject({
  /** First digits of the fingerprint, which name the workbook in its seals. */
  keyId: z.string(),
  /** SHA-256 of the public key, as sealed records print it. */
  keySha256: sha256Schema,
  createdAt: instant,
  /** `permissions`: only those of the file guard the private key; `keychain`: the system encrypts it. */
  protection: z.enum(['permissions', 'keychain']),
  /** Path of the file that holds the private keys. */
  file: z.string(),
  certificate: certificateSchema,
  /** The workbook's own authority, which issues the certificates of its seals. */
  authority: certificateSchema,
  /** Whom others have to trust: the authority itself, or the root that it was put under. */
  root: certificateSchema,
  replaced: keyReplacementSchema.nullable(),
  /** When it was found that others could read the file of the private keys, while nobody decided about it; null otherwise. */
  exposedAt: instant.nullable(),
  /** Keys used before, whose certificates are kept so that their seals stay known. */
  earlier: z.array(z.strictObject({ keySha256: sha256Schema, file: z.string() })),
});

export type KeyFacts = z.output<typeof keyFactsSchema>;

const keyFile = fileBytes(CERTIFICATE_FILE_LIMIT);

const written = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('exported'), path: z.string(), keySha256: sha256Schema }),
  cancelled,
  failureSchema,
]);

const shown = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('keys'), keys: keyFactsSchema }),
  failureSchema,
]);

/** The calls about the workbook's own keys. All that write make the keys when there are none. */
export const keyCalls = {
  'key.show': {
    input: z.strictObject({}),
    output: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('none') }), ...shown.options]),
  },
  /** `all`: those of the workbook up to the root (PEM); `root`: the one to trust (DER). */
  'key.exportCertificates': {
    input: z.strictObject({ which: z.enum(['all', 'root']), target: exportTarget }),
    output: written,
  },
  /** Writes the private keys with their certificates (PKCS#12), to keep or to bring back elsewhere. */
  'key.export': { input: z.strictObject({ passphrase, target: exportTarget }), output: written },
  /** Puts exported keys in the place of those here, which are kept beside them. */
  'key.restore': { input: z.strictObject({ file: keyFile, passphrase }), output: shown },
  /** Gives the keys up and makes their successors. `counts`: whether the seals made until now go on counting. */
  'key.renew': { input: z.strictObject({ counts: z.boolean() }), output: shown },
  /** Goes on with keys whose file others could read. */
  'key.keep': { input: z.strictObject({}), output: shown },
  /** Writes a certificate request for the workbook's authority (PKCS#10, PEM). */
  'key.request': { input: z.strictObject({ target: exportTarget }), output: written },
  /** Takes the certificate that was issued on a request, with those above it (PEM). */
  'key.adopt': { input: z.strictObject({ file: keyFile }), output: shown },
  /** Makes an authority for an organisation and writes it (PKCS#12); it is kept nowhere else. */
  'authority.make': {
    input: z.strictObject({ name: lineSchema.trim().min(1), passphrase, target: exportTarget }),
    output: written,
  },
  /** Lets an authority issue the certificate that a request asks for, and writes it with those above it (PEM). */
  'authority.issue': {
    input: z.strictObject({ authority: keyFile, passphrase, request: keyFile, target: exportTarget }),
    output: written,
  },
} as const;
