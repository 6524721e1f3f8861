import type { Page } from 'playwright/test';
import {
  barHeights,
  controlsOf,
  coveredStops,
  fieldsInLiveRegions,
  unclearControls,
  unspeakableNames,
} from './heard-checks.ts';
import { expect } from './host.ts';

/** 400 % zoom of a window of 1280 × 1024, and a projector. */
const SIZES = [
  { width: 320, height: 256 },
  { width: 1280, height: 720 },
] as const;

const dialogs = (page: Page) => page.getByRole('dialog').or(page.getByRole('alertdialog'));

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
  expect.soft(await unspeakableNames(page), `${what}: names without what is seen`).toEqual([]);
  expect.soft(await fieldsInLiveRegions(page), `${what}: fields in live regions`).toEqual([]);
}

/** Nothing that has the focus lies under a bar, and no bar takes more than a quarter of the window, at any size. */
export async function expectUncovered(page: Page, what: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    expect.soft(await coveredStops(page), `${what}, ${size.width} × ${size.height}: covered`).toEqual([]);
    const parts = await barHeights(page);
    expect.soft(Math.max(0, ...parts), `${what}, ${size.width} × ${size.height}: bars`).toBeLessThanOrEqual(0.25);
  }
}

/** Adds two rows to every list of the page, so that there is something to confuse. */
export async function addRows(page: Page): Promise<void> {
  const buttons = page.getByRole('main').getByRole('button', { name: /^Add (a|an|own|statement|link)\b/ });
  await buttons.evaluateAll((all) => {
    for (const button of [...all, ...all] as HTMLElement[]) button.click();
  });
}

/** The buttons in reach, one for each kind: those of rows do the same for every row. */
async function kindsOfButtons(page: Page): Promise<readonly string[]> {
  const names = (await controlsOf(page)).filter(({ role }) => role === 'button').map(({ name }) => name);
  const kinds = new Map(
    names.map((name) => [
      name
        .split(/:| \d|, /)[0]
        ?.split(' ')
        .slice(0, 2)
        .join(' '),
      name,
    ]),
  );
  return [...kinds.values()];
}

/** Presses a button as the keyboard does; false when it has gone meanwhile. */
async function press(page: Page, name: string): Promise<boolean> {
  const button = page.getByRole('button', { name, exact: true }).first();
  if ((await button.count()) === 0) return false;
  await button.focus();
  await page.keyboard.press('Enter');
  return true;
}

/** Whether something has the focus, once what hands it on has had its turn. */
async function hasFocus(page: Page): Promise<boolean> {
  const isThere = () => document.activeElement !== null && document.activeElement !== document.body;
  return page.waitForFunction(isThere, undefined, { timeout: 10_000 }).then(
    () => true,
    () => false,
  );
}

/** Something has the focus. */
export async function expectFocused(page: Page, what: string): Promise<void> {
  expect.soft(await hasFocus(page), `${what}: something has the focus`).toBe(true);
}

/** Dialogs that were looked at; those of the head are behind a button of every page. */
const lookedAt = new WeakMap<Page, Set<string>>();

/** Looks at the dialog that is open, at both sizes; not at the calendar, which is the library's own. */
async function lookAtDialog(page: Page, name: string): Promise<void> {
  const known = lookedAt.get(page) ?? new Set();
  lookedAt.set(page, known);
  if (name.startsWith('Calendar') || known.has(name)) return;
  known.add(name);
  // The page behind is hidden a moment after the focus is in the dialog.
  await page.locator('[inert]').first().waitFor({ state: 'attached' });
  await expectClear(page, name);
  const size = page.viewportSize();
  const isInside = await page.evaluate(
    () => document.activeElement?.closest('[role="dialog"], [role="alertdialog"]') !== null,
  );
  expect.soft(isInside, `${name}: the dialog has the focus`).toBe(true);
  await expectUncovered(page, name);
  if (size) await page.setViewportSize(size);
  // Esc would end the tooltip of the button that was looked at last.
  await dialogs(page).getByRole('heading').first().focus();
}

/** Presses a button and says where the focus was lost; a dialog or menu that opens is looked at, and closed. */
export async function lostBy(page: Page, button: string): Promise<readonly string[]> {
  if (!(await press(page, button))) return [];
  const lost = (await hasFocus(page)) ? [] : [button];
  // What it shows is fetched first.
  if (/^(Preview|Look at it)/.test(button)) await dialogs(page).waitFor();
  if ((await dialogs(page).count()) === 0) return lost;
  if ((await page.getByRole('menu').count()) === 0) await lookAtDialog(page, button);
  await page.keyboard.press('Escape');
  await expect(dialogs(page)).toHaveCount(0);
  return (await hasFocus(page)) ? lost : [...lost, `${button}, closed`];
}

/**
 * Presses one button of each kind on a page: after each, something has the focus.
 * @param again goes back to the page, should a button lead elsewhere
 */
export async function expectFocusKept(page: Page, what: string, again: () => Promise<unknown>): Promise<void> {
  const here = page.url();
  for (const button of await kindsOfButtons(page)) {
    expect.soft(await lostBy(page, button), what).toEqual([]);
    if (page.url() !== here) await again();
  }
}
