import { randomUUID } from 'node:crypto';
import type { Handover } from '#main/store/handover.ts';

/** What the person’s system, or a second start, asks a window to show: a file, or a review of the data folder. */
export type Arrival =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'review'; readonly id: string };

/** What a later start handed over, as it is to be shown. */
export function arrivalsOf({ files, reviews }: Handover): readonly Arrival[] {
  return [
    ...reviews.map((id) => ({ kind: 'review', id }) as const),
    ...files.map((path) => ({ kind: 'file', path }) as const),
  ];
}

/** How many wait at most: more at once is a mistake of the hand. */
const MOST = 50;

/** What is to be shown, in the order in which it came, until a window takes it. */
export class Arrivals {
  readonly #waiting: Arrival[] = [];
  /** Backups that were shown, by the name under which a window asks for them. */
  readonly #backups = new Map<string, string>();

  add(arrivals: readonly Arrival[]): void {
    this.#waiting.push(...arrivals.slice(0, Math.max(0, MOST - this.#waiting.length)));
  }

  /** The next one, which then belongs to the window that asks; null where nothing waits. */
  take(): Arrival | null {
    return this.#waiting.shift() ?? null;
  }

  /** Keeps where a backup lies; the name says nothing of it. */
  keepBackup(path: string): string {
    const name = `${randomUUID()}.zip`;
    this.#backups.set(name, path);
    return name;
  }

  /** Where the backup of a name lies; null for one that did not arrive. */
  backupAt(name: string): string | null {
    return this.#backups.get(name) ?? null;
  }
}
