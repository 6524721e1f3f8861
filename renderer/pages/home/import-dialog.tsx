import { FileInput } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '#renderer/components/button.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { FileChooser } from '#renderer/components/file-chooser.tsx';

export interface ImportDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Asks for records and review files to bring in. */
export function ImportDialog({ isOpen, onClose, onFiles }: ImportDialogProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <Dialog title="Import a review" isOpen={isOpen} onClose={onClose}>
      <p>
        Choose a record (PDF) or the file of a review, or drop it anywhere on the list of reviews. It comes in as a
        review of its own; nothing that is here is replaced.
      </p>
      <FileChooser
        ref={input}
        label="Review files"
        accept=".groundwork,.pdf,.json,application/pdf,application/json"
        onFiles={(files) => {
          onClose();
          onFiles(files);
        }}
      />
      <div className="row">
        <Button kind="primary" icon={FileInput} autoFocus onPress={() => input.current?.click()}>
          Choose files…
        </Button>
      </div>
    </Dialog>
  );
}
