import { groupBy } from '#shared/base/group-by.ts';
import { type AdrName, parseAdrName, splitRecordName } from './adr-name.ts';

/** A name in a folder of decision records, with the files of records inside where it is a folder. */
export interface FolderName {
  readonly name: string;
  /** Null for a file. */
  readonly inside: readonly string[] | null;
}

/** A record that has a number or a date in its name. */
export interface Member extends AdrName {
  readonly extension: string;
  /** File of the record inside a folder of its own: its name, or null where it is called like the folder. */
  readonly inner: string | null | undefined;
}

/** Words before a number that speak of records even where one file alone has them. */
const RECORD_WORD = /^(m?adrs?|ad|dr|ddr|edr|pdr|sdr|tdr|rfc|kep|decision|record|proposal)$/i;
/** Files that stand in such folders and are no records. */
const ABOUT = /^(readme|index|template|adr-template|contributing|changelog|process|overview|glossary|[A-Z_]+)$/;

/** The records that have a number or a date in their names. */
export function countedMembers(names: readonly FolderName[]): readonly Member[] {
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
  if (isOrder(name, inside)) return [];
  const [own] = inside.toSorted((left, right) => rank(left, name) - rank(right, name));
  const split = own === undefined ? null : splitRecordName(own);
  if (own === undefined || !split) return [];
  return [{ ...parsed, extension: split.extension, inner: split.stem === name ? null : own }];
}

/** Whether a folder orders records, such as those of a year, and is none itself. */
export function isOrder(name: string, inside: readonly string[]): boolean {
  return inside.some((file) => {
    const stem = splitRecordName(file)?.stem ?? '';
    return stem !== name && parseAdrName(stem) !== null;
  });
}

/** Which file of a record's own folder is the record. */
function rank(file: string, folder: string): number {
  const stem = splitRecordName(file)?.stem ?? '';
  return stem === folder ? 0 : /^(readme|index|adr|decision|record)$/i.test(stem) ? 1 : 2;
}

/** Whether a file may be a record that has neither a number nor a date in its name. */
export function isPlain(name: string, members: readonly Member[]): boolean {
  const stem = splitRecordName(name)?.stem;
  if (stem === undefined || ABOUT.test(stem) || ABOUT.test(stem.toLowerCase()) || /template/i.test(stem)) return false;
  const parsed = parseAdrName(stem);
  return !parsed || !members.some(({ prefix }) => sameText(prefix, parsed.prefix));
}

/** Records of one form each, the most usual form first. */
export function groupsOf(members: readonly Member[]): readonly (readonly Member[])[] {
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

function sameText(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
