import { join } from 'node:path';
import { keyFingerprint } from '#main/certificates/key-fingerprint.ts';
import { makeFolder, moveDurably, sweepTemporaries, writeDurably } from '#main/files/durable-write.ts';
import { FailureError, systemCode } from '#main/files/failure.ts';
import { type FileSystem, nameTaken, readIfPresent } from '#main/files/file-system.ts';
import { sameBytes } from '#main/files/same-bytes.ts';
import { copyOf, readTwin, writeTwice } from '#main/files/twin-file.ts';
import { CERTIFICATE_FILE_LIMIT } from '#shared/base/size-limits.ts';
import type { KeyReplacement } from '#shared/contract/key-contract.ts';
import { forgetExposed, noteExposed, readExposed } from './exposed-file.ts';
import { certificatePem } from './key-export.ts';
import { parseKeyFile, printKeyFile } from './key-file.ts';
import { type KeyProtection, NO_PROTECTION } from './key-protection.ts';
import { newWorkbookKeys, type WorkbookKeys } from './workbook-keys.ts';

/** Largest key file, in bytes; one under its own authority has about 2,500. */
export const KEY_FILE_LIMIT = 64 * 1024;
const ANYBODY_ELSE = 0o077;

/** `made`: just now, for the first time. `replaced`: just now, in place of earlier ones, as the keys themselves say. */
type KeysOrigin = 'kept' | 'made' | 'replaced';

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
    await this.#prepare();
    const found = (await this.#read()) ?? (await this.#moveUp());
    if (found !== null && found !== 'damaged') {
      await this.#mendCertificates(found);
      return { keys: found, origin: 'kept' };
    }
    const replaced = found === 'damaged' ? await this.#moveAside('damaged') : await this.#missing();
    const keys = newWorkbookKeys(this.#now(), replaced);
    await this.save(keys);
    return { keys, origin: replaced === null ? 'made' : 'replaced' };
  }

  /** Whether there are keys, or were. */
  async hasKeys(): Promise<boolean> {
    const files = [this.#path('.json'), copyOf(this.#path('.json')), this.#path('.pem')];
    return (await Promise.all(files.map((path) => nameTaken(this.#files, path)))).includes(true);
  }

  /** Puts other keys in the place of those there, which are kept. @param reason why */
  async restore(
    keys: Omit<WorkbookKeys, 'replaced'>,
    reason: 'restored' | 'renewed' = 'restored',
  ): Promise<WorkbookKeys> {
    await this.#prepare();
    const kept = await this.#keepBeside(keys);
    const restored = { ...keys, replaced: kept && { ...kept, reason } };
    await this.save(restored);
    return restored;
  }

  /** Writes the private keys first: certificates without them would look like keys that were lost. */
  async save(keys: WorkbookKeys): Promise<void> {
    const file = await printKeyFile(keys, this.#protection);
    // Keys that cannot be read again would be replaced at the next start.
    if (file.byteLength > KEY_FILE_LIMIT) {
      throw new FailureError('too-large', 'The certificates are too large. Ask the authority for shorter ones.');
    }
    await writeTwice(this.#files, this.#path('.json'), file);
    // The certificates are public, and show that there have been keys.
    await writeDurably(this.#files, this.#path('.pem'), Buffer.from(certificatePem(keys)), { mode: 0o644 });
  }

  async #prepare(): Promise<void> {
    await makeFolder(this.#files, this.#folder);
    await sweepTemporaries(this.#files, this.#folder);
  }

  /** Null when there is no file; an error of the disk is no damage and throws. A damaged file is brought back from its copy. */
  async #read(): Promise<WorkbookKeys | 'damaged' | null> {
    const path = this.#path('.json');
    try {
      const found = await readTwin(this.#files, path, KEY_FILE_LIMIT, (bytes) => parseKeyFile(bytes, this.#protection));
      if (found?.damage) await this.#bringBack(found.damage.bytes);
      if (found) await this.#closeToOthers(found.content);
      return found?.content ?? null;
    } catch (error) {
      if (systemCode(error) !== '') throw error;
      if (error instanceof FailureError && error.failure.code === 'newer-format') throw error;
      return 'damaged';
    }
  }

  /**
   * Takes over keys that only the permissions of their file guarded, now that there is something better. Their file goes,
   * once they are on disk; copies and backups of it stay as open as they are. Null when there are none that can be read.
   */
  async #moveUp(): Promise<WorkbookKeys | null> {
    if (this.#protection.name === NO_PROTECTION.name || (await this.hasKeys())) return null;
    const open = new KeyFolder(this.#files, this.#folder, NO_PROTECTION, this.#now);
    const keys = await open.#read();
    if (keys === null || keys === 'damaged') return null;
    await this.save(keys);
    for (const path of [open.#path('.json'), copyOf(open.#path('.json'))]) {
      if (await nameTaken(this.#files, path)) await this.#files.unlink(path);
    }
    // The certificates stand in our own file now; this one would say that there were keys of another host.
    if (await nameTaken(this.#files, open.#path('.pem'))) await this.#files.unlink(open.#path('.pem'));
    return keys;
  }

  /** Puts the copy in the place of the file, what is left of which is kept. */
  async #bringBack(damaged: Uint8Array | null): Promise<void> {
    const path = this.#path('.json');
    if (damaged) await writeDurably(this.#files, join(this.#folder, this.#damaged()), damaged);
    const whole = await readIfPresent(this.#files, copyOf(path), KEY_FILE_LIMIT);
    if (whole) await writeDurably(this.#files, path, whole);
  }

  /** Writes the certificates again where they are not those of the keys: seals would not be known as the workbook's own. */
  async #mendCertificates(keys: WorkbookKeys): Promise<void> {
    const path = this.#path('.pem');
    const right = Buffer.from(certificatePem(keys));
    const there = await readIfPresent(this.#files, path, CERTIFICATE_FILE_LIMIT).catch(() => null);
    if (!there || !sameBytes(there, right)) await writeDurably(this.#files, path, right, { mode: 0o644 });
  }

  /** Sets the file, or its copy where the file is gone, aside; whoever can mend or unlock it may put it back. */
  async #moveAside(reason: 'damaged' | 'restored'): Promise<KeyReplacement> {
    await this.#keepCertificates();
    const keptAs = this.#damaged();
    const path = this.#path('.json');
    const from = (await nameTaken(this.#files, path)) ? path : copyOf(path);
    await moveDurably(this.#files, from, join(this.#folder, keptAs));
    return { reason, keptAs };
  }

  /** Copies keys that are about to be replaced; they stay in use until the new ones are on disk. */
  async #keepBeside(next: Pick<WorkbookKeys, 'signingKey'>): Promise<KeyReplacement | null> {
    const found = await this.#read();
    if (found === null) return null;
    if (found === 'damaged') return this.#moveAside('restored');
    const keptAs = this.#earlier('.json');
    await writeDurably(this.#files, join(this.#folder, keptAs), await printKeyFile(found, this.#protection));
    // The certificates may differ, but it is the same workbook as before.
    if (keyFingerprint(found.signingKey) === keyFingerprint(next.signingKey)) return found.replaced;
    const certificates = Buffer.from(certificatePem(found));
    await writeDurably(this.#files, join(this.#folder, this.#earlier('.pem')), certificates, { mode: 0o644 });
    return { reason: 'restored', keptAs };
  }

  /** Why there is no file; null when there never was one. */
  async #missing(): Promise<KeyReplacement | null> {
    const names = await this.#files.readdir(this.#folder);
    const isOurs = (name: string) => name.startsWith(`${this.#protection.name}-earlier-`);
    if ((await this.#keepCertificates()) || names.some(isOurs)) return { reason: 'lost', keptAs: null };
    return names.some((name) => name.endsWith('.pem')) ? { reason: 'elsewhere', keptAs: null } : null;
  }

  /** Keeps the certificates of earlier keys, by which the seals made with them stay known. */
  async #keepCertificates(): Promise<boolean> {
    if (!(await nameTaken(this.#files, this.#path('.pem')))) return false;
    await moveDurably(this.#files, this.#path('.pem'), join(this.#folder, this.#earlier('.pem')));
    return true;
  }

  #earlier(extension: '.json' | '.pem'): string {
    return `${this.#protection.name}-earlier-${this.#stamp()}${extension}`;
  }

  /** A restored backup may have come with wider permissions, which is noted first. Files of earlier versions get their copy here. */
  async #closeToOthers({ signingKey }: WorkbookKeys): Promise<void> {
    const path = this.#path('.json');
    const bytes = await readIfPresent(this.#files, path, KEY_FILE_LIMIT);
    if (!bytes) return;
    for (const file of [path, copyOf(path)]) {
      const isThere = await nameTaken(this.#files, file);
      const isClosed = isThere && !(await this.#isOpenToOthers(file));
      if (isThere && !isClosed) {
        const keySha256 = keyFingerprint(signingKey);
        const known = await readExposed(this.#files, this.#folder);
        const exposed = { keySha256, foundAt: this.#now().toISOString(), isTold: false };
        if (known?.keySha256 !== keySha256) await noteExposed(this.#files, this.#folder, exposed);
      }
      if (!isThere || !isClosed) await writeDurably(this.#files, file, bytes);
      // A disk without permissions lets nothing be closed; to say so at every start would help nobody.
      if (isThere && !isClosed && (await this.#isOpenToOthers(file))) await forgetExposed(this.#files, this.#folder);
    }
  }

  async #isOpenToOthers(file: string): Promise<boolean> {
    return process.platform !== 'win32' && ((await this.#files.stat(file)).mode & ANYBODY_ELSE) !== 0;
  }

  #damaged(): string {
    return `${this.#protection.name}-damaged-${this.#stamp()}.json`;
  }

  #path(extension: '.json' | '.pem'): string {
    return join(this.#folder, `${this.#protection.name}${extension}`);
  }

  #stamp(): string {
    return this.#now().toISOString().replaceAll(/[-:.]/g, '');
  }
}
