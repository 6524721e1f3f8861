/** Size in CSS pixels of a window that the person then moves to the projector. */
const SIZE = 'popup,width=1280,height=720';

/**
 * Opens a place of the program in a window of its own, or shows the one of that name again. In the desktop program the main
 * process opens it.
 */
export function openWindow(href: string, name: string): void {
  window.open(new URL(href, location.href), `groundwork-${name}`, SIZE);
}
