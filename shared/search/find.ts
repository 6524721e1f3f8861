import { fold, foldWithPlaces } from './fold.ts';
import type { Passage } from './passages.ts';

/** All that somebody wrote in a review, ready to be searched. */
export interface SearchText {
  readonly passages: readonly Passage[];
  /** The folded text of each passage, a line each. */
  readonly folded: string;
}

/** A piece of an excerpt; `isHit`: what was searched for. */
export interface ExcerptPart {
  readonly text: string;
  readonly isHit: boolean;
}

export function searchText(passages: readonly Passage[]): SearchText {
  return { passages, folded: passages.map(({ text }) => fold(text).trim()).join('\n') };
}

/** How well a review fits: 2 where one passage has all terms, 1 where they stand in several, 0 where one is missing. */
export function matchRank({ folded }: SearchText, terms: readonly string[]): 0 | 1 | 2 {
  if (terms.length === 0 || !terms.every((term) => folded.includes(term))) return 0;
  if (terms.length === 1) return 2;
  // The longest is the rarest, mostly.
  const [rarest = '', ...others] = terms.toSorted((left, right) => right.length - left.length);
  for (let at = folded.indexOf(rarest); at >= 0; ) {
    const end = lineEnd(folded, at);
    const line = folded.slice(folded.lastIndexOf('\n', at) + 1, end);
    if (others.every((term) => line.includes(term))) return 2;
    at = folded.indexOf(rarest, end);
  }
  return 1;
}

/** The passages that hold any of the terms, those with most of them first. */
export function fittingPassages({ passages, folded }: SearchText, terms: readonly string[]): readonly Passage[] {
  const lines = folded.split('\n');
  return passages
    .map((passage, index) => ({ passage, held: terms.filter((term) => lines[index]?.includes(term)).length }))
    .filter(({ held }) => held > 0)
    .toSorted((left, right) => right.held - left.held)
    .map(({ passage }) => passage);
}

/** UTF-16 units of an excerpt before the first hit, and in all. */
const BEFORE = 60;
const LENGTH = 200;

/** A stretch of a text around the first term in it, with every term in it marked. */
export function excerpt(text: string, terms: readonly string[]): readonly ExcerptPart[] {
  const { folded, places } = foldWithPlaces(text);
  const hits = terms.flatMap((term) => placesOf(folded, term)).map((hit) => inText(hit, places));
  hits.sort((left, right) => left.from - right.from || right.to - left.to);
  const first = hits[0]?.from ?? 0;
  const start = first <= BEFORE ? 0 : wordBefore(text, first - BEFORE, first);
  const end = text.length - start <= LENGTH ? text.length : wordBefore(text, start + LENGTH, text.length);
  const parts: ExcerptPart[] = [{ text: start > 0 ? '… ' : '', isHit: false }];
  let at = start;
  for (const { from, to } of hits) {
    if (to <= at || from >= end) continue;
    const begin = Math.max(at, from);
    parts.push({ text: text.slice(at, begin), isHit: false }, { text: text.slice(begin, to), isHit: true });
    at = to;
  }
  parts.push({ text: text.slice(at, Math.max(at, end)) + (Math.max(at, end) < text.length ? ' …' : ''), isHit: false });
  return parts.filter((part) => part.text !== '');
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The same stretch in the text that was folded; a character that became several is in it as a whole. */
function inText({ from, to }: Stretch, places: readonly number[]): Stretch {
  let end = to;
  while (end < places.length - 1 && places[end] === places[to - 1]) end++;
  return { from: places[from] ?? 0, to: places[end] ?? 0 };
}

/** Where a term stands in a folded text. */
function placesOf(folded: string, term: string): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) {
    found.push({ from: at, to: at + term.length });
  }
  return found;
}

/** The beginning of a word near a place, at most 30 units on; never the middle of a character. */
function wordBefore(text: string, at: number, limit: number): number {
  const space = text.slice(at, Math.min(at + 30, limit)).search(/\s/u);
  const found = space < 0 ? at : at + space + 1;
  return /[\udc00-\udfff\p{M}]/u.test(text[found] ?? '') ? found + 1 : found;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
