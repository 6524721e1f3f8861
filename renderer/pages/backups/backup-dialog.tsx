import { type FormEvent, useEffect, useId, useState } from 'react';
import { focusAnchor } from '#renderer/base/focus-anchor.ts';
import { sayCancelled } from '#renderer/base/voice.ts';
import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { Dialog, DialogActions } from '#renderer/components/dialog.tsx';
import { FaultText } from '#renderer/components/fault-text.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { WaitingLine } from '#renderer/components/waiting-line.tsx';
import { WorkProgress } from '#renderer/components/work-progress.tsx';
import type { Fault } from '#renderer/host/fault.ts';
import { useHost } from '#renderer/host/host.tsx';
import { useJob } from '#renderer/host/use-job.ts';
import type { Answer } from '#shared/contract/contract.ts';
import { PASSPHRASE_MINIMUM } from '#shared/contract/key-contract.ts';
import { ReviewChoice } from './review-choice.tsx';

export interface BackupDialogProps {
  readonly onMade: (made: Answer<'backup.make'> & { readonly kind: 'made' }) => void;
  readonly onClose: () => void;
}

/** Asks which reviews go into a backup, and whether the keys do, and makes it. */
export function BackupDialog({ onMade, onClose }: BackupDialogProps) {
  const { client } = useHost();
  const { progress, run, cancel } = useJob(sayCancelled);
  const id = useId();
  const [reviews, setReviews] = useState<readonly { readonly id: string; readonly title: string }[] | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [withKeys, setWithKeys] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [wasTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);

  useEffect(() => {
    let isGone = false;
    void (async () => {
      let answer = await client['review.list']({});
      while (answer.kind === 'list' && answer.reading > 0 && !isGone)
        answer = await client['review.list']({ goOn: true });
      if (isGone) return;
      if (answer.kind === 'failed') return setFault(answer);
      setReviews(answer.reviews);
      setChosen(new Set(answer.reviews.map(({ id }) => id)));
    })();
    return () => {
      isGone = true;
    };
  }, [client]);

  const isShort = [...passphrase].length < PASSPHRASE_MINIMUM;
  const owed = withKeys && (isShort || passphrase !== again);

  async function make(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (owed) {
      focusAnchor(`${id}-${isShort ? 'passphrase' : 'again'}`);
      return;
    }
    if (isBusy || reviews === null || chosen.size === 0) return;
    setBusy(true);
    setFault(null);
    const isAll = chosen.size === reviews.length;
    const answer = await run((job) =>
      client['backup.make']({ job, ...(!isAll && { only: [...chosen] }), ...(withKeys && { passphrase }) }),
    );
    setBusy(false);
    if (answer.kind === 'failed') return setFault(answer);
    if (answer.kind === 'made') onMade(answer);
    onClose();
  }

  return (
    <Dialog title="Choose what goes into the backup" size="wide" isOpen onClose={onClose} isDismissable={!isBusy}>
      <form className="stack" noValidate onSubmit={(event) => void make(event)}>
        {reviews === null && !fault && <WaitingLine text="The reviews are being read…" />}
        {reviews?.length === 0 && <p>There are no reviews yet.</p>}
        {reviews && reviews.length > 0 && (
          <ReviewChoice label="Reviews" reviews={reviews} chosen={chosen} onChange={setChosen} />
        )}
        <p className="small soft">
          A review comes with its template, earlier versions, milestones and sealed records. The trash goes in only when
          all reviews do.
        </p>
        <Checkbox isSelected={withKeys} onChange={setWithKeys}>
          The keys of this workbook as well, under a passphrase
        </Checkbox>
        {withKeys && (
          <>
            <TextField
              id={`${id}-passphrase`}
              type="password"
              label="New passphrase"
              help={`At least ${PASSPHRASE_MINIMUM} characters. It is not stored: without it, the keys cannot be brought back.`}
              isRequired
              value={passphrase}
              error={
                wasTried && isShort ? `The passphrase needs at least ${PASSPHRASE_MINIMUM} characters.` : undefined
              }
              onChange={setPassphrase}
            />
            <TextField
              id={`${id}-again`}
              type="password"
              label="The same again"
              isRequired
              value={again}
              error={wasTried && !isShort && passphrase !== again ? 'This is not the same passphrase.' : undefined}
              onChange={setAgain}
            />
          </>
        )}
        {fault && (
          <Callout tone="warning" title="No backup was made" role="alert">
            <FaultText fault={fault} />
          </Callout>
        )}
        {isBusy && <WorkProgress label="Backup" start="The backup is being written…" progress={progress} />}
        <DialogActions>
          <Button onPress={isBusy ? cancel : onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isDisabled={isBusy || reviews === null || chosen.size === 0}>
            {isBusy ? 'Working…' : 'Back up'}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
