import type { Log } from '#main/files/log.ts';
import type { Settings } from '#main/store/settings.ts';
import type { Platform } from './platform.ts';

/** How many are remembered. */
const MOST = 10;

/** Milliseconds after which it is written which review was opened: nothing waits for it, and others may follow. */
const PAUSE = 2_000;

export type RecentReview = Settings['data']['recent'][number];

interface Places {
  readonly settings: Settings;
  readonly log: Log;
  readonly platform: Pick<Platform, 'showRecent'>;
}

/** The reviews that were opened last, the latest first. The host shows them where the system has a place for it. */
export class RecentReviews {
  readonly #places: Places;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(places: Places) {
    this.#places = places;
  }

  get all(): readonly RecentReview[] {
    return this.#places.settings.data.recent;
  }

  /** Has the host show them as they are remembered. */
  show(): void {
    this.#places.platform.showRecent(this.all);
  }

  /** Takes note that a review was opened. */
  note(id: string, title: string): void {
    const [latest] = this.all;
    if (latest?.id === id && latest.title === title) return;
    this.#keep([{ id, title }, ...this.all.filter((recent) => recent.id !== id)].slice(0, MOST));
  }

  /** Takes note that a review is not there any more. */
  forget(id: string): void {
    if (this.all.some((recent) => recent.id === id)) this.#keep(this.all.filter((recent) => recent.id !== id));
  }

  /** Writes what waits to be written. */
  async close(): Promise<void> {
    if (this.#timer === null) return;
    clearTimeout(this.#timer);
    await this.#write();
  }

  #keep(recent: readonly RecentReview[]): void {
    this.#places.settings.data.recent = [...recent];
    this.#timer ??= setTimeout(() => void this.#write(), PAUSE).unref();
    this.show();
  }

  async #write(): Promise<void> {
    const { settings, log } = this.#places;
    this.#timer = null;
    await settings.write().catch((error: unknown) => log.error('The settings could not be saved', error));
  }
}
