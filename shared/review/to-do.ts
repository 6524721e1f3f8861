import type * as z from 'zod';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import { LINE_LIMIT, LIST_LIMIT } from '#shared/base/limits.ts';
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

/** An emptied list leaves no trace in the document. */
function setToDos(document: ReviewDocument, list: readonly ToDo[]): ReviewDocument {
  const { toDo: _, ...others } = document;
  return list.length === 0 ? others : { ...others, toDo: list };
}
