import { CircleCheck, ListChecks, Lock, SkipForward } from 'lucide-react';
import { followUpHref, leftHref } from '#renderer/base/routes.ts';
import { firstKeys, keysOf } from '#renderer/base/shortcuts.ts';
import { Button } from '#renderer/components/button.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useProgress, useSession } from '#renderer/review/use-document.ts';
import './top-bar.css';

/** How many points are open in the whole review, and the way to the next of them: always in view. */
export function LeftToDo({ editor, onNext }: { readonly editor: ReviewEditor; readonly onNext: () => void }) {
  const isClosed = useSession(editor, (snapshot) => snapshot.isSealed);
  const left = useProgress(editor).reduce((sum, { openPoints }) => sum + openPoints.length, 0);
  const Icon = left === 0 ? CircleCheck : ListChecks;
  // What was open when it was closed stays so; what becomes of it is followed up.
  if (isClosed) {
    return (
      <div className="left-to-do">
        <a className="left-to-do__count" href={followUpHref(editor.id)} title="What is to be done after the decision">
          <Lock aria-hidden size={18} />
          <span>Closed</span>
          <span className="visually-hidden">: follow-up</span>
        </a>
      </div>
    );
  }
  return (
    <div className="left-to-do">
      <a className="left-to-do__count" href={leftHref(editor.id)} title="All that is still open">
        <Icon aria-hidden size={18} />
        <span>
          {left === 0 ? <span className="left-to-do__word">Nothing left</span> : left}
          {left > 0 && <span className="left-to-do__word"> left</span>}
        </span>
        <span className="visually-hidden">: what is left</span>
      </a>
      {left > 0 && (
        <span className="left-to-do__long" title={keysOf('nextOpenPoint')}>
          <Button size="small" icon={SkipForward} onPress={onNext}>
            Next open point
          </Button>
        </span>
      )}
      {left > 0 && (
        <span className="left-to-do__short">
          <IconButton
            icon={SkipForward}
            label="Next open point"
            shortcut={firstKeys('nextOpenPoint')}
            onPress={onNext}
          />
        </span>
      )}
    </div>
  );
}
