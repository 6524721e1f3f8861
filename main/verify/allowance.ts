import { PdfDamage } from '#main/pdf/pdf-values.ts';

/** Ends what a crafted file would have no end of: a few bytes can stand for any number of characters. */
export class Allowance {
  #left: number;
  constructor(limit: number) {
    this.#left = limit;
  }
  take(count: number): void {
    this.#left -= count;
    if (this.#left < 0) throw new PdfDamage('The pages hold more text than is reasonable.');
  }
}
