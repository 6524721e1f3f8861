import { groupBy } from '#shared/base/group-by.ts';
import { titleWithDashes, titleWords } from '#shared/contract/file-name.ts';

type Case = 'lower' | 'upper' | 'title' | 'typed';

/**
 * A title as part of a file name, in the style of other titles: what joins their words, and how they are capitalised.
 * @param separator stands before the title, and joins its words where the others have only one word each
 */
export function titleInStyle(title: string, others: readonly string[], separator: string): string {
  const joint = jointOf(others, separator);
  const style = most(others.filter((other) => /\p{L}/u.test(other)).map((other) => caseOf(other, joint))) ?? 'lower';
  if (joint === '-' && style === 'lower') return titleWithDashes(title);
  const words = titleWords(title).map((word, index) => inCase(word, style, index));
  return words.length === 0 ? titleWithDashes(title) : words.join(joint);
}

/** The most usual sign between two letters; without any, that before the title. */
function jointOf(others: readonly string[], separator: string): string {
  const signs = others.flatMap((other) => other.match(/(?<=[\p{L}\p{N}])[-_ .](?=[\p{L}\p{N}])/gu) ?? []);
  const usual = most(signs);
  if (usual !== null) return usual;
  if (separator.includes('_')) return '_';
  return separator.includes(' ') ? ' ' : '-';
}

function caseOf(other: string, joint: string): Case {
  const words = other.split(joint).filter((word) => /\p{L}/u.test(word));
  if (other === other.toLowerCase()) return 'lower';
  if (other === other.toUpperCase() && other.length > 2) return 'upper';
  const isCapital = (word: string) => /^\P{L}*\p{Lu}/u.test(word);
  return words.length > 1 && words.every((word) => isCapital(word)) ? 'title' : 'typed';
}

function inCase(word: string, style: Case, index: number): string {
  switch (style) {
    case 'lower':
      return word.toLowerCase();
    case 'upper':
      return word.toUpperCase();
    case 'title':
      return capitalised(word);
    case 'typed':
      return index === 0 ? capitalised(word) : word;
  }
}

function capitalised(word: string): string {
  const [first = '', ...rest] = word;
  return `${first.toUpperCase()}${rest.join('')}`;
}

/** The entry that stands there most often; of several the first. */
function most<Entry>(entries: readonly Entry[]): Entry | null {
  const groups = [...groupBy(entries, (entry) => entry).entries()];
  return groups.toSorted((left, right) => right[1].length - left[1].length)[0]?.[0] ?? null;
}
