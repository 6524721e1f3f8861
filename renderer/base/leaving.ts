import { type RefObject, useEffect, useRef, useState } from 'react';
import { TAKEN_IN } from './taken-in.ts';

/** What had the focus before something opened over the page. */
const openers = new WeakMap<Element, Element>();
/** What has closed, and is in the page for a moment more. */
const LEAVING = '[data-exiting]';
const OVER_THE_PAGE = '.overlay, .popover';

/** Whether a dialog or a menu is open; one that is leaving keeps no key from the page. */
export function isDialogOpen(): boolean {
  const dialogs = document.querySelectorAll('[role="dialog"], [role="alertdialog"], [role="menu"]');
  return [...dialogs].some((dialog) => dialog.closest(LEAVING) === null);
}

interface Leaving {
  /** How many times it has opened: each time it is a new one. */
  readonly opening: number;
  /** Whether it has closed and is still in the page, unseen. */
  readonly isLeaving: boolean;
  /** For its outermost element. */
  readonly overlay: RefObject<HTMLDivElement | null>;
}

/**
 * Gives the focus back to what opened something over the page, while that is still in the page, unseen. A screen reader that
 * hears that what had the focus has gone, before it has heard where the focus is now, does not say the latter.
 */
export function useLeaving(isOpen: boolean): Leaving {
  const overlay = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<{ readonly count: number; readonly by: Element | null }>({ count: 0, by: null });
  const [isLeaving, setLeaving] = useState(false);
  const [wasOpen, setWasOpen] = useState(false);
  if (isOpen !== wasOpen) {
    setWasOpen(isOpen);
    setLeaving(!isOpen);
    if (isOpen) setOpened({ count: opened.count + 1, by: document.activeElement });
  }
  useEffect(() => {
    if (isOpen && overlay.current && opened.by) openers.set(overlay.current, opened.by);
  }, [isOpen, opened]);
  useEffect(() => {
    if (!isLeaving) return;
    const opener = stillThere(opened.by);
    const had = document.activeElement;
    const hasFocus = overlay.current?.contains(had) ?? false;
    if (hasFocus) opener?.focus();
    const left = overlay.current;
    if (left) hideRest(left, hasFocus ? had : null);
    left?.addEventListener('focusin', giveBack);
    // Where there is nothing to give the focus to, it is not kept in what is not seen.
    const timer = setTimeout(() => setLeaving(false), hasFocus && !opener ? 0 : TAKEN_IN);
    return () => {
      clearTimeout(timer);
      left?.removeEventListener('focusin', giveBack);
    };
  }, [isLeaving, opened]);
  return { opening: opened.count, isLeaving, overlay };
}

/**
 * Keeps the focus out of what leaves. On a busy machine, what kept it inside while it was open looks only now where it went, and
 * takes it back, with the keys that are pressed next. Once: what still keeps it inside would take it back for ever.
 */
function giveBack({ currentTarget, relatedTarget }: FocusEvent): void {
  if (!(currentTarget instanceof Node && relatedTarget instanceof HTMLElement)) return;
  if (currentTarget.contains(relatedTarget)) return;
  currentTarget.removeEventListener('focusin', giveBack as EventListener);
  relatedTarget.focus();
}

/** What something over the page shows: what it is given while it is open, and the last of that while it leaves, when it may be gone. */
export function useLastShown<Shown>(given: Shown, isOpen: boolean): Shown {
  const [last, setLast] = useState(given);
  if (isOpen && last !== given) setLast(given);
  return isOpen ? given : last;
}

/** Hides what leaves from screen readers, but for what had the focus and what that stands in, which they still look for. */
function hideRest(overlay: Element, had: Element | null): void {
  for (let kept = had; kept && kept !== overlay; kept = kept.parentElement) {
    for (const other of kept.parentElement?.children ?? []) {
      if (other !== kept) other.setAttribute('aria-hidden', 'true');
    }
  }
  if (!had) overlay.setAttribute('aria-hidden', 'true');
}

/** What can have the focus again: the element, or, where that was in a menu or a dialog that has gone, what opened that. */
function stillThere(opener: Element | null): HTMLElement | null {
  const seen = new Set<Element>();
  for (let element = opener; element && !seen.has(element); element = openers.get(overlayOf(element)) ?? null) {
    if (element.isConnected) return element instanceof HTMLElement && element !== document.body ? element : null;
    seen.add(element);
  }
  return null;
}

function overlayOf(element: Element): Element {
  return element.closest(OVER_THE_PAGE) ?? element;
}
