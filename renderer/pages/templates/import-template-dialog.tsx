import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { Dialog, DialogActions } from '#renderer/components/dialog.tsx';
import { FaultText, FindingList } from '#renderer/components/fault-text.tsx';
import { useHost } from '#renderer/host/host.tsx';
import { useAttempt } from '#renderer/host/use-attempt.ts';
import type { TemplatePreview } from '#shared/contract/contract.ts';
import { TemplateView } from './template-view.tsx';

/** A file that was read and understood, but is not in the library yet. */
export interface PendingImport {
  readonly kind: 'pending';
  readonly file: string;
  readonly text: string;
  readonly preview: TemplatePreview;
}

export interface ImportTemplateDialogProps {
  readonly pending: PendingImport | null;
  readonly onClose: () => void;
  readonly onImported: (title: string) => void;
}

const STANDINGS: Readonly<Record<TemplatePreview['standing'], string>> = {
  new: 'The library does not have this template yet.',
  here: 'The library has exactly this template already. There is nothing to import.',
  newer:
    'This is a newer version of a template in the library. Reviews stay on theirs until somebody carries them over.',
  older: 'The library has a newer version of this template. The two stand side by side.',
};

/** Shows what a file holds, and takes it into the library on demand. */
export function ImportTemplateDialog({ pending, onClose, onImported }: ImportTemplateDialogProps) {
  return (
    <Dialog
      title={pending ? `Import “${pending.preview.template.title}”` : ''}
      isOpen={pending !== null}
      onClose={onClose}
      size="wide"
    >
      {pending && <ImportSteps key={pending.file} pending={pending} onClose={onClose} onImported={onImported} />}
    </Dialog>
  );
}

function ImportSteps({
  pending,
  onClose,
  onImported,
}: Omit<ImportTemplateDialogProps, 'pending'> & { readonly pending: PendingImport }) {
  const { client } = useHost();
  const { fault, isBusy, attempt } = useAttempt();
  const { file, text, preview } = pending;

  async function take() {
    const imported = await attempt(() => client['template.import']({ text, file }));
    if (imported) onImported(`${imported.template.title} ${imported.template.version}`);
  }

  return (
    <>
      <p>
        {preview.form === 'lens' && 'This is an AWS Well-Architected custom lens; it becomes a template. '}
        {STANDINGS[preview.standing]}
      </p>
      {preview.findings.length > 0 && (
        <Callout tone="open" title="Not everything came over as it stood">
          <FindingList>
            {preview.findings.map((finding) => (
              <li key={finding}>{finding}</li>
            ))}
          </FindingList>
        </Callout>
      )}
      <TemplateView template={preview.template} />
      {fault && (
        <Callout tone="warning" title="Nothing was imported" role="alert">
          <FaultText fault={fault} />
        </Callout>
      )}
      <DialogActions>
        <Button onPress={onClose}>{preview.standing === 'here' ? 'Close' : 'Cancel'}</Button>
        {preview.standing !== 'here' && (
          <Button kind="primary" isDisabled={isBusy} onPress={() => void take()}>
            Import
          </Button>
        )}
      </DialogActions>
    </>
  );
}
