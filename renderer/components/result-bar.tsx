import type { ReactNode } from 'react';
import { focusAnchor } from '#renderer/base/focus-anchor.ts';
import './result-bar.css';

/** One line of a result that stands below long lists, kept in sight at the edge; it leads to the whole. */
export function ResultBar({ target, children }: { readonly target: string; readonly children: ReactNode }) {
  return (
    <button type="button" className="result-bar" onClick={() => focusAnchor(target)}>
      {children}
    </button>
  );
}
