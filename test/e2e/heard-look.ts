import type { Page } from 'playwright/test';
import { headingLeaps } from './heard-checks.ts';
import { lostWhenNarrow } from './heard-narrow.ts';
import { expectFocusKept } from './heard-press.ts';
import { expectClear, expectUncovered } from './heard-walk.ts';
import { expect } from './host.ts';
import { expectNoFaults } from './screen-checks.ts';

/** Days for the fourteen walks over the stage, votes and a workshop, what comes afterwards, and all reviews together: one has its turn on most second days. */
export const WALKS_IN_ALL = 28;

const WINDOW = { width: 1280, height: 720 } as const;

/** The window's title begins with what the page is called: in a review by its part's heading, else by the page's own. */
async function expectNamed(page: Page, what: string): Promise<void> {
  const isPart = (await page.locator('.rail').count()) > 0;
  const heading = isPart ? page.locator('main h2') : page.locator('h1');
  const [name = ''] = (await heading.allTextContents()).map((text) => text.trim());
  const label = (await page.locator('main').first().getAttribute('aria-label')) ?? '';
  expect.soft(await page.title(), `${what}: title`).toMatch(/^\S.+ – Groundwork$/);
  const [part = ''] = (await page.title()).split(' – ');
  // A heading may say more, such as which sitting it is.
  const isNamed = part.includes(name) || name.startsWith(`${part},`) || part === label;
  expect.soft(isNamed, `${what}: “${part}” says “${name}” or “${label}”`).toBe(true);
}

/** All that holds of what is shown, without anything pressed: names, colours, a narrow window, and the focus. */
export async function lookAtState(page: Page, what: string): Promise<void> {
  await page.setViewportSize(WINDOW);
  await expectNamed(page, what);
  await expectClear(page, what);
  expect.soft(await headingLeaps(page), `${what}: headings in order`).toEqual([]);
  await expectNoFaults(page, what);
  expect.soft(await lostWhenNarrow(page), `${what}: lost when narrow`).toEqual([]);
  await expectUncovered(page, what);
  await page.setViewportSize(WINDOW);
}

/** Opens the list of a combo box and closes it: its field has the focus throughout, and nothing else is lost. */
export async function lookAtCombo(page: Page, name: string): Promise<void> {
  const field = page.getByRole('combobox', { name }).first();
  await field.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('listbox')).toBeVisible();
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(field).toHaveAttribute('aria-activedescendant', /./);
  await expectNoFaults(page, `${name}, open`);
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await expect(field).toBeFocused();
}

/** Looks at a page in every way, and presses its buttons. @param again goes to the page as it was */
export async function lookAndPress(page: Page, what: string, again: () => Promise<unknown>): Promise<void> {
  await page.setViewportSize(WINDOW);
  await again();
  await lookAtState(page, what);
  await expectFocusKept(page, what, again);
}
