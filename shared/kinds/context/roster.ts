import { isBlank, LINE_LIMIT, LIST_LIMIT } from '#shared/base/limits.ts';
import type { ReviewPart } from './answers.ts';
import { nameKey, REVIEW_PARTS } from './people.ts';

/** One person of a pasted list. */
export interface RosterLine {
  readonly name: string;
  readonly role: string;
  readonly team: string;
  readonly part: ReviewPart | null;
}

/** Bullets and numbers in front of a name, as lists have them. */
const BULLET = /^\s*(?:[-–—*•·]\s+|\(?\d{1,3}[.)]\s+)/u;
/** A word with what stands around it. Each letter is looked at once: spaces count from the first of them on. */
const WORD = /(?<!\s)\s*[<([]?([^\s<>()[\],;]+)[>)\]]?/gu;
const HEADER_WORDS = new Set(['name', 'names', 'person', 'participant', 'role', 'team', 'part']);

/**
 * Reads a list of people, one a line: the name, then role and team, parted by tabs, semicolons or commas, or in
 * brackets behind the name. A part of the review, such as “decider”, may stand in place of a role. E-mail
 * addresses, bullets, a line of column titles and names that stand there twice are left out.
 */
export function parseRoster(text: string): readonly RosterLine[] {
  const people = new Map<string, RosterLine>();
  for (const line of text.split(/\r\n|[\r\n\u2028]/u)) {
    const person = parseLine(line);
    if (person && !people.has(nameKey(person.name))) people.set(nameKey(person.name), person);
    if (people.size === LIST_LIMIT) break;
  }
  return [...people.values()];
}

function parseLine(line: string): RosterLine | null {
  const cells = cellsOf(
    line.replace(WORD, (whole, word: string) => (isAddress(word) ? '' : whole)).replace(BULLET, ''),
  );
  const [name = '', ...rest] = cells.map((cell) => cell.trim().slice(0, LINE_LIMIT));
  if (isBlank(name) || cells.every((cell) => HEADER_WORDS.has(cell.trim().toLowerCase()))) return null;
  const part = rest.map(partNamed).find((found) => found !== null) ?? null;
  const [role = '', ...teams] = rest.filter((cell) => cell !== '' && partNamed(cell) === null);
  return { name, role, team: teams.join(', ').slice(0, LINE_LIMIT), part };
}

/** Whether something stands on both sides of an at sign. */
function isAddress(word: string): boolean {
  return word.slice(1, -1).includes('@');
}

/** A tab or a semicolon parts more surely than a comma, which names and roles have, too. */
function cellsOf(line: string): readonly string[] {
  const mark = ['\t', ';', ','].find((found) => line.includes(found));
  if (mark === '\t' || mark === ';') return line.split(mark);
  const bracket = /^([^(),]+)\(([^()]*)\)\s*$/u.exec(line);
  if (bracket) return [bracket[1] ?? '', ...(bracket[2] ?? '').split(',')];
  return mark === undefined ? [line] : line.split(mark);
}

function partNamed(word: string): ReviewPart | null {
  const plain = word.trim().toLowerCase();
  return plain === 'advisor' ? 'adviser' : (REVIEW_PARTS.find((part) => part === plain) ?? null);
}
