import { readFile } from 'node:fs/promises';
import { inProject } from './project.js';

/**
 * What the screenshots do again and again in the workbook.
 * @typedef {import('playwright').Page} Page
 * @typedef {import('playwright').Locator} Locator
 * @typedef {import('./screenshot-scenes.js').Shoot} Shoot
 */

/** A large screen, in pixels, for what makes use of its width. */
const WIDE = { width: 1920, height: 1080 };

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
  const toast = page.getByRole('region', { name: 'Notifications' }).getByText(/^Imported/);
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
  // What stands below the first screen of a section is drawn right after it.
  await page.waitForFunction(
    () => !document.querySelector('.section-frame__place') || document.querySelector('.section-steps'),
  );
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

/**
 * Scrolls so that something stands so many pixels below the top of the window.
 * @param {Locator} what
 * @param {number} top
 */
export async function placeAt(what, top) {
  const box = await what.first().boundingBox();
  if (!box) throw new Error('What the picture is about is not on the screen.');
  await what.page().evaluate(`scrollBy(0, ${box.y - top})`);
}

/**
 * Height of a picture that ends with something, in pixels from the top of the page.
 * @param {Locator} last
 */
export async function endOf(last) {
  const box = await last.boundingBox();
  if (!box) throw new Error('What the picture ends with is not on the screen.');
  return Math.round(box.y + box.height) + 24;
}

/**
 * Takes a template or a lens into the library, and stays there.
 * @param {Page} page
 * @param {string} home
 * @param {string} name of the file
 * @param {string} text
 */
export async function importTemplate(page, home, name, text) {
  await page.goto(home);
  await page.getByRole('link', { name: 'Templates', exact: true }).click();
  const file = { name, mimeType: 'application/json', buffer: Buffer.from(text) };
  await page.getByLabel('Template files').setInputFiles(file);
  await page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByText(`Imported from ${name}`).first().waitFor();
  await dismissToast(page);
}

/**
 * Starts a review in the new-review dialog.
 * @param {Page} page
 * @param {string} home
 * @param {RegExp} template how its entry in the list of templates begins
 * @param {string} title
 * @returns {Promise<string>} its address
 */
export async function startReview(page, home, template, title) {
  await page.goto(home);
  await page.getByRole('button', { name: 'New review' }).click();
  const dialog = page.getByRole('dialog');
  const list = dialog.getByLabel('Template');
  const label = await list.getByRole('option', { name: template, includeHidden: true }).first().textContent();
  await list.selectOption({ label: label ?? '' });
  await dialog.getByLabel(/^Title/).fill(title);
  await page.keyboard.press('Enter');
  await saved(page);
  return addressOf(page);
}

/**
 * Takes the picture once more as a large screen shows it, named after it.
 * @param {Page} page
 * @param {Shoot} shoot
 * @param {string} name of the picture in the usual window
 * @param {() => Promise<unknown>} place brings what it is about into view, after the window has another size
 */
export async function shootWide(page, shoot, name, place = async () => undefined) {
  const usual = page.viewportSize();
  await page.setViewportSize(WIDE);
  await place();
  await shoot(`${name}-wide`, WIDE.height, WIDE.width);
  if (usual) await page.setViewportSize(usual);
  await place();
}

/** @param {Page} page */
export async function dismissToast(page) {
  const button = page.getByRole('button', { name: 'Dismiss' });
  await button.click();
  await button.waitFor({ state: 'hidden' });
}

/** @param {Page} page */
export async function saved(page) {
  await page.getByText(/^Saved \d/).waitFor();
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
