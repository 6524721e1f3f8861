import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import './disclosure.css';

export interface DisclosureProps {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly isOpen?: boolean;
  readonly onToggle?: (isOpen: boolean) => void;
  readonly id?: string | undefined;
}

/** Something that opens on demand; a link or a search into it opens it too. */
export function Disclosure({ summary, children, isOpen, onToggle, id }: DisclosureProps) {
  return (
    <details
      className="disclosure"
      id={id}
      open={isOpen}
      onToggle={(event) => {
        // React hears the toggles of details further inside as well.
        if (event.target === event.currentTarget) onToggle?.(event.currentTarget.open);
      }}
    >
      <summary className="disclosure__summary">
        <ChevronRight aria-hidden size={18} className="disclosure__arrow" />
        <span className="disclosure__words">{summary}</span>
      </summary>
      <div className="disclosure__body">{children}</div>
    </details>
  );
}
