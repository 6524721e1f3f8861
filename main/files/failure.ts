import type { Failure } from '#shared/contract/contract.ts';

interface FailureOptions {
  readonly details?: readonly string[];
  /** What really happened, for the log only. */
  readonly cause?: unknown;
}

/** A failure that a person can act on, on its way to the screen; `failure` is what the contract answers. */
export class FailureError extends Error {
  readonly failure: Failure;

  constructor(code: Failure['code'], message: string, { details = [], cause }: FailureOptions = {}) {
    super(message, { cause });
    this.name = 'FailureError';
    this.failure = { kind: 'failed', code, message, details };
  }
}

/** A failure that another thread reported, as an error of this one. */
export function failureOf({ code, message, details }: Failure): FailureError {
  return new FailureError(code, message, { details });
}

/** A failure that says what it speaks of, such as a file, before anything else; any other error as it is. */
export function about(what: string, error: unknown): unknown {
  if (!(error instanceof FailureError)) return error;
  const { code, message, details } = error.failure;
  return new FailureError(code, `${what} ${message}`, { details, cause: error });
}

/** The `code` of an operating-system error such as `ENOSPC`; an empty string for anything else. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error
    ? error.code
    : '';
}

/**
 * Turns an operating-system error into a failure that says what to do. `what` is the start of the
 * message, such as "The review could not be saved". Other errors come back as they are.
 */
export function explain(error: unknown, what: string): unknown {
  const code = systemCode(error);
  if (code === '') return error;
  const { kind, advice } = adviceFor(code);
  return new FailureError(kind, `${what}: ${advice}`, { cause: error });
}

/** Runs a piece of work that touches the disk and explains what the system refuses. */
export async function explaining<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw explain(error, what);
  }
}

function adviceFor(code: string): { readonly kind: Failure['code']; readonly advice: string } {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return { kind: 'disk-full', advice: 'the disk or your share of it is full. Free some space, then try again.' };
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return {
        kind: 'read-only',
        advice: 'this place does not allow it. Change the permissions or use another folder, then try again.',
      };
    case 'ENOTDIR':
      return { kind: 'folder-missing', advice: 'a file is where a folder should be. Move it away, then try again.' };
    case 'ENOENT':
      return { kind: 'folder-missing', advice: 'the folder is not there. Create it or use another one.' };
    case 'EEXIST':
    case 'EISDIR':
    case 'ENOTEMPTY':
      return { kind: 'name-taken', advice: 'something else has this name already. Use another name.' };
    case 'ENAMETOOLONG':
      return { kind: 'invalid', advice: 'the name is too long for this disk. Use a shorter one.' };
    case 'EFBIG':
      return { kind: 'too-large', advice: 'the file is too large for this disk.' };
    case 'EBUSY':
    case 'ETXTBSY':
      return { kind: 'io', advice: 'another program is using the file. Close it there, then try again.' };
    case 'EMFILE':
    case 'ENFILE':
      return { kind: 'io', advice: 'too many files are open on this computer. Close some programs, then try again.' };
    default:
      return { kind: 'io', advice: `the disk reported an error (${code}). Check the disk, then try again.` };
  }
}
