import { join } from 'node:path';
import { moveDurably, sweepTemporaries, writeDurably } from '../store/durable-write.ts';
import { FailureError, systemCode } from '../store/failure.ts';
import { type FileSystem, nameTaken, readIfPresent } from '../store/file-system.ts';
import type { Issuer } from './certificate.ts';
import { certificatePem } from './key-export.ts';
import { parseKeyFile, printKeyFile } from './key-file.ts';
import type { KeyProtection } from './key-protection.ts';
import { newWorkbookKeys, underAuthority, type WorkbookKeys } from './workbook-keys.ts';

/** Largest key file, in bytes; a real one has about 2,500. */
const KEY_FILE_LIMIT = 64 * 1024;
const ANYBODY_ELSE = 0o077;

/** Why there is a new key although there has been one: its file is gone, unreadable, or another host's. */
type Replacement = 'lost' | 'damaged' | 'elsewhere';

/** Where the keys in use come from. */
export type KeysOrigin =
  | { readonly kind: 'kept' }
  /** Made just now, for the first time. */
  | { readonly kind: 'made' }
  /** Made just now in place of earlier ones; `message` tells the person what that means. */
  | { readonly kind: 'replaced'; readonly reason: Replacement; readonly message: string };

export interface OpenedKeys {
  readonly keys: WorkbookKeys;
  readonly origin: KeysOrigin;
}

/** The folder of the keys under one protection. Each protection has its own: what one host has protected, another could not read. */
export class KeyFolder {
  readonly #files: FileSystem;
  readonly #folder: string;
  readonly #protection: KeyProtection;
  readonly #now: () => Date;

  constructor(files: FileSystem, folder: string, protection: KeyProtection, now: () => Date) {
    this.#files = files;
    this.#folder = folder;
    this.#protection = protection;
    this.#now = now;
  }

  /** Reads the keys, or makes new ones where there are none that can be used. */
  async load(): Promise<OpenedKeys> {
    await this.#files.mkdir(this.#folder, { recursive: true, mode: 0o700 });
    await sweepTemporaries(this.#files, this.#folder);
    const found = await this.#read();
    if (found !== null && found !== 'damaged') return { keys: found, origin: { kind: 'kept' } };
    const origin = found === 'damaged' ? await this.#setAside() : await this.#originOfFirst();
    const keys = newWorkbookKeys(this.#now());
    await this.#save(keys);
    return { keys, origin };
  }

  /** Puts the signing key under another authority. */
  async adopt(keys: WorkbookKeys, authority: Issuer): Promise<WorkbookKeys> {
    const adopted = underAuthority(keys, authority);
    await this.#save(adopted);
    return adopted;
  }

  /** The private keys first: certificates without them would look like a loss. */
  async #save(keys: WorkbookKeys): Promise<void> {
    await writeDurably(this.#files, this.#path('.json'), await printKeyFile(keys, this.#protection));
    // Public, and the sign that there have been keys.
    await writeDurably(this.#files, this.#path('.pem'), Buffer.from(certificatePem(keys)), { mode: 0o644 });
  }

  /** Null when there is no file; what the disk refuses is no damage and throws. */
  async #read(): Promise<WorkbookKeys | 'damaged' | null> {
    try {
      const bytes = await readIfPresent(this.#files, this.#path('.json'), KEY_FILE_LIMIT);
      if (!bytes) return null;
      const keys = await parseKeyFile(bytes, this.#protection);
      await this.#closeToOthers(bytes);
      return keys;
    } catch (error) {
      if (systemCode(error) !== '') throw error;
      if (error instanceof FailureError && error.failure.code === 'newer-format') throw error;
      return 'damaged';
    }
  }

  /** Nothing is thrown away: whoever can mend the file, or unlock it, may put it back. */
  async #setAside(): Promise<KeysOrigin> {
    const stamp = this.#now().toISOString().replaceAll(/[-:.]/g, '');
    const name = `${this.#protection.name}-damaged-${stamp}.json`;
    await moveDurably(this.#files, this.#path('.json'), join(this.#folder, name));
    return replaced('damaged', `could not be read. Its file was kept in the folder “keys” as ${name}.`);
  }

  async #originOfFirst(): Promise<KeysOrigin> {
    if (await nameTaken(this.#files, this.#path('.pem'))) return replaced('lost', 'was missing.');
    const names = await this.#files.readdir(this.#folder);
    if (!names.some((name) => name.endsWith('.pem'))) return { kind: 'made' };
    return replaced('elsewhere', 'is protected in a way that cannot be used here, and was left as it is.');
  }

  /** A copy or a restored backup may have come with wider permissions. */
  async #closeToOthers(bytes: Uint8Array): Promise<void> {
    if (process.platform === 'win32') return;
    const { mode } = await this.#files.stat(this.#path('.json'));
    if ((mode & ANYBODY_ELSE) !== 0) await writeDurably(this.#files, this.#path('.json'), bytes);
  }

  #path(extension: '.json' | '.pem'): string {
    return join(this.#folder, `${this.#protection.name}${extension}`);
  }
}

function replaced(reason: Replacement, what: string): KeysOrigin {
  const message = `The earlier key of this workbook ${what} A new key was made: records sealed from now on name another workbook; those sealed before stay valid. Give the new certificate to those who trust the old one.`;
  return { kind: 'replaced', reason, message };
}
