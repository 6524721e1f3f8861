import type { ReviewDocument } from '#shared/review/review.ts';

/** The document with the way back and forth. Documents share unchanged parts, so a step costs little. */
export interface History {
  readonly past: readonly ReviewDocument[];
  readonly present: ReviewDocument;
  readonly future: readonly ReviewDocument[];
  /** Key and time (ms) of the last edit, to which the next one may belong. */
  readonly last: { readonly key: string; readonly at: number; readonly since: number } | null;
}

/** A pause in typing, in ms, after which an edit of the same field is a step of its own. */
const PAUSE = 1_000;
/** Longest time, in ms, that one step may gather. */
const LONGEST = 10_000;
/** Steps that are kept. */
const LIMIT = 300;

export function startHistory(present: ReviewDocument): History {
  return { past: [], present, future: [], last: null };
}

/**
 * Takes an edit in. Edits with the same key that follow each other quickly are one step; without a
 * key each is its own. A change that changes nothing leaves no step.
 */
export function recordEdit(history: History, document: ReviewDocument, key: string | null, at: number): History {
  if (document === history.present) return history;
  const { last } = history;
  const belongs =
    key !== null && last !== null && last.key === key && at - last.at < PAUSE && at - last.since < LONGEST;
  if (belongs) return { ...history, present: document, future: [], last: { ...last, at } };
  return {
    past: [...history.past, history.present].slice(-LIMIT),
    present: document,
    future: [],
    last: key === null ? null : { key, at, since: at },
  };
}

/** Takes in a change that undo may not cross: what came before it stays as it is. */
export function recordBarrier(history: History, document: ReviewDocument): History {
  return document === history.present ? history : startHistory(document);
}

/** Takes in what is no step of the person’s, such as the time that passed: it holds wherever undo leads. */
export function recordAside(history: History, change: (document: ReviewDocument) => ReviewDocument): History {
  return {
    ...history,
    past: history.past.map(change),
    present: change(history.present),
    future: history.future.map(change),
  };
}

export function undo(history: History): History {
  const document = history.past.at(-1);
  if (!document) return history;
  return {
    past: history.past.slice(0, -1),
    present: document,
    future: [history.present, ...history.future],
    last: null,
  };
}

export function redo(history: History): History {
  const [document, ...future] = history.future;
  if (!document) return history;
  return { past: [...history.past, history.present], present: document, future, last: null };
}
