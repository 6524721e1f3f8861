import { useHost } from '#renderer/host/host.tsx';
import { faultAt } from './file-form-end.tsx';
import { TextField } from './text-field.tsx';
import type { FileExport } from './use-file-export.ts';

/** Folder and name of a file that is to be written; nothing where the host asks for them with its own dialog. */
export function FilePlace({
  place: { folder, fileName, setFolder, setFileName, fault },
}: {
  readonly place: FileExport;
}) {
  const { info } = useHost();
  if (info.saveDialog) return null;
  return (
    <>
      <TextField label="Folder" value={folder} onChange={setFolder} isName isRequired {...faultAt(fault, 'folder')} />
      <TextField
        label="File name"
        value={fileName}
        onChange={setFileName}
        isName
        isRequired
        {...faultAt(fault, 'name')}
      />
    </>
  );
}
