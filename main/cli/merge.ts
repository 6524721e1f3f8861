import { about, FailureError } from '#main/files/failure.ts';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { canonicalSha256 } from '#main/files/hash.ts';
import { printable } from '#main/files/printable.ts';
import { readReview } from '#main/record/read-review.ts';
import { mergeVersions } from '#main/reviews/merge-versions.ts';
import { dataLayout } from '#main/store/data-folder.ts';
import type { ForeignReview } from '#main/store/foreign-review.ts';
import { openStore } from '#main/store/open-store.ts';
import { parseEnvelope, printReviewFile } from '#main/store/review-file.ts';
import type { TemplateSource } from '#main/templates/template-library.ts';
import { formatInstant } from '#shared/base/dates.ts';
import type { ConflictLine, ConflictWords } from '#shared/merge/conflict-words.ts';
import { type CommandIo, type ExitStatus, UsageError } from './io.ts';
import { builtInOf, dataFolderOf, loadBytes } from './load.ts';
import { OUT_OPTIONS, readOptions } from './options.ts';
import { writeOut } from './write-out.ts';

export const MERGE_HELP = `groundwork merge BASE A B [--out OUT] [--force]

Merges two versions of a review, answer by answer. BASE is what both started from; an empty
file says that it is not known. What only one of them changed is taken, and so is what both
changed in the same way. What both changed in different ways is printed with both values; A's
stands in the result, which is a valid review in any case. Without --out nothing is written,
and it only says what would be in conflict.

  --out OUT     write the merged review; - for the standard output
  --force       replace a file that is there
  --data DIR    data folder whose templates are used as well

Exit status: 0 merged, 1 something has to be chosen, 2 it could not be merged and nothing was
written. As a merge driver of Git: groundwork merge %O %A %B --out %A --force
`;

/** Git takes 1 for a conflict that is left in the file; what could not be merged at all is not that. */
export const MERGE_REFUSALS = { usage: 2, failed: 2 } as const;

/** A version as the command line names it. */
interface NamedVersion extends ForeignReview {
  readonly name: 'A' | 'B';
  readonly file: string;
  readonly bytes: Uint8Array;
}

export async function runMerge(io: CommandIo, argv: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = readOptions(argv, OUT_OPTIONS);
  const [base, fileA, fileB, ...more] = positionals;
  if (!base || !fileA || !fileB)
    throw new UsageError('Name three files: what both started from, and the two versions.');
  if (more.length > 0) throw new UsageError(`Only three files are expected, but “${more[0]}” follows.`);
  const layout = dataLayout(dataFolderOf(io, values.data));
  const { templates } = openStore(nodeFileSystem, layout, await builtInOf(io));
  const start = await loadBytes(io, base);
  const bases = start.byteLength > 0 ? [(await readNamed(start, base, templates)).document] : [];
  const [a, b] = [await versionOf(io, 'A', fileA, templates), await versionOf(io, 'B', fileB, templates)];
  const { document, conflicts } = mergeVersions({
    bases,
    a: a.document,
    b: b.document,
    template: a.template.template,
  });
  const { out } = values;
  if (out === '') throw new UsageError('--out needs a file.');
  if (out !== undefined) await writeOut(io, out, mergedBytes(document, a, b), values.force);
  const tell = (text: string) => (out === '-' ? io.err(text) : io.out(text));
  if (conflicts.length > 0) tell(conflictText(conflicts, [a, b]));
  else if (out === undefined) tell('Nothing was changed in different ways.\n');
  return conflicts.length > 0 ? 1 : 0;
}

async function versionOf(
  io: CommandIo,
  name: NamedVersion['name'],
  file: string,
  templates: TemplateSource,
): Promise<NamedVersion> {
  const bytes = await loadBytes(io, file);
  return { ...(await readNamed(bytes, file, templates)), name, file, bytes };
}

/** The review in one of three files: what is wrong with it is said with the name of the file. @throws {FailureError} */
function readNamed(bytes: Uint8Array, file: string, templates: TemplateSource): Promise<ForeignReview> {
  return readReview(bytes, templates).catch((error: unknown) => {
    throw about(`${file}:`, error);
  });
}

/** The file of the merged review: that of a version which says the same, so that a merge leaves no trace of its own. */
function mergedBytes(document: ForeignReview['document'], a: NamedVersion, b: NamedVersion): Uint8Array {
  const sha256 = canonicalSha256(document);
  const same = [a, b].find((version) => !isRecord(version) && canonicalSha256(version.document) === sha256);
  if (same) return same.bytes;
  const carries = [a, b].some((version) => isRecord(version) || parseEnvelope(version.bytes).template !== undefined);
  const revision = Math.max(a.revision, b.revision) + 1;
  const review = { document, revision, savedAt: new Date().toISOString() };
  return Buffer.from(printReviewFile(review, carries ? a.template.template : undefined));
}

/** Whether a version came out of a record (PDF), which always brings its template. */
function isRecord({ bytes }: NamedVersion): boolean {
  try {
    parseEnvelope(bytes);
    return false;
  } catch (error) {
    if (error instanceof FailureError) return true;
    throw error;
  }
}

function conflictText(conflicts: readonly ConflictWords[], versions: readonly NamedVersion[]): string {
  const count = conflicts.length === 1 ? 'One thing was' : `${conflicts.length} things were`;
  const names = versions.map(({ name, file, savedAt }) => `  ${name}: ${file}, saved ${formatInstant(savedAt)}`);
  const blocks = conflicts.map(blockText);
  return `${[`${count} changed in different ways. What stands in the result is marked with >.`, ...names, ...blocks].join('\n')}\n`;
}

/** One conflict. What belongs to it, such as an answer and its reason, stands below one heading. */
function blockText({ title, where, lines, kept }: ConflictWords): string {
  const [only] = lines;
  if (only && lines.length === 1) return [headingText(title, only.where), ...valuesText(only, kept)].join('\n');
  const parts = lines.flatMap((line) => [
    `  ${line.where.slice(where.length).map(printable).join(' › ') || printable(line.where.at(-1) ?? '')}`,
    ...valuesText(line, kept).map((text) => `  ${text}`),
  ]);
  return [headingText(title, where), ...parts].join('\n');
}

function headingText(title: string, where: readonly string[]): string {
  return `\n${[title, ...where].map(printable).join(' › ')}`;
}

function valuesText({ before, a, b }: ConflictLine, kept: ConflictWords['kept']): readonly string[] {
  const value = (text: string) => (text === '' ? '–' : printable(text));
  return [
    ...(before === null ? [] : [`    before: ${value(before)}`]),
    `  ${kept === 'a' ? '>' : ' '} A: ${value(a)}`,
    `  ${kept === 'b' ? '>' : ' '} B: ${value(b)}`,
  ];
}
