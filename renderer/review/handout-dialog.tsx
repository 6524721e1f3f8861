import { Printer } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#renderer/components/button.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { ExportDone } from '#renderer/components/export-done.tsx';
import { FileFormEnd, faultAt } from '#renderer/components/file-form-end.tsx';
import { FormChoice, type OfferedForm } from '#renderer/components/form-choice.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import type { Fault } from '#renderer/host/fault.ts';
import { useHost } from '#renderer/host/host.tsx';
import { isBlank } from '#shared/base/limits.ts';
import { suggestedFileName } from '#shared/contract/file-name.ts';
import { HANDOUT_WORDS, type HandoutKind } from '#shared/handout/model.ts';
import { PaperChoice, usePaper } from './paper-choice.tsx';
import '#renderer/components/export-form.css';

/** What is printed: a template, by itself or for a review. */
export interface HandoutSubject {
  readonly sha256: string;
  /** Of the review, else of the template. */
  readonly title: string;
  /** Id of the review; left out for any. */
  readonly review?: string;
}

const FORMS: readonly OfferedForm<HandoutKind>[] = [
  {
    form: 'run-sheet',
    name: HANDOUT_WORDS['run-sheet'],
    purpose: 'For the facilitator: minutes, and for each section what to ask, what goes wrong and when to stop.',
  },
  { form: 'blank', name: HANDOUT_WORDS.blank, purpose: 'To fill in with a pen: every question, risk and score.' },
];

type State =
  | { readonly kind: 'asking' | 'busy' }
  | { readonly kind: 'failed'; readonly fault: Fault }
  | { readonly kind: 'done'; readonly path: string };

/** Writes a run sheet or a blank workbook as a PDF. */
export function HandoutDialog({
  subject,
  onClose,
}: {
  readonly subject: HandoutSubject | null;
  readonly onClose: () => void;
}) {
  return (
    <Dialog title="Print for the workshop" isOpen={subject !== null} onClose={onClose}>
      {subject && <HandoutForm subject={subject} onClose={onClose} />}
    </Dialog>
  );
}

function HandoutForm({ subject, onClose }: { readonly subject: HandoutSubject; readonly onClose: () => void }) {
  const { client, info } = useHost();
  const { sha256, title, review } = subject;
  const paper = usePaper();
  const [form, setForm] = useState<HandoutKind>('run-sheet');
  const [folder, setFolder] = useState(info.exportFolder);
  const [ownName, setOwnName] = useState<string | null>(null);
  const [state, setState] = useState<State>({ kind: 'asking' });
  const fileName = ownName ?? suggestedFileName(`${title} ${HANDOUT_WORDS[form]}`, 'pdf');
  const isBusy = state.kind === 'busy';
  const fault = state.kind === 'failed' ? state.fault : null;
  const isReady = info.saveDialog || (!isBlank(folder) && !isBlank(fileName));

  async function attempt(replace: boolean): Promise<State> {
    const target = info.saveDialog
      ? ({ kind: 'ask' } as const)
      : ({ kind: 'named', folder, fileName, replace } as const);
    const answer = await client['template.print']({ sha256, handout: form, review, paper, target });
    if (answer.kind === 'failed') return { kind: 'failed', fault: answer };
    return answer.kind === 'cancelled' ? { kind: 'asking' } : { kind: 'done', path: answer.path };
  }
  async function run(replace: boolean) {
    if (isBusy || !isReady) return;
    setState({ kind: 'busy' });
    setState(await attempt(replace));
  }

  if (state.kind === 'done') {
    return <ExportDone path={state.path} onAgain={() => setState({ kind: 'asking' })} onClose={onClose} />;
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        // Where it lies in the form of a dialog below, that one is not meant.
        event.stopPropagation();
        void run(false);
      }}
    >
      <FormChoice
        forms={FORMS}
        form={form}
        onChange={(chosen) => {
          setForm(chosen);
          setOwnName(null);
        }}
      />
      <PaperChoice label="Paper" />
      {!info.saveDialog && (
        <>
          <TextField label="Folder" value={folder} onChange={setFolder} isRequired {...faultAt(fault, 'folder')} />
          <TextField label="File name" value={fileName} onChange={setOwnName} isRequired {...faultAt(fault, 'name')} />
        </>
      )}
      <FileFormEnd
        fault={fault}
        faultTitle="Nothing was printed"
        isBusy={isBusy}
        onClose={onClose}
        onReplace={() => void run(true)}
      >
        <Button kind="primary" icon={Printer} type="submit" isDisabled={isBusy || !isReady}>
          {info.saveDialog ? 'Save as…' : 'Save the PDF'}
        </Button>
      </FileFormEnd>
    </form>
  );
}
