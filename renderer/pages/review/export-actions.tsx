import { Download, FolderPlus } from 'lucide-react';
import { Button } from '#renderer/components/button.tsx';
import { DialogActions } from '#renderer/components/dialog.tsx';
import { ReplaceButton } from '#renderer/components/file-form-end.tsx';
import { WorkProgress } from '#renderer/components/work-progress.tsx';
import type { Fault } from '#renderer/host/fault.ts';
import { useHost } from '#renderer/host/host.tsx';
import type { JobProgress } from '#renderer/host/watch-job.ts';
import { type ExportChoice, goesIntoFolder } from './export-forms.ts';

export interface ExportActionsProps {
  readonly form: ExportChoice;
  readonly isBusy: boolean;
  readonly isReady: boolean;
  /** How far an export under way is; null before it counts as long. */
  readonly progress: JobProgress | null;
  readonly onStop: () => void;
  readonly onClose: () => void;
  /** What went wrong at the last try. */
  readonly fault: Fault | null;
  readonly onReplace: () => void;
}

/** The buttons below the fields; the form around them is submitted by the last one. */
export function ExportActions({
  form,
  isBusy,
  isReady,
  progress,
  onStop,
  onClose,
  fault,
  onReplace,
}: ExportActionsProps) {
  return (
    <DialogActions>
      {isBusy && <WorkProgress label="Export" start="The file is being written…" progress={progress} />}
      <Button onPress={isBusy ? onStop : onClose} isDisabled={isBusy && !progress?.canCancel}>
        Cancel
      </Button>
      <ReplaceButton fault={fault} onPress={onReplace} />
      <SubmitButton form={form} isDisabled={isBusy || !isReady} />
    </DialogActions>
  );
}

/** Says what comes next: the file, or the host's own dialog. */
function SubmitButton({ form, isDisabled }: { readonly form: ExportChoice; readonly isDisabled: boolean }) {
  const { info } = useHost();
  const asking = goesIntoFolder(form) ? 'Choose folder…' : 'Save as…';
  return (
    <Button kind="primary" icon={goesIntoFolder(form) ? FolderPlus : Download} type="submit" isDisabled={isDisabled}>
      {info.saveDialog ? asking : 'Export'}
    </Button>
  );
}
