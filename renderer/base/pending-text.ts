/** Texts that were typed and that the review does not hold yet, as the functions that hand them over. */
const pending = new Set<() => void>();
const listeners = new Set<() => void>();
let isScheduled = false;

/** Time in ms after which a page that is not painted, because it is hidden, hands over what was typed. */
const UNPAINTED = 100;

/**
 * Takes note of a typed text. It is handed over after the next paint, so that what follows from it holds
 * up neither this key nor the next one, and before anything else changes or is saved (`settleText`).
 */
export function holdText(handOver: () => void): void {
  pending.add(handOver);
  tell();
  if (isScheduled) return;
  isScheduled = true;
  const timer = setTimeout(settleText, UNPAINTED);
  requestAnimationFrame(() => {
    // The frame is painted when this task begins.
    setTimeout(() => {
      clearTimeout(timer);
      settleText();
    });
  });
}

/** Hands over every text that was typed. */
export function settleText(): void {
  isScheduled = false;
  if (pending.size === 0) return;
  const all = [...pending];
  pending.clear();
  for (const handOver of all) handOver();
  tell();
}

/** Whether there is a text that the review does not hold yet. */
export function hasPendingText(): boolean {
  return pending.size > 0;
}

/** Calls the listener whenever a text waits, or none does any more. */
export function watchPendingText(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}
