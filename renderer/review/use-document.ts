import { useRef, useSyncExternalStore } from 'react';
import { keepEqual } from '#shared/base/keep-equal.ts';
import type { SectionProgress } from '#shared/review/progress.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { ReviewEditor } from './editor.ts';
import type { SessionSnapshot } from './review-session.ts';
import type { Derivation } from './session-content.ts';

/** A part of the document; the component draws again when it is another one. `select` picks, it makes nothing new. */
export function useDocument<Part>(editor: ReviewEditor, select: (document: ReviewDocument) => Part): Part {
  return useSyncExternalStore(editor.subscribe, () => select(editor.now().document));
}

/** What follows from the review; the component draws again when a part it rests on changed. */
export function useDerived<Result>(editor: ReviewEditor, compute: Derivation<Result>): Result {
  return useSyncExternalStore(editor.subscribe, () => editor.derive(compute));
}

/** A piece of what follows from the review; the component draws again when that piece says something else. */
export function useDerivedPiece<Result, Piece>(
  editor: ReviewEditor,
  compute: Derivation<Result>,
  pick: (result: Result) => Piece,
): Piece {
  return useKept(editor, () => pick(editor.derive(compute)));
}

/** What each section still needs; the component draws again when that changed. */
export function useProgress(editor: ReviewEditor): readonly SectionProgress[] {
  return useSyncExternalStore(editor.subscribe, editor.progress);
}

/** Something about the open review beside its document, such as whether it is saved. */
export function useSession<Value>(editor: ReviewEditor, select: (snapshot: SessionSnapshot) => Value): Value {
  return useKept(editor, () => select(editor.now()));
}

/** What is read, in the shape of the object it was before where it says the same. */
function useKept<Value>(editor: ReviewEditor, read: () => Value): Value {
  const last = useRef<Value | undefined>(undefined);
  return useSyncExternalStore(editor.subscribe, () => {
    last.current = keepEqual(last.current, read());
    return last.current;
  });
}
