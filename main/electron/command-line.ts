import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * The data folder named with `--data`, or null. Everything else is left alone: Electron and the
 * operating system put switches of their own among the arguments.
 */
export function dataFolderFrom(args: readonly string[]): string | null {
  const { values } = parseArgs({ args: [...args], options: { data: { type: 'string' } }, strict: false });
  return typeof values.data === 'string' && values.data !== '' ? resolve(values.data) : null;
}
