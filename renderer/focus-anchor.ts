const FOCUSABLE =
  'input:not([type="hidden"]):not(:disabled), textarea:not(:disabled), select:not(:disabled), button:not(:disabled), a[href], summary, [tabindex="0"], [role="spinbutton"]';

/**
 * Moves the person to an anchor: scrolls there and puts the focus on the element, or on the first
 * control in it. False when the place is not on the page.
 */
export function focusAnchor(id: string): boolean {
  const place = document.getElementById(id);
  if (!place) return false;
  for (let parent = place.parentElement; parent; parent = parent.parentElement) {
    if (parent instanceof HTMLDetailsElement) parent.open = true;
  }
  const checked = place.querySelector<HTMLElement>('input:checked');
  const control = place.matches(FOCUSABLE) ? place : (checked ?? place.querySelector<HTMLElement>(FOCUSABLE));
  if (!control) place.setAttribute('tabindex', '-1');
  place.scrollIntoView({ block: 'center' });
  (control ?? place).focus({ preventScroll: true });
  return true;
}
