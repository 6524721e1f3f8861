import { type ReactNode, useEffect, useRef } from 'react';
import type { Fault } from '#renderer/host/fault.ts';
import { Button } from './button.tsx';
import { Callout } from './callout.tsx';
import { DialogActions } from './dialog.tsx';
import { FaultText } from './fault-text.tsx';
import type { FieldProps } from './field.tsx';

/** Id of what says why a file was not written; one dialog at a time does. */
const FAULT_ID = 'file-fault';

/** What ties the field that a failure is about to the words that say it. */
export function faultAt(fault: Fault | null, field: 'folder' | 'name'): Pick<FieldProps, 'isInvalid' | 'describedBy'> {
  const isAbout = field === 'folder' ? fault?.code === 'folder-missing' : fault !== null && isTaken(fault);
  return isAbout ? { isInvalid: true, describedBy: FAULT_ID } : {};
}

/** Why a file was not written, or a task that writes one not done. */
export function FileFault({ fault, title }: { readonly fault: Fault; readonly title: string }) {
  const place = useRef<HTMLDivElement>(null);
  // Each failure anew, also when it says the same: the dialog may be scrolled away from it.
  useEffect(() => {
    if (fault) place.current?.scrollIntoView({ block: 'center' });
  }, [fault]);
  return (
    <div ref={place}>
      {/* The id is the alert's own: around it, it would be a part of the page that a screen reader hears of in its place. */}
      <Callout
        id={FAULT_ID}
        tone="warning"
        title={isTaken(fault) ? 'There is a file of that name' : title}
        role="alert"
      >
        <FaultText fault={fault} />
      </Callout>
    </div>
  );
}

/** The way to write over the file that is in the way, if there is one. */
export function ReplaceButton({ fault, onPress }: { readonly fault: Fault | null; readonly onPress: () => void }) {
  return (
    fault &&
    isTaken(fault) && (
      <Button kind="danger" onPress={onPress}>
        Replace the file
      </Button>
    )
  );
}

export interface FileFormEndProps {
  /** What went wrong at the last try. */
  readonly fault: Fault | null;
  /** What to call it. */
  readonly faultTitle: string;
  readonly isBusy: boolean;
  readonly onClose: () => void;
  readonly onReplace: () => void;
  /** The button that submits the form. */
  readonly children: ReactNode;
}

/** The end of a form that writes a file: what went wrong, and the ways on. */
export function FileFormEnd({ fault, faultTitle, isBusy, onClose, onReplace, children }: FileFormEndProps) {
  return (
    <>
      {fault && <FileFault fault={fault} title={faultTitle} />}
      <DialogActions>
        <Button onPress={onClose} isDisabled={isBusy}>
          Cancel
        </Button>
        <ReplaceButton fault={fault} onPress={onReplace} />
        {children}
      </DialogActions>
    </>
  );
}

function isTaken({ code }: Fault): boolean {
  return code === 'name-taken';
}
