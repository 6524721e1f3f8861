import type { ShownFault } from '#renderer/host/use-attempt.ts';
import { Button } from './button.tsx';
import { Dialog, DialogActions } from './dialog.tsx';
import { FaultText } from './fault-text.tsx';

/** Says why something did not work, with the single findings. */
export function FaultDialog({ fault, onClose }: { readonly fault: ShownFault | null; readonly onClose: () => void }) {
  return (
    <Dialog title={fault?.title ?? ''} isOpen={fault !== null} onClose={onClose} role="alertdialog" hasCross={false}>
      {fault && <FaultText fault={fault} />}
      <DialogActions>
        <Button kind="primary" onPress={onClose} autoFocus>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  );
}
