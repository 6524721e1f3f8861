import { FailureError } from './failure.ts';

/** Runs pieces of work one after the other within a lane; lanes do not wait for each other. */
export class Lanes {
  readonly #tails = new Map<string, Promise<unknown>>();
  #closed = false;

  run<T>(lane: string, work: () => Promise<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new FailureError('io', 'Groundwork is closing. Nothing was changed.'));
    // Whoever went before gets its own answer; its failure does not stop the next one.
    const before = this.#tails.get(lane) ?? Promise.resolve();
    const result = before.then(work);
    const tail = result
      .catch(() => undefined)
      .then(() => {
        if (this.#tails.get(lane) === tail) this.#tails.delete(lane);
      });
    this.#tails.set(lane, tail);
    return result;
  }

  /** Takes no more work and waits for what is under way. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#tails.values());
  }
}
