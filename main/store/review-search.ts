import { setTimeout as sleep } from 'node:timers/promises';
import { excerpt, fittingPassages, matchRank } from '#shared/search/find.ts';
import { termsOf } from '#shared/search/query.ts';
import type { FoundReview, SearchResult } from '#shared/search/result.ts';
import type { IndexEntry } from './index-file.ts';
import type { ReviewIndex } from './review-index.ts';
import type { TextIndex } from './text-index.ts';

/** Milliseconds that texts are waited for before what is found so far is shown. */
const PATIENCE = 100;
/** Passages shown of one review. */
const PASSAGES = 3;

export interface SearchOptions {
  /** Reviews that are shown; all that fit are counted. */
  readonly most: number;
  /** Whether to wait until every review was searched. */
  readonly isWhole: boolean;
}

/** Finds words in all that was written in the reviews of the list. */
export class ReviewSearch {
  readonly #index: ReviewIndex;
  readonly #texts: TextIndex;

  constructor(index: ReviewIndex, texts: TextIndex) {
    this.#index = index;
    this.#texts = texts;
  }

  async find(query: string, { most, isWhole }: SearchOptions): Promise<SearchResult> {
    const { entries, reading } = await this.#index.known(isWhole);
    const all = this.#texts.follow(entries);
    await (isWhole ? all : within(PATIENCE, all));
    const terms = termsOf(query);
    const fitting = entries.flatMap((entry) => {
      const text = this.#texts.textOf(entry);
      const rank = text === null ? 0 : matchRank(text, terms);
      return text && rank > 0 ? [{ entry, text, rank }] : [];
    });
    fitting.sort((left, right) => standing(left.entry) - standing(right.entry) || right.rank - left.rank);
    return {
      total: fitting.length,
      reading: reading + entries.filter((entry) => !this.#texts.isSettled(entry)).length,
      reviews: fitting.slice(0, most).map(({ entry: { summary }, text }): FoundReview => {
        const { id, title, component, number, afterwards, isArchived } = summary;
        const passages = fittingPassages(text, terms);
        return {
          ...{ id, title, component, number, afterwards, isArchived },
          passages: passages.slice(0, PASSAGES).map(({ part, place, where, text: whole }) => ({
            ...{ part, place, where },
            excerpt: [...excerpt(whole, terms)],
          })),
          more: Math.max(0, passages.length - PASSAGES),
        };
      }),
    };
  }
}

/** What does not hold any more or was put away comes behind the rest. */
function standing({ summary: { afterwards, isArchived } }: IndexEntry): number {
  return Number(isArchived) * 2 + Number(afterwards !== null);
}

async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  const patience = new AbortController();
  await Promise.race([work, sleep(milliseconds, undefined, { signal: patience.signal }).catch(() => undefined)]);
  patience.abort();
}
