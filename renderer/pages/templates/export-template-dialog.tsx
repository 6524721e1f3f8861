import { Download } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { ExportDone } from '#renderer/components/export-done.tsx';
import { FileFormEnd } from '#renderer/components/file-form-end.tsx';
import { FilePlace } from '#renderer/components/file-place.tsx';
import { FormChoice, type OfferedForm } from '#renderer/components/form-choice.tsx';
import { useFileExport } from '#renderer/components/use-file-export.ts';
import { useHost } from '#renderer/host/host.tsx';
import type { Input, LibraryTemplate } from '#shared/contract/contract.ts';
import { suggestedFileName } from '#shared/contract/file-name.ts';
import '#renderer/components/export-form.css';
import { FindingList } from '#renderer/components/fault-text.tsx';
import '#renderer/components/field.css';

type Form = Input<'template.export'>['form'];

const FORMS: readonly OfferedForm<Form>[] = [
  { form: 'template', name: 'Template', purpose: 'Everything, to change it or to import it elsewhere.' },
  { form: 'lens', name: 'Custom lens', purpose: 'The multiple-choice questions, for AWS Well-Architected.' },
];

/** Writes a template to a file. */
export function ExportTemplateDialog({
  template,
  onClose,
}: {
  readonly template: LibraryTemplate | null;
  readonly onClose: () => void;
}) {
  return (
    <Dialog title={template ? `Export “${template.title}”` : ''} isOpen={template !== null} onClose={onClose}>
      {template && <ExportSteps template={template} onClose={onClose} />}
    </Dialog>
  );
}

function ExportSteps({ template, onClose }: { readonly template: LibraryTemplate; readonly onClose: () => void }) {
  const { client, info } = useHost();
  const [form, setForm] = useState<Form>('template');
  const { sha256 } = template;
  const writing = useFileExport(suggestedName(template, form), (target) =>
    client['template.export']({ sha256, form, target }),
  );
  const { state, fault, isBusy, isReady, run } = writing;

  if (state.kind === 'done') {
    return (
      <>
        {state.findings.length > 0 && (
          <Callout tone="open" title="What to know about this lens">
            <FindingList>
              {state.findings.map((finding) => (
                <li key={finding}>{finding}</li>
              ))}
            </FindingList>
          </Callout>
        )}
        <ExportDone path={state.path} onAgain={writing.again} onClose={onClose} />
      </>
    );
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        run(false);
      }}
    >
      {template.hasQuestions && (
        <FormChoice
          forms={FORMS}
          form={form}
          onChange={(chosen) => {
            setForm(chosen);
            writing.setFileName(null);
          }}
        />
      )}
      {info.saveDialog && <p>{template.summary}</p>}
      <FilePlace place={writing} />
      <FileFormEnd
        fault={fault}
        faultTitle="Nothing was exported"
        isBusy={isBusy}
        onClose={onClose}
        onReplace={() => run(true)}
      >
        <Button kind="primary" icon={Download} type="submit" isDisabled={isBusy || !isReady}>
          {info.saveDialog ? 'Save as…' : 'Export'}
        </Button>
      </FileFormEnd>
    </form>
  );
}

function suggestedName({ title, version }: LibraryTemplate, form: Form): string {
  return suggestedFileName(`${title} ${form === 'lens' ? 'lens' : version}`, 'json');
}
