const FOCUSABLE =
  'a[href], button:not(:disabled), input:not([type="hidden"], [tabindex="-1"]):not(:disabled), textarea:not(:disabled), select:not(:disabled), summary, [tabindex="0"]';

/** Dialogs and lists over the page give the focus back themselves, to what opened them; where nothing did, nobody does. */
const OVERLAYS = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"], .overlay, .popover';

/**
 * Sees to it that the focus never falls to the body because what had it went away: then the next control that stands
 * in its place gets it, else the one before, else the heading above. For what has no better place of its own, which
 * comes first (`focusAfter`).
 * @returns ends it
 */
export function keepFocus(): () => void {
  let last: Element | null = null;
  const onFocus = ({ target }: FocusEvent) => {
    last = target instanceof Element ? target : null;
  };
  const observer = new MutationObserver((records) => {
    if (!last || last.isConnected || hasFocus()) return;
    const gone = last;
    const record = records.find(({ removedNodes }) => [...removedNodes].some((node) => node.contains(gone)));
    if (!record || isPage(record)) return;
    const find = () => (isOverlay(record, gone) ? pageHeading() : successor(record));
    // What put something else there may say in its next drawing where the focus belongs.
    requestAnimationFrame(() => setTimeout(() => hasFocus() || find()?.focus()));
  });
  addEventListener('focusin', onFocus);
  observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    removeEventListener('focusin', onFocus);
    observer.disconnect();
  };
}

function hasFocus(): boolean {
  return document.activeElement !== null && document.activeElement !== document.body;
}

function isOverlay({ target }: MutationRecord, gone: Element): boolean {
  return gone.closest(OVERLAYS) !== null || (target instanceof Element && target.closest(OVERLAYS) !== null);
}

/** Another page says itself where one arrives on it, once it is there. */
function isPage({ removedNodes }: MutationRecord): boolean {
  return [...removedNodes].some(
    (node) => node instanceof Element && (node.matches('main') || node.querySelector('main')),
  );
}

/** What stands where something was taken out. */
function successor({ target, nextSibling, previousSibling }: MutationRecord): HTMLElement | null {
  for (let node = nextSibling; node; node = node.nextSibling) {
    const found = first(node);
    if (found) return found;
  }
  for (let node = previousSibling; node; node = node.previousSibling) {
    const found = first(node);
    if (found) return found;
  }
  for (let above = target instanceof Element ? target : null; above; above = above.parentElement) {
    const found = heading(above) ?? first(above);
    if (found) return found;
  }
  return heading(document.body);
}

function first(node: Node): HTMLElement | null {
  if (!(node instanceof HTMLElement) || !node.isConnected) return null;
  if (node.matches(FOCUSABLE)) return isShown(node) ? node : null;
  return [...node.querySelectorAll<HTMLElement>(FOCUSABLE)].find(isShown) ?? null;
}

function pageHeading(): HTMLElement | null {
  const page = document.querySelector('main');
  return (page && heading(page)) ?? heading(document.body);
}

function heading(within: Element): HTMLElement | null {
  const found = within.querySelector<HTMLElement>('h1, h2, h3, h4');
  if (found && !found.hasAttribute('tabindex')) found.tabIndex = -1;
  return found;
}

function isShown(element: HTMLElement): boolean {
  return element.checkVisibility({ visibilityProperty: true }) && element.closest('[inert]') === null;
}
