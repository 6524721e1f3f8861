import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import * as z from 'zod';
import { explain, FailureError } from '#main/files/failure.ts';
import { type FileSystem, readBounded } from '#main/files/file-system.ts';
import { parseJson } from '#main/files/json-text.ts';

/** Largest policy, in bytes. */
const SIZE_LIMIT = 256 * 1024;

const path = z
  .string()
  .min(1)
  .max(4096)
  .refine((text) => text.startsWith('~/') || isAbsolute(text), 'give a whole path, or one that begins with ~/')
  .transform((text) => (text.startsWith('~/') ? join(homedir(), text.slice(2)) : resolve(text)));

const policySchema = z.strictObject({
  format: z.literal('groundwork-policy'),
  formatVersion: z.literal(1),
  dataFolder: path.optional(),
  templateFolder: path.optional(),
  trustedRoots: z.array(path).max(50).optional(),
  links: z.boolean().optional(),
  exportFolders: z.array(path).min(1).max(50).optional(),
  quorum: z.int().min(1).max(100).optional(),
});

/** What a policy sets; what it leaves out is not there. */
export type PolicySettings = Readonly<Omit<z.output<typeof policySchema>, 'format' | 'formatVersion'>>;

/**
 * Reads a policy, whole or not at all: one that is half understood would leave out what somebody relies on.
 * @throws {FailureError} with one detail for each problem
 */
export async function parsePolicy(files: FileSystem, file: string): Promise<PolicySettings> {
  const parsed = policySchema.safeParse(await read(files, file));
  if (!parsed.success) {
    const details = parsed.error.issues.map(({ path: at, message }) => `${at.join('.') || 'the file'}: ${message}`);
    throw unusable(file, details);
  }
  const { format: _, formatVersion: _version, ...set } = parsed.data;
  return set;
}

async function read(files: FileSystem, file: string): Promise<unknown> {
  try {
    return parseJson(await readBounded(files, file, SIZE_LIMIT));
  } catch (error) {
    const told = explain(error, 'It cannot be read');
    if (!(told instanceof FailureError)) throw error;
    throw unusable(file, [told.failure.message, ...told.failure.details]);
  }
}

function unusable(file: string, details: readonly string[]): FailureError {
  return new FailureError(
    'invalid',
    `The policy of this computer, ${file}, cannot be used, so Groundwork does not start: ${details.join('; ')}. Ask whoever manages this computer.`,
  );
}
