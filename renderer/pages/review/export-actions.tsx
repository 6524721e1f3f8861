import { Download, FolderPlus } from 'lucide-react';
import { useHost } from '../../app/host.tsx';
import { Button } from '../../components/button.tsx';
import { DialogActions } from '../../components/dialog.tsx';
import { WorkProgress } from '../../components/work-progress.tsx';
import type { JobProgress } from '../../watch-job.ts';
import type { ExportChoice } from './export-forms.ts';

export interface ExportActionsProps {
  readonly form: ExportChoice;
  readonly isBusy: boolean;
  readonly isReady: boolean;
  /** How far an export under way is; null before it counts as long. */
  readonly progress: JobProgress | null;
  readonly onStop: () => void;
  readonly onClose: () => void;
  /** Null unless a file is in the way. */
  readonly onReplace: (() => void) | null;
}

/** The buttons below the fields; the form around them is submitted by the last one. */
export function ExportActions({ form, isBusy, isReady, progress, onStop, onClose, onReplace }: ExportActionsProps) {
  return (
    <DialogActions>
      {isBusy && <WorkProgress label="Export" start="The file is being written…" progress={progress} />}
      <Button onPress={isBusy ? onStop : onClose} isDisabled={isBusy && !progress?.canCancel}>
        Cancel
      </Button>
      {onReplace && (
        <Button kind="danger" onPress={onReplace}>
          Replace the file
        </Button>
      )}
      <SubmitButton form={form} isDisabled={isBusy || !isReady} />
    </DialogActions>
  );
}

/** Says what comes next: the file, or the host's own dialog. */
function SubmitButton({ form, isDisabled }: { readonly form: ExportChoice; readonly isDisabled: boolean }) {
  const { info } = useHost();
  const asking = form === 'adr' ? 'Choose folder…' : 'Save as…';
  return (
    <Button kind="primary" icon={form === 'adr' ? FolderPlus : Download} type="submit" isDisabled={isDisabled}>
      {info.saveDialog ? asking : 'Export'}
    </Button>
  );
}
