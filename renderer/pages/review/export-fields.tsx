import { Download } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { ExportForm } from '#shared/contract.ts';
import { isBlank } from '#shared/fields.ts';
import { useHost } from '../../app/host.tsx';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { DialogActions } from '../../components/dialog.tsx';
import { TextField } from '../../components/text-field.tsx';
import { exportFileName } from './export-file-name.ts';
import type { ExportRequest, ExportState } from './use-export.ts';

const FORMS: readonly { readonly form: ExportForm; readonly name: string; readonly purpose: string }[] = [
  { form: 'pdf', name: 'PDF', purpose: 'The decision record to read, print and file.' },
  { form: 'markdown', name: 'Markdown', purpose: 'The same record as a MADR file, for a repository.' },
  { form: 'json', name: 'JSON', purpose: 'The whole review, to import again elsewhere.' },
];

/** Where the last export of this window went, so that the next one starts there. */
let lastFolder: string | null = null;

export interface ExportFieldsProps {
  readonly title: string;
  readonly state: Exclude<ExportState, { kind: 'done' }>;
  readonly onExport: (request: ExportRequest) => void;
  readonly onClose: () => void;
}

/** What to write and where to. */
export function ExportFields({ title, state, onExport, onClose }: ExportFieldsProps) {
  const { info } = useHost();
  const [form, setForm] = useState<ExportForm>('pdf');
  const [folder, setFolder] = useState(lastFolder ?? info.exportFolder);
  const [ownName, setOwnName] = useState<string | null>(null);
  const problem = useRef<HTMLDivElement>(null);
  const fileName = ownName ?? exportFileName(title, form);
  const isBusy = state.kind === 'busy';
  const isTaken = state.kind === 'failed' && state.fault.code === 'name-taken';
  const isReady = info.saveDialog || (!isBlank(folder) && !isBlank(fileName));

  useEffect(() => {
    if (state.kind === 'failed') problem.current?.scrollIntoView({ block: 'center' });
  }, [state]);

  function submit(replace: boolean) {
    if (isBusy || !isReady) return;
    if (info.saveDialog) {
      onExport({ form, target: { kind: 'ask' } });
      return;
    }
    lastFolder = folder;
    onExport({ form, target: { kind: 'named', folder, fileName, replace } });
  }

  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        submit(false);
      }}
    >
      <FormChoice
        form={form}
        onChange={(chosen) => {
          setForm(chosen);
          setOwnName(null);
        }}
      />
      {!info.saveDialog && (
        <>
          <TextField label="Folder" value={folder} onChange={setFolder} isRequired />
          <TextField label="File name" value={fileName} onChange={setOwnName} isRequired />
        </>
      )}
      {state.kind === 'failed' && (
        <div ref={problem}>
          <Callout
            tone="warning"
            title={isTaken ? 'There is a file of that name' : 'Nothing was exported'}
            role="alert"
          >
            <p>{state.fault.message}</p>
          </Callout>
        </div>
      )}
      {isBusy && (
        <div className="export__progress" role="status">
          <progress aria-label="Export" />
          <span>The file is being written…</span>
        </div>
      )}
      <DialogActions>
        <Button onPress={onClose} isDisabled={isBusy}>
          Cancel
        </Button>
        {isTaken && (
          <Button kind="danger" onPress={() => submit(true)}>
            Replace the file
          </Button>
        )}
        <Button kind="primary" icon={Download} type="submit" isDisabled={isBusy || !isReady}>
          {info.saveDialog ? 'Save as…' : 'Export'}
        </Button>
      </DialogActions>
    </form>
  );
}

function FormChoice({ form, onChange }: { readonly form: ExportForm; readonly onChange: (form: ExportForm) => void }) {
  const name = useId();
  return (
    <fieldset className="export__forms">
      <legend className="field__label">Form</legend>
      {FORMS.map(({ form: own, name: title, purpose }) => (
        <label key={own} className="export__form">
          <input type="radio" name={name} value={own} checked={own === form} onChange={() => onChange(own)} />
          <span className="export__name">{title}</span>
          <span className="small soft">{purpose}</span>
        </label>
      ))}
    </fieldset>
  );
}
