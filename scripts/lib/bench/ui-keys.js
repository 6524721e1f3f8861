import { keyTimes, watchKeys } from './ui-page.js';

/**
 * @typedef {import('playwright').Page} Page
 * @typedef {import('playwright').Locator} Locator
 */

/** Milliseconds between two keys, as of somebody who types fast. */
const PAUSE = 100;
const WORDS = 'the quick brown fox jumps over the lazy dog and then ';

/**
 * What has to be opened in a section before a text field is there.
 * @type {Readonly<Record<string, string>>}
 */
const OPENERS = {
  risks: '.risk-row__toggle',
  options: '.scores [aria-label="Reason"]',
  screening: '.note__add',
};

/**
 * The text field of a section that its text is typed into; null where it has none.
 * @param {Page} page
 * @param {string} section
 * @returns {Promise<Locator | null>}
 */
export async function showField(page, section) {
  const opener = OPENERS[section];
  const toOpen = opener === undefined ? null : page.locator(`main ${opener}`).first();
  if (toOpen && (await toOpen.count()) > 0) await toOpen.click();
  const opened = { risks: '.risk-form textarea', options: '.scores textarea' }[section];
  const field = page.locator(`main ${opened ?? 'textarea'}`).first();
  return (await field.count()) > 0 ? field : null;
}

/**
 * Copies the page of a field into another one, as it looks and without its program, and gives the field there.
 * @param {Locator} field
 * @param {Page} still at the same address
 * @returns {Promise<Locator>}
 */
export async function copyStill(field, still) {
  const html = await field.evaluate((element) => {
    element.setAttribute('data-typed-into', '');
    // A copy of the page has the text of a field that it began with.
    for (const area of document.querySelectorAll('textarea')) area.defaultValue = area.value;
    const copy = /** @type {Element} */ (document.documentElement.cloneNode(true));
    for (const script of copy.querySelectorAll('script, link[rel="modulepreload"]')) script.remove();
    for (const link of copy.querySelectorAll('link[rel="stylesheet"]')) link.removeAttribute('nonce');
    element.removeAttribute('data-typed-into');
    return copy.outerHTML;
  });
  await still.setContent(html, { waitUntil: 'load' });
  return still.locator('[data-typed-into]');
}

/**
 * Types into a field, key by key, and says for each how long it took until it was drawn.
 * @param {Page} page
 * @param {Locator} field
 * @param {number} keys
 */
export async function measureKeys(page, field, keys) {
  await field.focus();
  await page.keyboard.press('End');
  await page.evaluate(watchKeys);
  for (let key = 0; key < keys; key++) {
    await page.keyboard.press(WORDS.charAt(key % WORDS.length) === ' ' ? 'Space' : WORDS.charAt(key % WORDS.length));
    await page.waitForTimeout(PAUSE);
  }
  await page.waitForTimeout(PAUSE);
  return page.evaluate(keyTimes);
}
