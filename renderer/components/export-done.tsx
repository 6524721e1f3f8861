import { ExternalLink, FolderOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { useHost } from '#renderer/host/host.tsx';
import { useAttempt } from '#renderer/host/use-attempt.ts';
import { Button } from './button.tsx';
import { Callout } from './callout.tsx';
import { DialogActions } from './dialog.tsx';
import './export-form.css';

export interface ExportDoneProps {
  readonly path: string;
  /** What is worth knowing of the export, a line each. */
  readonly notes?: readonly string[];
  readonly onAgain: () => void;
  readonly onClose: () => void;
  /** What else can be done with the export. */
  readonly children?: ReactNode;
}

/** Where the file is, and the way to it. */
export function ExportDone({ path, notes = [], onAgain, onClose, children }: ExportDoneProps) {
  const { client } = useHost();
  const { fault, attempt } = useAttempt();

  return (
    <>
      <Callout tone="for" title="Exported" said={`Exported to ${path}`}>
        <p className="export__path">{path}</p>
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </Callout>
      {children}
      {fault && (
        <Callout tone="warning" title="It could not be shown" role="alert">
          <p>{fault.message}</p>
        </Callout>
      )}
      <DialogActions>
        <Button kind="quiet" onPress={onAgain}>
          Export another form
        </Button>
        {/\.pdf$/i.test(path) && (
          <Button icon={ExternalLink} onPress={() => void attempt(() => client['file.open']({ path }))}>
            Open
          </Button>
        )}
        <Button icon={FolderOpen} onPress={() => void attempt(() => client['file.reveal']({ path }))}>
          Show in folder
        </Button>
        <Button kind="primary" onPress={onClose} autoFocus>
          Done
        </Button>
      </DialogActions>
    </>
  );
}
