import { Printer } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#renderer/components/button.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { ExportDone } from '#renderer/components/export-done.tsx';
import { FileFormEnd } from '#renderer/components/file-form-end.tsx';
import { FilePlace } from '#renderer/components/file-place.tsx';
import { FormChoice, type OfferedForm } from '#renderer/components/form-choice.tsx';
import { useFileExport } from '#renderer/components/use-file-export.ts';
import { useHost } from '#renderer/host/host.tsx';
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
  const writing = useFileExport(suggestedFileName(`${title} ${HANDOUT_WORDS[form]}`, 'pdf'), (target) =>
    client['template.print']({ sha256, handout: form, review, paper, target }),
  );
  const { state, fault, isBusy, isReady, run } = writing;

  if (state.kind === 'done') return <ExportDone path={state.path} onAgain={writing.again} onClose={onClose} />;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        // Where it lies in the form of a dialog below, that one is not meant.
        event.stopPropagation();
        run(false);
      }}
    >
      <FormChoice
        forms={FORMS}
        form={form}
        onChange={(chosen) => {
          setForm(chosen);
          writing.setFileName(null);
        }}
      />
      <PaperChoice label="Paper" />
      <FilePlace place={writing} />
      <FileFormEnd
        fault={fault}
        faultTitle="Nothing was printed"
        isBusy={isBusy}
        onClose={onClose}
        onReplace={() => run(true)}
      >
        <Button kind="primary" icon={Printer} type="submit" isDisabled={isBusy || !isReady}>
          {info.saveDialog ? 'Save as…' : 'Save the PDF'}
        </Button>
      </FileFormEnd>
    </form>
  );
}
