import { isDue } from '#test/support/slice.ts';
import { expect, test } from './host.ts';
import { accessibilityFaults, expectFits } from './screen-checks.ts';
import { expectSaved, wholePage } from './workbook.ts';

/** Projector, and the same at 200 % zoom; colours do not depend on the size, so each size has its own. */
const SCREENS = [
  { width: 1280, height: 720, colorScheme: 'light' },
  { width: 640, height: 360, colorScheme: 'dark' },
] as const;

for (const [turn, { colorScheme, ...size }] of SCREENS.entries()) {
  test(`every screen fits and is accessible, ${colorScheme}, ${size.width} × ${size.height}`, async ({ host }) => {
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
    for (const [index, section] of addresses.entries()) {
      await page.evaluate((hash) => location.assign(hash), section);
      await expect(rail.locator('[aria-current="page"]')).toHaveAttribute('href', section);
      await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
      if (!/\/(record|history|votes|left|to-do|agenda|follow-up)$/.test(section)) await wholePage(page);
      await expectFits(page, section);
      // In one of the sizes and colours a day, in the other the next; `npm run test:screens` takes both.
      if (isDue(index + turn, SCREENS.length)) expect(await accessibilityFaults(page), section).toEqual([]);
    }
  });
}
