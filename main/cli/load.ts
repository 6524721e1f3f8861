import { resolve } from 'node:path';
import * as z from 'zod';
import { explaining } from '#main/files/failure.ts';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { contentSha256 } from '#main/files/hash.ts';
import { readReview } from '#main/record/read-review.ts';
import { type SealedExport, sealedExport } from '#main/reviews/sealed-state.ts';
import { type BuiltIn, loadBuiltIn } from '#main/store/built-in.ts';
import { dataLayout, defaultDataFolder } from '#main/store/data-folder.ts';
import type { ForeignReview } from '#main/store/foreign-review.ts';
import { openStore } from '#main/store/open-store.ts';
import type { OpenReview } from '#main/store/review-store.ts';
import { SealedRecords } from '#main/store/sealed-records.ts';
import { builtInTemplates, type TemplateSource } from '#main/templates/template-library.ts';
import { workHere } from '#main/workers/work-here.ts';
import { RECORD_SIZE_LIMIT } from '#shared/base/size-limits.ts';
import type { RecordLength } from '#shared/record/model.ts';
import { type CommandIo, UsageError } from './io.ts';
import { readNamed } from './read-named.ts';

/** The data folder a command works on. @throws {UsageError} */
export function dataFolderOf(io: CommandIo, option: string | undefined): string {
  if (option === undefined) return io.policy.dataFolder ?? defaultDataFolder();
  if (option === '') throw new UsageError('--data needs a folder.');
  return resolve(io.workingFolder, option);
}

/** What ships with the program; a faulty file of it is named on the error output. */
export async function builtInOf(io: CommandIo): Promise<BuiltIn> {
  const builtIn = await loadBuiltIn(nodeFileSystem, io.appFolder, io.policy.templateFolder);
  for (const problem of builtIn.problems) io.err(`A file of Groundwork cannot be used: ${problem}\n`);
  return builtIn;
}

/** Reads a review file, exported or written by hand, or a record; the data folder is left alone. */
export async function loadFile(io: CommandIo, file: string, templates?: TemplateSource): Promise<ForeignReview> {
  const source = templates ?? builtInTemplates((await builtInOf(io)).templates);
  const bytes = await loadBytes(io, file);
  return explaining(`${file} could not be read`, () => readReview(bytes, source));
}

/** The bytes of a record or review file, of which `loadFile` gives the review. */
export function loadBytes(io: CommandIo, file: string): Promise<Uint8Array> {
  return readNamed(io, file, RECORD_SIZE_LIMIT);
}

/** A review by the id it has in the data folder, or from a file. */
export async function loadReview(
  io: CommandIo,
  name: string,
  { data }: { readonly data?: string | undefined },
): Promise<OpenReview> {
  if (z.uuid().safeParse(name).success) {
    const layout = dataLayout(dataFolderOf(io, data));
    return openStore(nodeFileSystem, layout, await builtInOf(io)).store.open(name);
  }
  const review = await loadFile(io, name);
  return { ...review, contentSha256: contentSha256(review.document) };
}

/** The sealed record of a review in the data folder; null when there is none, or for a file. @throws {FailureError} */
export async function loadSealed(
  io: CommandIo,
  name: string,
  { data }: { readonly data?: string | undefined },
  review: OpenReview,
  length: RecordLength,
): Promise<SealedExport | null> {
  if (!z.uuid().safeParse(name).success) return null;
  const { records } = dataLayout(dataFolderOf(io, data));
  const context = { sealed: new SealedRecords(nodeFileSystem, records), work: workHere(io.appFolder) };
  return sealedExport(context, review, length);
}
