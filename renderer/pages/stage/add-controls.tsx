import { ListPlus, MessageCircleQuestionMark } from 'lucide-react';
import { keysOf } from '#renderer/base/shortcuts.ts';
import { IconButton } from '#renderer/components/icon-button.tsx';
import type { ToDoKind } from '#shared/review/to-do.ts';

/** For what comes up while everybody looks at one screen. */
export function AddControls({ add }: { readonly add: (kind: ToDoKind) => void }) {
  return (
    <>
      <IconButton
        icon={ListPlus}
        label="Add something to do"
        shortcut={keysOf('addToDo')}
        onPress={() => add('action')}
      />
      <IconButton
        icon={MessageCircleQuestionMark}
        label="Park a question"
        shortcut={keysOf('park')}
        onPress={() => add('parked')}
      />
    </>
  );
}
