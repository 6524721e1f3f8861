import type { GivenUpKey } from '#main/certificates/given-up.ts';
import type { PdfFile } from '#main/pdf/pdf-file.ts';
import type { ForeignReview } from '#main/store/foreign-review.ts';

/** How the pages of a file stand to those that its review gives. */
export type PageComparison = 'same' | 'same-words' | 'different' | 'other-version' | 'unknown-version';

/** A record with the review inside and the keys that the pages name. */
export interface SealedPages {
  /** As it was before its seals. */
  readonly pages: PdfFile;
  /** As its last seal left it. */
  readonly sealed: PdfFile;
  readonly review: ForeignReview & { readonly contentSha256: string };
  readonly fingerprints: readonly string[];
  /** Whether another program wrote it anew, which leaves traces of its own. */
  readonly isSavedAnew: boolean;
}

export interface VerifyOptions {
  /** Fingerprints (SHA-256, lower-case hexadecimal) of keys and certificates known here. */
  readonly known?: ReadonlySet<string>;
  /** Whether only known keys count. */
  readonly knownOnly?: boolean;
  /** Keys whose holders gave them up. */
  readonly givenUp?: readonly Omit<GivenUpKey, 'successor'>[];
  /** Makes the pages of a review again and compares; left out, they are not compared. */
  readonly comparePages?: (sealed: SealedPages) => Promise<PageComparison>;
}
