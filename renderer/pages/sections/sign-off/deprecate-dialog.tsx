import { type FormEvent, useId, useState } from 'react';
import { isBlank } from '#shared/fields.ts';
import { Button } from '../../../components/button.tsx';
import { Dialog, DialogActions } from '../../../components/dialog.tsx';
import { TextArea } from '../../../components/text-area.tsx';
import { TextField } from '../../../components/text-field.tsx';
import type { Deprecation } from '../../../edit/sign-off.ts';
import { focusAnchor } from '../../../focus-anchor.ts';

export interface DeprecateDialogProps {
  readonly onClose: () => void;
  readonly onConfirm: (mark: Omit<Deprecation, 'at'>) => void;
}

/** Asks why a signed decision does not hold any more, and who says so. */
export function DeprecateDialog({ onClose, onConfirm }: DeprecateDialogProps) {
  const [by, setBy] = useState('');
  const [reason, setReason] = useState('');
  const [wasTried, setTried] = useState(false);
  const id = useId();

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (isBlank(by)) focusAnchor(`${id}-by`);
    else if (isBlank(reason)) focusAnchor(`${id}-reason`);
    else onConfirm({ by: by.trim(), reason });
  }

  return (
    <Dialog title="The decision does not hold any more" isOpen onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <p>
          The record will say “deprecated”, with your reason. The signed content stays as it is, and the mark can be
          taken back.
        </p>
        <TextField
          id={`${id}-by`}
          label="Your name"
          isRequired
          value={by}
          error={wasTried && isBlank(by) ? 'Say who sets the decision aside.' : undefined}
          onChange={setBy}
        />
        <TextArea
          id={`${id}-reason`}
          label="Why it does not hold any more"
          isRequired
          rows={3}
          value={reason}
          error={wasTried && isBlank(reason) ? 'Write why.' : undefined}
          onChange={setReason}
        />
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit">
            Mark as deprecated
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
