import { keysNamedOn, namesKey } from './named-keys.ts';
import { lastTexts, readableTexts } from './page-text.ts';
import type { PageComparison, SealedPages, VerifyOptions } from './verify-options.ts';

/** What the pages of a record say, as far as it is checked, and how they stand to those that its review gives. */
export interface ReadPages {
  /** Fingerprints of the keys that they name. */
  readonly fingerprints: readonly string[];
  /** Whether each of them shows the hash of the review inside; null when they cannot be read. */
  readonly hasHash: boolean | null;
  /** Undefined when they were not compared. */
  readonly comparison: PageComparison | undefined;
}

type Parts = Omit<SealedPages, 'fingerprints'>;

/**
 * Reads the pages of a record and compares them. Reading takes long and comparing does it for us: pages that are the ones which
 * this program makes show the hash and name no other keys than those they were made with. So only the pages that
 * name the keys are read at first, and all of them when they turn out to be others.
 */
export async function readPages(parts: Parts, { comparePages }: VerifyOptions): Promise<ReadPages> {
  const { sealed, review } = parts;
  const named = comparePages ? keysNamedOn(lastTexts(sealed, namesKey), review) : [];
  const first = await comparePages?.({ ...parts, fingerprints: named });
  if (first === 'same') return { fingerprints: named, hasHash: true, comparison: first };
  const texts = readableTexts(sealed).map(({ shown }) => shown);
  const fingerprints = keysNamedOn(texts, review);
  const hash = `SHA-256${review.contentSha256}`;
  return {
    fingerprints,
    hasHash: texts.length === 0 ? null : texts.every((text) => text.includes(hash)),
    comparison: areSame(named, fingerprints) ? first : await comparePages?.({ ...parts, fingerprints }),
  };
}

function areSame(left: readonly string[], right: readonly string[]): boolean {
  return left.join() === right.join();
}
