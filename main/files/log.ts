import { appendFileSync, renameSync, statSync } from 'node:fs';

/** Where the main process reports what a person must not be bothered with. */
export interface Log {
  info(message: string): void;
  error(message: string, cause: unknown): void;
}

/** Size at which the log starts afresh, in bytes; one earlier log is kept beside it. */
const SIZE_LIMIT = 512 * 1024;
/** Longest entry, in UTF-16 code units. */
const ENTRY_LIMIT = 8 * 1024;

/**
 * A log in a file, bounded in size. Writes at once, so that it also holds what came right before a
 * crash, and never throws: a full disk must not make matters worse.
 */
export function createLog(file: string): Log {
  const write = (level: string, text: string): void => {
    const [first = '', ...rest] = text.slice(0, ENTRY_LIMIT).split(/\r?\n/);
    const entry = [`${new Date().toISOString()} ${level} ${first}`, ...rest.map((line) => `    ${line}`)].join('\n');
    try {
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > SIZE_LIMIT) renameSync(file, `${file}.1`);
      appendFileSync(file, `${entry}\n`, { mode: 0o600 });
    } catch {
      // There is nowhere left to report to.
    }
  };
  return {
    info: (message) => write('info', message),
    error: (message, cause) => write('error', `${message}\n${describe(cause)}`),
  };
}

function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const text = cause.stack ?? `${cause.name}: ${cause.message}`;
  return cause.cause === undefined ? text : `${text}\ncaused by ${describe(cause.cause)}`;
}
