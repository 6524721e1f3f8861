import { isDeepStrictEqual } from 'node:util';
import { dictionaryOf, type PdfValue, textOf } from '#main/pdf/pdf-values.ts';
import type { Allowance } from './allowance.ts';

const BEGINNING = new Set(['BDC', 'BMC']);

/** A stretch of marked content that has begun: what is copied in place of it, if anything, and what was shown before. */
interface Stretch {
  readonly replacement: string | null;
  readonly from: number;
}

/**
 * What a page shows, and what its marked content has for programs that copy text (`ActualText`, ISO 32000-2, 14.9.4).
 * Every version of Groundwork put such a text around the glyphs of one line, for lines that programs copy wrongly: their
 * letters and figures, in the order that a program needs, and signs that nobody sees.
 */
export class MarkedContent {
  readonly shown: string[] = [];
  readonly copied: string[] = [];
  /** Whether each text to copy that has ended has the letters and figures which are shown there, neither more nor less. */
  isCopiedAsShown = true;
  readonly #open: Stretch[] = [];
  readonly #allowance: Allowance;

  constructor(allowance: Allowance) {
    this.#allowance = allowance;
  }

  show(text: string): void {
    this.#allowance.take(text.length);
    this.shown.push(text);
  }

  /** Begins or ends a stretch where an operator does. @param properties its second operand */
  follow(operator: string, properties: PdfValue | undefined): void {
    if (BEGINNING.has(operator)) this.#begin(properties);
    else if (operator === 'EMC') this.#end();
  }

  /** Ends what the page leaves open: viewers take it to reach to the end. */
  endAll(): void {
    while (this.#open.length > 0) this.#end();
  }

  #begin(properties: PdfValue | undefined): void {
    const replacement = textOf(dictionaryOf(properties)?.entries.get('ActualText'));
    this.#allowance.take(replacement?.length ?? 0);
    this.copied.push(replacement ?? '');
    this.#open.push({ replacement, from: this.shown.length });
  }

  /** Ends what began last; nothing when all has ended. */
  #end(): void {
    const { replacement = null, from = 0 } = this.#open.pop() ?? {};
    if (replacement === null) return;
    const shown = this.shown.slice(from);
    const text = shown.join('');
    // Of thousands that stand within each other, each reads the same again.
    this.#allowance.take(shown.length + text.length);
    this.isCopiedAsShown &&= hasSameLetters(replacement, text);
  }
}

function hasSameLetters(left: string, right: string): boolean {
  return isDeepStrictEqual(sortedLetters(left), sortedLetters(right));
}

/** Sorted as numbers, since a crafted file may have millions. */
function sortedLetters(text: string): Uint32Array {
  return Uint32Array.from(text.replace(/[^\p{L}\p{N}]+/gu, ''), (letter) => letter.codePointAt(0) ?? 0).sort();
}
