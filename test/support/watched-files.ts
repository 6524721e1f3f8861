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

/** Stands around a call: makes it by `proceed`, with these or other arguments, or does something else. */
export type Around = (
  call: WatchedCall,
  proceed: (args: readonly unknown[]) => Promise<unknown>,
  args: readonly unknown[],
) => Promise<unknown>;

/** The real file system, with something around every call to it and to the files that it opens. */
export function filesWith(around: Around): FileSystem {
  const within = <Target extends object>(target: Target, fileOf: (args: readonly unknown[]) => string): Target =>
    new Proxy(target, {
      get(object, key) {
        const value: unknown = Reflect.get(object, key);
        if (typeof value !== 'function' || typeof key !== 'string') return value;
        return async (...args: unknown[]) => {
          const call = { name: key, file: fileOf(args) };
          const result = await around(call, async (given) => value.apply(object, given), args);
          return key === 'open' ? within(result as FileHandle, () => call.file) : result;
        };
      },
    });
  return within(nodeFileSystem, ([path]) => basename(String(path)));
}

/** The real file system, with every call noted and the chance to let any of them fail. */
export function watchedFiles(meddle: Meddle = () => undefined): { files: FileSystem; calls: WatchedCall[] } {
  const calls: WatchedCall[] = [];
  const files = filesWith(async (call, proceed, args) => {
    calls.push(call);
    await meddle(call);
    return proceed(args);
  });
  return { files, calls };
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
