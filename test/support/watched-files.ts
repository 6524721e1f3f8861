import type { FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { type FileSystem, nodeFileSystem } from '#main/files/file-system.ts';

/** A call to the file system, such as `open data.json` or `write data.json`. */
export interface WatchedCall {
  readonly name: string;
  /** Last part of the path; for a handle, of the file it is open on. */
  readonly file: string;
}

/** May throw in place of a call, as the system would, or do something right before it. */
export type Meddle = (call: WatchedCall) => void | Promise<void>;

/** The real file system, with every call noted and the chance to let any of them fail. */
export function watchedFiles(meddle: Meddle = () => undefined): { files: FileSystem; calls: WatchedCall[] } {
  const calls: WatchedCall[] = [];
  const watch = <Target extends object>(target: Target, fileOf: (args: readonly unknown[]) => string): Target =>
    new Proxy(target, {
      get(object, key) {
        const value: unknown = Reflect.get(object, key);
        if (typeof value !== 'function' || typeof key !== 'string') return value;
        return async (...args: unknown[]) => {
          const call = { name: key, file: fileOf(args) };
          calls.push(call);
          await meddle(call);
          const result: unknown = await value.apply(object, args);
          return key === 'open' ? watch(result as FileHandle, () => call.file) : result;
        };
      },
    });
  return { files: watch(nodeFileSystem, ([path]) => basename(String(path))), calls };
}

/** An error as Node makes it for a refused system call. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: refused by the test`), { code, syscall: 'test', errno: -1 });
}

/** Lets one call fail; `file` may be part of the name. */
export function failing(name: string, code: string, file = ''): Meddle {
  return (call) => {
    if (call.name === name && call.file.includes(file)) throw systemError(code);
  };
}
