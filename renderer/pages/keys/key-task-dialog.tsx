import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { Dialog, DialogActions } from '#renderer/components/dialog.tsx';
import { groupedFingerprint } from '#shared/verify/verify-words.ts';
import { KeyTaskForm } from './key-task-form.tsx';
import { KEY_TASKS, type KeyTask } from './key-tasks.ts';
import { useKeyTask } from './use-key-task.ts';
import './keys-page.css';

export interface KeyTaskDialogProps {
  readonly task: KeyTask;
  /** Called when something was written or the keys are others now. */
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

/** Asks for what a task with the keys needs, does it, and says what came of it. */
export function KeyTaskDialog({ task, onChanged, onClose }: KeyTaskDialogProps) {
  const form = KEY_TASKS[task];
  const { state, run } = useKeyTask(task, onChanged);
  return (
    <Dialog title={form.title} isOpen onClose={onClose} isDismissable={state.kind !== 'busy'}>
      {state.kind === 'written' || state.kind === 'changed' ? (
        <>
          <Callout
            tone="for"
            title={state.kind === 'written' ? 'Written' : 'Done'}
            said={
              state.kind === 'written' ? `Written to ${state.path}` : 'Done. The page shows the keys as they are now.'
            }
          >
            {state.kind === 'written' && (
              <>
                <p className="keys__code">{state.path}</p>
                <p>{form.fingerprint}:</p>
                <p className="keys__code">{groupedFingerprint(state.keySha256)}</p>
              </>
            )}
            {state.kind === 'changed' && <p>The page shows the keys as they are now.</p>}
          </Callout>
          <DialogActions>
            <Button kind="primary" onPress={onClose} autoFocus>
              Done
            </Button>
          </DialogActions>
        </>
      ) : (
        <KeyTaskForm task={task} state={state} run={run} onClose={onClose} />
      )}
    </Dialog>
  );
}
