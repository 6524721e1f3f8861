import type { Page } from 'playwright/test';
import { barHeights, coveredStops, fieldsInLiveRegions, unclearControls, unspeakableNames } from './heard-checks.ts';
import { brokenWords, signsReadOut, unclearLinks } from './heard-words.ts';
import { expect } from './host.ts';

/** 400 % zoom of a window of 1280 × 1024, and a projector. */
const SIZES = [
  { width: 320, height: 256 },
  { width: 1280, height: 720 },
] as const;

/** Starts a review from the home screen. */
export async function startReview(page: Page, template: RegExp, title: string): Promise<void> {
  await page.getByRole('button', { name: 'New review' }).first().click();
  const dialog = page.getByRole('dialog');
  const option = dialog.getByRole('option', { name: template });
  await dialog.getByLabel('Template').selectOption(await option.getAttribute('value'));
  await dialog.getByLabel('Title').fill(title);
  await dialog.getByLabel('Built with today').fill('Go');
  await dialog.getByRole('button', { name: 'Start the review' }).click();
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeFocused();
}

/** Addresses of all pages of the open review: its sections, the record and the history. */
export async function pagesOf(page: Page): Promise<readonly string[]> {
  const links = page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { includeHidden: true });
  return links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
}

/** The address of one section. */
export async function addressOf(page: Page, section: string): Promise<string> {
  return (await pagesOf(page)).find((address) => address.endsWith(`/${section}`)) ?? '';
}

/** Goes to a page of the open review; gives its heading. */
export async function goTo(page: Page, address: string): Promise<string> {
  await page.evaluate((hash) => location.assign(hash), address);
  await expect(page.locator('.rail [aria-current="page"]')).toHaveAttribute('href', address);
  const heading = page.getByRole('main').getByRole('heading', { level: 2 }).first();
  await expect(heading).toBeFocused();
  return (await heading.textContent()) ?? '';
}

/** Goes to a page that is no review's. */
export async function goOut(page: Page, address: string, title: string): Promise<void> {
  await page.evaluate((hash) => location.assign(hash), address);
  await expect(page).toHaveTitle(`${title} – Groundwork`);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
}

/** What holds on every page and in every dialog, whatever is on it. */
export async function expectClear(page: Page, what: string): Promise<void> {
  expect.soft(await unclearControls(page), `${what}: controls that sound alike`).toEqual([]);
  expect.soft(await unclearLinks(page), `${what}: links that sound alike`).toEqual([]);
  expect.soft(await signsReadOut(page), `${what}: signs that are read out`).toEqual([]);
  expect.soft(await unspeakableNames(page), `${what}: names without what is seen`).toEqual([]);
  expect.soft(await fieldsInLiveRegions(page), `${what}: fields in live regions`).toEqual([]);
}

/** Nothing that has the focus lies under a bar, and no bar takes more than a quarter of the window, at any size. */
export async function expectUncovered(page: Page, what: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    expect.soft(await coveredStops(page), `${what}, ${size.width} × ${size.height}: covered`).toEqual([]);
    expect.soft(await brokenWords(page), `${what}, ${size.width} × ${size.height}: broken words`).toEqual([]);
    const parts = await barHeights(page);
    expect.soft(Math.max(0, ...parts), `${what}, ${size.width} × ${size.height}: bars`).toBeLessThanOrEqual(0.25);
  }
}
