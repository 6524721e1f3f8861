import type { Page } from 'playwright/test';
import {
  barHeights,
  controlsOf,
  coveredStops,
  fieldsInLiveRegions,
  recordVoice,
  unclearControls,
  unspeakableNames,
} from './heard-checks.ts';
import { expect, test } from './host.ts';
import { choose, expectSaved, place } from './workbook.ts';

/** The templates, and for each a review with something on every page. */
const TEMPLATES = [/^Rust for one component/, /^Rust in half an hour/] as const;

/** 400 % zoom of a window of 1280 × 1024, and a projector. */
const SIZES = [
  { width: 320, height: 256 },
  { width: 1280, height: 720 },
] as const;

async function startReview(page: Page, name: RegExp, title: string): Promise<void> {
  await page.getByRole('button', { name: 'New review' }).first().click();
  const dialog = page.getByRole('dialog');
  const template = dialog.getByRole('option', { name });
  await dialog.getByLabel('Template').selectOption(await template.getAttribute('value'));
  await dialog.getByLabel('Title').fill(title);
  await dialog.getByLabel('Built with today').fill('Go');
  await dialog.getByRole('button', { name: 'Start the review' }).click();
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeFocused();
}

/** Addresses of all pages of the open review: its sections, the record and the history. */
async function pagesOf(page: Page): Promise<readonly string[]> {
  const links = page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { includeHidden: true });
  return links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
}

/** The address of one section. */
async function addressOf(page: Page, section: string): Promise<string> {
  return (await pagesOf(page)).find((address) => address.endsWith(`/${section}`)) ?? '';
}

async function goTo(page: Page, address: string): Promise<string> {
  await page.evaluate((hash) => location.assign(hash), address);
  await expect(page.locator('.rail [aria-current="page"]')).toHaveAttribute('href', address);
  const heading = page.getByRole('heading', { level: 2 }).first();
  await expect(heading).toBeFocused();
  return (await heading.textContent()) ?? '';
}

/** What holds on every page, whatever is on it. */
async function expectClear(page: Page, what: string): Promise<void> {
  expect.soft(await unclearControls(page), `${what}: controls that sound alike`).toEqual([]);
  expect.soft(await unspeakableNames(page), `${what}: names without what is seen`).toEqual([]);
  expect.soft(await fieldsInLiveRegions(page), `${what}: fields in live regions`).toEqual([]);
}

/** Adds two rows to every list of the page, so that there is something to confuse. */
async function addRows(page: Page): Promise<void> {
  const buttons = page.getByRole('main').getByRole('button', { name: /^Add (a|an|own|statement|link)\b/ });
  await buttons.evaluateAll((all) => {
    for (const button of [...all, ...all] as HTMLElement[]) button.click();
  });
}

for (const template of TEMPLATES) {
  test(`on every page of ${template.source.slice(1)}, controls can be told apart, nothing with the focus is covered, and the window says where one is`, async ({
    host,
  }) => {
    const page = await host.open();
    await startReview(page, template, 'Gateway');
    for (const address of await pagesOf(page)) {
      await page.setViewportSize({ width: 1280, height: 720 });
      const name = await goTo(page, address);
      await expect(page).toHaveTitle(new RegExp(`^${name.replace(/[?.()]/g, '\\$&')} – Gateway – Groundwork$`));
      await addRows(page);
      await expectClear(page, name);
      for (const size of SIZES) {
        await page.setViewportSize(size);
        expect.soft(await coveredStops(page), `${name}, ${size.width} × ${size.height}: covered`).toEqual([]);
        const parts = await barHeights(page);
        expect.soft(Math.max(0, ...parts), `${name}, ${size.width} × ${size.height}: bars`).toBeLessThanOrEqual(0.25);
      }
    }
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
  const isBody = () => page.evaluate(() => document.activeElement === null || document.activeElement === document.body);
  for (let tries = 0; tries < 20 && (await isBody()); tries++) await page.waitForTimeout(50);
  return !(await isBody());
}

/** Presses a button and says where the focus was lost; a dialog that opens is looked at, and closed. */
async function lostBy(page: Page, button: string): Promise<readonly string[]> {
  if (!(await press(page, button))) return [];
  const lost = (await hasFocus(page)) ? [] : [button];
  if ((await page.getByRole('dialog').or(page.getByRole('alertdialog')).count()) === 0) return lost;
  // The calendar is the library's own, with hidden buttons of its own.
  if (!button.startsWith('Calendar')) await expectClear(page, button);
  await page.keyboard.press('Escape');
  return (await hasFocus(page)) ? lost : [...lost, `${button}, closed`];
}

for (const template of TEMPLATES) {
  test(`after each press of each button in ${template.source.slice(1)}, something has the focus`, async ({ host }) => {
    const page = await host.open();
    page.on('filechooser', () => undefined);
    await startReview(page, template, 'Gateway');
    for (const address of await pagesOf(page)) {
      const name = await goTo(page, address);
      await addRows(page);
      for (const button of await kindsOfButtons(page)) {
        expect.soft(await lostBy(page, button), name).toEqual([]);
        if (!page.url().endsWith(address)) await goTo(page, address);
      }
    }
  });
}

test('a scripted review is heard in whole sentences, each once, and nothing at each key', async ({ host }) => {
  const page = await host.open();
  await startReview(page, /^Rust in half an hour/, 'Gateway');
  await expectSaved(page);
  const heard = await recordVoice(page);
  const settled = async () => {
    await page.waitForTimeout(2_200);
    // How long a save takes is up to the disk; that it is said once has a test of its own.
    return (await heard()).filter((words) => !/^Sav(ing…|ed)$/.test(words));
  };
  await settled();

  // An open point, and letters.
  await page.keyboard.press('Alt+o');
  expect(await settled()).toEqual(['Context: Name the component under review.']);
  await page.keyboard.type('Price cache', { delay: 20 });
  expect(await settled()).toEqual([]);

  await goTo(page, await addressOf(page, 'rule'));
  await choose(place(page, 'rule.safety'), /^Answer/, 'Yes');
  expect(await settled()).toEqual([
    'Outcome, not settled yet: 1 of 3 answered yes (“Memory safety”), no answer yet to “Latency and resources”, “Shared infrastructure”. No more yes: No verdict; one or two more yes: Consider Rust.',
  ]);
  await page.keyboard.press('ControlOrMeta+z');
  expect(await settled()).toEqual(['Undone: Three questions.']);

  await goTo(page, await addressOf(page, 'path'));
  await choose(page, /^State of stage 1/, 'Skipped');
  expect(await settled()).toEqual([
    'A departure from the review, which needs a reason: “Tooling” is skipped.',
    'This puts a risk on the list: First Rust code is production code.',
  ]);

  await goTo(page, await addressOf(page, 'decision'));
  await page
    .getByRole('radio', { name: /^Adopt/ })
    .first()
    .check();
  expect(await settled()).toEqual([]);
  await page.getByLabel('For which stage of the path').selectOption({ index: 1 });
  expect(await settled()).toEqual([
    'A departure from the review, which needs a reason: The decision is for “Tooling”, which the path skips.',
  ]);
  const reason = page.getByLabel(/^Why all the same/).first();
  await reason.focus();
  await settled();
  await page.keyboard.type('We know it', { delay: 20 });
  expect(await settled()).toEqual([]);

  await goTo(page, await addressOf(page, 'risks'));
  const risk = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('group', { name: /^Does it apply/ }) })
    .first();
  await risk.getByRole('radio', { name: 'Yes' }).check({ force: true });
  await risk.locator('button[aria-expanded]').click();
  await settled();
  for (const [rating, key] of [
    [/^Likelihood ?: before/, '4'],
    [/^Impact ?: before/, '3'],
  ] as const) {
    await risk.getByRole('group', { name: rating }).getByRole('radio').first().focus();
    await page.keyboard.press(key);
  }
  const rated = await settled();
  expect(rated.filter((words) => words.includes('exposure'))).toEqual(['Before the response: exposure High.']);
});
