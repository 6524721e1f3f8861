import { adrLink, adrStem, parseAdrName } from './adr-name.ts';
import { cell, inline } from './markdown-text.ts';

/** What a list of records says of a new one. */
export interface IndexEntry {
  /** Of the record, below the folder. */
  readonly path: string;
  readonly title: string;
  readonly status: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/** A list of records that lacks one, and how it would read with it. */
export interface IndexOffer {
  /** The line that would be added. */
  readonly line: string;
  readonly text: string;
}

/** A list of the records that lies beside them. */
const INDEX_NAME = /^(readme|index)\.(md|markdown)$/i;

export function isIndexName(name: string): boolean {
  return INDEX_NAME.test(name);
}

/**
 * How a list or a table of records would get a line for a new one, in the form of its other lines; null for a text
 * that lists no records, or this one already.
 * @param index path of the list, below the folder
 * @param records paths of the other records
 */
export function indexOffer(
  text: string,
  {
    index,
    records,
    entry,
  }: { readonly index: string; readonly records: readonly string[]; readonly entry: IndexEntry },
): IndexOffer | null {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(/\r?\n/);
  const links = new Map(records.map((path) => [path, targetOf(index, path)]));
  const target = targetOf(index, entry.path);
  if (lines.some((line) => line.includes(`${target})`) || line.includes(`${target}>`))) return null;
  const listed = lines.flatMap((line, at) => {
    const found = [...links].find(([, way]) => line.includes(`(${way})`) || line.includes(`(./${way})`));
    return found && /^\s*([-*+]|\d+[.)]|\|)/.test(line) ? [{ at, line, path: found[0], way: found[1] }] : [];
  });
  const first = listed[0];
  const last = listed.at(-1);
  if (!first || !last) return null;
  // A list that begins with the newest record goes on at its top.
  const isNewestFirst = listed.length > 1 && numberOf(first.path) > numberOf(last.path);
  const model = isNewestFirst ? first : last;
  const line = model.line.trimStart().startsWith('|')
    ? tableLine(model, { target, entry, head: headOf(lines, model.at) })
    : listLine(model, { target, entry });
  return { line, text: lines.toSpliced(isNewestFirst ? model.at : model.at + 1, 0, line).join(end) };
}

interface Model {
  readonly line: string;
  readonly path: string;
  readonly way: string;
}

function targetOf(from: string, path: string): string {
  return /\(([^()]*)\)$/.exec(adrLink(from, path))?.[1] ?? path;
}

function numberOf(path: string): number {
  const count = parseAdrName(adrStem(path))?.count;
  return count?.kind === 'number' ? Number(count.digits) : -1;
}

/** The titles of the columns above a row. */
function headOf(lines: readonly string[], at: number): readonly string[] {
  const rule = lines.findLastIndex((line, index) => index < at && /^\s*\|?[\s:|-]*-[\s:|-]*\|[\s:|-]*$/.test(line));
  return rule > 0 ? cellsOf(lines[rule - 1] ?? '').map((title) => title.toLowerCase()) : [];
}

/** Cells of a row of a table; a bar that is escaped belongs to its cell. */
function cellsOf(line: string): readonly string[] {
  return line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((text) => text.trim());
}

function tableLine(
  model: Model,
  { target, entry, head }: { readonly target: string; readonly entry: IndexEntry; readonly head: readonly string[] },
): string {
  const cells = cellsOf(model.line).map((text, column) => {
    if (text.includes(model.way)) return linked(text, model, { target, entry });
    if (isCount(text, model.path)) return countLike(text, entry.path);
    if (/^\d{4}-\d{2}-\d{2}$/.test(text) || /date/.test(head[column] ?? '')) return entry.date;
    if (/status|state/.test(head[column] ?? '')) return caseLike(text, cell(entry.status));
    return /title|name|decision|record|description|summary/.test(head[column] ?? '') ? cell(entry.title) : '';
  });
  return `| ${cells.join(' | ')} |`;
}

function listLine(model: Model, { target, entry }: { readonly target: string; readonly entry: IndexEntry }): string {
  const [, lead = '', rest = ''] = /^(\s*(?:[-*+]|\d+[.)])\s+(?:\[[ x]\]\s+)?)(.*)$/.exec(model.line) ?? [];
  const end = rest.indexOf(`${model.way})`) + model.way.length + 1;
  const before = rest.slice(0, rest.indexOf('['));
  const counted = before.replace(/\d+/, (digits) =>
    isCount(digits, model.path) ? countLike(digits, entry.path) : digits,
  );
  const marker = lead.replace(/\d+(?=[.)])/, (digits) => String(Number(digits) + 1));
  return `${marker}${counted}${linked(rest.slice(before.length, end), model, { target, entry })}`;
}

/** The link of a model with its target and its text changed: a number to a number, all else to the title. */
function linked(
  text: string,
  model: Model,
  { target, entry }: { readonly target: string; readonly entry: IndexEntry },
) {
  return text.replace(/\[((?:[^\]\\]|\\.)*)\]\((\.\/)?[^)]*\)/, (_, label: string, here: string | undefined) => {
    const [, count = '', joint = '', title = ''] = /^(\D*\d+)?([\s:.–—-]*)(.*)$/s.exec(label) ?? [];
    const isCounted = count !== '' && isCount(count, model.path);
    const own = isCounted
      ? `${countLike(count, entry.path)}${title === '' ? '' : `${joint}${inline(entry.title)}`}`
      : '';
    const isName = label === adrStem(model.path) || label.startsWith(`${adrStem(model.path)}.`);
    return `[${isName ? inline(adrStem(entry.path)) : own || inline(entry.title)}](${here ?? ''}${target})`;
  });
}

function isCount(text: string, path: string): boolean {
  return /\d/.test(text) && Number(/\d+/.exec(text)?.[0]) === numberOf(path) && /^\D{0,12}\d+\D{0,2}$/.test(text);
}

/** The number of a record, written as another one is. */
function countLike(text: string, path: string): string {
  const number = numberOf(path);
  return number < 0
    ? adrStem(path)
    : text.replace(/\d+/, (digits) => String(number).padStart(digits.startsWith('0') ? digits.length : 0, '0'));
}

function caseLike(model: string, text: string): string {
  return /^\W*\p{Lu}/u.test(model) ? `${text.slice(0, 1).toUpperCase()}${text.slice(1)}` : text;
}
