import { LENS_ID } from './schema.ts';

/**
 * Ids of ours for foreign ones, in their order: lower case, hyphens for whatever else stands there.
 * Two foreign ids never share one of ours; the later one gets a number.
 */
export function ownIds(foreign: readonly string[]): ReadonlyMap<string, string> {
  const taken: Taken = new Map();
  return new Map(foreign.map((id) => [id, claim(ownId(id), 64, '-', taken)]));
}

/** One id of ours for a foreign id or a title; never empty, so that it can always be used. */
export function ownId(text: string): string {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  // Titles in other scripts leave nothing over; their code points still tell them apart.
  const id = plain || [...text].map((char) => char.codePointAt(0)?.toString(36)).join('');
  const short = id.slice(0, 64) || 'x';
  // The one word of this form that every object has, so that no id of ours may be it.
  return short === 'constructor' ? 'x-constructor' : short;
}

interface Row {
  readonly id: string;
  readonly foreignId: string;
  readonly none?: boolean;
}

/**
 * Lens ids for rows of a template: the id it was imported with where a lens can hold it, else one made
 * from ours. The ending `_no` is what marks “none of these” in a lens, so just those choices get it.
 */
export function lensIds(rows: readonly Row[]): ReadonlyMap<string, string> {
  const taken: Taken = new Map();
  return new Map(rows.map((row) => [row.id, claim(lensId(row), 128, '_', taken, row.none)]));
}

function lensId({ id, foreignId, none }: Row): string {
  const wanted = (foreignId || id).replace(/[^A-Za-z0-9_]+/g, '_').slice(0, 128);
  const long = LENS_ID.test(wanted) ? wanted : `id_${wanted}`;
  if (none === undefined || none === long.endsWith('_no')) return long;
  return none ? `${long.slice(0, 125)}_no` : `${long.slice(0, 127)}_`;
}

/** Ids that are taken, with the last number that was tried for each, so that many of one kind stay quick. */
type Taken = Map<string, number>;

/** The wanted id, or the next free one with a number; takes it. */
function claim(wanted: string, limit: number, joint: string, taken: Taken, none = false): string {
  const end = none ? '_no' : '';
  const stem = wanted.slice(0, wanted.length - end.length);
  let count = taken.get(wanted) ?? 0;
  let id = wanted;
  while (taken.has(id)) {
    const tail = `${joint}${++count}${end}`;
    id = `${stem.slice(0, limit - tail.length)}${tail}`;
  }
  taken.set(wanted, Math.max(count, 1));
  taken.set(id, taken.get(id) ?? 1);
  return id;
}
