import { groupBy } from '#shared/base/group-by.ts';
import { countedMembers, type FolderName, groupsOf, isPlain, type Member } from './adr-members.ts';
import { type AdrName, adrStem, parseAdrName, splitRecordName } from './adr-name.ts';
import { titleInStyle } from './adr-title.ts';

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

/** Share of the records that have to agree before a folder counts as having one convention. */
const MAJORITY = 0.75;
/**
 * The name that a folder gives to its next record: as most of its records have it, with the number after the
 * highest. An empty folder begins as MADR does. Unclear where the records agree on no form, or on two.
 * @param below paths of records in folders that order them, whose numbers are taken too
 */
export function nextAdrName(names: readonly FolderName[], below: readonly string[], record: NewRecord): NameOfRecord {
  const members = countedMembers(names);
  const plain = names.filter(({ name, inside }) => inside === null && isPlain(name, members));
  const groups = groupsOf(members);
  const [first] = groups;
  const begin = `0001-${titleInStyle(record.title, [], '-')}.md`;
  if (!first) {
    const inOrder = namesBelow(below, record);
    if (inOrder.length > 0) {
      return { kind: 'unclear', reason: 'The records of this folder lie in folders below it.', names: inOrder };
    }
    if (plain.length === 0) return { kind: 'clear', name: begin };
    const like = plain.map(({ name }) => splitRecordName(name)?.stem ?? '');
    const extension = splitRecordName(plain.at(-1)?.name ?? '')?.extension ?? '.md';
    const names = [`${titleInStyle(record.title, like, '-')}${extension}`, begin];
    return { kind: 'unclear', reason: 'The records of this folder have no number and no date in their names.', names };
  }
  const taken = takenNumbers(members, below.map(adrStem));
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

/** The next names in the folders that order records, for those that say how. */
function namesBelow(below: readonly string[], record: NewRecord): readonly string[] {
  const folders = groupBy(below, (path) => path.slice(0, path.lastIndexOf('/')));
  return [...folders].flatMap(([folder, paths]) => {
    const names = paths.map((path) => ({ name: path.slice(folder.length + 1), inside: null }));
    if (countedMembers(names).length === 0) return [];
    const next = nextAdrName(names, [], record);
    return next.kind === 'clear' ? [`${folder}/${next.name}`] : [];
  });
}

interface TakenNumber {
  readonly word: string;
  readonly number: number;
}

/** The numbers that are given away; those of folders below, unless such a folder counts for itself. */
function takenNumbers(members: readonly Member[], below: readonly string[]): readonly TakenNumber[] {
  const here = members.flatMap(numberOf);
  const ordered = below.flatMap((stem) => {
    const parsed = parseAdrName(stem);
    return parsed ? numberOf(parsed) : [];
  });
  const isOwnCount = ordered.some(({ number, word }) => here.some((one) => one.number === number && one.word === word));
  return isOwnCount ? here : [...here, ...ordered];
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
