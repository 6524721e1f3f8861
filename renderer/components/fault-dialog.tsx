import { Button } from './button.tsx';
import { Dialog, DialogActions } from './dialog.tsx';
import { FaultText } from './fault-text.tsx';

/** What went wrong with an action, and with what. */
export interface ActionFault {
  readonly title: string;
  readonly message: string;
  readonly details: readonly string[];
}

/** Says why something did not work, with the single findings. */
export function FaultDialog({ fault, onClose }: { readonly fault: ActionFault | null; readonly onClose: () => void }) {
  return (
    <Dialog title={fault?.title ?? ''} isOpen={fault !== null} onClose={onClose} role="alertdialog">
      {fault && <FaultText fault={fault} />}
      <DialogActions>
        <Button kind="primary" onPress={onClose} autoFocus>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  );
}
