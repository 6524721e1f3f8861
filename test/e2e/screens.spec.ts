import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, NodeResult } from 'axe-core';
import type { Page } from 'playwright/test';
import { expect, test } from './host.ts';
import { expectSaved } from './workbook.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Projector, and the same at 200 % zoom; colours do not depend on the size, so each size has its own. */
const SCREENS = [
  { width: 1280, height: 720, colorScheme: 'light' },
  { width: 640, height: 360, colorScheme: 'dark' },
] as const;

/**
 * Faults that axe finds on a screen, as readable lines. The window is as tall as the page meanwhile: bars
 * that stick to its edges then cover no control, and rows that are drawn when they come into view are there.
 */
async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  const size = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (size) await page.setViewportSize({ ...size, height: Math.max(size.height, height) });
  const faults = await faultsInView(page);
  if (size) await page.setViewportSize(size);
  return faults;
}

async function faultsInView(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const results = (await page.evaluate(`axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  })`)) as AxeResults;
  const faults = results.violations.flatMap(({ id, nodes }) =>
    nodes.filter((node) => !isCovered(node)).map((node) => `${id}: ${node.target.join(' ')}`),
  );
  // A grid cell is moved to with keys and never called by its name, so its name may sum up what it shows.
  return faults.filter((fault) => !fault.startsWith('label-content-name-mismatch: td[data-place='));
}

/** A target that a bar at the edge of the window covers until the page is scrolled is not a small one. */
function isCovered(node: NodeResult): boolean {
  return node.any.some((check) => /obscured/i.test(String(check.data?.messageKey)));
}

async function expectFits(page: Page, what: string): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${what} scrolls sideways`).toBeLessThanOrEqual(0);
}

for (const { colorScheme, ...size } of SCREENS) {
  test(`every screen fits and is accessible, ${colorScheme}, ${size.width} × ${size.height}`, async ({ host }) => {
    test.setTimeout(240_000);
    const page = await host.open();
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectFits(page, 'the empty home screen');
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.getByRole('button', { name: /TypeScript compiler/ }).click();
    await expectSaved(page);
    const rail = page.getByRole('navigation', { name: 'Sections' });
    const links = await rail.getByRole('link', { includeHidden: true }).all();
    const addresses = await Promise.all(links.map(async (link) => (await link.getAttribute('href')) ?? ''));
    expect(addresses.length).toBeGreaterThan(13);
    for (const section of addresses) {
      await page.evaluate((hash) => location.assign(hash), section);
      await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
      await expectFits(page, section);
      expect(await accessibilityFaults(page), section).toEqual([]);
    }
  });
}
