import { type FormEvent, useId, useState } from 'react';
import { focusAnchor } from '#renderer/base/focus-anchor.ts';
import { Button } from '#renderer/components/button.tsx';
import { FileField } from '#renderer/components/file-field.tsx';
import { FileFormEnd, faultAt } from '#renderer/components/file-form-end.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useHost } from '#renderer/host/host.tsx';
import { isBlank } from '#shared/base/limits.ts';
import { PASSPHRASE_MINIMUM } from '#shared/contract/key-contract.ts';
import { KEY_TASKS, type KeyTask } from './key-tasks.ts';
import type { KeyTaskGiven, KeyTaskState } from './use-key-task.ts';

interface Values {
  readonly name: string;
  readonly passphrase: string;
  readonly again: string;
  readonly file: File | null;
  readonly request: File | null;
  readonly folder: string;
  readonly fileName: string;
}

type Field = keyof Values;
/** What is missing or wrong in a field, in the order of the fields. */
type Owed = Readonly<Partial<Record<Field, string>>>;

export interface KeyTaskFormProps {
  readonly task: KeyTask;
  readonly state: Exclude<KeyTaskState, { kind: 'written' | 'changed' }>;
  readonly run: (given: KeyTaskGiven) => void;
  readonly onClose: () => void;
}

/** The fields of a task, and what to do when one lacks something. */
export function KeyTaskForm({ task, state, run, onClose }: KeyTaskFormProps) {
  const form = KEY_TASKS[task];
  const { info } = useHost();
  const [values, setValues] = useState<Values>({
    ...EMPTY,
    folder: info.exportFolder,
    fileName: form.writes ?? '',
  });
  const [wasTried, setTried] = useState(false);
  const id = useId();
  const isBusy = state.kind === 'busy';
  const fault = state.kind === 'failed' ? state.fault : null;
  const isPlaced = form.writes !== undefined && !info.saveDialog;
  const owed = owedBy(task, values, isPlaced);

  function submit(replace: boolean) {
    setTried(true);
    const [first] = Object.keys(owed);
    if (first !== undefined) {
      focusAnchor(`${id}-${first}`);
      return;
    }
    const { name, passphrase, file, request, folder, fileName } = values;
    const target = info.saveDialog
      ? ({ kind: 'ask' } as const)
      : ({ kind: 'named', folder, fileName, replace } as const);
    run({ name: name.trim(), passphrase, file, request, target });
  }

  /** What every field needs: its id, what is wrong with it, and what it changes. */
  const given = <Name extends Field>(field: Name) => ({
    id: `${id}-${field}`,
    isRequired: true,
    error: wasTried ? owed[field] : undefined,
    change: (value: Values[Name]) => setValues((before) => ({ ...before, [field]: value })),
  });
  const text = (field: Exclude<Field, 'file' | 'request'>) => {
    const { change: onChange, ...rest } = given(field);
    return { ...rest, value: values[field], onChange };
  };
  const file = (field: 'file' | 'request') => {
    const { change: onChoose, ...rest } = given(field);
    return { ...rest, onChoose };
  };

  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (!isBusy) submit(false);
      }}
    >
      <p>{form.text}</p>
      {form.asksName && (
        <TextField isName label="Name of the organisation" help="Viewers show it as the authority." {...text('name')} />
      )}
      {form.file && <FileField {...form.file} {...file('file')} />}
      {form.passphrase === 'known' && (
        <TextField type="password" label="Passphrase of the file" help="It is not stored." {...text('passphrase')} />
      )}
      {form.request && <FileField {...form.request} {...file('request')} />}
      {form.passphrase === 'new' && (
        <>
          <TextField type="password" label="New passphrase" help={NEW_PASSPHRASE} {...text('passphrase')} />
          <TextField type="password" label="The same again" {...text('again')} />
        </>
      )}
      {isPlaced && (
        <>
          <TextField isName label="Folder" {...text('folder')} {...faultAt(fault, 'folder')} />
          <TextField isName label="File name" {...text('fileName')} {...faultAt(fault, 'name')} />
        </>
      )}
      <FileFormEnd
        fault={fault}
        faultTitle="Nothing was done"
        isBusy={isBusy}
        onClose={onClose}
        onReplace={() => submit(true)}
      >
        <Button kind="primary" type="submit" isDisabled={isBusy}>
          {form.submit}
        </Button>
      </FileFormEnd>
    </form>
  );
}

const EMPTY = { name: '', passphrase: '', again: '', file: null, request: null } as const;
const NEW_PASSPHRASE = `At least ${PASSPHRASE_MINIMUM} characters. It is not stored: without it, the file cannot be opened.`;

/** @param isPlaced whether folder and name are asked for here */
function owedBy(task: KeyTask, values: Values, isPlaced: boolean): Owed {
  const form = KEY_TASKS[task];
  return {
    ...(form.asksName && isBlank(values.name) && { name: 'Say whose authority it is.' }),
    ...(form.file && !values.file && { file: 'Choose the file.' }),
    ...passphraseOwed(form.passphrase, values),
    ...(form.request && !values.request && { request: 'Choose the file.' }),
    ...(isPlaced && isBlank(values.folder) && { folder: 'Say where the file goes.' }),
    ...(isPlaced && isBlank(values.fileName) && { fileName: 'Name the file.' }),
  };
}

function passphraseOwed(kind: 'new' | 'known' | undefined, { passphrase, again }: Values): Owed {
  if (kind === undefined) return {};
  if (kind === 'known') return passphrase === '' ? { passphrase: 'Type the passphrase of the file.' } : {};
  if ([...passphrase].length < PASSPHRASE_MINIMUM) {
    return { passphrase: `The passphrase needs at least ${PASSPHRASE_MINIMUM} characters.` };
  }
  return passphrase === again ? {} : { again: 'This is not the same passphrase.' };
}
