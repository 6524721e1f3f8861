import { Download } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { ExportDone } from '#renderer/components/export-done.tsx';
import { FileFormEnd, faultAt } from '#renderer/components/file-form-end.tsx';
import { FormChoice, type OfferedForm } from '#renderer/components/form-choice.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import type { Fault } from '#renderer/host/fault.ts';
import { useHost } from '#renderer/host/host.tsx';
import { isBlank } from '#shared/base/limits.ts';
import type { Input, LibraryTemplate } from '#shared/contract/contract.ts';
import { suggestedFileName } from '#shared/contract/file-name.ts';
import '#renderer/components/export-form.css';
import { FindingList } from '#renderer/components/fault-text.tsx';
import '#renderer/components/field.css';

type Form = Input<'template.export'>['form'];

type State =
  | { readonly kind: 'asking' | 'busy' }
  | { readonly kind: 'failed'; readonly fault: Fault }
  | { readonly kind: 'done'; readonly path: string; readonly findings: readonly string[] };

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
  const [folder, setFolder] = useState(info.exportFolder);
  const [ownName, setOwnName] = useState<string | null>(null);
  const [state, setState] = useState<State>({ kind: 'asking' });
  const fileName = ownName ?? suggestedName(template, form);
  const isBusy = state.kind === 'busy';
  const fault = state.kind === 'failed' ? state.fault : null;
  const isReady = info.saveDialog || (!isBlank(folder) && !isBlank(fileName));

  async function attempt(replace: boolean): Promise<State> {
    const target = info.saveDialog
      ? ({ kind: 'ask' } as const)
      : ({ kind: 'named', folder, fileName, replace } as const);
    const answer = await client['template.export']({ sha256: template.sha256, form, target });
    switch (answer.kind) {
      case 'exported':
        return { kind: 'done', path: answer.path, findings: answer.findings };
      case 'cancelled':
        return { kind: 'asking' };
      case 'failed':
        return { kind: 'failed', fault: answer };
    }
  }
  async function run(replace: boolean) {
    if (isBusy || !isReady) return;
    setState({ kind: 'busy' });
    setState(await attempt(replace));
  }

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
        <ExportDone path={state.path} onAgain={() => setState({ kind: 'asking' })} onClose={onClose} />
      </>
    );
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void run(false);
      }}
    >
      {template.hasQuestions && (
        <FormChoice
          forms={FORMS}
          form={form}
          onChange={(chosen) => {
            setForm(chosen);
            setOwnName(null);
          }}
        />
      )}
      {info.saveDialog ? (
        <p>{template.summary}</p>
      ) : (
        <>
          <TextField label="Folder" value={folder} onChange={setFolder} isRequired {...faultAt(fault, 'folder')} />
          <TextField label="File name" value={fileName} onChange={setOwnName} isRequired {...faultAt(fault, 'name')} />
        </>
      )}
      <FileFormEnd
        fault={fault}
        faultTitle="Nothing was exported"
        isBusy={isBusy}
        onClose={onClose}
        onReplace={() => void run(true)}
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
