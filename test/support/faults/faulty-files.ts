import type { FileHandle } from 'node:fs/promises';
import type { FileSystem } from '#main/files/file-system.ts';
import { filesWith, systemError } from '../watched-files.ts';

const CODES = ['ENOSPC', 'EIO', 'EPERM', 'EBUSY', 'EMFILE', 'EROFS'] as const;

/**
 * What may become of a call: it is refused once, or it and all after it; it writes only half of what it was given; or it is the
 * last one before the program ends without warning.
 */
export const FAULTS = [...CODES, 'ENOSPC on', 'EROFS on', 'short write', 'crash after'] as const;
export type Fault = (typeof FAULTS)[number];

/** A file system in which one call goes wrong, once it is armed. */
export interface FaultyFiles {
  readonly files: FileSystem;
  /** From now on, calls are counted; the one of this number, from 0 on, goes wrong. */
  arm(at: number, fault: Fault): void;
  disarm(): void;
  /** How many calls there were since it was armed. */
  readonly calls: number;
  /** Settles when the program is to be taken for dead. */
  readonly crashed: Promise<void>;
  /** Closes what a dead program left open. */
  closeAll(): Promise<void>;
}

/** @param before is done before each call that is counted, with its number */
export function faultyFiles(before?: (number: number) => Promise<void>): FaultyFiles {
  let armed: { readonly at: number; readonly fault: Fault } | null = null;
  let calls = 0;
  let isDead = false;
  let die = (): void => undefined;
  const crashed = new Promise<void>((resolve) => (die = resolve));
  const handles = new Set<FileHandle>();
  const faultOf = async (name: string): Promise<Fault | null> => {
    if (!armed) return null;
    const number = calls++;
    await before?.(number);
    return armed && isHit(armed, number, name) ? armed.fault : null;
  };
  const files = filesWith(async ({ name }, proceed, args) => {
    if (isDead) return never;
    const hit = await faultOf(name);
    if (hit) await refuse(hit, name, () => proceed(args));
    const result = await proceed(hit === 'short write' && name === 'write' ? half(args) : args);
    if (name === 'open') handles.add(result as FileHandle);
    if (hit !== 'crash after') return result;
    isDead = true;
    die();
    return never;
  });
  return {
    files,
    arm(at, fault) {
      armed = { at, fault };
      calls = 0;
    },
    disarm() {
      armed = null;
    },
    get calls() {
      return calls;
    },
    crashed,
    async closeAll() {
      for (const handle of handles) await handle.close().catch(() => undefined);
    },
  };
}

const never = new Promise<never>(() => undefined);

function isHit({ at, fault }: { readonly at: number; readonly fault: Fault }, number: number, name: string): boolean {
  return fault.endsWith(' on') ? number >= at && mayRefuse(fault, name) : number === at;
}

/** Throws what the system would, for a fault that is a refusal. */
async function refuse(fault: Fault, name: string, proceed: () => Promise<unknown>): Promise<void> {
  const code = CODES.find((known) => fault.startsWith(known));
  if (!code) return;
  // A system that refuses to close a file gives it back all the same.
  if (name === 'close') await proceed();
  throw systemError(code);
}

/** A disk that is full or read-only still lets itself be read, and a full one takes nothing but lets things be deleted. */
function mayRefuse(fault: Fault, name: string): boolean {
  const writes = ['write', 'sync', 'mkdir', 'rename', 'link', 'swap'];
  return writes.includes(name) || (fault === 'EROFS on' && name === 'unlink');
}

/** The arguments of a write, for half as many bytes. */
function half([bytes, offset, length, position]: readonly unknown[]): readonly unknown[] {
  return [bytes, offset, Math.max(1, Math.floor(Number(length) / 2)), position];
}
