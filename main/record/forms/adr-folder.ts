import { join } from 'node:path';
import { writeDurably } from '#main/files/durable-write.ts';
import { FailureError, systemCode } from '#main/files/failure.ts';
import { type FileSystem, nameTaken, readBounded } from '#main/files/file-system.ts';
import { titleWithDashes } from '#shared/contract/file-name.ts';
import type { RecordModel } from '#shared/record/model.ts';
import { adrLink, adrName, adrNumber, paddedNumber, reviewOfAdr, supersededAdr } from './adr-file.ts';
import { renderMarkdown } from './markdown.ts';
import { inline } from './markdown-text.ts';

/** Largest file that is looked into; a record with everything has a tenth of it. */
const ADR_SIZE_LIMIT = 4 * 1024 * 1024;
/** Files of a repository are for others as well. */
const FILE_MODE = 0o666;

export interface AdrExport {
  readonly path: string;
  /** File of the superseded record that now names the new one; null when none was changed. */
  readonly superseded: string | null;
  /** What a person should know of it, one readable line each. */
  readonly findings: readonly string[];
}

interface Adr {
  readonly fileName: string;
  readonly reviewId: string | null;
  readonly text: string;
}

/**
 * Adds a record to a folder of architecture decision records, under the next number. A later export of
 * the same review replaces its file, if `replace` says so, and keeps its name. Once the record is
 * accepted, the record that it supersedes is marked, if the folder has it.
 * @throws {FailureError} and errors of the system.
 */
export async function exportToAdrFolder(
  files: FileSystem,
  folder: string,
  { reviewId, record, replace }: { readonly reviewId: string; readonly record: RecordModel; readonly replace: boolean },
): Promise<AdrExport> {
  const names = await files.readdir(folder);
  const adrs = await readAdrs(files, folder, names);
  const byReview = (id: string | undefined) => adrs.find((adr) => id !== undefined && adr.reviewId === id);
  const earlier = byReview(reviewId);
  const fileName = earlier?.fileName ?? nextName(names, record.title);
  const path = join(folder, fileName);
  const older = byReview(record.supersedes?.id);
  const text = renderMarkdown(record, {
    reviewId,
    ...statusIn(record, byReview(record.supersededBy?.id)),
    links: older ? [`Supersedes ${adrLink(older.fileName)}`] : [],
  });
  if (earlier && earlier.text !== text && !replace) {
    throw new FailureError(
      'name-taken',
      `This folder has a record of this review already: ${fileName}. Replace it to bring it up to date; what was changed in that file by hand is lost then.`,
    );
  }
  if (!earlier && (await nameTaken(files, path))) {
    throw new FailureError('name-taken', `${fileName} was put there a moment ago. Try again.`);
  }
  if (earlier?.text !== text) await writeDurably(files, path, Buffer.from(text), { mode: FILE_MODE });
  return { path, ...(await markOlder(files, folder, { record, older, fileName })) };
}

/** Marks the superseded record, or says why it stays as it is. */
async function markOlder(
  files: FileSystem,
  folder: string,
  {
    record,
    older,
    fileName,
  }: { readonly record: RecordModel; readonly older: Adr | undefined; readonly fileName: string },
): Promise<Pick<AdrExport, 'superseded' | 'findings'>> {
  if (!record.supersedes) return { superseded: null, findings: [] };
  if (!older) {
    const finding = `The record of “${record.supersedes.title}”, which this one supersedes, is not in this folder; export that one too to link them.`;
    return { superseded: null, findings: [finding] };
  }
  if (record.decision.status !== 'accepted') {
    const finding = `${older.fileName} stands until the new record is accepted; export again then to mark it.`;
    return { superseded: null, findings: [finding] };
  }
  const text = supersededAdr(older.text, fileName);
  const path = join(folder, older.fileName);
  if (text !== older.text) await writeDurably(files, path, Buffer.from(text), { mode: FILE_MODE });
  return { superseded: path, findings: [] };
}

function statusIn({ decision: { status } }: RecordModel, newer: Adr | undefined) {
  return newer && status.startsWith('superseded')
    ? { status: `superseded by ${adrName(newer.fileName)}`, linkedStatus: `superseded by ${adrLink(newer.fileName)}` }
    : { status, linkedStatus: inline(status) };
}

function nextName(names: readonly string[], title: string): string {
  const last = names.reduce((highest, name) => Math.max(highest, adrNumber(name) ?? 0), 0);
  return `${paddedNumber(last + 1)}-${titleWithDashes(title)}.md`;
}

async function readAdrs(files: FileSystem, folder: string, names: readonly string[]): Promise<readonly Adr[]> {
  const adrs: Adr[] = [];
  for (const fileName of names.filter((name) => adrNumber(name) !== null).toSorted()) {
    const bytes = await readBounded(files, join(folder, fileName), ADR_SIZE_LIMIT).catch((error: unknown) => {
      // A folder of that name, a huge file or a link to nowhere: it has its number, and more is not asked of it.
      if (error instanceof FailureError || systemCode(error) === 'ENOENT') return null;
      throw error;
    });
    const text = bytes ? decoded(bytes) : '';
    adrs.push({ fileName, reviewId: reviewOfAdr(text), text });
  }
  return adrs;
}

/** The text of a file; empty for one that is not UTF-8, which is not one of ours and has to stay as it is. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return '';
  }
}
