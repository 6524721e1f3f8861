import { dueToday } from '#test/support/slice.ts';
import { lookAtState } from './heard-look.ts';
import { addRows, expectFocusKept } from './heard-press.ts';
import { goTo, pagesOf, startReview } from './heard-walk.ts';
import { expect, test } from './host.ts';

/** The templates, and for each a review with something on every page. */
const TEMPLATES = [/^Rust for one component/, /^Rust in half an hour/, /^Adopt a technology/] as const;

/**
 * A run takes a part of the pages, another one each day; `npm run test:heard` takes all. Each press loads a page anew, so
 * fewer pages are pressed than looked at.
 */
const LOOKED_AT = 12;
const PRESSED = 15;

for (const template of TEMPLATES) {
  test(`on every page of ${template.source.slice(1)}, controls can be told apart, nothing is lost, covered or faulty, and the window says where one is`, async ({
    host,
  }) => {
    const page = await host.open();
    await startReview(page, template, 'Gateway');
    for (const address of dueToday(await pagesOf(page), LOOKED_AT)) {
      await page.setViewportSize({ width: 1280, height: 720 });
      const name = await goTo(page, address);
      await expect(page).toHaveTitle(new RegExp(`^${name.replace(/[?.()]/g, '\\$&')} – Gateway – Groundwork$`));
      await addRows(page);
      await lookAtState(page, name);
    }
  });

  test(`after each press of each button in ${template.source.slice(1)}, something has the focus`, async ({ host }) => {
    const page = await host.open();
    page.on('filechooser', () => undefined);
    await startReview(page, template, 'Gateway');
    for (const address of dueToday(await pagesOf(page), PRESSED)) {
      const name = await goTo(page, address);
      await addRows(page);
      await expectFocusKept(page, name, () => goTo(page, address));
    }
  });
}
