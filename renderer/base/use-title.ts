import { useEffect } from 'react';

/** Names the window, what is nearest first: “Options – Gateway – Groundwork”. */
export function useTitle(...names: readonly string[]): void {
  const title = [...names, 'Groundwork'].filter((name) => name.trim() !== '').join(' – ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
