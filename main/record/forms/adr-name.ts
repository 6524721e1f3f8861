import { ADR_EXTENSIONS } from '#shared/contract/file-name.ts';

/** What tells one record of a folder from the next: a running number, or the day of the decision. */
export type AdrCount =
  | { readonly kind: 'number'; readonly digits: string }
  /** `joint` stands between year, month and day; log4brains has none. */
  | { readonly kind: 'date'; readonly joint: string };

/** The name of a record, taken apart: `ADR-` `0007` `-` `use-rust`. */
export interface AdrName {
  readonly prefix: string;
  readonly count: AdrCount;
  /** Between the count and the title; empty where there is no title. */
  readonly separator: string;
  readonly title: string;
}

/** Up to three words, of which the last may touch the count. */
const PREFIX = '(?<prefix>(?:[A-Za-z]+[-_. ]{1,3}){0,2}(?:[A-Za-z]+[-_. ]{0,3})?)';
const TITLE = '(?:(?<separator>[-–_. ]{1,4})(?<title>[^-–_. ].*))?';
const DATED = new RegExp(
  `^${PREFIX}(?:19|20)\\d\\d(?<joint>[-_.]?)(?:0[1-9]|1[0-2])\\k<joint>(?:0[1-9]|[12]\\d|3[01])(?!\\d)${TITLE}$`,
);
const NUMBERED = new RegExp(`^${PREFIX}(?<digits>\\d{1,6})(?!\\d)${TITLE}$`);

/** Takes the name of a record apart, without its extension; null for a name that counts nothing. */
export function parseAdrName(stem: string): AdrName | null {
  const dated = DATED.exec(stem)?.groups;
  if (dated) return { ...around(dated), count: { kind: 'date', joint: dated.joint ?? '' } };
  const numbered = NUMBERED.exec(stem)?.groups;
  return numbered ? { ...around(numbered), count: { kind: 'number', digits: numbered.digits ?? '' } } : null;
}

function around({ prefix = '', separator = '', title = '' }: Readonly<Record<string, string>>) {
  return { prefix, separator, title };
}

/** The name of a file without the extension of a record, and the extension; null for any other file. */
export function splitRecordName(fileName: string): { readonly stem: string; readonly extension: string } | null {
  const extension = ADR_EXTENSIONS.exec(fileName)?.[0];
  return extension === undefined ? null : { stem: fileName.slice(0, -extension.length), extension };
}

/** What a record is called by its path: the name of its file, or of the folder that holds nothing but it. */
export function adrStem(path: string): string {
  const parts = path.split('/');
  const file = parts.at(-1) ?? '';
  const stem = splitRecordName(file)?.stem ?? file;
  const folder = parts.at(-2);
  return folder !== undefined && parseAdrName(stem) === null && parseAdrName(folder) !== null ? folder : stem;
}

/** `ADR-0007`, as records name each other; the whole name where no number tells it from others. */
export function adrLabel(path: string): string {
  const stem = adrStem(path);
  const name = parseAdrName(stem);
  if (name?.count.kind !== 'number') return stem;
  const letters = /[A-Za-z]+/.exec(name.prefix)?.[0] ?? 'ADR';
  return `${letters.toUpperCase()}-${name.count.digits}`;
}

/** A Markdown link from one record to another, both by their path in the folder. */
export function adrLink(from: string, to: string): string {
  const start = from.split('/').slice(0, -1);
  const end = to.split('/');
  const shared = start.findIndex((part, index) => part !== end[index]);
  const common = shared < 0 ? start.length : shared;
  const way = [...start.slice(common).map(() => '..'), ...end.slice(common).map(encodeURIComponent)];
  return `[${adrStem(to).replace(/[[\]]/g, '\\$&')}](${way.join('/')})`;
}
