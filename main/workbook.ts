import type { Api } from '#shared/contract.ts';
import type { Log } from './log.ts';
import type { Platform } from './platform.ts';

export interface WorkbookOptions {
  /** Where reviews lie; made when missing. */
  readonly dataFolder: string;
  /** The program's own folder, which holds `templates/` and the fonts. */
  readonly appFolder: string;
  readonly version: string;
  readonly platform: Platform;
  readonly log: Log;
}

/** An open data folder: the calls that work on it, and the way to leave it without loss. */
export interface Workbook {
  readonly api: Api;
  /** Waits for every save under way, then frees the lock. */
  close(): Promise<void>;
}

export type OpenResult =
  | { readonly kind: 'opened'; readonly workbook: Workbook }
  /** Another program holds the data folder; `message` says who and what to do. */
  | { readonly kind: 'locked'; readonly message: string }
  /** The data folder cannot be used; `message` says why and what to do. */
  | { readonly kind: 'unusable'; readonly message: string };

/** Opens a data folder for one host. */
export async function openWorkbook(_options: WorkbookOptions): Promise<OpenResult> {
  throw new Error('written by the store');
}
