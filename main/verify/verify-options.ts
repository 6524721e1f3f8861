import type { GivenUpKey } from '#main/certificates/given-up.ts';
import type { PageComparison, SealedPages } from './content-findings.ts';

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
