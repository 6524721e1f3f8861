/** Does pieces of work a few at a time, the one asked for last first; what is asked for twice is done once. */
export class ReadingQueue<Result> {
  readonly #results = new Map<string, Promise<Result>>();
  readonly #waiting: (() => Promise<void>)[] = [];
  readonly #width: (waiting: number) => number;
  #running = 0;

  /** @param width how many pieces are done side by side while so many wait */
  constructor(width: (waiting: number) => number) {
    this.#width = width;
  }

  /** Pieces of work that have not begun. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** `key` names the piece of work while it waits and is under way. */
  read(key: string, work: () => Promise<Result>): Promise<Result> {
    const known = this.#results.get(key);
    if (known) return known;
    const result = new Promise<Result>((resolve, reject) => {
      this.#waiting.push(() => work().then(resolve, reject));
    }).finally(() => this.#results.delete(key));
    this.#results.set(key, result);
    this.#startMore();
    return result;
  }

  #startMore(): void {
    while (this.#running < this.#width(this.#waiting.length)) {
      const start = this.#waiting.pop();
      if (!start) return;
      this.#running++;
      void start().then(() => {
        this.#running--;
        this.#startMore();
      });
    }
  }
}
