import { type ContentKind, kindList, rulesOf } from '#shared/kinds/index.ts';
import { type ReviewDocument, reviewDocumentSchema } from '#shared/review/review.ts';
import { type Form, formOf, type Plain } from './form.ts';
import { mentionedIn } from './mentions.ts';
import { mergedUse, withoutUse } from './merge-clock.ts';
import type { MergeRules, Together } from './rules.ts';
import { mergeAt } from './three-way.ts';
import { agreed, type Conflict, fieldOf, inside, isPlain, type Side, same, type Versions } from './versions.ts';

/** Two versions of a review in one. */
export interface Merged {
  readonly document: ReviewDocument;
  /** What both changed, each in its own way; empty where nothing has to be asked. */
  readonly conflicts: readonly Conflict[];
}

/** What belongs together outside of the sections. */
const OTHER_RULES: MergeRules = {
  predictions: [{ head: ['by', 'given'], with: ['statements'] }],
  'tripwires.*': [{ head: ['sign'], with: ['threshold', 'where'] }],
  'toDo.*': [{ head: ['text'], with: ['kind'] }],
};

const FORM = formOf(reviewDocumentSchema) as Extract<Form, { readonly kind: 'fields' }>;
const RULES: ReadonlyMap<string, readonly Together[]> = new Map([
  ...kindList.flatMap((kind) =>
    Object.entries(rulesOf(kind).mergeRules).map(
      ([way, together]) => [[partNamed(kind), way].filter(Boolean).join('.'), together] as const,
    ),
  ),
  ...Object.entries(OTHER_RULES),
]);
const NO_CHOICES: ReadonlyMap<string, Side> = new Map();

/**
 * Merges two versions of a review answer by answer: what only one of them changed is taken, and so is what both changed in
 * the same way. What both changed in different ways is a conflict; one of its values stands in the result, and which one
 * is for a person to choose. Signatures come from both, and count no more where the content is another one.
 *
 * @param bases what both may have started from: the versions of which it is not known that they were not. Something is taken
 * without being asked only where all of them say so; with none, every difference is a conflict.
 * @param a gives the id of the result, and what stands in it while nobody chose
 * @param choices sides that were chosen, by `conflictKey`
 */
export function mergeReviews(
  bases: readonly ReviewDocument[],
  a: ReviewDocument,
  b: ReviewDocument,
  choices: ReadonlyMap<string, Side> = NO_CHOICES,
): Merged {
  const named = (review: ReviewDocument) => ({ ...review, id: a.id, createdAt: a.createdAt });
  const versions = { bases: bases.map(named), a, b: named(b) };
  const taken = agreed(versions);
  if (taken) return { document: taken.value as ReviewDocument, conflicts: [] };
  const conflicts: Conflict[] = [];
  const merging = {
    rules: RULES,
    choices,
    mentioned: { a: mentionedIn(versions.bases, versions.a), b: mentionedIn(versions.bases, versions.b) },
    report: (conflict: Conflict) => conflicts.push(conflict),
  };
  const counted = inside(versions, (review) => withoutUse(review as ReviewDocument));
  const { filled, wasMissing } = withUntouchedParts(counted);
  const merged = mergeAt(merging, FORM, filled, { path: [], way: [] }) as ReviewDocument;
  const kept = Object.entries(merged).filter(
    ([name, part]) => !(wasMissing.has(name) && same(part, wasMissing.get(name))),
  );
  const document = Object.fromEntries(kept) as ReviewDocument;
  return { document: withClock(document, versions), conflicts };
}

/** Parts that are absent in one version until somebody fills them in, put in as they are before that. */
function withUntouchedParts(versions: Versions): {
  readonly filled: Versions;
  readonly wasMissing: ReadonlyMap<string, Plain>;
} {
  const wasMissing = new Map(
    [...FORM.fields].flatMap(([name, form]) => {
      const { a, b } = inside(versions, fieldOf(name));
      const untouched = form.kind === 'fields' ? form.untouched : null;
      return untouched && (a === undefined) !== (b === undefined) ? [[name, untouched] as const] : [];
    }),
  );
  const fill = (review: unknown) => ({ ...Object.fromEntries(wasMissing), ...(isPlain(review) ? review : {}) });
  return { filled: inside(versions, fill), wasMissing };
}

/** The review with the time that both versions used. */
function withClock(review: ReviewDocument, versions: Versions): ReviewDocument {
  const [a, b] = [versions.a, versions.b] as readonly [ReviewDocument, ReviewDocument];
  const used = mergedUse(versions.bases as readonly ReviewDocument[], a, b);
  if (!a.agenda && !b.agenda) return review;
  if (!review.agenda && Object.keys(used).length === 0) return review;
  const last = agreed(inside(versions, (version) => (version as ReviewDocument).agenda?.last))?.value;
  return {
    ...review,
    agenda: {
      minutes: {},
      breaks: 0,
      ...review.agenda,
      used,
      ...(typeof last === 'string' ? { last } : {}),
    },
  };
}

/** The part of a review that holds what is said in a section of this kind. */
function partNamed(kind: (typeof kindList)[number]): ContentKind | 'signOff' {
  return kind === 'sign-off' ? 'signOff' : kind;
}
