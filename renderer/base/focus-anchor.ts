const FOCUSABLE =
  'input:not([type="hidden"]):not(:disabled), textarea:not(:disabled), select:not(:disabled), button:not(:disabled, [aria-disabled="true"]), a[href], summary, [tabindex="0"], [role="spinbutton"], td[tabindex]';

/**
 * Moves the person to an anchor: scrolls there and puts the focus on the element, or on the control
 * in it that needs them: one still to be filled in, else the answer given, else the first. False
 * when the place is not on the page.
 */
export function focusAnchor(id: string): boolean {
  const place = document.getElementById(id);
  if (!place) return false;
  for (let parent = place.parentElement; parent; parent = parent.parentElement) {
    if (parent instanceof HTMLDetailsElement) parent.open = true;
  }
  const control = place.matches(FOCUSABLE) ? place : controlIn(place);
  if (!control) place.setAttribute('tabindex', '-1');
  // The control and not the place, which can be taller than the window.
  (control ?? place).scrollIntoView({ block: 'center' });
  (control ?? place).focus({ preventScroll: true });
  return true;
}

/** Whether the focus already is where `focusAnchor` would put it. */
export function isAtAnchor(id: string): boolean {
  const place = document.getElementById(id);
  return place !== null && document.activeElement === (place.matches(FOCUSABLE) ? place : controlIn(place));
}

function controlIn(place: HTMLElement): HTMLElement | null {
  const needed = place.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[aria-required="true"]');
  return (
    [...needed].find((field) => field.value === '') ??
    [...place.querySelectorAll('[data-owed]')]
      .map((part) => part.querySelector<HTMLElement>(FOCUSABLE))
      .find(Boolean) ??
    place.querySelector<HTMLElement>('input:checked') ??
    place.querySelector<HTMLElement>(FOCUSABLE)
  );
}
