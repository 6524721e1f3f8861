import type { LucideIcon } from 'lucide-react';
import type { RefObject } from 'react';
import { Menu as AriaMenu, MenuItem, Popover } from 'react-aria-components';
import { useLastShown, useLeaving } from '#renderer/base/leaving.ts';
import './popover.css';

export interface MenuAction {
  readonly id: string;
  readonly text: string;
  readonly icon?: LucideIcon;
  readonly isDanger?: boolean;
  readonly isDisabled?: boolean;
  readonly onAction: () => void;
}

export interface MenuProps {
  readonly label: string;
  readonly actions: readonly MenuAction[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** The button the menu belongs to: it opens beside it and gives the focus back. */
  readonly triggerRef: RefObject<HTMLElement | null>;
}

/** A menu of actions beside the button that opened it. */
export function Menu(props: MenuProps) {
  const { isOpen } = props;
  const { label, actions, onClose, triggerRef } = useLastShown(props, isOpen);
  const { opening, isLeaving, overlay } = useLeaving(isOpen);
  return (
    <Popover
      key={opening}
      ref={overlay}
      className="popover popover--list"
      triggerRef={triggerRef}
      isOpen={isOpen}
      // What opens is a dialog for the browser, which needs a name.
      aria-label={label}
      isExiting={isLeaving}
      placement="bottom end"
      offset={4}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <AriaMenu className="listbox" aria-label={label} onClose={onClose} autoFocus="first" ref={focusFirst}>
        {actions.map(({ id, text, icon: Icon, isDanger, isDisabled, onAction }) => (
          <MenuItem
            key={id}
            id={id}
            textValue={text}
            isDisabled={isDisabled ?? false}
            className={`listbox__item ${isDanger ? 'listbox__item--danger' : ''}`}
            onAction={onAction}
          >
            {Icon && <Icon aria-hidden size={18} />}
            {text}
          </MenuItem>
        ))}
      </AriaMenu>
    </Popover>
  );
}

/** Time in ms in which the page behind is hidden, which a screen reader has to be told of before it can say an item. */
const HIDDEN = 50;

/** The library notes the first item as the one to begin with, and leaves the focus on the menu, which then alone is said. */
function focusFirst(menu: HTMLElement | null): (() => void) | undefined {
  if (!menu) return undefined;
  const timer = setTimeout(() => {
    if (document.activeElement === menu) menu.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
  }, HIDDEN);
  return () => clearTimeout(timer);
}
