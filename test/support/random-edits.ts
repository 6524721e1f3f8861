import type { ReviewDocument } from '#shared/review/review.ts';

/** A number from 0 on and below the limit. */
export type Pick = (limit: number) => number;

/** The same numbers for the same seed (mulberry32). */
export function randomly(seed: number): Pick {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

type Node = Readonly<Record<string, unknown>>;

/** What no edit on a page changes. */
const FIXED: readonly string[] = [
  'id',
  'createdAt',
  'template',
  'signatures',
  'closings',
  'deprecated',
  'supersededBy',
];

/**
 * The document with one piece of it, from a whole part to a single letter, taken from another one of the same form.
 * Everything around shares its objects with what it was before, as the program's own edits do.
 */
export function randomEdit(document: ReviewDocument, other: ReviewDocument, pick: Pick): ReviewDocument {
  return spliced(document, other, pick) as ReviewDocument;
}

function spliced(now: unknown, other: unknown, pick: Pick): unknown {
  if (Array.isArray(now) && Array.isArray(other)) return splicedList(now, other, pick);
  if (isNode(now) && isNode(other) && isOneKind(now, other)) return splicedNode(now, other, pick);
  return other;
}

function splicedNode(now: Node, other: Node, pick: Pick): Node {
  const names = Object.keys({ ...now, ...other }).filter((name) => !FIXED.includes(name));
  const name = names[pick(names.length)];
  if (name === undefined) return now;
  if (!(name in other)) {
    const { [name]: _, ...rest } = now;
    return rest;
  }
  return { ...now, [name]: name in now ? spliced(now[name], other[name], pick) : other[name] };
}

function splicedList(now: readonly unknown[], other: readonly unknown[], pick: Pick): readonly unknown[] {
  const way = pick(6);
  if (way === 0 || now.length === 0) return other;
  const place = pick(now.length);
  if (way === 1) return now.toSpliced(place, 1);
  if (way === 2) return now.toReversed();
  return now.with(place, spliced(now[place], other[place] ?? now[place], pick));
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

/** One of several forms is replaced as a whole. */
function isOneKind(left: Node, right: Node): boolean {
  return left.kind === right.kind;
}
