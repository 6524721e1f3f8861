import type { FileHandle } from 'node:fs/promises';
import { configure, type FileEntry, Reader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js/lib/zip-core-native.js';
import * as z from 'zod';
import { explaining, FailureError } from '#main/files/failure.ts';
import type { FileSystem } from '#main/files/file-system.ts';
import { sha256 } from '#main/files/hash.ts';
import { parseJson } from '#main/files/json-text.ts';
import { shortened } from '#main/files/printable.ts';
import { takeTurns } from '#main/files/turns.ts';
import { type BackupPath, backupPath } from './backup-files.ts';
import { type BackupManifest, MANIFEST_NAME, manifestSchema } from './backup-manifest.ts';

configure({ useWebWorkers: false });

/** Largest list of files, in bytes; that of 100,000 files needs about half. */
const MANIFEST_LIMIT = 32 * 1024 * 1024;
/** Most files that a backup holds. */
const MOST = 500_000;

const labelSchema = z.object({ format: z.literal('groundwork-backup'), formatVersion: z.int() });

/** A file of a backup that was found there as it was written. */
export interface BackupContent extends BackupPath {
  readonly sha256: string;
}

/** A backup, open for reading; every file is checked against its checksum when it is read. */
export interface OpenBackup {
  readonly manifest: Omit<BackupManifest, 'files'>;
  readonly files: readonly BackupContent[];
  /** @throws {FailureError} `damaged` */
  read(file: BackupContent): Promise<Uint8Array>;
  close(): Promise<void>;
}

/**
 * Opens a backup and looks whether it is one, whole and with nothing in it that has no place there. What its files hold
 * is checked as they are read.
 * @throws {FailureError} `invalid`, `damaged`, `newer-format`
 */
export async function openBackup(files: FileSystem, path: string): Promise<OpenBackup> {
  const handle = await explaining('The backup could not be opened', () => files.open(path, 'r'));
  try {
    const zip = new ZipReader(new HandleReader(handle));
    const entries = await entriesOf(zip);
    const manifest = await readManifest(entries);
    const { files: listed, ...head } = manifest;
    const contents = listed.map(({ path: name, size, sha256: hash }) => {
      const known = backupPath(name);
      const entry = entries.get(name);
      if (!known || !entry || entry.uncompressedSize !== size || size > known.limit) throw damaged(name);
      return { ...known, sha256: hash };
    });
    if (new Set(listed.map((file) => file.path)).size !== listed.length) throw damaged('a file that is listed twice');
    return {
      manifest: head,
      files: contents,
      async read({ path: name, limit, sha256: hash }) {
        const bytes = await bytesOf(entries.get(name), limit);
        if (!bytes || sha256(bytes) !== hash) throw damaged(name);
        return bytes;
      },
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function entriesOf(zip: ZipReader<unknown>): Promise<ReadonlyMap<string, FileEntry>> {
  const entries = new Map<string, FileEntry>();
  const turn = takeTurns();
  let count = 0;
  try {
    for await (const entry of zip.getEntriesGenerator()) {
      await turn();
      const { filename: name } = entry;
      if (++count > MOST || entries.has(name)) throw new Error(`Too many, or twice ${shortened(name)}`);
      // What has no place in a backup is not kept in mind either: an entry takes several kilobytes.
      const hasPlace = name === MANIFEST_NAME || backupPath(name) !== null;
      if (hasPlace && !entry.directory && !entry.encrypted) entries.set(name, entry);
    }
  } catch (cause) {
    if (cause instanceof FailureError) throw cause;
    throw noBackup(cause);
  }
  return entries;
}

async function readManifest(entries: ReadonlyMap<string, FileEntry>): Promise<BackupManifest> {
  const bytes = await bytesOf(entries.get(MANIFEST_NAME), MANIFEST_LIMIT);
  if (!bytes) throw noBackup();
  const json = parseJson(bytes);
  const label = labelSchema.safeParse(json);
  if (label.success && label.data.formatVersion > 2) {
    throw new FailureError(
      'newer-format',
      'This backup was made by a newer Groundwork. Update Groundwork to restore it.',
    );
  }
  const parsed = manifestSchema.safeParse(json);
  if (!parsed.success) throw damaged('its list of files');
  return parsed.data;
}

/**
 * The content of an entry of at most so many bytes; null for none, a larger one and one that cannot be unpacked.
 * @throws {FailureError} when the disk does not give it, which is no damage
 */
async function bytesOf(entry: FileEntry | undefined, limit: number): Promise<Uint8Array | null> {
  if (!entry || entry.uncompressedSize > limit) return null;
  const aborting = new AbortController();
  const writer = new BoundedWriter(limit, aborting);
  try {
    return await entry.getData(writer, { checkSignature: true, signal: aborting.signal });
  } catch (error) {
    if (error instanceof FailureError) throw error;
    return null;
  }
}

/** Ends what unpacks to more than it said. */
class BoundedWriter extends Uint8ArrayWriter {
  #left: number;
  readonly #aborting: AbortController;

  constructor(limit: number, aborting: AbortController) {
    super();
    this.#left = limit;
    this.#aborting = aborting;
  }

  override async writeUint8Array(bytes: Uint8Array): Promise<void> {
    this.#left -= bytes.byteLength;
    if (this.#left < 0) this.#aborting.abort();
    else await super.writeUint8Array(bytes);
  }
}

/** Reads the parts of an open file that are asked for. */
class HandleReader extends Reader<FileHandle> {
  readonly #handle: FileHandle;

  constructor(handle: FileHandle) {
    super(handle);
    this.#handle = handle;
  }

  override async init(): Promise<void> {
    this.size = (await this.#handle.stat()).size;
  }

  override async readUint8Array(index: number, length: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(Math.min(length, Math.max(0, this.size - index)));
    let filled = 0;
    while (filled < bytes.byteLength) {
      const { bytesRead } = await explaining('The backup could not be read', () =>
        this.#handle.read(bytes, filled, bytes.byteLength - filled, index + filled),
      );
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  }
}

function noBackup(cause?: unknown): FailureError {
  return new FailureError('invalid', 'This is no backup of Groundwork, or its end is missing. Choose another file.', {
    cause,
  });
}

function damaged(what: string): FailureError {
  return new FailureError(
    'damaged',
    `The backup is damaged: ${shortened(what, 200)}. Nothing of this file was restored; use another backup.`,
  );
}
