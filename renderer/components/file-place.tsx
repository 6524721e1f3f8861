import { useHost } from '#renderer/host/host.tsx';
import { PlaceFields } from './place-fields.tsx';
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
    <PlaceFields fault={fault} folder={folder} onFolder={setFolder} fileName={fileName} onFileName={setFileName} />
  );
}
