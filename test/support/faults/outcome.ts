/** What a run found. */
export interface Outcome {
  /** Which run it was, as `docs/reliability.md` names it. */
  readonly kind: string;
  /** How often it was tried. */
  readonly tried: number;
  /** What went wrong, one sentence each; none when all held. */
  readonly wrong: readonly string[];
  /** What else was counted, in the order in which it is told. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Counts while a run goes on. */
export class Tally {
  readonly #kind: string;
  readonly #wrong: string[] = [];
  readonly #counts: Record<string, number> = {};
  #tried = 0;

  constructor(kind: string, counts: readonly string[] = []) {
    this.#kind = kind;
    for (const name of counts) this.#counts[name] = 0;
  }

  tried(): void {
    this.#tried++;
  }

  count(name: string, more = 1): void {
    this.#counts[name] = (this.#counts[name] ?? 0) + more;
  }

  wrong(sentence: string): void {
    this.#wrong.push(sentence);
  }

  get outcome(): Outcome {
    return { kind: this.#kind, tried: this.#tried, wrong: this.#wrong, counts: this.#counts };
  }
}

/** How a run is asked for. */
export interface RunOptions {
  /** How often it tries. */
  readonly count: number;
  /** The same numbers for the same seed. */
  readonly seed: number;
  /** An empty folder to work in. */
  readonly folder: string;
  /** Runs it on something that does without what the program does, to see that the run notices. */
  readonly isControl?: boolean;
  /** Ends it before its time; what was tried until then counts. */
  readonly stop?: AbortSignal;
  /** Told now and then how far it is. */
  readonly say?: (words: string) => void;
}

/** Tries one after the other, as often as is asked for, until it is stopped. @param every after how many it is told how far it is */
export async function tryEach(
  { count, stop, say }: Pick<RunOptions, 'count' | 'stop' | 'say'>,
  every: number,
  tryOne: (number: number) => Promise<void>,
): Promise<void> {
  for (let number = 0; number < count && !stop?.aborted; number++) {
    if (number % every === 0) say?.(`${number} of ${count}`);
    await tryOne(number);
  }
}
