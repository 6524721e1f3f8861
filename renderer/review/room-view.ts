import { keepEqual } from '#shared/base/keep-equal.ts';
import type { ReviewWindows } from './review-windows.ts';
import type { SilentTimer } from './silent-timer.ts';

/** What the room sees in a second window. */
export interface RoomView {
  /** Anchor of the thing that is worked on, or of a place in it; null before anybody was anywhere. */
  readonly place: string | null;
  readonly isBlank: boolean;
  /** Whether there is a break, which the room sees on the agenda. */
  readonly isBreak: boolean;
  /** How far the vote on it has come; null while nothing is put to the vote. Says nothing of what anybody votes. */
  readonly vote: { readonly view: 'open' | 'revealed'; readonly note: string } | null;
  /** The silent minutes of a premortem; null while nobody has set them. */
  readonly timer: SilentTimer | null;
  /** How often the list of what follows from the thing was turned to its next page. */
  readonly turns: number;
  /** How far revealed votes are scrolled, in heights of the window, so that the room sees what is talked about. */
  readonly scrolled: number;
}

/**
 * What the room is to see, shared by all windows of a review: the one that somebody works in says so, and a second window
 * for the room shows it.
 */
export class SharedRoom {
  readonly #review: string;
  readonly #windows: ReviewWindows | null;
  readonly #listeners = new Set<() => void>();
  #view: RoomView = { place: null, isBlank: false, isBreak: false, vote: null, timer: null, turns: 0, scrolled: 0 };
  /** Whether this window said what the room sees, so that it is the one to say it again. */
  #isOwn = false;
  #hasProjector = false;

  constructor(review: string, windows: ReviewWindows | null) {
    this.#review = review;
    this.#windows = windows;
    windows?.onMessage((message) => {
      if (message.kind === 'room') this.#take(message.view);
      if (message.kind === 'which-room' && this.#isOwn) windows.send({ kind: 'room', view: this.#view });
      if (message.kind === 'projector') this.#noteProjector();
    });
    // One that was there before may show a break, or silent minutes.
    windows?.send({ kind: 'which-room' });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly view = (): RoomView => this.#view;

  /** Whether a second window shows the review to the room. */
  readonly hasProjector = (): boolean => this.#hasProjector;

  /** Says what the room is to see from now on. */
  show(change: Partial<RoomView>): void {
    const isElsewhere = change.place !== undefined && change.place !== this.#view.place;
    const view = { ...(isElsewhere && { turns: 0 }), ...change };
    const kept = keepEqual(this.#view, { ...this.#view, ...view });
    if (kept === this.#view) return;
    this.#isOwn = true;
    this.#view = kept;
    // No more than that: of the rest, such as a break, another window may know better.
    this.#windows?.send({ kind: 'room', view });
    this.#tell();
  }

  /** Makes this window the one for the room; the function returned ends that. */
  project(): () => void {
    const done = new AbortController();
    // The lock says that there is one, and goes with the window whichever way that goes.
    void navigator.locks
      ?.request(this.#lockName(), { mode: 'shared', signal: done.signal }, () => {
        this.#windows?.send({ kind: 'projector' });
        this.#windows?.send({ kind: 'which-room' });
        return new Promise<void>((resolve) => done.signal.addEventListener('abort', () => resolve()));
      })
      .catch(() => undefined);
    return () => done.abort();
  }

  /** Looks for a second window that was there before this one. */
  async findProjector(): Promise<void> {
    const { held = [] } = (await globalThis.navigator?.locks?.query()) ?? {};
    if (held.some(({ name }) => name === this.#lockName())) this.#noteProjector();
  }

  #noteProjector(): void {
    if (this.#hasProjector) return;
    this.#hasProjector = true;
    this.#tell();
    // Granted once no second window is there any more.
    void globalThis.navigator?.locks?.request(this.#lockName(), () => {
      this.#hasProjector = false;
      this.#tell();
    });
  }

  #take(view: Partial<RoomView>): void {
    this.#isOwn = false;
    this.#view = { ...this.#view, ...view };
    this.#tell();
  }

  #lockName(): string {
    return `groundwork-projector-${this.#review}`;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
