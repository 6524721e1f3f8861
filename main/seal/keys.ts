import { explaining } from '../store/failure.ts';
import type { FileSystem } from '../store/file-system.ts';
import type { Issuer } from './certificate.ts';
import type { KeyFolder, OpenedKeys } from './key-folder.ts';
import { type KeyProtection, NO_PROTECTION } from './key-protection.ts';
import type { WorkbookKeys } from './workbook-keys.ts';

interface KeyStoreOptions {
  /** How the host protects keys; asked once, at their first use. */
  readonly protection?: () => Promise<KeyProtection>;
  readonly now: () => Date;
}

interface Loaded {
  readonly folder: KeyFolder;
  readonly opened: OpenedKeys;
}

/** The keys of a data folder, made at first use. Only for the holder of the folder's lock. */
export class KeyStore {
  readonly #files: FileSystem;
  readonly #path: string;
  readonly #protection: () => Promise<KeyProtection>;
  readonly #now: () => Date;
  #opening: Promise<Loaded> | null = null;
  #told = false;

  constructor(files: FileSystem, path: string, { protection = async () => NO_PROTECTION, now }: KeyStoreOptions) {
    this.#files = files;
    this.#path = path;
    this.#protection = protection;
    this.#now = now;
  }

  /**
   * The keys, the same ones until the program ends. That they are new is told to the first caller only;
   * a failure is tried again at the next call.
   * @throws {FailureError} when the disk refuses, or a newer program made the keys.
   */
  async open(): Promise<OpenedKeys> {
    const { opened } = await this.#open();
    if (this.#told) return { keys: opened.keys, origin: { kind: 'kept' } };
    this.#told = true;
    return opened;
  }

  /**
   * Puts the workbook's key under another authority, for an organisation that trusts that one.
   * @throws {FailureError} as `open` does.
   */
  async adoptAuthority(authority: Issuer): Promise<WorkbookKeys> {
    const { folder, opened } = await this.#open();
    const keys = await explaining('The keys of this workbook could not be saved', () =>
      folder.adopt(opened.keys, authority),
    );
    this.#opening = Promise.resolve({ folder, opened: { keys, origin: opened.origin } });
    return keys;
  }

  #open(): Promise<Loaded> {
    this.#opening ??= this.#load().catch((error: unknown) => {
      this.#opening = null;
      throw error;
    });
    return this.#opening;
  }

  #load(): Promise<Loaded> {
    return explaining('The keys of this workbook cannot be used', async () => {
      // What makes certificates takes a fifth of a second to load; most starts of the program do without.
      const { KeyFolder } = await import('./key-folder.ts');
      const folder = new KeyFolder(this.#files, this.#path, await this.#protection(), this.#now);
      return { folder, opened: await folder.load() };
    });
  }
}
