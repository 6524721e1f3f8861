/** Puts the focus on a page that may be longer than the window, and shows it from its beginning. */
export function focusFromTop(page: HTMLElement | null): void {
  page?.focus({ preventScroll: true });
  page?.scrollIntoView({ block: 'start' });
}
