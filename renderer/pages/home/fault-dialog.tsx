import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import type { ActionFault } from './use-review-actions.ts';

/** Says why something did not work, with the single findings. */
export function FaultDialog({ fault, onClose }: { readonly fault: ActionFault | null; readonly onClose: () => void }) {
  return (
    <Dialog title={fault?.title ?? ''} isOpen={fault !== null} onClose={onClose} role="alertdialog">
      <p>{fault?.message}</p>
      {fault && fault.details.length > 0 && (
        <ul className="home__details">
          {fault.details.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      )}
      <DialogActions>
        <Button kind="primary" onPress={onClose} autoFocus>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  );
}
