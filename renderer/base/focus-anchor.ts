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

/**
 * Moves the focus to the next thing that is owed within the place that it is in, behind where it is; false when
 * nothing more is owed there. Places are told by `isPlace`, of the id of an element.
 */
export function focusNextOwed(isPlace: (id: string) => boolean): boolean {
  const active = document.activeElement;
  let place = active instanceof HTMLElement ? active : null;
  while (place && !isPlace(place.id)) place = place.parentElement;
  if (!place || !active) return false;
  const next = owedIn(place).find(
    (control) => control !== active && active.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  // Another answer of the group that has the focus is no other thing.
  if (!next || (active.closest('fieldset') !== null && active.closest('fieldset') === next.closest('fieldset'))) {
    return false;
  }
  next.scrollIntoView({ block: 'center' });
  next.focus({ preventScroll: true });
  return true;
}

/** What a place still needs, one control each, in the order of the page. */
function owedIn(place: HTMLElement): readonly HTMLElement[] {
  const empty = [...place.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[aria-required="true"]')].filter(
    (field) => field.value === '',
  );
  const owed = [...place.querySelectorAll('[data-owed]')].flatMap(
    (part) => part.querySelector<HTMLElement>(FOCUSABLE) ?? [],
  );
  return [...new Set([...empty, ...owed])].toSorted((left, right) =>
    left.compareDocumentPosition(right) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
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
