import type { Locator, Page } from 'playwright/test';
import { expect } from './host.ts';

/** Pages of a review that are no sections. */
const OTHER_PAGES = ['Record', 'History', 'Votes', 'Things to do', 'Agenda'];

/** Opens a section of the review, or another page of it, from the rail. */
export async function openSection(page: Page, title: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Sections' })
    .getByRole('link', { name: new RegExp(`^${title.replace(/[?.]/g, '\\$&')}`) })
    .click();
  await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible();
  if (!OTHER_PAGES.includes(title)) await wholePage(page);
}

/** Waits for what stands below the first screen of a section, which is drawn right after it. */
export async function wholePage(page: Page): Promise<void> {
  await expect(page.getByRole('navigation', { name: 'Previous and next section' })).toBeVisible();
}

/** The part of a page that an open point names, such as `rule.safety`. */
export function place(page: Page, anchor: string): Locator {
  return page.locator(`[id="${anchor}"]`);
}

/** Chooses one of the segments of a choice group. */
export async function choose(scope: Page | Locator, group: string | RegExp, choice: string): Promise<void> {
  await scope.getByRole('group', { name: group }).getByText(choice, { exact: true }).click();
}

interface Signing {
  readonly verdict?: string;
  readonly comment?: string;
  /** The button, when it is not named after who signs; the first of several. */
  readonly button?: string | RegExp;
}

/** Fills in what everybody does to sign; gives the dialog, where the signature is still to be given. */
export async function beginSigning(page: Page, name: string, signing: Signing = {}): Promise<Locator> {
  const { verdict = 'Approves', comment, button = `Sign as ${name}` } = signing;
  await page.getByRole('button', { name: button }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(verdict, { exact: true }).click();
  if (comment !== undefined) await dialog.locator('textarea').fill(comment);
  await dialog.getByLabel('Your name, typed as your signature').fill(name);
  return dialog;
}

/** Signs the review on the sign-off page. */
export async function sign(page: Page, name: string, signing: Signing = {}): Promise<void> {
  const dialog = await beginSigning(page, name, signing);
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

/** Closes the review on the sign-off page and seals its record. */
export async function sealRecord(page: Page, reason?: string): Promise<void> {
  await page.getByRole('button', { name: 'Seal the record…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Who closes it').fill('Fay Miller');
  if (reason !== undefined) await dialog.getByLabel('Why it was not agreed').fill(reason);
  await dialog.getByRole('button', { name: 'Close and seal' }).click();
  await expect(dialog).toHaveCount(0);
}

/** Waits until the screen says that everything is on disk. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
}

/** Makes the page draw as late as on a busy machine. */
export async function drawLate(page: Page): Promise<void> {
  await page.evaluate(() => {
    const draw = window.requestAnimationFrame;
    window.requestAnimationFrame = (callback) => window.setTimeout(() => draw(callback), 500);
    // What is taken back before it was drawn is not drawn late either.
    window.cancelAnimationFrame = (waiting) => window.clearTimeout(waiting);
  });
}

/** What the screen shows with this text. What is said stands for a moment in a log of its own. */
export function onScreen(page: Page, text: string | RegExp): Locator {
  return page.getByText(text).and(page.locator(':not([role="log"] *, [data-exiting] *)'));
}
