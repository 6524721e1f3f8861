import { type Fault, isOutcomeUnknown } from '#renderer/host/fault.ts';
import { canonicalJson } from '#shared/base/canonical-json.ts';
import type { Answer, CallFailure } from '#shared/contract/contract.ts';
import type { ReviewDocument } from '#shared/review/review.ts';

export interface SavedAs {
  readonly revision: number;
  readonly savedAt: string;
}

/** What the screen may truly say about the document. */
export type SaveState =
  /** Everything is on disk. */
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /**
   * Not on disk; `retrying` while another try is under way, `retryIn` the seconds after which one begins by itself: null
   * where it would fail again just so.
   */
  | { readonly kind: 'failed'; readonly failure: Fault; readonly retrying: boolean; readonly retryIn: number | null }
  /** Somebody else changed the file; nothing of ours was written over it. */
  | { readonly kind: 'stale'; readonly savedAt: string };

type SaveAnswer = Answer<'review.save'> | CallFailure;

/** A document as it is on disk; null where it is not known what is in it. */
export type OnDisk = SavedAs & { readonly document: ReviewDocument | null };

export interface SaveQueueOptions {
  readonly start: OnDisk;
  /** One try to write. */
  readonly save: (document: ReviewDocument, baseRevision: number) => Promise<SaveAnswer>;
  /** What is on disk now; null when that cannot be said. */
  readonly load: () => Promise<(SavedAs & { readonly document: ReviewDocument }) | null>;
  readonly onChange: () => void;
  /** Least time between the starts of two saves, in ms. */
  readonly pause?: number;
}

/** Failures that trying again does not mend: what is to be saved has to change first. */
const LASTING: readonly (Fault['code'] | undefined)[] = [
  'invalid',
  'too-large',
  'newer-format',
  'damaged',
  'unsupported',
];
/** Seconds before the first try of its own after a failure, and the most; each pause is twice the one before. */
const FIRST_PAUSE = 2;
const LONGEST_PAUSE = 60;

/**
 * Saves one review: at most one save under way, the latest document wins, and "saved" is said only
 * when the host has answered for the newest one. Nothing is dropped on failure: the document waits
 * for the next edit, for `retry`, or for a try of the queue's own, with growing pauses.
 */
export class SaveQueue {
  readonly #options: SaveQueueOptions;
  readonly #pause: number;
  #state: SaveState = { kind: 'saved' };
  #saved: SavedAs;
  /** What the newest acknowledged save wrote. */
  #savedDocument: ReviewDocument | null;
  #waiting: ReviewDocument | null = null;
  #isRunning = false;
  #hurry: (() => void) | null = null;
  #isHurried = false;
  #lastStart = Number.NEGATIVE_INFINITY;
  /** Sent, but the answer got lost: it may be on disk or not. */
  #uncertain: ReviewDocument | null = null;
  readonly #idle: (() => void)[] = [];
  /** Tries of its own since the last success. */
  #tries = 0;
  #nextTry: ReturnType<typeof setTimeout> | null = null;

  constructor(options: SaveQueueOptions) {
    this.#options = options;
    this.#pause = options.pause ?? 300;
    this.#saved = savedAs(options.start);
    this.#savedDocument = options.start.document;
  }

  get state(): SaveState {
    return this.#state;
  }

  /** The newest revision that the host has acknowledged. */
  get saved(): SavedAs {
    return this.#saved;
  }

  /** What the newest revision that the host has acknowledged holds; null where that is not known. */
  get savedDocument(): ReviewDocument | null {
    return this.#savedDocument;
  }

  /** Goes on from what somebody else saved, into which what waits was merged. */
  goOnFrom(onDisk: SavedAs, merged: ReviewDocument): void {
    this.#saved = savedAs(onDisk);
    this.#savedDocument = null;
    this.#uncertain = null;
    this.#waiting = merged;
    this.#start();
  }

  put(document: ReviewDocument): void {
    this.#waiting = document;
    if (this.#state.kind !== 'stale') this.#start();
  }

  /** Tries again after a failure. */
  retry(): void {
    if (this.#waiting && this.#state.kind === 'failed') this.#start();
  }

  /** Tries no more by itself. */
  stop(): void {
    if (this.#nextTry !== null) clearTimeout(this.#nextTry);
    this.#nextTry = null;
  }

  /** Writes what waits without pausing; true once everything is on disk. */
  async flush(): Promise<boolean> {
    this.retry();
    if (this.#isRunning) {
      this.#isHurried = true;
      this.#hurry?.();
      await new Promise<void>((resolve) => this.#idle.push(resolve));
    }
    return this.#state.kind === 'saved';
  }

  #start(): void {
    this.stop();
    this.#set(this.#state.kind === 'failed' ? { ...this.#state, retrying: true } : { kind: 'saving' });
    if (!this.#isRunning) void this.#run();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    let isGoing = true;
    while (isGoing && this.#waiting) {
      await this.#rest();
      isGoing = await this.#saveOnce();
    }
    this.#isRunning = false;
    this.#isHurried = false;
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  /** One save of the newest document; false when the queue has to stop. */
  async #saveOnce(): Promise<boolean> {
    const document = this.#waiting;
    if (!document) return false;
    this.#waiting = null;
    this.#lastStart = performance.now();
    return this.#take(document, await this.#options.save(document, this.#saved.revision));
  }

  async #take(document: ReviewDocument, answer: SaveAnswer): Promise<boolean> {
    switch (answer.kind) {
      case 'saved':
        this.#acknowledge(answer, document);
        return true;
      case 'failed':
        // One that was refused is not on disk, so an earlier one stays the one to look for.
        if (isOutcomeUnknown(answer)) this.#uncertain = document;
        this.#waiting ??= document;
        this.#set({ kind: 'failed', failure: answer, retrying: false, retryIn: this.#planTry(answer) });
        return false;
      case 'stale': {
        this.#waiting ??= document;
        const own = await this.#ownEarlierSave();
        if (own) {
          this.#acknowledge(own, own.document);
          return true;
        }
        this.#set({ kind: 'stale', savedAt: answer.savedAt });
        return false;
      }
    }
  }

  /** Plans another try; says after how many seconds, null when there is none. */
  #planTry({ code }: Fault): number | null {
    if (LASTING.includes(code)) return null;
    const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.#tries);
    this.#tries++;
    this.#nextTry = setTimeout(() => this.retry(), pause * 1000);
    return pause;
  }

  #acknowledge(saved: SavedAs, document: ReviewDocument): void {
    this.#saved = savedAs(saved);
    this.#savedDocument = document;
    this.#uncertain = null;
    this.#tries = 0;
    this.#set(this.#waiting ? { kind: 'saving' } : { kind: 'saved' });
  }

  /** A save whose answer got lost makes the file look changed by others; this tells the two apart. */
  async #ownEarlierSave(): Promise<(SavedAs & { readonly document: ReviewDocument }) | null> {
    const sent = this.#uncertain;
    if (!sent) return null;
    const onDisk = await this.#options.load();
    return onDisk && canonicalJson(onDisk.document) === canonicalJson(sent) ? onDisk : null;
  }

  async #rest(): Promise<void> {
    const left = this.#lastStart + this.#pause - performance.now();
    if (left <= 0 || this.#isHurried) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, left);
      this.#hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#hurry = null;
  }

  #set(state: SaveState): void {
    this.#state = state;
    this.#options.onChange();
  }
}

function savedAs({ revision, savedAt }: SavedAs): SavedAs {
  return { revision, savedAt };
}
