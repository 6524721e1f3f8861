import { useEffect, useState } from 'react';
import { writeMoment } from '#renderer/base/dates.ts';
import { useSaid } from '#renderer/base/use-said.ts';
import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { Dialog, DialogActions } from '#renderer/components/dialog.tsx';
import { useToast } from '#renderer/components/toast.tsx';
import { WaitingLine } from '#renderer/components/waiting-line.tsx';
import type { Fault } from '#renderer/host/fault.ts';
import { useHost } from '#renderer/host/host.tsx';
import type { Answer } from '#shared/contract/contract.ts';

type Looked = Answer<'backup.look'>;
type View = Looked | Fault | { readonly kind: 'waiting' };

/** What a backup would bring back, and the way to do it. */
export function RestoreDialog({ file, onClose }: { readonly file: string; readonly onClose: () => void }) {
  const { client } = useHost();
  const toast = useToast();
  const [view, setView] = useState<View>({ kind: 'waiting' });
  const [replace, setReplace] = useState(false);
  const [isBusy, setBusy] = useState(false);
  useSaid(view.kind === 'looked' ? foundText(view) : '');

  useEffect(() => {
    let isGone = false;
    void client['backup.look']({ file }).then((answer) => {
      if (!isGone) setView(answer);
    });
    return () => {
      isGone = true;
    };
  }, [client, file]);

  async function restore() {
    setBusy(true);
    const answer = await client['backup.restore']({ file, replace });
    setBusy(false);
    if (answer.kind === 'failed') {
      setView(answer);
      return;
    }
    const replaced = replace ? answer.differing.length : 0;
    toast({ text: `Restored: ${answer.added.length} added, ${replaced} replaced.` });
    onClose();
  }

  return (
    <Dialog title="Restore from a backup" size="wide" isOpen onClose={onClose} isDismissable={!isBusy}>
      {view.kind === 'waiting' && <WaitingLine text="Every file of the backup is being checked…" />}
      {view.kind === 'failed' && (
        <Callout tone="warning" title="The backup cannot be used" role="alert">
          <p>{view.message}</p>
        </Callout>
      )}
      {view.kind === 'looked' && <WhatWouldHappen looked={view} replace={replace} onReplace={setReplace} />}
      <DialogActions>
        <Button isDisabled={isBusy} onPress={onClose}>
          Cancel
        </Button>
        <Button
          kind="primary"
          isDisabled={isBusy || view.kind !== 'looked' || !hasWork(view, replace)}
          onPress={() => void restore()}
        >
          {isBusy ? 'Restoring…' : 'Restore'}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function hasWork({ added, differing, otherFiles }: Looked, replace: boolean): boolean {
  return added.length > 0 || otherFiles > 0 || (replace && differing.length > 0);
}

function WhatWouldHappen({
  looked,
  replace,
  onReplace,
}: {
  readonly looked: Looked;
  readonly replace: boolean;
  readonly onReplace: (replace: boolean) => void;
}) {
  const { added, differing, unusable } = looked;
  return (
    <>
      <p>{foundText(looked)}</p>
      <Names title="Would be added" names={added.map(({ title }) => title)} />
      {differing.length > 0 && (
        <>
          <Names
            title="Here in another state"
            names={differing.map(
              ({ title, savedAt, backupSavedAt }) =>
                `${title}: saved ${writeMoment(backupSavedAt)} in the backup, ${savedAt === null ? 'damaged' : `saved ${writeMoment(savedAt)}`} here`,
            )}
          />
          <Checkbox isSelected={replace} onChange={onReplace}>
            Take those of the backup. What is here becomes an earlier version, which History shows.
          </Checkbox>
        </>
      )}
      <Names title="Left out" names={unusable.map(({ path, reason }) => `${path}: ${reason}`)} />
    </>
  );
}

function foundText(looked: Looked): string {
  return `The backup of ${writeMoment(looked.madeAt)} is whole. ${wordsOf(looked)}`;
}

/** What a backup holds beside what is here, in a sentence or two. */
function wordsOf({ added, differing, same, otherFiles }: Looked): string {
  if (added.length + differing.length + otherFiles === 0)
    return 'All that it holds is here, and is the same: there is nothing to restore.';
  const here =
    same === 1 ? 'One of its reviews is here, and is the same.' : `${same} of its reviews are here, and are the same.`;
  const others = `${otherFiles} other ${otherFiles === 1 ? 'file' : 'files'} would be added.`;
  const untouched = 'Nothing that is here is written over unless you say so.';
  return [...(same > 0 ? [here] : []), ...(otherFiles > 0 ? [others] : []), untouched].join(' ');
}

function Names({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </section>
  );
}
