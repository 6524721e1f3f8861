import { useEffect, useState } from 'react';
import { writeMoment } from '#renderer/base/dates.ts';
import { useSaid } from '#renderer/base/use-said.ts';
import { sayCancelled } from '#renderer/base/voice.ts';
import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { Dialog, DialogActions } from '#renderer/components/dialog.tsx';
import { useToast } from '#renderer/components/toast.tsx';
import { WaitingLine } from '#renderer/components/waiting-line.tsx';
import { WorkProgress } from '#renderer/components/work-progress.tsx';
import type { Fault } from '#renderer/host/fault.ts';
import { useHost } from '#renderer/host/host.tsx';
import { useJob } from '#renderer/host/use-job.ts';
import type { Answer } from '#shared/contract/contract.ts';
import { ReviewChoice } from './review-choice.tsx';

type Looked = Answer<'backup.look'>;
type View = Looked | Fault | { readonly kind: 'waiting' };

/** What a backup would bring back, and the way to do it. */
export function RestoreDialog({ file, onClose }: { readonly file: string; readonly onClose: () => void }) {
  const { client } = useHost();
  const toast = useToast();
  const [view, setView] = useState<View>({ kind: 'waiting' });
  const [replace, setReplace] = useState(false);
  const [isBusy, setBusy] = useState(false);
  /** Those that are not to come. */
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { progress, run, cancel } = useJob(sayCancelled);
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
    const only = view.kind === 'looked' && !isAll(view, replace, left) ? wanted(view, replace, left) : null;
    const answer = await run((job) =>
      client['backup.restore']({ file, replace, job, ...(only && { only: [...only] }) }),
    );
    setBusy(false);
    if (answer.kind === 'failed') {
      setView(answer);
      return;
    }
    if (answer.kind === 'cancelled') return;
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
      {view.kind === 'looked' && (
        <WhatWouldHappen looked={view} {...{ replace, left }} onReplace={setReplace} onLeave={setLeft} />
      )}
      {isBusy && (
        <WorkProgress label="Restoring" start="Every file of the backup is being checked…" progress={progress} />
      )}
      <DialogActions>
        <Button onPress={isBusy ? cancel : onClose}>Cancel</Button>
        <Button
          kind="primary"
          isDisabled={isBusy || view.kind !== 'looked' || !hasWork(view, replace, left)}
          onPress={() => void restore()}
        >
          {isBusy ? 'Restoring…' : 'Restore'}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** Reviews that can come. */
function offered({ added, differing }: Looked, replace: boolean): readonly string[] {
  return [...added, ...(replace ? differing : [])].map(({ id }) => id);
}

/** Reviews that are to come. */
function wanted(looked: Looked, replace: boolean, left: ReadonlySet<string>): readonly string[] {
  return offered(looked, replace).filter((id) => !left.has(id));
}

/** Whether all of them are; what was left out among those that are not shown any more does not count. */
function isAll(looked: Looked, replace: boolean, left: ReadonlySet<string>): boolean {
  return !offered(looked, replace).some((id) => left.has(id));
}

function hasWork(looked: Looked, replace: boolean, left: ReadonlySet<string>): boolean {
  // Where some are left, what belongs to no review comes only with another one.
  return wanted(looked, replace, left).length > 0 || (looked.otherFiles > 0 && isAll(looked, replace, left));
}

function WhatWouldHappen({
  looked,
  replace,
  left,
  onReplace,
  onLeave,
}: {
  readonly looked: Looked;
  readonly replace: boolean;
  readonly left: ReadonlySet<string>;
  readonly onReplace: (replace: boolean) => void;
  readonly onLeave: (left: ReadonlySet<string>) => void;
}) {
  const { added, differing, unusable } = looked;
  const others = differing.map(({ id, title, savedAt, backupSavedAt }) => ({
    id,
    title: `${title}: saved ${writeMoment(backupSavedAt)} in the backup, ${savedAt === null ? 'damaged' : `saved ${writeMoment(savedAt)}`} here`,
  }));
  return (
    <>
      <p>{foundText(looked)}</p>
      {added.length > 0 && <ReviewChoice label="Would be added" reviews={added} {...choiceOf(added, left, onLeave)} />}
      {differing.length > 0 && (
        <>
          {replace ? (
            <ReviewChoice label="Would be replaced" reviews={others} {...choiceOf(others, left, onLeave)} />
          ) : (
            <Names title="Here in another state" names={others.map(({ title }) => title)} />
          )}
          <Checkbox isSelected={replace} onChange={onReplace}>
            Take those of the backup. What is here becomes an earlier version, which History shows.
          </Checkbox>
        </>
      )}
      <Names title="Left out" names={unusable.map(({ path, reason }) => `${path}: ${reason}`)} />
    </>
  );
}

/** A choice among some reviews, kept as those of all that are left. */
function choiceOf(
  reviews: readonly { readonly id: string }[],
  left: ReadonlySet<string>,
  onLeave: (left: ReadonlySet<string>) => void,
) {
  const ids = reviews.map(({ id }) => id);
  return {
    chosen: new Set(ids.filter((id) => !left.has(id))),
    onChange: (chosen: ReadonlySet<string>) => {
      const rest = [...left].filter((id) => !ids.includes(id));
      onLeave(new Set([...rest, ...ids.filter((id) => !chosen.has(id))]));
    },
  };
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
