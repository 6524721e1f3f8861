/** The part of the library that is used here; it ships no types of its own. */
declare module 'fs-native-extensions' {
  /** Takes an exclusive lock on the whole file; false when somebody else holds it. */
  export function tryLock(fd: number): boolean;
  export function unlock(fd: number): void;
  /** Lets two files change names; at once, but for Windows. */
  export function swap(from: string, to: string): Promise<void>;
}
