/** How long a sentence stays to be spoken, in ms. */
const STAY = 3_000;

/**
 * Time in ms between two sentences: a screen reader that is told of several at once takes the last one for all of them.
 */
const APART = 700;

let place: HTMLElement | null = null;
/** When the last sentence was or will be there, as `performance.now()` counts. */
let last = Number.NEGATIVE_INFINITY;

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
  last = Number.NEGATIVE_INFINITY;
  return place;
}

/** Has the screen reader say one whole sentence, after what it is saying already. The screen shows the same. */
export function say(sentence: string): void {
  if (sentence.trim() === '') return;
  const there = openVoice();
  const now = performance.now();
  last = Math.max(now, last + APART);
  if (last === now) write(there, sentence);
  else setTimeout(() => write(there, sentence), last - now);
}

/** Says that nothing came of what a person cancelled; who sees the page knows it by what has gone. */
export function sayCancelled(): void {
  say('Cancelled.');
}

function write(there: HTMLElement, sentence: string): void {
  const line = document.createElement('div');
  line.textContent = sentence;
  there.append(line);
  setTimeout(() => line.remove(), STAY);
}
