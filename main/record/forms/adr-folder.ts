import { dirname, join } from 'node:path';
import { writeDurably } from '#main/files/durable-write.ts';
import { FailureError } from '#main/files/failure.ts';
import { type FileSystem, nameTaken } from '#main/files/file-system.ts';
import type { RecordModel } from '#shared/record/model.ts';
import { nextAdrName } from './adr-convention.ts';
import { supersededAdr } from './adr-file.ts';
import { type IndexEntry, type IndexOffer, indexOffer, isIndexName } from './adr-index.ts';
import { isOrder } from './adr-members.ts';
import { adrLabel, adrLink, parseAdrName, splitRecordName } from './adr-name.ts';
import { adrText, isListing } from './adr-text.ts';
import { type Adr, type AdrTree, readAdrTree } from './adr-tree.ts';

/** Files of a repository are for others as well. */
const FILE_MODE = 0o666;

export interface AdrRequest {
  readonly reviewId: string;
  readonly record: RecordModel;
  /** Whether the file that an earlier export made may be replaced. */
  readonly replace: boolean;
  /** Name of a new file, for a folder that does not say how it names them. */
  readonly name?: string | undefined;
  /** Whether a list of the records gets its line; otherwise the line is only shown. */
  readonly extendIndex?: boolean | undefined;
}

/** A list of records beside them that lacks this one. */
export interface AdrIndex {
  readonly file: string;
  readonly line: string;
  /** Whether the line was added. */
  readonly isExtended: boolean;
}

export type AdrExport =
  | {
      readonly kind: 'exported';
      readonly path: string;
      /** File of the superseded record that now names the new one; null when none was changed. */
      readonly superseded: string | null;
      readonly index: AdrIndex | null;
      /** What a person should know of it, one readable line each. */
      readonly findings: readonly string[];
    }
  /** Nothing was written: the folder does not say how a new record is named. */
  | { readonly kind: 'unnamed'; readonly path: null; readonly reason: string; readonly names: readonly string[] };

/**
 * Adds a record to a folder of architecture decision records, named as its other records are. A later export of
 * the same review replaces its file, if `replace` says so, wherever in the folder it lies now. Once the record is
 * accepted, the record that it supersedes is marked, if the folder has it.
 * @throws {FailureError} and errors of the system.
 */
export async function exportToAdrFolder(files: FileSystem, folder: string, request: AdrRequest): Promise<AdrExport> {
  const { reviewId, record, replace } = request;
  const tree = await readAdrTree(files, folder);
  const byReview = (id: string | undefined) => tree.adrs.find((adr) => id !== undefined && adr.reviewId === id);
  const earlier = byReview(reviewId);
  const named = earlier
    ? ({ kind: 'clear', name: earlier.path } as const)
    : await newName(files, folder, tree, request);
  if (named.kind === 'unclear') return { kind: 'unnamed', path: null, reason: named.reason, names: named.names };
  const place = named.name;
  const path = join(folder, place);
  const older = byReview(record.supersedes?.id);
  const newer = byReview(record.supersededBy?.id);
  const text = adrText(record, reviewId, { path: place, older: older?.path ?? null, newer: newer?.path ?? null });
  if (earlier && earlier.text !== text && !replace) {
    throw new FailureError(
      'name-taken',
      `This folder has a record of this review already: ${place}. Replace it to bring it up to date; what was changed in that file by hand is lost then.`,
    );
  }
  if (!earlier && (await nameTaken(files, path))) {
    throw new FailureError('name-taken', `${place} is there already. Use another name.`);
  }
  if (earlier?.text !== text) {
    if (!earlier) await files.mkdir(dirname(path), { recursive: true });
    await writeDurably(files, path, Buffer.from(text), { mode: FILE_MODE });
  }
  const marked = await markOlder(files, folder, { record, older, place });
  const entry = { path: place, title: record.title, status: record.decision.status, date: dayOf(record) };
  const index = await indexed(files, folder, { tree, entry, isExtended: request.extendIndex === true });
  const findings = [...(earlier ? [] : listingNote(place)), ...marked.findings];
  return { kind: 'exported', path, superseded: marked.superseded, index, findings };
}

/** The name of a new record: the one asked for, or the next one as the folder has them. */
async function newName(files: FileSystem, folder: string, tree: AdrTree, { record, name }: AdrRequest) {
  if (name !== undefined) return { kind: 'clear', name } as const;
  const below = tree.adrs.flatMap(({ path }) => (isBelow(path, tree) ? [path] : []));
  const next = nextAdrName(tree.names, below, { title: record.title, date: dayOf(record) });
  if (next.kind === 'unclear') return next;
  // Two decisions of one day may have the same title; numbers are never given twice.
  for (let count = 1; ; count++) {
    const free = count === 1 ? next.name : withCount(next.name, count);
    if (!(await nameTaken(files, join(folder, free.split('/')[0] ?? free))))
      return { kind: 'clear', name: free } as const;
  }
}

/** Whether a record lies in a folder that orders records, and not in one of its own. */
function isBelow(path: string, { names }: AdrTree): boolean {
  const [top, ...rest] = path.split('/');
  const folder = names.find(({ name }) => name === top);
  const inside = folder?.inside ?? [];
  const isOwn = rest.length === 1 && parseAdrName(top ?? '') !== null && !isOrder(top ?? '', inside);
  return rest.length > 0 && !isOwn;
}

function withCount(name: string, count: number): string {
  const [first = '', ...rest] = name.split('/');
  const split = rest.length === 0 ? splitRecordName(first) : null;
  return [split ? `${split.stem}-${count}${split.extension}` : `${first}-${count}`, ...rest].join('/');
}

function dayOf({ decidedOn }: RecordModel): string {
  return decidedOn;
}

function listingNote(place: string): readonly string[] {
  return isListing(place)
    ? ['The records of this folder are not Markdown, so the record stands in its file as a listing.']
    : [];
}

/** Marks the superseded record, or says why it stays as it is. */
async function markOlder(
  files: FileSystem,
  folder: string,
  { record, older, place }: { readonly record: RecordModel; readonly older: Adr | undefined; readonly place: string },
): Promise<{ readonly superseded: string | null; readonly findings: readonly string[] }> {
  const left = (finding: string) => ({ superseded: null, findings: [finding] });
  if (!record.supersedes) return { superseded: null, findings: [] };
  if (!older) {
    return left(
      `The record of “${record.supersedes.title}”, which this one supersedes, is not in this folder; export that one too to link them.`,
    );
  }
  if (record.decision.status !== 'accepted') {
    return left(`${older.path} stands until the new record is accepted; export again then to mark it.`);
  }
  const { text, places } = supersededAdr(older.text, { label: adrLabel(place), link: adrLink(older.path, place) });
  if (places === 0) {
    return left(
      `${older.path} says its status nowhere, so it was left as it is. Say there that ${adrLabel(place)} supersedes it.`,
    );
  }
  const path = join(folder, older.path);
  if (text !== older.text) await writeDurably(files, path, Buffer.from(text), { mode: FILE_MODE });
  return { superseded: path, findings: [] };
}

/** Adds the line of a record to a list of the folder's records, or says which one it would be. */
async function indexed(
  files: FileSystem,
  folder: string,
  { tree, entry, isExtended }: { readonly tree: AdrTree; readonly entry: IndexEntry; readonly isExtended: boolean },
): Promise<AdrIndex | null> {
  const records = tree.adrs.map(({ path }) => path).filter((path) => path !== entry.path && !isIndexName(path));
  const found = tree.adrs
    .filter(({ path }) => isIndexName(path))
    .map(({ path, text }) => ({ path, offer: indexOffer(text, { index: path, records, entry }) }))
    .find((one): one is { path: string; offer: IndexOffer } => one.offer !== null);
  if (!found) return null;
  if (isExtended)
    await writeDurably(files, join(folder, found.path), Buffer.from(found.offer.text), { mode: FILE_MODE });
  return { file: found.path, line: found.offer.line, isExtended };
}
