import { useEffect, useEffectEvent, useState } from 'react';

/** All that take dropped files, the one shown last at the end. */
const takers: object[] = [];

/**
 * Takes files dropped anywhere on the window; says whether some are held over it. Of several, the one shown last takes them,
 * such as a dialog above a page.
 */
export function useFileDrop(onFiles: (files: readonly File[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  const take = useEffectEvent(onFiles);

  useEffect(() => {
    const self = {};
    takers.push(self);
    const hasFiles = (event: DragEvent) =>
      takers.at(-1) === self && (event.dataTransfer?.types.includes('Files') ?? false);
    const onDragOver = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      take([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      takers.splice(takers.indexOf(self), 1);
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, []);

  return isOver;
}
