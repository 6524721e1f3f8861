import { ArrowLeft, Keyboard } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { HOME_HREF } from '#renderer/base/routes.ts';
import { firstKeys } from '#renderer/base/shortcuts.ts';
import { useTitle } from '#renderer/base/use-title.ts';
import { IconButton } from './icon-button.tsx';
import './wide-page.css';

export interface SideHeaderProps {
  readonly title: string;
  readonly onShowShortcuts: () => void;
  /** What can be done on the page. */
  readonly children?: ReactNode;
}

/** The head of a page beside the list of reviews; names the window, too. */
export function SideHeader({ title, onShowShortcuts, children }: SideHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(title);
  // The link that led here may have stood far down the list.
  useEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <header className="wide-page__header">
      <a className="wide-page__brand wide-page__back" href={HOME_HREF}>
        <ArrowLeft aria-hidden size={18} /> All reviews
      </a>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <div className="wide-page__actions">
        {children}
        <IconButton
          icon={Keyboard}
          label="Keyboard shortcuts"
          shortcut={firstKeys('sheet')}
          onPress={onShowShortcuts}
        />
      </div>
    </header>
  );
}
