import type { Page } from 'playwright/test';
import { dueToday } from '#test/support/slice.ts';
import { lookAndPress, lookAtCombo, lookAtState, WALKS_IN_ALL } from './heard-look.ts';
import { expectFocused, lostBy } from './heard-press.ts';
import { goTo } from './heard-walk.ts';
import { expect, type Host, test } from './host.ts';
import { importReview } from './ready-review.ts';
import { choose, expectSaved } from './workbook.ts';
import { workedReview } from './worked-review.ts';

/** Opens a worked review of a template; gives the beginning of the addresses of its pages. */
async function openWorked(host: Host, template: string): Promise<{ readonly page: Page; readonly review: string }> {
  const page = await importReview(host, workedReview(template));
  page.on('filechooser', () => undefined);
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeFocused();
  return { page, review: /#\/review\/[^/]+/.exec(page.url())?.[0] ?? '' };
}

/** Goes where no frame is around the review. */
async function goBare(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => location.assign(hash), address);
  await expect(page.getByRole('main')).toBeVisible();
}

/** Presses a button, after which something has the focus. */
async function pressKept(page: Page, button: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: button }).first().press('Enter');
  await expectFocused(page, `${button}`);
}

interface Walk {
  readonly name: string;
  readonly walk: (page: Page, review: string) => Promise<void>;
}

async function stage(page: Page, review: string): Promise<void> {
  await goBare(page, `${review}/stage`);
  const kinds = new Set<string>();
  for (let last = ''; last !== page.url(); await page.keyboard.press('PageDown')) {
    last = page.url();
    const kind = last.split('/').at(-1)?.split('.')[0] ?? '';
    if (kinds.has(kind)) continue;
    kinds.add(kind);
    const address = new URL(last).hash;
    await lookAndPress(page, `stage, ${kind}`, () => goBare(page, address));
    await goBare(page, address);
    await page.getByRole('main').focus();
  }
  expect(kinds.size).toBeGreaterThan(3);
  await page.keyboard.press('t');
  await expect(page.getByRole('heading', { level: 1, name: 'Agenda' })).toBeVisible();
  await expectFocused(page, 'agenda on the stage');
  await lookAndPress(page, 'agenda on the stage', () => goBare(page, `${review}/stage/agenda`));
  await goBare(page, `${review}/stage/agenda`);
  await page.keyboard.press('t');
  await expect(page.getByRole('heading', { level: 1, name: 'Agenda' })).toHaveCount(0);
  await expectFocused(page, 'back from the agenda');
  await page.keyboard.press('.');
  await lookAtState(page, 'stage, blank');
  await goBare(page, `${review}/room`);
  await lookAtState(page, 'for the room');
}

async function vote(page: Page, review: string): Promise<void> {
  await lookAndPress(page, 'votes', () => goTo(page, `${review}/votes`));
  const begin = `${review}/vote/rule.safety`;
  await goBare(page, begin);
  await expectFocused(page, 'vote');
  await lookAtState(page, 'vote');
  await pressKept(page, 'Show of hands');
  await expect(page.getByRole('textbox', { name: 'Yes' })).toBeFocused();
  await lookAtState(page, 'show of hands');
  await pressKept(page, 'Back');
  await pressKept(page, 'All at once');
  await expect(page.getByRole('textbox', { name: /^One key/ })).toBeFocused();
  await page.getByRole('textbox', { name: /^One key/ }).fill('ynu');
  await lookAtState(page, 'all at once');
  await pressKept(page, 'Back');
  await pressKept(page, 'Pass the keyboard');
  await expect(page.getByRole('button', { name: 'Ada Lovelace votes' })).toBeVisible();
  await expectFocused(page, 'the keyboard is passed');
  await lookAtState(page, 'who votes');
  expect(await lostBy(page, 'Throw the round away…')).toEqual([]);
  await pressKept(page, 'Ada Lovelace votes');
  await lookAtState(page, 'is it you');
  await pressKept(page, 'Back');
  for (const name of ['Ada Lovelace', 'Ben Okoye', 'Cleo Sand']) {
    await pressKept(page, `${name} votes`);
    await pressKept(page, `I am ${name}`);
    await choose(page, /^Answer/, name === 'Ben Okoye' ? 'No' : 'Yes');
    if (name === 'Ben Okoye') await lookAtState(page, 'ballot');
    await page.getByRole('textbox', { name: 'Why' }).fill('It is so.');
    await pressKept(page, 'Seal my vote');
    await expect(page.getByRole('button', { name: 'Next person' })).toBeFocused();
    if (name === 'Ada Lovelace') await lookAtState(page, 'pass it on');
    await pressKept(page, 'Next person');
    if (name === 'Ada Lovelace') expect(await lostBy(page, 'Reveal without the rest…')).toEqual([]);
  }
  await lookAtState(page, 'all have voted');
  await pressKept(page, 'Reveal the votes');
  await expect(page.getByRole('button', { name: 'Vote again' })).toBeVisible();
  await expectFocused(page, 'revealed');
  await lookAtState(page, 'revealed');
  await page.getByRole('complementary').getByText('Yes').click();
  await pressKept(page, /^Keep the differing view/);
  await lookAtState(page, 'how they stand to it');
  await pressKept(page, 'Can live with it');
  await pressKept(page, 'Vote again');
  await lookAtState(page, 'vote again');
  await goBare(page, `${review}/vote/rule.latency`);
  await lookAtState(page, 'two rounds');
  await goBare(page, `${review}/vote/context`);
  await lookAtState(page, 'no vote');
}

async function premortem(page: Page, review: string): Promise<void> {
  await goBare(page, `${review}/vote/premortem`);
  await page.getByRole('checkbox', { name: /build took/ }).check();
  await lookAtState(page, 'causes');
  await pressKept(page, /^Make a risk/);
  await lookAtState(page, 'a cause became a risk');
}

async function desk(page: Page, review: string): Promise<void> {
  for (const part of ['to-do', 'left', 'agenda', 'follow-up', 'history']) {
    await lookAndPress(page, part, () => goTo(page, `${review}/${part}`));
  }
  await goTo(page, `${review}/agenda`);
  // It may run already, as every button of the agenda was pressed.
  const pause = page.getByRole('button', { name: 'Pause the clock' });
  const start = page.getByRole('button', { name: 'Start the clock' });
  await expect(pause.or(start).first()).toBeVisible();
  if ((await pause.count()) === 0) await pressKept(page, 'Start the clock');
  await goTo(page, `${review}/rule`);
  await lookAtState(page, 'a section with its clock');
  await pressKept(page, 'Pause the clock');
  await expectSaved(page);
  await goTo(page, `${review}/to-do`);
  await page.reload();
  await expect(page.getByRole('region', { name: 'Where you were' })).toBeVisible();
  await lookAtState(page, 'where you were');
  await pressKept(page, 'Send it away');
  await expect(page.getByRole('region', { name: 'Where you were' })).toHaveCount(0);
  for (const key of ['a', 'q', 'Control+k']) {
    await page.getByRole('heading', { level: 2 }).first().focus();
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.locator('[inert]').first().waitFor({ state: 'attached' });
    await lookAtState(page, `dialog of ${key}`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expectFocused(page, `dialog of ${key}, closed`);
  }
}

async function sections(page: Page, review: string): Promise<void> {
  await goTo(page, `${review}/votes`);
  await goTo(page, `${review}/context`);
  await lookAtCombo(page, 'Facilitator');
  await lookAndPress(page, 'people', () => goTo(page, `${review}/context`));
  const table = async () => {
    await goTo(page, `${review}/risks`);
    await page.getByRole('tab', { name: 'Table' }).click();
  };
  await lookAndPress(page, 'table of risks', table);
  await goTo(page, `${review}/votes`);
  await table();
  await page
    .getByRole('combobox', { name: /^Applies/ })
    .last()
    .focus();
  await expect(page.getByRole('columnheader', { name: 'Applies' })).toBeInViewport();
  await lookAndPress(page, 'sign-off', () => goTo(page, `${review}/sign-off`));
}

const WALKS: readonly Walk[] = [
  { name: 'the stage and the room', walk: stage },
  { name: 'votes', walk: vote },
  { name: 'a premortem', walk: premortem },
  { name: 'what a workshop is led with', walk: desk },
  { name: 'people, risks as a table, and expectations', walk: sections },
];

/** The templates, and for each a review with something on every page. */
const TEMPLATES = ['rust-adoption', 'quick-review'] as const;

/** A run takes one walk, here or of what comes afterwards, another one each day; `npm run test:heard` takes all. */
const ALL = TEMPLATES.flatMap((template) => WALKS.map((walk) => ({ template, ...walk })));

for (const { template, name, walk } of dueToday(ALL, WALKS_IN_ALL)) {
  test(`what holds on the pages of a review holds for ${name} in ${template}`, { tag: '@loopback' }, async ({
    host,
  }) => {
    const { page, review } = await openWorked(host, template);
    await walk(page, review);
  });
}
