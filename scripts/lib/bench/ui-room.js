/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** @typedef {import('playwright').Page} Page */

/** Milliseconds between two answers. */
const PAUSE = 250;
/** Each of them another answer than the one before. */
const ANSWERS = ['n', 'u', 'y'];

/**
 * How far a second window is behind the first: from each answer chosen by key until the second window has drawn it.
 * @param {Page} page shows the section of a rule
 * @param {Page} room shows the same review to the room
 * @param {number} answers how many are chosen
 * @returns {Promise<number[]>} milliseconds; one that never showed is infinite
 */
export async function measureRoom(page, room, answers) {
  await page.locator('main input[type="radio"]').first().focus();
  await room.locator('input[type="radio"]').first().waitFor();
  await page.evaluate(watchPressed);
  await room.evaluate(watchDrawn);
  for (let answer = 0; answer < answers; answer++) {
    await page.keyboard.press(ANSWERS[answer % ANSWERS.length] ?? '');
    await page.waitForTimeout(PAUSE);
  }
  const pressed = await page.evaluate(notedTimes);
  const drawn = await room.evaluate(notedTimes);
  // The first one may be the answer that was there.
  return pressed.slice(1).map((at, index) => {
    const next = pressed[index + 2] ?? Number.POSITIVE_INFINITY;
    return (drawn.find((time) => time >= at && time < next) ?? Number.POSITIVE_INFINITY) - at;
  });
}

/** Notes when each key is pressed, on the clock that all windows share. */
function watchPressed() {
  const times = /** @type {number[]} */ ([]);
  Object.assign(window, { times });
  addEventListener('keydown', (event) => times.push(performance.timeOrigin + event.timeStamp), { capture: true });
}

/** Notes whenever another answer is drawn. */
function watchDrawn() {
  const times = /** @type {number[]} */ ([]);
  const chosen = () =>
    [...document.querySelectorAll('input')].findIndex(({ type, checked }) => type === 'radio' && checked);
  let last = chosen();
  Object.assign(window, { times });
  new MutationObserver(() => {
    const now = chosen();
    if (now === last) return;
    last = now;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => times.push(performance.timeOrigin + performance.now());
      port2.postMessage(null);
    });
  }).observe(document.body, { childList: true, subtree: true, attributes: true });
}

function notedTimes() {
  return /** @type {{ readonly times: number[] }} */ (/** @type {unknown} */ (window)).times;
}
