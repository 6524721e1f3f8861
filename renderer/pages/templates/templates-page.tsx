import { FileInput } from 'lucide-react';
import { useRef, useState } from 'react';
import { useFileDrop } from '#renderer/base/use-file-drop.ts';
import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { FaultDialog } from '#renderer/components/fault-dialog.tsx';
import { FileChooser } from '#renderer/components/file-chooser.tsx';
import { SideHeader } from '#renderer/components/side-header.tsx';
import { useToast } from '#renderer/components/toast.tsx';
import { UnreadableFiles } from '#renderer/components/unreadable-files.tsx';
import { HandoutDialog, type HandoutSubject } from '#renderer/review/handout-dialog.tsx';
import type { LibraryTemplate } from '#shared/contract/contract.ts';
import { ExportTemplateDialog } from './export-template-dialog.tsx';
import { ImportTemplateDialog } from './import-template-dialog.tsx';
import { TemplateRow } from './template-row.tsx';
import { TemplateView } from './template-view.tsx';
import { useTemplateLibrary } from './use-template-library.ts';
import './templates-page.css';
import '#renderer/components/wide-page.css';

/** The templates that reviews can start from: where each comes from and how many reviews use it. */
export function TemplatesPage({ onShowShortcuts }: { readonly onShowShortcuts: () => void }) {
  const library = useTemplateLibrary();
  const [exported, setExported] = useState<LibraryTemplate | null>(null);
  const [printed, setPrinted] = useState<HandoutSubject | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const toast = useToast();
  const isDropping = useFileDrop(library.readFiles);
  const { state } = library;

  return (
    <div className="wide-page templates">
      <SideHeader title="Templates" onShowShortcuts={onShowShortcuts}>
        <Button kind="primary" icon={FileInput} onPress={() => input.current?.click()}>
          Import a template…
        </Button>
      </SideHeader>
      <main className="wide-page__main">
        <FileChooser
          ref={input}
          label="Template files"
          accept=".json,application/json"
          onFiles={(files) => library.readFiles(files)}
        />
        <p className="templates__lead">
          A template holds the sections, questions and rules of a review. Import one of your own, or an AWS
          Well-Architected custom lens, or drop the file here; you see what it holds before anything is kept.
        </p>
        {state.kind === 'failed' && (
          <Callout tone="warning" title="The templates cannot be listed" role="alert">
            <p>{state.fault.message}</p>
            <div className="row">
              <Button onPress={library.reload}>Try again</Button>
            </div>
          </Callout>
        )}
        {state.kind === 'ready' && (
          <>
            <UnreadableFiles files={state.list.unreadable} />
            <ul className="templates__list" aria-label="Templates">
              {state.list.templates.map((template) => (
                <TemplateRow
                  key={template.sha256}
                  template={template}
                  onLook={() => library.look(template)}
                  onExport={() => setExported(template)}
                  onPrint={() => setPrinted(template)}
                  onRemove={() => library.remove(template)}
                />
              ))}
            </ul>
          </>
        )}
      </main>
      {isDropping && <div className="wide-page__drop">Drop the template file to look at it</div>}
      <Dialog
        title={library.shown?.title ?? ''}
        isOpen={library.shown !== null}
        onClose={library.closeShown}
        size="wide"
      >
        {library.shown && <TemplateView template={library.shown} />}
      </Dialog>
      <ImportTemplateDialog
        pending={library.fault ? null : library.pending}
        onClose={library.nextPending}
        onImported={(name) => {
          library.nextPending();
          library.reload();
          toast({ text: `Imported “${name}”.` });
        }}
      />
      <ExportTemplateDialog template={exported} onClose={() => setExported(null)} />
      <HandoutDialog subject={printed} onClose={() => setPrinted(null)} />
      <FaultDialog fault={library.fault} onClose={library.dismissFault} />
    </div>
  );
}
