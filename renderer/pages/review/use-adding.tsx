import { type ReactNode, useState } from 'react';
import { DialogFor } from '#renderer/components/dialog.tsx';
import { AddToDo } from '#renderer/pages/workshop/add-to-do.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import type { ToDoKind } from '#shared/review/to-do.ts';

export interface Adding {
  /** Asks for something to do, or for a question to park. */
  readonly add: (kind: ToDoKind) => void;
  /** What asks for it; nothing while nobody adds anything. */
  readonly dialog: ReactNode;
}

/**
 * Adds something to do, or parks a question, from wherever one is: at the desk, on the stage and during a vote.
 * @param placeHere where in the review one is; undefined for nowhere
 */
export function useAdding(editor: ReviewEditor, placeHere: () => string | undefined): Adding {
  const [kind, setKind] = useState<ToDoKind | null>(null);
  return {
    add: setKind,
    dialog: (
      <DialogFor subject={kind}>
        {(asked) => <AddToDo editor={editor} kind={asked} place={placeHere()} onClose={() => setKind(null)} />}
      </DialogFor>
    ),
  };
}
