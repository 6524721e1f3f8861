import { useFileDrop } from '#renderer/base/use-file-drop.ts';
import '#renderer/components/wide-page.css';

/** Opens files that nothing else takes: without it a browser would leave the program for them. */
export function DropAnywhere({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const isDropping = useFileDrop(onFiles);
  return isDropping && <div className="wide-page__drop">Drop the review or the record to open it</div>;
}
