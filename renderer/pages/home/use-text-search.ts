import { useEffect, useState } from 'react';
import { useHost } from '#renderer/host/host.tsx';
import type { Answer, Client } from '#shared/contract/contract.ts';
import { QUERY_LIMIT, termsOf } from '#shared/search/query.ts';

export type FoundTexts = Answer<'review.search'>;

/** Reviews shown at first, and at most. */
export const FIRST_SHOWN = 10;
export const MOST_SHOWN = 100;

/** Milliseconds before reviews that are still being read are asked for again. */
const PAUSE = 250;

/** What is written in the reviews, searched on the host; null while nothing is asked, or no answer has come yet. */
export function useTextSearch(query: string, most: number, list: unknown): FoundTexts | null {
  const { client } = useHost();
  const [found, setFound] = useState<{ readonly query: string; readonly texts: FoundTexts } | null>(null);
  // The list is another object when it was read again: what was found may have changed then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const following = new AbortController();
    if (termsOf(query).length > 0) {
      void followSearch(client, { text: query.slice(0, QUERY_LIMIT), most }, following.signal, (texts) =>
        setFound({ query, texts }),
      );
    }
    return () => following.abort();
  }, [client, query, most, list]);
  if (termsOf(query).length === 0) return null;
  // What was found for the letters before stays until the answer is there, rather than nothing for a moment.
  return found?.texts ?? null;
}

/** Whether words were found in texts, or may be yet. */
export function mayFind(found: FoundTexts | null): boolean {
  return found !== null && (found.total > 0 || found.reading > 0);
}

/** Searches, and again until all reviews were searched or nobody wants it any more. A failure leaves the list of names. */
async function followSearch(
  client: Pick<Client, 'review.search'>,
  input: { readonly text: string; readonly most: number },
  signal: AbortSignal,
  show: (found: FoundTexts) => void,
): Promise<void> {
  while (!signal.aborted) {
    const found = await client['review.search'](input);
    if (signal.aborted || found.kind === 'failed') return;
    show(found);
    if (found.reading === 0) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
