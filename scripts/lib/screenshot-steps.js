import { readFile } from 'node:fs/promises';
import { inProject } from './project.js';

/**
 * What the screenshots do again and again in the workbook.
 * @typedef {import('playwright').Page} Page
 * @typedef {import('playwright').Locator} Locator
 */

/**
 * Opens a sample and goes back home.
 * @param {Page} page
 * @param {RegExp} name
 * @returns {Promise<string>} its address
 */
export async function openSample(page, name) {
  const card = page.getByRole('button', { name });
  if (!(await card.first().isVisible())) await page.getByText('Sample reviews').click();
  await card.first().click();
  await saved(page);
  const address = addressOf(page);
  await page.getByRole('link', { name: 'Reviews' }).click();
  await page.getByRole('list', { name: 'Reviews' }).waitFor();
  return address;
}

/**
 * Imports the full example of docs/review-format.md.
 * @param {Page} page
 */
export async function importExample(page) {
  const guide = await readFile(inProject('docs/review-format.md'), 'utf8');
  const example = [...guide.matchAll(/```json\n([\s\S]+?)```/g)].at(-1)?.[1] ?? '';
  await page
    .getByRole('button', { name: /^Import/ })
    .first()
    .click();
  const file = { name: 'log-parser.json', mimeType: 'application/json', buffer: Buffer.from(example) };
  await page.getByLabel('Review files').setInputFiles(file);
  const toast = page.getByText(/^Imported/);
  await toast.waitFor();
  await page
    .getByRole('button', { name: /close|dismiss/i })
    .first()
    .click();
  await toast.waitFor({ state: 'hidden' });
}

/**
 * @param {Page} page
 * @param {string} address
 */
export async function show(page, address) {
  await page.goto(address);
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  await saved(page);
}

/**
 * Scrolls to so many pixels from the top.
 * @param {Page} page
 * @param {number} top
 */
export async function scroll(page, top) {
  await page.evaluate(`scrollTo(0, ${top})`);
}

/** @param {Page} page */
export async function dismissToast(page) {
  const button = page.getByRole('button', { name: 'Dismiss' });
  await button.click();
  await button.waitFor({ state: 'hidden' });
}

/** @param {Page} page */
export async function saved(page) {
  await page.getByText(/^Saved at revision \d+$/).waitFor();
}

/** @param {Page} page */
export function addressOf(page) {
  return page.url().replace(/(#\/review\/[^/]+).*/, '$1');
}

/**
 * A wave on the sheet.
 * @param {Page} page
 * @param {Locator} sheet
 */
export async function draw(page, sheet) {
  await sheet.scrollIntoViewIfNeeded();
  const box = await sheet.boundingBox();
  if (!box) throw new Error('The sheet for the signature is not on the screen.');
  const middle = box.y + box.height / 2;
  await page.mouse.move(box.x + 40, middle);
  await page.mouse.down();
  for (let step = 1; step <= 60; step++) {
    const lift = Math.sin(step / 3) * 24 * (1 - step / 90);
    await page.mouse.move(box.x + 40 + step * 2.4 + Math.cos(step / 3) * 6, middle + lift);
  }
  await page.mouse.up();
}
