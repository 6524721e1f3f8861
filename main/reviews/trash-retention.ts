import type { Log } from '#main/files/log.ts';
import type { ReviewStore } from '#main/store/review-store.ts';
import type { Settings } from '#main/store/settings.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

interface Places {
  readonly store: ReviewStore;
  readonly settings: Settings;
  readonly log: Log;
  readonly now: () => Date;
}

/**
 * Deletes for good what has lain in the trash for longer than a person wants it kept; nothing as long as nobody chose. What was
 * deleted is remembered and told. A file that cannot be read stays.
 */
export class TrashRetention {
  readonly #places: Places;
  #timer: ReturnType<typeof setInterval> | null = null;
  #running: Promise<void> = Promise.resolve();

  constructor(places: Places) {
    this.#places = places;
  }

  /** Looks from now on, every hour, whether something is to go. */
  start(): void {
    this.#timer = setInterval(() => void this.look(), HOUR);
    this.#timer.unref();
    void this.look();
  }

  async close(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.#running;
  }

  /** Looks once; one after the other. Never rejects. */
  look(): Promise<void> {
    this.#running = this.#running
      .then(() => this.#look())
      .catch((error: unknown) => this.#places.log.error('The trash could not be looked through', error));
    return this.#running;
  }

  async #look(): Promise<void> {
    const { store, settings, log, now } = this.#places;
    const { trashDays, trashLookedAt } = settings.data;
    if (trashDays === null) return;
    const at = now();
    const keep = trashDays * DAY;
    await settings.update((data) => Object.assign(data, { trashLookedAt: at.toISOString() }));
    if (!isClockTrusted(trashLookedAt, at, keep)) return;
    const { reviews } = await store.trashed();
    const due = reviews.filter(({ trashedAt }) => at.getTime() - Date.parse(trashedAt) > keep);
    if (due.length === 0) return;
    const titles: string[] = [];
    for (const { file, summary } of due) {
      await store.deleteForGood(file);
      titles.push(summary.title);
      log.info(`Deleted for good after ${trashDays} days in the trash: ${file}`);
    }
    await settings.update((data) => Object.assign(data, { trashDeleted: { at: at.toISOString(), titles } }));
  }
}

/**
 * Whether a clock is to be believed so far that something is deleted by it: not at the first look, and not where more time seems to
 * have gone by since the last one than things are kept, or less than none. The next look will tell.
 */
function isClockTrusted(lastLook: string | null, now: Date, keep: number): boolean {
  if (lastLook === null) return false;
  const since = now.getTime() - Date.parse(lastLook);
  return since >= 0 && since <= keep;
}
