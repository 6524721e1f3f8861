import type { WorkOptions } from '#main/files/work-options.ts';
import { uncounted, type WorkStep } from '#shared/contract/work-step.ts';

/** A long call under way, as the one who does it sees it. */
export interface Job extends WorkOptions {
  readonly signal: AbortSignal;
  readonly onStep: (step: WorkStep) => void;
}

export interface CancellableJob extends Job {
  /** From here on it cannot be cancelled any more. @throws the signal's reason when it was cancelled before */
  commit(): void;
}

interface Entry {
  step: WorkStep;
  readonly abort: AbortController;
  canCancel: boolean;
}

/** What a call answers that was cancelled before it changed anything. */
export interface Cancelled {
  readonly kind: 'cancelled';
}

/** The long calls under way, by the ids that the screen gave them, so that it can ask how far they are or end them. */
export class Jobs {
  readonly #entries = new Map<string, Entry>();

  /** Does a piece of work that can be watched. */
  async watched<Result>(id: string | undefined, work: (job: Job) => Promise<Result>): Promise<Result> {
    return this.#run(id, false, work);
  }

  /** Does a piece of work that can be watched, and cancelled until it commits itself. */
  async cancellable<Result>(
    id: string | undefined,
    work: (job: CancellableJob) => Promise<Result>,
  ): Promise<Result | Cancelled> {
    return this.#run(id, true, async (job, entry) => {
      const commit = () => {
        job.signal.throwIfAborted();
        entry.canCancel = false;
      };
      try {
        return await work({ ...job, commit });
      } catch (error) {
        if (job.signal.aborted) return { kind: 'cancelled' };
        throw error;
      }
    });
  }

  async #run<Result>(
    id: string | undefined,
    canCancel: boolean,
    work: (job: Job, entry: Entry) => Promise<Result>,
  ): Promise<Result> {
    const abort = new AbortController();
    const entry: Entry = { step: uncounted('prepare'), abort, canCancel };
    const onStep = (step: WorkStep) => {
      entry.step = step;
    };
    if (id !== undefined) this.#entries.set(id, entry);
    try {
      return await work({ signal: abort.signal, onStep }, entry);
    } finally {
      if (id !== undefined) this.#entries.delete(id);
    }
  }

  /** How far a call is; null when it is not under way. */
  stateOf(id: string): { readonly step: WorkStep; readonly canCancel: boolean } | null {
    const entry = this.#entries.get(id);
    return entry ? { step: entry.step, canCancel: entry.canCancel } : null;
  }

  /** Ends a call; false when it has come too far, or is not under way. */
  cancel(id: string): boolean {
    const entry = this.#entries.get(id);
    if (!entry?.canCancel) return false;
    entry.abort.abort();
    return true;
  }
}
