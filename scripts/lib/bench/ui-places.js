/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { whenIdle } from './ui-page.js';

/**
 * @typedef {import('playwright').Page} Page
 *
 * @typedef {object} Place a page beside the sections, or what opens over one
 * @property {string} name
 * @property {string} from the part of the review's address that it is opened from
 * @property {string} [to] what follows the review's address; or
 * @property {string} [page] an address that is none of a review; or
 * @property {string} [press] what is pressed, as a selector; or
 * @property {boolean} [palette] by the keys of the palette
 * @property {string} until what is there then, as a selector
 */

/** Another heading than before. */
const NEW_HEADING = 'main h2:not([data-before])';

/** @type {readonly Place[]} */
export const PLACES = [
  ...['left', 'to-do', 'agenda', 'votes', 'record', 'history', 'follow-up'].map((name) => ({
    name,
    from: '/context',
    to: `/${name}`,
    until: NEW_HEADING,
  })),
  { name: 'stage', from: '/context', to: '/stage', until: '.stage-page__name' },
  { name: 'vote', from: '/context', to: '/vote/rule.latency', until: '.stage-page--vote .vote__checks' },
  { name: 'revealed vote', from: '/context', to: '/vote/rule.safety', until: '.vote__round' },
  { name: 'risk table', from: '/risks', press: '[role="tab"]:nth-of-type(2)', until: '.risk-table__row' },
  { name: 'palette', from: '/risks', palette: true, until: '.palette__list [role="option"]' },
];

/** Pages about all reviews, of which there are many. @type {readonly Place[]} */
export const HOME_PLACES = [
  { name: 'all reviews', from: '/context', page: '#/', until: '.review-row' },
  { name: 'due', from: '/context', page: '#/due', until: 'main.wide-page__main[aria-busy="false"]' },
];

/**
 * How long it takes each time until a place is drawn.
 * @param {Page} page
 * @param {string} review its address, from the `#` on
 * @param {Place} place
 * @param {number} rounds
 * @returns {Promise<number[]>} milliseconds
 */
export async function measurePlace(page, review, { from, to, page: other, press, palette, until }, rounds) {
  const opens = [];
  for (let round = 0; round < rounds; round++) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, review + from);
    await page.locator('main h2').first().waitFor();
    await page.evaluate(whenIdle);
    const href = to === undefined ? other : review + to;
    opens.push(await page.evaluate(openPlace, { href, press, palette, until }));
    if (palette) await page.keyboard.press('Escape');
  }
  return opens;
}

/**
 * Opens a place and waits until it is drawn; runs in the page.
 * @param {{ readonly href?: string | undefined, readonly press?: string | undefined, readonly palette?: boolean | undefined,
 *   readonly until: string }} place
 */
async function openPlace({ href, press, palette, until }) {
  for (const heading of document.querySelectorAll('main h2')) heading.setAttribute('data-before', '');
  const since = performance.now();
  if (href !== undefined) location.hash = href;
  else if (palette) {
    const keys = { key: 'k', code: 'KeyK', ctrlKey: true, bubbles: true, cancelable: true };
    (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', keys));
  } else {
    const control = /** @type {HTMLElement | null} */ (document.querySelector(press ?? ''));
    if (!control) throw new Error(`There is no ${press}`);
    control.click();
  }
  await new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector(until)) return false;
      watcher.disconnect();
      resolve(undefined);
      return true;
    };
    const watcher = new MutationObserver(look);
    if (!look()) watcher.observe(document.body, { childList: true, subtree: true, attributes: true });
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
