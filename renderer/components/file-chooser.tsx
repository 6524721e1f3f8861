import type { Ref } from 'react';

export interface FileChooserProps {
  /** Opens the system's dialog with `click`. */
  readonly ref: Ref<HTMLInputElement>;
  readonly label: string;
  /** Kinds of files to offer, as the attribute `accept` takes them. */
  readonly accept: string;
  /** The chosen files, at least one. */
  readonly onFiles: (files: readonly File[]) => void;
}

/** The system's dialog for files, behind a button that looks like the others. */
export function FileChooser({ ref, label, accept, onFiles }: FileChooserProps) {
  return (
    <input
      ref={ref}
      type="file"
      className="visually-hidden"
      tabIndex={-1}
      aria-label={label}
      accept={accept}
      multiple
      onChange={(event) => {
        const files = [...(event.target.files ?? [])];
        // The same file may be chosen again after it was mended or fetched anew.
        event.target.value = '';
        if (files.length > 0) onFiles(files);
      }}
    />
  );
}
