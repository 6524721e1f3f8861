import type * as z from 'zod';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import { isBlank, LINE_LIMIT, LIST_LIMIT } from '#shared/base/limits.ts';
import type { ReviewDocument } from './review.ts';
import type { toDoSchema } from './to-do-schema.ts';

export type ToDo = DeepReadonly<z.output<typeof toDoSchema>>;
export type ToDoKind = ToDo['kind'];

/** The same list each time, so that what is drawn from it need not be drawn again. */
const NONE: readonly ToDo[] = [];

/** What came up and is to be done, beside what single sections hold. */
export function toDosOf(review: Pick<ReviewDocument, 'toDo'>): readonly ToDo[] {
  return review.toDo ?? NONE;
}

/** Whether nothing is left to do about it. */
export function isOver({ status }: Pick<ToDo, 'status'>): boolean {
  return status === 'done' || status === 'dropped';
}

/** Who finds out what is not known at a place, and by when; null where nobody is said to. */
export function findingOut(review: Pick<ReviewDocument, 'toDo'>, place: string): ToDo | null {
  return toDosOf(review).find((entry) => entry.kind === 'find-out' && entry.place === place) ?? null;
}

/**
 * Who looks after what is not known at a place, where a name and a day are given and it is not found out yet:
 * it counts as settled for now.
 */
export function settledFor(
  review: Pick<ReviewDocument, 'toDo'>,
  place: string,
): { readonly owner: string; readonly due: string } | null {
  const found = findingOut(review, place);
  if (!found || isOver(found) || isBlank(found.owner) || found.due === null) return null;
  return { owner: found.owner, due: found.due };
}

/** Adds something to do. Unchanged where the list is full. */
export function addToDo(document: ReviewDocument, added: ToDo): ReviewDocument {
  const list = toDosOf(document);
  if (list.length >= LIST_LIMIT) return document;
  return setToDos(document, [...list, { ...added, text: added.text.slice(0, LINE_LIMIT) }]);
}

/** Changes one of the things to do; an unknown one is left alone. */
export function changeToDo(document: ReviewDocument, id: string, change: Partial<Omit<ToDo, 'id'>>): ReviewDocument {
  return setToDos(
    document,
    toDosOf(document).map((entry) => (entry.id === id ? { ...entry, ...change } : entry)),
  );
}

/** Takes one off the list. */
export function removeToDo(document: ReviewDocument, id: string): ReviewDocument {
  return setToDos(
    document,
    toDosOf(document).filter((entry) => entry.id !== id),
  );
}

/**
 * Says who finds out what is not known at a place, and by when; `text` names it in the list. With neither name nor
 * day, it leaves the list again.
 */
export function setFindingOut(
  document: ReviewDocument,
  place: string,
  given: { readonly id: string; readonly text: string; readonly owner?: string; readonly due?: string | null },
): ReviewDocument {
  const { id, text, ...change } = given;
  const known = findingOut(document, place);
  const entry: ToDo = {
    ...(known ?? { id, kind: 'find-out', owner: '', due: null, status: 'open', place }),
    text,
    ...change,
  };
  if (isBlank(entry.owner) && entry.due === null) return known ? removeToDo(document, known.id) : document;
  return known ? changeToDo(document, known.id, entry) : addToDo(document, entry);
}

/** An emptied list leaves no trace in the document. */
function setToDos(document: ReviewDocument, list: readonly ToDo[]): ReviewDocument {
  const { toDo: _, ...others } = document;
  return list.length === 0 ? others : { ...others, toDo: list };
}
