import type { FileSystem } from '#main/files/file-system.ts';
import type { Log } from '#main/files/log.ts';
import type { Arrivals } from '#main/reviews/arrivals.ts';
import type { Platform } from '#main/reviews/platform.ts';
import type { KeyProtection } from '#main/seal/key-protection.ts';
import type { Policy } from '#main/store/policy.ts';
import type { ThreadedWork } from '#main/workers/off-thread.ts';

export interface WorkbookOptions {
  /** Where reviews lie; made when missing. */
  readonly dataFolder: string;
  /** The program's own folder, which holds `templates/` and the fonts. */
  readonly appFolder: string;
  readonly platform: Platform;
  readonly log: Log;
  /** How the host protects the keys that seal records, asked at their first use; not at all when left out. */
  readonly keyProtection?: () => Promise<KeyProtection>;
  /** What the host was asked to show. */
  readonly arrivals?: Arrivals;
  /** What is set for this computer; nothing when left out. */
  readonly policy?: Policy;
  /** Why nothing can be changed in the data folder; where it can, null or left out. */
  readonly readOnly?: string | null;
  /** File system to work on; another one only in tests. */
  readonly files?: FileSystem;
  /** What does the heavy work; threads of the program unless a test says otherwise. */
  readonly work?: ThreadedWork;
}
