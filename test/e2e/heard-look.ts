import type { Page } from 'playwright/test';
import { lostWhenNarrow } from './heard-narrow.ts';
import { expectClear, expectFocusKept, expectUncovered } from './heard-walk.ts';
import { expect } from './host.ts';
import { accessibilityFaults } from './screen-checks.ts';

/** Walks over the stage, votes and a workshop, and over what comes afterwards: one of them has its turn each day. */
export const WALKS_IN_ALL = 12;

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

/** All that holds of what is shown, without anything pressed: names, colours, a narrow window, and the focus. */
export async function lookAtState(page: Page, what: string): Promise<void> {
  await page.setViewportSize(WINDOW);
  expect.soft(await page.title(), `${what}: title`).toMatch(/^\S.+ – Groundwork$/);
  await expectClear(page, what);
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
