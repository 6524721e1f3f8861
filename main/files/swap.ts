/** What the system says where a disk cannot do it, or the system itself. */
const UNKNOWN: readonly unknown[] = ['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'];

/** Lets two files change names at once; false where that cannot be had. Windows would do it one after the other. */
export async function swap(from: string, to: string): Promise<boolean> {
  if (process.platform === 'win32') return false;
  // Where the library cannot be loaded, no data folder can be locked, and nothing is saved.
  const library = await import('fs-native-extensions');
  try {
    await library.swap(from, to);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (UNKNOWN.includes(code)) return false;
    // The library's errors have a code but no `syscall`, by which the system's are known.
    throw error instanceof Error ? Object.assign(error, { syscall: 'swap' }) : error;
  }
}
