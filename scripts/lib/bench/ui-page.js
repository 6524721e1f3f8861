/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/**
 * What runs inside of the page, as functions that take nothing from around them.
 *
 * A time ends with the first task after a frame that began after the change: by then the frame is drawn.
 */

/** Notes, at every key that goes to the field in focus, how long it takes until the next frame is drawn. */
export function watchKeys() {
  const times = /** @type {number[]} */ ([]);
  const field = document.activeElement;
  if (!field) throw new Error('No field has the focus');
  Object.assign(window, { keyTimes: times });
  field.addEventListener(
    'keydown',
    (event) => {
      const since = event.timeStamp;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => times.push(performance.now() - since);
        port2.postMessage(null);
      });
    },
    { capture: true },
  );
}

/** The times that were noted since. */
export function keyTimes() {
  return /** @type {{ readonly keyTimes: number[] }} */ (/** @type {unknown} */ (window)).keyTimes;
}

/**
 * Follows a link of the rail and waits until the section is drawn that it leads to.
 * @param {string} href
 * @returns {Promise<number>} milliseconds
 */
export async function openSection(href) {
  const link = /** @type {HTMLElement | null} */ (document.querySelector(`nav a[href="${href}"]`));
  if (!link) throw new Error(`No link leads to ${href}`);
  const title = link.querySelector('.rail__title')?.textContent;
  const isThere = () => document.querySelector('main h2')?.textContent === title;
  const since = performance.now();
  link.click();
  await new Promise((resolve) => {
    const look = () => {
      if (!isThere()) return false;
      watcher.disconnect();
      resolve(undefined);
      return true;
    };
    const watcher = new MutationObserver(look);
    if (!look()) watcher.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  await new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
  });
  return performance.now() - since;
}

/** Notes when the first button is drawn, in milliseconds since the page was asked for. */
export function watchFirstButton() {
  const watcher = new MutationObserver(() => {
    if (!document.querySelector('button')) return;
    watcher.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => Object.assign(window, { firstButton: performance.now() });
      port2.postMessage(null);
    });
  });
  watcher.observe(document, { childList: true, subtree: true });
}

/** When the first button was drawn, and every file that was asked for until then. */
export function firstLoad() {
  const { firstButton } = /** @type {{ readonly firstButton?: number }} */ (/** @type {unknown} */ (window));
  if (firstButton === undefined) return null;
  const files = performance.getEntriesByType('resource').filter(({ startTime }) => startTime <= firstButton);
  return { firstButton, files: [location.href, ...files.map(({ name }) => name)] };
}

/** Waits until the page has nothing left to do. */
export function whenIdle() {
  return new Promise((resolve) => requestIdleCallback(() => resolve(undefined), { timeout: 2_000 }));
}
