import { CallFailed } from './client.ts';

/** Something that went wrong, ready to show. */
export interface Fault {
  /** Code of the failure or of the refused call. */
  readonly code: string;
  /** What happened and what to do. */
  readonly message: string;
  readonly details: readonly string[];
}

/** Says in words why a call threw. */
export function explainCall(error: unknown): Fault {
  if (error instanceof CallFailed) return error.error;
  return { code: 'internal', message: 'Something unexpected happened on this screen. Try again.', details: [] };
}
