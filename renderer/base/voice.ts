/** How long a sentence stays to be spoken, in ms. */
const STAY = 3_000;

let place: HTMLElement | null = null;

/**
 * Puts the place that sentences are spoken from into the page, before the first of them: one that comes together with
 * its place is not heard. It is no part of the page's own tree, so that nothing draws it anew.
 */
export function openVoice(): HTMLElement {
  if (place?.isConnected) return place;
  place = document.createElement('div');
  place.className = 'visually-hidden';
  place.setAttribute('role', 'log');
  place.setAttribute('aria-live', 'polite');
  place.setAttribute('aria-relevant', 'additions');
  // An open dialog hides everything else, and does not silence this.
  place.setAttribute('data-live-announcer', 'true');
  document.body.append(place);
  return place;
}

/** Has the screen reader say one whole sentence, after what it is saying already. The screen shows the same. */
export function say(sentence: string): void {
  if (sentence.trim() === '') return;
  const line = document.createElement('div');
  line.textContent = sentence;
  openVoice().append(line);
  setTimeout(() => line.remove(), STAY);
}
