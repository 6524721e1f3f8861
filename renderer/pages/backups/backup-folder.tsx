import { type FormEvent, useState } from 'react';
import { Button } from '#renderer/components/button.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useHost } from '#renderer/host/host.tsx';
import '#renderer/components/row-cards.css';

export interface BackupFolderProps {
  /** Null until one was chosen. */
  readonly folder: string | null;
  readonly isBusy: boolean;
  /** Without a folder, the host asks with its own dialog. */
  readonly onChoose: (folder?: string) => void;
}

/** Where backups go: asked by the system's own dialog where the host has one, typed elsewhere. */
export function BackupFolder({ folder, isBusy, onChoose }: BackupFolderProps) {
  const { info } = useHost();
  const [typed, setTyped] = useState(folder ?? '');
  if (info.saveDialog) {
    return (
      <div className="row">
        <p className="row-cards__words">{folder ?? 'No folder is chosen yet.'}</p>
        <Button isDisabled={isBusy} onPress={() => onChoose()}>
          {folder === null ? 'Choose a folder…' : 'Another folder…'}
        </Button>
      </div>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onChoose(typed.trim());
  };
  return (
    <form className="stack stack--tight" onSubmit={submit}>
      <TextField
        label="Folder for backups"
        isName
        help="Best on another disk. The whole path, from the top of the disk."
        value={typed}
        maxLength={4096}
        onChange={setTyped}
      />
      <div className="row">
        <Button type="submit" isDisabled={isBusy || typed.trim() === '' || typed.trim() === folder}>
          Use this folder
        </Button>
      </div>
    </form>
  );
}
