/** What can be asked of a review from outside of it. */
export type Wish = 'export' | 'print';

let wished: { readonly review: string; readonly wish: Wish } | null = null;

/** Asks something of a review that is opened next. */
export function wishFor(review: string, wish: Wish): void {
  wished = { review, wish };
}

/** What was asked of a review, once; null for nothing. What was asked of another one is forgotten. */
export function takeWish(review: string): Wish | null {
  const taken = wished?.review === review ? wished.wish : null;
  wished = null;
  return taken;
}
