import { groupBy } from '#shared/base/group-by.ts';
import { type AdrName, parseAdrName, splitRecordName } from './adr-name.ts';
import { titleInStyle } from './adr-title.ts';

/** A name in a folder of decision records, with the files of records inside where it is a folder. */
export interface FolderName {
  readonly name: string;
  /** Null for a file. */
  readonly inside: readonly string[] | null;
}

/** What a new record needs a name for. */
export interface NewRecord {
  readonly title: string;
  /** Day of the decision, `YYYY-MM-DD`. */
  readonly date: string;
}

export type NameOfRecord =
  | { readonly kind: 'clear'; readonly name: string }
  /** The folder does not say how; the names that could be meant, the likeliest first. */
  | { readonly kind: 'unclear'; readonly reason: string; readonly names: readonly string[] };

interface Member extends AdrName {
  readonly extension: string;
  /** File of the record inside a folder of its own: its name, or null where it is called like the folder. */
  readonly inner: string | null | undefined;
}

/** Share of the records that have to agree before a folder counts as having one convention. */
const MAJORITY = 0.75;
/** Words before a number that speak of records even where one file alone has them. */
const RECORD_WORD = /^(m?adrs?|ad|dr|ddr|edr|pdr|sdr|tdr|rfc|kep|decision|record|proposal)$/i;
/** Files that stand in such folders and are no records. */
const ABOUT = /^(readme|index|template|adr-template|contributing|changelog|process|overview|glossary|[A-Z_]+)$/;

/**
 * The name that a folder gives to its next record: as most of its records have it, with the number after the
 * highest. An empty folder begins as MADR does. Unclear where the records agree on no form, or on two.
 * @param elsewhere names of records in folders below, whose numbers are taken too
 */
export function nextAdrName(
  names: readonly FolderName[],
  elsewhere: readonly string[],
  record: NewRecord,
): NameOfRecord {
  const members = countedMembers(names);
  const plain = names.filter(({ name, inside }) => inside === null && isPlain(name, members));
  const groups = groupsOf(members);
  const [first] = groups;
  const begin = `0001-${titleInStyle(record.title, [], '-')}.md`;
  if (!first) {
    if (plain.length === 0) return { kind: 'clear', name: begin };
    const like = plain.map(({ name }) => splitRecordName(name)?.stem ?? '');
    const extension = splitRecordName(plain.at(-1)?.name ?? '')?.extension ?? '.md';
    const names = [`${titleInStyle(record.title, like, '-')}${extension}`, begin];
    return { kind: 'unclear', reason: 'The records of this folder have no number and no date in their names.', names };
  }
  const taken = takenNumbers(members, elsewhere);
  const proposals = groups.slice(0, 3).map((group) => nameLike(group, taken, record));
  const unclear = (reason: string): NameOfRecord => ({
    kind: 'unclear',
    reason,
    names: [...new Set(proposals.flatMap(({ names: own }) => own))],
  });
  if (proposals[0]?.isYear) return unclear('The names of this folder begin with what may be years or numbers.');
  if (first.length < MAJORITY * members.length) return unclear('The records of this folder are named in several ways.');
  if (plain.length > members.length)
    return unclear('Most files of this folder have no number and no date in their names.');
  return { kind: 'clear', name: proposals[0]?.names[0] ?? begin };
}

/** The records that have a number or a date in their names. */
function countedMembers(names: readonly FolderName[]): readonly Member[] {
  const found = names.flatMap(memberOf);
  const isWord = (prefix: string) => {
    const words = prefix.match(/[A-Za-z]+/g) ?? [];
    return words.length === 0 || words.some((word) => RECORD_WORD.test(word));
  };
  return found.filter(
    ({ prefix }) => isWord(prefix) || found.filter((other) => sameText(other.prefix, prefix)).length > 1,
  );
}

function memberOf({ name, inside }: FolderName): readonly Member[] {
  const file = splitRecordName(name);
  const parsed = parseAdrName(file?.stem ?? name);
  if (!parsed) return [];
  if (inside === null || file) return file ? [{ ...parsed, extension: file.extension, inner: undefined }] : [];
  const [own] = inside.toSorted((left, right) => rank(left, name) - rank(right, name));
  const split = own === undefined ? null : splitRecordName(own);
  if (own === undefined || !split) return [];
  return [{ ...parsed, extension: split.extension, inner: split.stem === name ? null : own }];
}

/** Which file of a record's own folder is the record. */
function rank(file: string, folder: string): number {
  const stem = splitRecordName(file)?.stem ?? '';
  return stem === folder ? 0 : /^(readme|index|adr|decision|record)$/i.test(stem) ? 1 : 2;
}

function isPlain(name: string, members: readonly Member[]): boolean {
  const stem = splitRecordName(name)?.stem;
  if (stem === undefined || ABOUT.test(stem) || ABOUT.test(stem.toLowerCase()) || /template/i.test(stem)) return false;
  const parsed = parseAdrName(stem);
  return !parsed || !members.some(({ prefix }) => sameText(prefix, parsed.prefix));
}

/** Records of one form each, the most usual form first. */
function groupsOf(members: readonly Member[]): readonly (readonly Member[])[] {
  const groups = groupBy(members, ({ prefix, count, separator, extension, inner }) =>
    JSON.stringify([
      prefix.toLowerCase(),
      count.kind === 'date' ? count.joint : '#',
      separator,
      extension.toLowerCase(),
      inner === undefined ? 'file' : inner,
    ]),
  );
  return [...groups.values()].toSorted((left, right) => right.length - left.length);
}

interface TakenNumber {
  readonly word: string;
  readonly number: number;
}

/** The numbers that are given away; those of folders below, unless such a folder counts for itself. */
function takenNumbers(members: readonly Member[], elsewhere: readonly string[]): readonly TakenNumber[] {
  const here = members.flatMap(numberOf);
  const below = elsewhere.flatMap((stem) => {
    const parsed = parseAdrName(stem);
    return parsed ? numberOf(parsed) : [];
  });
  const isOwnCount = below.some(({ number, word }) => here.some((one) => one.number === number && one.word === word));
  return isOwnCount ? here : [...here, ...below];
}

function numberOf({ prefix, count }: AdrName): readonly TakenNumber[] {
  return count.kind === 'number' ? [{ word: letters(prefix), number: Number(count.digits) }] : [];
}

function nameLike(
  group: readonly Member[],
  taken: readonly TakenNumber[],
  { title, date }: NewRecord,
): { readonly names: readonly string[]; readonly isYear: boolean } {
  const model = group.at(-1);
  if (!model) return { names: [], isYear: false };
  const { prefix, separator, extension, inner } = model;
  const isTitled = group.some((member) => member.title !== '');
  const named = (count: string) => {
    const tail = isTitled
      ? `${separator}${titleInStyle(
          title,
          group.map((member) => member.title),
          separator,
        )}`
      : '';
    const stem = `${prefix}${count}${tail}`;
    return inner === undefined ? `${stem}${extension}` : `${stem}/${inner ?? `${stem}${extension}`}`;
  };
  if (model.count.kind === 'date') return { names: [named(date.replaceAll('-', model.count.joint))], isYear: false };
  const numbers = taken.filter(({ word }) => word === letters(prefix) || word === '' || letters(prefix) === '');
  const running = numbers.map(({ number }) => number).filter((number) => !isYear(number));
  // 1999 may be the 1999th record, but only where there are nearly as many.
  const isRunning = running.some((number) => number >= 1900);
  const all = isRunning ? numbers.map(({ number }) => number) : running;
  const digits = group.flatMap(({ count }) => (count.kind === 'number' ? [count.digits] : []));
  const next = String(Math.max(0, ...all) + 1).padStart(paddingOf(digits), '0');
  if (all.length > 0 && digits.some((text) => !isYear(Number(text)))) return { names: [named(next)], isYear: false };
  const year = String(Math.max(...digits.map(Number)) + 1);
  return { names: [named(date.slice(0, 4)), named(date), named(year)], isYear: true };
}

function isYear(number: number): boolean {
  return number >= 1990 && number < 2100;
}

/** How wide numbers are written: as wide as those that begin with zeros, else as wide as they are. */
function paddingOf(digits: readonly string[]): number {
  const padded = digits.filter((text) => text.startsWith('0') && text.length > 1);
  return Math.max(0, ...padded.map((text) => text.length));
}

function letters(prefix: string): string {
  return prefix.replace(/[^A-Za-z]/g, '').toLowerCase();
}

function sameText(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
