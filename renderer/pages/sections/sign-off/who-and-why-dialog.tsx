import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { focusAnchor } from '#renderer/base/focus-anchor.ts';
import { Button } from '#renderer/components/button.tsx';
import { ComboField } from '#renderer/components/combo-field.tsx';
import { Dialog, DialogActions } from '#renderer/components/dialog.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import { isBlank } from '#shared/base/limits.ts';

/** A field that has to be filled: its label, and what to say while it is empty. */
interface NeededText {
  readonly label: string;
  readonly owed: string;
}

export interface WhoAndWhyDialogProps {
  readonly title: string;
  readonly who: NeededText;
  readonly why: NeededText;
  /** Who it may be, and who it probably is. */
  readonly people: readonly string[];
  readonly suggested?: string;
  /** What the confirming button does, as a verb. */
  readonly confirm: string;
  /** What is being noted. */
  readonly children: ReactNode;
  readonly onClose: () => void;
  readonly onConfirm: (noted: { readonly by: string; readonly why: string }) => void;
}

/** Asks who says something about a signed review, and why; both are needed. */
export function WhoAndWhyDialog(props: WhoAndWhyDialogProps) {
  const { title, who, why, people, suggested = '', confirm, children, onClose, onConfirm } = props;
  const [by, setBy] = useState(suggested);
  const [reason, setReason] = useState('');
  const [wasTried, setTried] = useState(false);
  const id = useId();

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (isBlank(by)) focusAnchor(`${id}-who`);
    else if (isBlank(reason)) focusAnchor(`${id}-why`);
    else onConfirm({ by: by.trim(), why: reason });
  }

  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        {children}
        <ComboField
          id={`${id}-who`}
          label={who.label}
          isRequired
          value={by}
          suggestions={people}
          error={wasTried && isBlank(by) ? who.owed : undefined}
          onChange={setBy}
        />
        <TextArea
          id={`${id}-why`}
          label={why.label}
          isRequired
          rows={3}
          value={reason}
          error={wasTried && isBlank(reason) ? why.owed : undefined}
          onChange={setReason}
        />
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit">
            {confirm}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
