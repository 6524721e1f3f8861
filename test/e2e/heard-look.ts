import type { Page } from 'playwright/test';
import { headingLeaps } from './heard-checks.ts';
import { lostWhenNarrow } from './heard-narrow.ts';
import { expectClear, expectFocusKept, expectUncovered } from './heard-walk.ts';
import { expect } from './host.ts';
import { accessibilityFaults } from './screen-checks.ts';

/** Days for the fourteen walks over the stage, votes and a workshop, what comes afterwards, and all reviews together: one has its turn on most second days. */
export const WALKS_IN_ALL = 28;

const WINDOW = { width: 1280, height: 720 } as const;

const COLOURS = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'light', forcedColors: 'active' },
] as const;

/** axe finds nothing in light, dark and forced colours. */
async function expectNoFaults(page: Page, what: string): Promise<void> {
  for (const colours of COLOURS) {
    await page.emulateMedia({ ...colours, reducedMotion: 'reduce' });
    expect
      .soft(await accessibilityFaults(page), `${what}, ${colours.colorScheme}, ${colours.forcedColors}`)
      .toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null, reducedMotion: null });
}

/** The window's title begins with what the page is called: in a review by its part's heading, else by the page's own. */
async function expectNamed(page: Page, what: string): Promise<void> {
  const isPart = (await page.locator('.rail').count()) > 0;
  const heading = isPart ? page.locator('main h2') : page.locator('h1');
  const [name = ''] = (await heading.allTextContents()).map((text) => text.trim());
  const label = (await page.locator('main').first().getAttribute('aria-label')) ?? '';
  expect.soft(await page.title(), `${what}: title`).toMatch(/^\S.+ – Groundwork$/);
  const [part = ''] = (await page.title()).split(' – ');
  expect.soft(part.includes(name) || part === label, `${what}: “${part}” says “${name}” or “${label}”`).toBe(true);
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

/** Looks at a page in every way, and presses its buttons. @param again goes to the page as it was */
export async function lookAndPress(page: Page, what: string, again: () => Promise<unknown>): Promise<void> {
  await page.setViewportSize(WINDOW);
  await again();
  await lookAtState(page, what);
  await expectFocusKept(page, what, again);
}
