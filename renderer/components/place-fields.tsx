import type { Fault } from '#renderer/host/fault.ts';
import { faultAt } from './file-form-end.tsx';
import { TextField } from './text-field.tsx';

export interface PlaceFieldsProps {
  readonly fault: Fault | null;
  readonly folder: string;
  readonly onFolder: (folder: string) => void;
  /** Left out where the name is not for the person to choose. */
  readonly fileName?: string;
  readonly onFileName?: (name: string) => void;
}

/** Where a file goes, for a host without dialogs. */
export function PlaceFields({ fault, folder, onFolder, fileName, onFileName }: PlaceFieldsProps) {
  return (
    <>
      <TextField label="Folder" value={folder} onChange={onFolder} isName isRequired {...faultAt(fault, 'folder')} />
      {fileName !== undefined && onFileName && (
        <TextField
          label="File name"
          value={fileName}
          onChange={onFileName}
          isName
          isRequired
          {...faultAt(fault, 'name')}
        />
      )}
    </>
  );
}
