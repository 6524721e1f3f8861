import { fold } from './fold.ts';

/** Longest text that is searched for, in UTF-16 units. */
export const QUERY_LIMIT = 200;

/** What a text has to hold, folded: words, and the words between quotes in that order. None for too little to search for. */
export function termsOf(query: string): readonly string[] {
  const terms = [...fold(query).matchAll(/"([^"]*)"?|[^\s"]+/gu)].map(([whole, quoted]) => (quoted ?? whole).trim());
  const once = [...new Set(terms)].filter((term) => term !== '');
  // A single letter of an alphabet stands in every text.
  return once.every((term) => /^[\p{Script=Latin}\d\p{P}]$/u.test(term)) ? [] : once;
}
