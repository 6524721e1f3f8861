import { constants } from 'node:fs';
import { FailureError } from './failure.ts';
import type { FileSystem } from './file-system.ts';
import { isWithin } from './is-within.ts';

const WRITING = constants.O_WRONLY | constants.O_RDWR | constants.O_CREAT;

/**
 * A file system in which a folder can be read and not changed; whatever else there is, such as where exports go, can. Work that
 * would change the folder fails with `read-only`.
 * @param reason what a person is told
 */
export function readOnlyBelow(files: FileSystem, folder: string, reason: string): FileSystem {
  const refuse = (...paths: readonly unknown[]): void => {
    if (paths.some((path) => isWithin(folder, String(path)))) throw new FailureError('read-only', reason);
  };
  return {
    ...files,
    open: async (path, flags, mode) => {
      if (typeof flags === 'number' ? (flags & WRITING) !== 0 : flags !== undefined && flags !== 'r') refuse(path);
      return files.open(path, flags, mode);
    },
    rename: async (from, to) => {
      refuse(from, to);
      return files.rename(from, to);
    },
    link: async (from, to) => {
      refuse(to);
      return files.link(from, to);
    },
    unlink: async (path) => {
      refuse(path);
      return files.unlink(path);
    },
    mkdir: (async (path, options) => {
      refuse(path);
      return files.mkdir(path, options);
    }) as FileSystem['mkdir'],
    swap: async (from, to) => {
      refuse(from, to);
      return files.swap(from, to);
    },
  };
}
