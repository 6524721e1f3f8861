import type { GivenUpKey } from '#main/certificates/given-up.ts';
import { keyFingerprint } from '#main/certificates/key-fingerprint.ts';
import type { Mending } from '#main/files/checked-file.ts';
import { explaining } from '#main/files/failure.ts';
import type { FileSystem } from '#main/files/file-system.ts';
import type { KeyFacts } from '#shared/contract/key-contract.ts';
import type { KeyFolder, OpenedKeys } from './key-folder.ts';
import { type KeyProtection, NO_PROTECTION } from './key-protection.ts';
import type { WorkbookKeys } from './workbook-keys.ts';

interface KeyStoreOptions {
  /** How the host protects keys; asked once, at their first use. */
  readonly protection?: () => Promise<KeyProtection>;
  readonly now: () => Date;
  /** Where a damaged list of keys that were given up is kept; without it, only its copy is read. */
  readonly mending?: Mending;
}

/** The keys of a data folder, made at first use. Only for the holder of the folder's lock. */
export class KeyStore {
  readonly #files: FileSystem;
  readonly #path: string;
  readonly #askProtection: () => Promise<KeyProtection>;
  readonly #now: () => Date;
  readonly #mending: Mending | null;
  #protection: Promise<KeyProtection> | null = null;
  #opening: Promise<OpenedKeys> | null = null;
  #ballotKey: Promise<Uint8Array> | null = null;
  #told = false;

  constructor(files: FileSystem, path: string, options: KeyStoreOptions) {
    const { protection = async () => NO_PROTECTION, now, mending = null } = options;
    this.#files = files;
    this.#mending = mending;
    this.#path = path;
    this.#askProtection = protection;
    this.#now = now;
  }

  /**
   * The keys, which stay the same until they are replaced or the program ends. Only the first caller learns that
   * they are new; after a failure, the next call tries again.
   * @throws {FailureError} when the disk refuses, or a newer program made the keys.
   */
  async open(): Promise<OpenedKeys> {
    const opened = await this.#open();
    if (this.#told) return { keys: opened.keys, origin: 'kept' };
    this.#told = true;
    return opened;
  }

  /** The keys, for callers that do not report whether they are new. @throws {FailureError} as `open` does. */
  async keys(): Promise<WorkbookKeys> {
    return (await this.#open()).keys;
  }

  /** What the keys are, without any secret; null before there are any. @throws {FailureError} as `open` does. */
  facts(): Promise<KeyFacts | null> {
    return explaining('The keys of this workbook cannot be read', async () => {
      if (!(await (await this.#folder()).hasKeys())) return null;
      // Keys that cannot be used are replaced now, and not only after people have signed.
      await this.#open();
      const { keyFacts } = await import('./key-facts.ts');
      return keyFacts(this.#files, this.#path, (await this.#protect()).name);
    });
  }

  /**
   * Puts the workbook's authority under the one that issued these certificates on its request.
   * @param bytes PEM or DER
   * @throws {FailureError} as `open` does, and `invalid` when they do not fit.
   */
  async adopt(bytes: Uint8Array): Promise<void> {
    const { keys } = await this.#open();
    const { withIssued } = await import('./certificate-request.ts');
    const adopted = await withIssued(keys, bytes, this.#now());
    await this.#put(async (folder) => {
      await folder.save(adopted);
      return adopted;
    });
  }

  /** Replaces the keys by exported ones; those replaced are kept beside them. @throws {FailureError} */
  async restore(keys: Omit<WorkbookKeys, 'replaced'>): Promise<void> {
    await this.#put((folder) => folder.restore(keys));
  }

  /**
   * Gives the keys up and makes their successors. Earlier seals stay known; later ones count for nothing.
   * @param since from when on they count for nothing; null: none of them counts, as when the keys were stolen.
   * @throws {FailureError} as `open` does.
   */
  async renew(since: string | null, reason: string): Promise<void> {
    const { keys: old } = await this.#open();
    const { newWorkbookKeys } = await import('./workbook-keys.ts');
    const next = newWorkbookKeys(this.#now());
    await this.#put((folder) => folder.restore(next, 'renewed'));
    for (const [key, successor] of [
      [old.signingKey, next.signingKey],
      [old.authority.key, next.authority.key],
    ] as const) {
      await this.giveUp({ keySha256: keyFingerprint(key), since, reason, successor: keyFingerprint(successor) });
    }
  }

  /** Since when it is known that others could read the file of the keys, while no sealing has told of it; null otherwise. */
  async untoldExposure(): Promise<string | null> {
    const { keys } = await this.#open();
    const exposed = await this.#exposed();
    return exposed?.keySha256 === keyFingerprint(keys.signingKey) && !exposed.isTold ? exposed.foundAt : null;
  }

  /** Notes that a sealing told of it. */
  async exposureTold(): Promise<void> {
    const exposed = await this.#exposed();
    const { noteExposed } = await import('./exposed-file.ts');
    if (exposed) await noteExposed(this.#files, this.#path, { ...exposed, isTold: true });
  }

  /** Goes on with keys whose file others could read, as a person decided. @throws {FailureError} when the disk refuses. */
  async keepExposed(): Promise<void> {
    const { forgetExposed } = await import('./exposed-file.ts');
    await explaining('That the keys stay could not be noted', () => forgetExposed(this.#files, this.#path));
  }

  /** The key under which ballots of open rounds lie on the disk, made at the first of them. @throws {FailureError} */
  async ballotKey(): Promise<Uint8Array> {
    const { loadBallotKey } = await import('./ballot-key.ts');
    this.#ballotKey ??= loadBallotKey(this.#files, this.#path, await this.#protect()).catch((error: unknown) => {
      this.#ballotKey = null;
      throw error;
    });
    return this.#ballotKey;
  }

  /** Puts a key on the list of those given up. @throws {FailureError} when the disk refuses. */
  async giveUp(key: GivenUpKey): Promise<void> {
    const { addGivenUp } = await import('./given-up-file.ts');
    await explaining('The list of keys that were given up could not be saved', () =>
      addGivenUp(this.#files, this.#path, key, this.#mending),
    );
  }

  /** Which keys were given up. @throws {FailureError} `damaged` */
  async givenUp(): Promise<readonly GivenUpKey[]> {
    const { readGivenUp } = await import('./given-up-file.ts');
    return readGivenUp(this.#files, this.#path, this.#mending);
  }

  async #exposed() {
    const { readExposed } = await import('./exposed-file.ts');
    return readExposed(this.#files, this.#path, this.#mending);
  }

  async #put(save: (folder: KeyFolder) => Promise<WorkbookKeys>): Promise<void> {
    const keys = await explaining('The keys of this workbook could not be saved', async () =>
      save(await this.#folder()),
    );
    this.#opening = Promise.resolve({ keys, origin: 'kept' });
  }

  #open(): Promise<OpenedKeys> {
    this.#opening ??= this.#load().catch((error: unknown) => {
      this.#opening = null;
      throw error;
    });
    return this.#opening;
  }

  #load(): Promise<OpenedKeys> {
    return explaining('The keys of this workbook cannot be used', async () => (await this.#folder()).load());
  }

  async #folder(): Promise<KeyFolder> {
    // The libraries that make certificates take a fifth of a second to load, and most starts of the program do not need them.
    const { KeyFolder } = await import('./key-folder.ts');
    return new KeyFolder(this.#files, this.#path, await this.#protect(), this.#now);
  }

  #protect(): Promise<KeyProtection> {
    this.#protection ??= this.#askProtection().catch((error: unknown) => {
      this.#protection = null;
      throw error;
    });
    return this.#protection;
  }
}
