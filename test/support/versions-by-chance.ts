import { type ReviewDocument, reviewDocumentSchema } from '#shared/review/review.ts';
import { kindsTemplate } from './kinds-template.ts';
import { markedReview } from './marked-review.ts';
import { type Pick, randomEdit, randomly } from './random-edits.ts';

/** Most fields that one thing of a review has; what has more is a map of answers. */
const MOST_FIELDS = 20;

/** An empty review and filled ones of the same id, between which pieces are exchanged. */
const FILLED: readonly ReviewDocument[] = [0, 1, 2, 3, 4].map((variant) =>
  openFor(markedReview(kindsTemplate, variant).review),
);
const EMPTY = openFor(
  reviewDocumentSchema.parse({
    id: FILLED[0]?.id,
    createdAt: FILLED[0]?.createdAt,
    template: FILLED[0]?.template,
    title: 'A review',
  }),
);
const SOURCES = [EMPTY, ...FILLED];

/** The same review before anybody closed it. */
function openFor({ closed: _, supersedes: __, ...review }: ReviewDocument): ReviewDocument {
  const parts = Object.entries(review).map(([name, part]) => [name, fewOfEach(part)]);
  return {
    ...(Object.fromEntries(parts) as ReviewDocument),
    id: '0f8fad5b-d9cb-469f-a165-70867728950e',
    createdAt: '2026-01-02T03:04:05Z',
  };
}

/** The same with no id twice in a list of ids, and few answers of each kind. */
function fewOfEach(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    return value.every((entry) => typeof entry === 'string') ? [...new Set(value)] : value.map(fewOfEach);
  }
  const entries = Object.entries(value);
  const few = entries.length > MOST_FIELDS ? entries.slice(0, 4) : entries;
  return Object.fromEntries(few.map(([name, entry]) => [name, fewOfEach(entry)]));
}

/** What a review was, and what became of it in two places. */
export interface TwoVersions {
  readonly base: ReviewDocument;
  readonly a: ReviewDocument;
  readonly b: ReviewDocument;
}

/** A review that was edited in two places by chance, also at one place in two ways; the same for the same seed. */
export function versionsByChance(seed: number): TwoVersions {
  const pick = randomly(seed);
  const base = editedByChance(sourceOf(pick), pick, 3);
  const places = Array.from({ length: pick(4) }, () => pick(2 ** 31));
  const edited = () => {
    const own = editedByChance(base, pick, pick(5));
    return places.reduce((version, place) => editedAt(version, sourceOf(pick), place) ?? version, own);
  };
  return { base, a: edited(), b: edited() };
}

function sourceOf(pick: Pick): ReviewDocument {
  return SOURCES[pick(SOURCES.length)] ?? EMPTY;
}

/** One edit at the place that the number leads to; null where that gives no review. */
function editedAt(document: ReviewDocument, other: ReviewDocument, place: number): ReviewDocument | null {
  const next = reviewDocumentSchema.safeParse(randomEdit(document, other, randomly(place)));
  return next.success && isWhole(next.data) ? next.data : null;
}

/** A document after so many edits that a review can hold. */
function editedByChance(document: ReviewDocument, pick: Pick, edits: number): ReviewDocument {
  let edited = document;
  for (let left = edits, tries = 0; left > 0; tries++) {
    if (tries > 100 * edits) throw new Error('None of so many edits gave a review');
    const next = editedAt(edited, sourceOf(pick), pick(2 ** 31));
    if (!next) continue;
    edited = next;
    left--;
  }
  return edited;
}

/** Rows have ids of their own, as in every review that the program wrote. */
function isWhole(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  const ids = Array.isArray(value) ? value.map((row) => (row as { id?: unknown } | null)?.id ?? row) : [];
  const isOnce = ids.some((id) => typeof id !== 'string') || new Set(ids).size === ids.length;
  return isOnce && Object.values(value).every(isWhole);
}

/** Every value of a version as text with its place; rows by their id, as they may move. */
export function leaves(value: unknown, at = ''): ReadonlyMap<string, string> {
  if (typeof value !== 'object' || value === null) return new Map([[at, JSON.stringify(value) ?? '']]);
  const entries = Array.isArray(value)
    ? value.map((row, index) => [row?.id ?? (typeof row === 'string' ? row : index), row] as const)
    : Object.entries(value);
  return new Map(entries.flatMap(([key, entry]) => [...leaves(entry, `${at}/${String(key)}`)]));
}

/** What things begin with that nobody has touched: nobody said it. */
const UNSAID: ReadonlySet<string> = new Set(
  [null, '', false, 0, 24, '€', 'open', 'action', 'good', 'can-live-with-it', 'lower', 'each'].map((value) =>
    JSON.stringify(value),
  ),
);

/** Values of a version that it did not start with. The clock counts by itself. */
export function ownValues(
  base: ReviewDocument,
  { agenda: _, ...version }: ReviewDocument,
): ReadonlyMap<string, string> {
  const before = leaves(base);
  return new Map(
    [...leaves(version)].filter(
      ([at, value]) => before.get(at) !== value && !(before.get(at) === undefined && UNSAID.has(value)),
    ),
  );
}
