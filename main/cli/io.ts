import type { Policy } from '#main/store/policy.ts';

/** What a command may touch of the world around it; handed in, so that tests need no process. */
export interface CommandIo {
  /** Folder that relative names start from. */
  readonly workingFolder: string;
  /** The program's own folder, which holds `templates/` and the fonts. */
  readonly appFolder: string;
  /** What is set for this computer. */
  readonly policy: Policy;
  out(text: string | Uint8Array): void;
  err(text: string): void;
  /** Asks for a passphrase; `isNew`: one to be made up now. @throws {UsageError} when there is nobody to ask. */
  passphrase(question: string, isNew: boolean): Promise<string>;
}

/** The answer to the caller's shell: done; no, or it failed; not understood. `verify` has its own meanings. */
export type ExitStatus = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** The command line cannot be understood; the message says what to type. */
export class UsageError extends Error {}
