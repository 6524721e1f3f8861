import { Archive } from 'lucide-react';
import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import { writeMoment } from '#renderer/base/dates.ts';
import { useTitle } from '#renderer/base/use-title.ts';
import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { Card } from '#renderer/components/card.tsx';
import { DialogFor } from '#renderer/components/dialog.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { FaultDialog } from '#renderer/components/fault-dialog.tsx';
import { ListFault } from '#renderer/components/list-fault.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { SideHeader } from '#renderer/components/side-header.tsx';
import { useToast } from '#renderer/components/toast.tsx';
import { useHost } from '#renderer/host/host.tsx';
import { useAttempt } from '#renderer/host/use-attempt.ts';
import type { Answer, CallFailure } from '#shared/contract/contract.ts';
import { BackupDialog } from './backup-dialog.tsx';
import { BackupFolder } from './backup-folder.tsx';
import { RestoreDialog } from './restore-dialog.tsx';
import './backups-page.css';
import '#renderer/components/row-cards.css';
import '#renderer/components/wide-page.css';

type State = Answer<'backup.state'>;
type View = State | CallFailure | { readonly kind: 'waiting' };

const EVERY = [
  { value: 'never', text: 'Only by hand' },
  { value: 'day', text: 'Every day' },
  { value: 'week', text: 'Every week' },
] as const;

/** Id of what says why nothing can be backed up yet. */
const NEEDS_FOLDER = 'backups-need-a-folder';

/** Backups of the data folder: where they go, how often one is made, and the way back. */
export function BackupsPage({
  handed = null,
  onTaken,
  onShowShortcuts,
}: {
  /** A backup that was handed to the program, to be looked at. */
  readonly handed?: string | null;
  /** Told that it is being looked at. */
  readonly onTaken?: () => void;
  readonly onShowShortcuts: () => void;
}) {
  const { client } = useHost();
  const toast = useToast();
  const { fault, isBusy, attempt, dismiss } = useAttempt();
  const [view, setView] = useState<View>({ kind: 'waiting' });
  const [looking, setLooking] = useState<string | null>(null);
  const [isChoosing, setChoosing] = useState(false);
  useTitle('Backups');
  const taken = useEffectEvent(() => onTaken?.());
  useEffect(() => {
    if (handed === null) return;
    setLooking(handed);
    taken();
  }, [handed]);

  const look = useCallback(async () => setView(await client['backup.state']({})), [client]);
  useEffect(() => {
    void look();
  }, [look]);

  async function choose(folder?: string) {
    const answer = await attempt(
      () => client['backup.choose'](folder === undefined ? {} : { folder }),
      'The folder was not taken',
    );
    if (answer?.kind === 'state') setView(answer);
  }

  async function schedule(every: 'never' | 'day' | 'week') {
    const answer = await attempt(
      () => client['backup.schedule']({ every: every === 'never' ? null : every }),
      'The choice was not kept',
    );
    if (answer) setView(answer);
  }

  async function make() {
    const made = await attempt(() => client['backup.make']({}), 'No backup was made');
    if (made?.kind === 'made') await tell(made);
  }

  async function tell(made: Answer<'backup.make'> & { readonly kind: 'made' }) {
    const damaged =
      made.damaged.length > 0 ? ` ${made.damaged.length} of them cannot be read and are in it as they are.` : '';
    toast({ text: `Backup made: ${made.reviews} ${made.reviews === 1 ? 'review' : 'reviews'}.${damaged}` });
    await look();
  }

  return (
    <div className="wide-page">
      <SideHeader title="Backups" onShowShortcuts={onShowShortcuts} />
      <main className="wide-page__main" aria-busy={view.kind === 'waiting'}>
        <p className="backups__intro">
          A backup is one file with everything in the data folder: reviews with their earlier versions, templates,
          sealed records, milestones and the trash, each with a checksum. Keys are in it only when you ask for them,
          under a passphrase.
        </p>
        {view.kind === 'failed' && (
          <ListFault title="The backups cannot be shown" fault={view} onRetry={() => void look()} />
        )}
        {view.kind === 'state' && (
          <>
            {view.problem !== '' && (
              <Callout tone="warning" title="Something is wrong with the backups" role="alert">
                <p>{view.problem}</p>
              </Callout>
            )}
            <Card title="Where and when" level={2}>
              <BackupFolder folder={view.folder} isBusy={isBusy} onChoose={(folder) => void choose(folder)} />
              <SelectField
                label="A backup is made"
                value={view.every ?? 'never'}
                options={EVERY}
                isDisabled={view.folder === null}
                help="While Groundwork runs. Of those made by themselves, the ten newest are kept."
                onChange={(every) => every && void schedule(every)}
              />
              <div className="row">
                <Button
                  kind="primary"
                  isDisabled={view.folder === null || isBusy}
                  describedBy={view.folder === null ? NEEDS_FOLDER : undefined}
                  onPress={() => void make()}
                >
                  {isBusy ? 'Working…' : 'Back up now'}
                </Button>
                <Button
                  isDisabled={view.folder === null || isBusy}
                  describedBy={view.folder === null ? NEEDS_FOLDER : undefined}
                  onPress={() => setChoosing(true)}
                >
                  Choose what goes in…
                </Button>
                {view.folder === null && (
                  <span id={NEEDS_FOLDER} className="small soft">
                    Choose a folder first.
                  </span>
                )}
              </div>
            </Card>
            <Backups backups={view.backups} onLook={setLooking} />
          </>
        )}
      </main>
      <DialogFor subject={isChoosing || null}>
        {() => <BackupDialog onMade={(made) => void tell(made)} onClose={() => setChoosing(false)} />}
      </DialogFor>
      <DialogFor subject={looking}>
        {(file) => <RestoreDialog file={file} onClose={() => setLooking(null)} />}
      </DialogFor>
      <FaultDialog fault={fault} onClose={dismiss} />
    </div>
  );
}

function Backups({ backups, onLook }: { readonly backups: State['backups']; readonly onLook: (file: string) => void }) {
  if (backups.length === 0) {
    return (
      <EmptyState title="There are no backups yet" icon={Archive}>
        <p>Choose a folder, best on another disk, then make one.</p>
      </EmptyState>
    );
  }
  return (
    <ul className="row-cards" aria-label="Backups">
      {backups.map(({ file, madeAt, size }) => (
        <li key={file} className="row-cards__row">
          <div className="row-cards__words">
            <p className="row-cards__title">{writeMoment(madeAt)}</p>
            <p className="small soft">
              {file} · {megabytes(size)}
            </p>
          </div>
          <Button size="small" label={`Restore from the backup of ${writeMoment(madeAt)}`} onPress={() => onLook(file)}>
            Restore…
          </Button>
        </li>
      ))}
    </ul>
  );
}

function megabytes(bytes: number): string {
  const size = bytes / (1024 * 1024);
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} MB`;
}
