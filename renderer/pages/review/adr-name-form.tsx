import { Download } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { DialogActions } from '#renderer/components/dialog.tsx';
import { FileFault } from '#renderer/components/file-form-end.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { isBlank } from '#shared/base/limits.ts';
import type { UnnamedExport } from './use-export.ts';
import '#renderer/components/export-form.css';
import '#renderer/components/field.css';

export interface AdrNameFormProps {
  readonly unnamed: UnnamedExport;
  readonly onExport: (name: string) => void;
  readonly onBack: () => void;
}

/** Asks how a record is to be called in a folder whose records do not say it. */
export function AdrNameForm({ unnamed, onExport, onBack }: AdrNameFormProps) {
  const { folder, reason, names, fault, isBusy } = unnamed;
  const [name, setName] = useState(names[0] ?? '');
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy && !isBlank(name)) onExport(name);
      }}
    >
      <Callout tone="open" title="Nothing was written yet" said={`Nothing was written yet. ${reason}`}>
        <p>{reason} Say what the record is to be called.</p>
        <p className="export__path">{folder}</p>
      </Callout>
      <NameChoice names={names} name={name} onName={setName} />
      <TextField label="File name" value={name} onChange={setName} isName isRequired autoFocus />
      {fault && <FileFault fault={fault} title="Nothing was exported" />}
      <DialogActions>
        <Button onPress={onBack} isDisabled={isBusy}>
          Back
        </Button>
        <Button kind="primary" icon={Download} type="submit" isDisabled={isBusy || isBlank(name)}>
          Export
        </Button>
      </DialogActions>
    </form>
  );
}

interface NameChoiceProps {
  readonly names: readonly string[];
  readonly name: string;
  readonly onName: (name: string) => void;
}

function NameChoice({ names, name, onName }: NameChoiceProps) {
  const group = useId();
  return (
    <fieldset className="export__forms">
      <legend className="field__label">Names that would fit</legend>
      {names.map((own) => (
        <label key={own} className="export__form export__form--name">
          <input type="radio" name={group} value={own} checked={own === name} onChange={() => onName(own)} />
          <span className="export__path">{own}</span>
        </label>
      ))}
    </fieldset>
  );
}
