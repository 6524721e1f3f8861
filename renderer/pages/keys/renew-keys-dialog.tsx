import { useState } from 'react';
import { say } from '#renderer/base/voice.ts';
import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { ChoiceCards } from '#renderer/components/choice-cards.tsx';
import { Dialog, DialogActions } from '#renderer/components/dialog.tsx';
import { FaultText } from '#renderer/components/fault-text.tsx';
import type { Fault } from '#renderer/host/fault.ts';
import { useHost } from '#renderer/host/host.tsx';

const CHOICES = [
  {
    id: 'count',
    name: 'They stay good',
    about: 'Nobody else has the key, as far as you know. Only seals made with it from now on count for nothing.',
  },
  {
    id: 'none',
    name: 'None of them counts any more',
    about: 'Somebody has the key. Seal the records that matter again.',
  },
] as const;

/** Gives the keys up and makes new ones, after asking what becomes of the seals made with them. */
export function RenewKeysDialog({
  onRenewed,
  onClose,
}: {
  /** Shows the new ones. */
  readonly onRenewed: () => Promise<void>;
  readonly onClose: () => void;
}) {
  const { client } = useHost();
  const [seals, setSeals] = useState<string>('count');
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);

  async function renew() {
    setBusy(true);
    const answer = await client['key.renew']({ counts: seals === 'count' });
    if (answer.kind === 'failed') {
      setBusy(false);
      return setFault(answer);
    }
    // What opened this may go with the old keys, so that the focus is given back to what is there.
    await onRenewed();
    onClose();
    say('New keys were made.');
  }
  return (
    <Dialog title="Make new keys" isOpen onClose={onClose} isDismissable={!isBusy}>
      <p>
        Records are sealed with new keys from now on, and the old ones stand on the list of those given up. Give the new
        root certificate to those who trust the old one.
      </p>
      <ChoiceCards
        label="Seals made with the old keys until now"
        value={seals}
        choices={CHOICES}
        isClearable={false}
        onChange={(id) => setSeals(id ?? 'count')}
      />
      {fault && (
        <Callout tone="warning" title="No new keys were made" role="alert">
          <FaultText fault={fault} />
        </Callout>
      )}
      <DialogActions>
        <Button onPress={onClose} isDisabled={isBusy}>
          Cancel
        </Button>
        <Button kind="primary" onPress={() => void renew()} isDisabled={isBusy}>
          Make new keys
        </Button>
      </DialogActions>
    </Dialog>
  );
}
