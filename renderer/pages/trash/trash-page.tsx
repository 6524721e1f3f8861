import { Trash2 } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { toldApart } from '#renderer/base/told-apart.ts';
import { ConfirmDialog, DialogFor } from '#renderer/components/dialog.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { FaultDialog } from '#renderer/components/fault-dialog.tsx';
import { ListFault } from '#renderer/components/list-fault.tsx';
import { SideHeader } from '#renderer/components/side-header.tsx';
import { useToast } from '#renderer/components/toast.tsx';
import { UnreadableFiles } from '#renderer/components/unreadable-files.tsx';
import { useHost } from '#renderer/host/host.tsx';
import { useAttempt } from '#renderer/host/use-attempt.ts';
import type { Answer, CallFailure } from '#shared/contract/contract.ts';
import { Retention, type TrashDays } from './retention.tsx';
import { TrashRow } from './trash-row.tsx';
import { TrashedReview } from './trashed-review.tsx';
import './trash-page.css';
import '#renderer/components/row-cards.css';
import '#renderer/components/wide-page.css';

type View = Answer<'trash.list'> | CallFailure | { readonly kind: 'waiting' };
export type Trashed = Answer<'trash.list'>['reviews'][number];

/** What was deleted: to look into, to bring back, or to delete for good. */
export function TrashPage({ onShowShortcuts }: { readonly onShowShortcuts: () => void }) {
  const { client } = useHost();
  const toast = useToast();
  const { fault, isBusy, attempt, dismiss } = useAttempt();
  const [view, setView] = useState<View>({ kind: 'waiting' });
  const [shown, setShown] = useState<Answer<'trash.open'> | null>(null);
  const [doomed, setDoomed] = useState<Trashed | null>(null);

  const look = useCallback(async () => setView(await client['trash.list']({})), [client]);
  useEffect(() => {
    void look();
  }, [look]);

  async function restore({ file, summary: { title } }: Trashed) {
    if (!(await attempt(() => client['trash.restore']({ file }), `“${title}” was not brought back`))) return;
    toast({ text: `“${title}” is back on the list.` });
    await look();
  }

  async function open({ file, summary: { title } }: Trashed) {
    setShown((await attempt(() => client['trash.open']({ file }), `“${title}” cannot be shown`)) ?? null);
  }

  async function deleteForGood({ file, summary: { title } }: Trashed) {
    if (!(await attempt(() => client['trash.delete']({ file }), `“${title}” was not deleted`))) return;
    toast({ text: `“${title}” is deleted for good.` });
    await look();
  }

  async function keepFor(days: TrashDays | null) {
    if (!(await attempt(() => client['trash.keepFor']({ days }), 'The choice was not kept'))) return;
    await look();
  }

  const names = view.kind === 'list' ? toldApart(view.reviews.map(({ summary }) => summary.title)) : [];
  return (
    <div className="wide-page">
      <SideHeader title="Trash" onShowShortcuts={onShowShortcuts} />
      <main className="wide-page__main" aria-busy={view.kind === 'waiting'}>
        {view.kind === 'failed' && (
          <ListFault title="The trash cannot be listed" fault={view} onRetry={() => void look()} />
        )}
        {view.kind === 'list' && (
          <>
            <UnreadableFiles files={view.unreadable} />
            <Retention
              days={view.days}
              deleted={view.deleted}
              isBusy={isBusy}
              onChange={(days) => void keepFor(days)}
            />
            {view.reviews.length === 0 ? (
              <EmptyState title="The trash is empty" icon={Trash2}>
                <p>Reviews that are deleted come here first, and can be brought back.</p>
              </EmptyState>
            ) : (
              <ul className="row-cards" aria-label="Deleted reviews">
                {view.reviews.map((trashed, index) => (
                  <TrashRow
                    key={trashed.file}
                    trashed={trashed}
                    days={view.days}
                    name={names[index] ?? trashed.summary.title}
                    onOpen={() => void open(trashed)}
                    onRestore={() => void restore(trashed)}
                    onDelete={() => setDoomed(trashed)}
                  />
                ))}
              </ul>
            )}
          </>
        )}
      </main>
      <DialogFor subject={shown}>
        {(review) => <TrashedReview review={review} onClose={() => setShown(null)} />}
      </DialogFor>
      <ConfirmDialog
        title="Delete for good"
        confirm="Delete for good"
        isDanger
        isOpen={doomed !== null}
        onClose={() => setDoomed(null)}
        onConfirm={() => doomed && void deleteForGood(doomed)}
      >
        <p>
          “{doomed?.summary.title}” is gone after that; only a backup would bring it back. Its sealed records and
          milestones stay in the data folder.
        </p>
      </ConfirmDialog>
      <FaultDialog fault={fault} onClose={dismiss} />
    </div>
  );
}
