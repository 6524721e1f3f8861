import { useState } from 'react';
import { FileFault } from '#renderer/components/file-form-end.tsx';
import { FormChoice } from '#renderer/components/form-choice.tsx';
import { PlaceFields } from '#renderer/components/place-fields.tsx';
import { useHost } from '#renderer/host/host.tsx';
import type { JobProgress } from '#renderer/host/watch-job.ts';
import { PaperChoice, usePaper } from '#renderer/review/paper-choice.tsx';
import { isBlank } from '#shared/base/limits.ts';
import type { Paper } from '#shared/contract/contract.ts';
import { fileFormOf, suggestedFileName } from '#shared/contract/file-name.ts';
import type { RecordLength } from '#shared/record/model.ts';
import { ExportActions } from './export-actions.tsx';
import { EXPORT_FORMS, type ExportChoice, goesIntoFolder } from './export-forms.ts';
import { hasLength, LengthChoice } from './length-choice.tsx';
import type { ExportRequest, ExportState } from './use-export.ts';
import { useSealNote } from './use-seal-note.ts';
import '#renderer/components/export-form.css';
import '#renderer/components/field.css';

/** What was chosen last in this window, so that the next export starts there. */
const last: { folder: string | null; adrFolder: string | null } = { folder: null, adrFolder: null };

export interface ExportFieldsProps {
  readonly review: string;
  readonly title: string;
  /** Whether the review is signed, so that its PDF is the sealed one. */
  readonly isSealed: boolean;
  readonly state: Exclude<ExportState, { kind: 'done' | 'unnamed' }>;
  readonly progress: JobProgress | null;
  readonly onExport: (request: ExportRequest) => void;
  /** Ends the export under way. */
  readonly onCancel: () => void;
  readonly onClose: () => void;
}

/** What to write and where to. */
export function ExportFields(props: ExportFieldsProps) {
  const { review, title, isSealed, state, progress, onExport, onCancel, onClose } = props;
  const { info } = useHost();
  const [form, setForm] = useState<ExportChoice>('pdf');
  const [length, setLength] = useState<RecordLength>('full');
  const { note, isAsSealed } = useSealNote({ review, isSealed, form, length });
  const paper = usePaper();
  const [folder, setFolder] = useState(last.folder ?? info.exportFolder);
  const [adrFolder, setAdrFolder] = useState(last.adrFolder ?? info.adrFolder);
  const [ownName, setOwnName] = useState<string | null>(null);
  const fileName = goesIntoFolder(form) ? '' : (ownName ?? suggestedFileName(title, fileFormOf(form)));
  const isBusy = state.kind === 'busy';
  const fault = state.kind === 'failed' ? state.fault : null;
  const place = form === 'adr' ? adrFolder : folder;
  const isReady = info.saveDialog || isPlaced(form, place, fileName);

  function submit(replace: boolean) {
    if (isBusy || !isReady) return;
    Object.assign(last, { folder, adrFolder });
    onExport(requestFor(form, { asks: info.saveDialog, folder, adrFolder, fileName, paper, length, replace }));
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
        forms={EXPORT_FORMS}
        form={form}
        onChange={(chosen) => {
          setForm(chosen);
          setOwnName(null);
        }}
      />
      <div className="export__paper">
        <LengthChoice form={form} length={length} note={note} onChange={setLength} />
        {form === 'pdf' && (
          <PaperChoice
            label="Paper"
            help={isAsSealed ? 'A sealed record stays on the paper that it was sealed on.' : undefined}
          />
        )}
      </div>
      {!info.saveDialog &&
        (goesIntoFolder(form) ? (
          <div className="export__place">
            <PlaceFields fault={fault} folder={place} onFolder={form === 'adr' ? setAdrFolder : setFolder} />
          </div>
        ) : (
          <div className="export__place">
            <PlaceFields
              fault={fault}
              folder={folder}
              onFolder={setFolder}
              fileName={fileName}
              onFileName={setOwnName}
            />
          </div>
        ))}
      {fault && <FileFault fault={fault} title="Nothing was exported" />}
      <ExportActions
        form={form}
        isBusy={isBusy}
        isReady={isReady}
        progress={progress}
        onStop={onCancel}
        onClose={onClose}
        fault={fault}
        onReplace={() => submit(true)}
      />
    </form>
  );
}

function isPlaced(form: ExportChoice, folder: string, fileName: string): boolean {
  return !isBlank(folder) && (goesIntoFolder(form) || !isBlank(fileName));
}

interface Wanted {
  /** Whether the host asks for the place itself. */
  readonly asks: boolean;
  readonly folder: string;
  readonly adrFolder: string;
  readonly fileName: string;
  readonly paper: Paper;
  readonly length: RecordLength;
  readonly replace: boolean;
}

function requestFor(form: ExportChoice, wanted: Wanted): ExportRequest {
  const { asks, folder, adrFolder, fileName, paper, length, replace } = wanted;
  if (form === 'adr') {
    return { kind: 'adr', target: asks ? { kind: 'ask' } : { kind: 'folder', folder: adrFolder }, replace };
  }
  if (form === 'starter') return { kind: 'starter', target: asks ? { kind: 'ask' } : { kind: 'folder', folder } };
  const target = asks ? ({ kind: 'ask' } as const) : ({ kind: 'named', folder, fileName, replace } as const);
  return { kind: 'file', form, ...(form === 'pdf' && { paper }), ...(hasLength(form) && { length }), target };
}
