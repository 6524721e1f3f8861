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
