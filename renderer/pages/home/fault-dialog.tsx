import { Button } from '#renderer/components/button.tsx';
import { Dialog, DialogActions } from '#renderer/components/dialog.tsx';
import { FaultText } from '#renderer/components/fault-text.tsx';
import type { ActionFault } from './use-review-actions.ts';

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
