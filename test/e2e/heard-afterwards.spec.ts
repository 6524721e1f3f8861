import { readdir, truncate } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright/test';
import { isDue } from '#test/support/slice.ts';
import { lookAndPress, lookAtState, WALKS_IN_ALL } from './heard-look.ts';
import { expectFocused, expectFocusKept, lostBy } from './heard-press.ts';
import { goOut, goTo } from './heard-walk.ts';
import { expect, type Host, test } from './host.ts';
import { importReview, readyReview } from './ready-review.ts';
import { expectSaved, sealRecord, sign } from './workbook.ts';

/** Expected of the decision; what repeats does so on purpose. */
const EXPECTED = {
  predictions: {
    statements: [
      { id: 'p-1', text: 'The tail stays below 50 ms', on: '2026-11-21' },
      { id: 'p-2', text: 'The tail stays below 50 ms', on: '2027-06-01' },
    ],
  },
  tripwires: [
    { id: 't-1', sign: 'The tail rises', threshold: '50 ms', where: 'The dashboard', owner: 'Bo', due: '2026-11-22' },
    { id: 't-2', sign: 'The tail rises', threshold: '', where: '', owner: '', due: null },
  ],
  decision: { reviewOn: '2026-11-25', conditions: [{ id: 'c-1', text: 'The budget is granted', owner: 'Bo' }] },
} as const;

/** Opens a dialog and looks at it. */
async function lookInto(page: Page, button: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: button }).first().press('Enter');
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
  await expect(dialog).toBeVisible();
  await page.locator('[inert]').first().waitFor({ state: 'attached' });
  await lookAtState(page, `${button}`);
}

async function note(page: Page, what: RegExp, state: string): Promise<void> {
  await page.getByRole('button', { name: what }).first().press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText(state, { exact: true }).click();
  await dialog.getByLabel(/^Who notes it/).fill('Dee Rees');
  await dialog.getByRole('button', { name: 'Note it' }).press('Enter');
  await expect(dialog).toHaveCount(0);
  await expectFocused(page, `${what} noted`);
}

async function closed(host: Host): Promise<void> {
  const page = await importReview(host, readyReview(EXPECTED));
  page.on('filechooser', () => undefined);
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeFocused();
  const review = /#\/review\/[^/]+/.exec(page.url())?.[0] ?? '';
  await goTo(page, `${review}/sign-off`);
  await sign(page, 'Ada Lovelace', { verdict: 'Approves with conditions' });
  await lookInto(page, 'Seal the record…');
  await page.keyboard.press('Escape');
  await sealRecord(page);
  await expect(page.getByRole('main').getByText(/^Sealed as of/)).toBeVisible();
  await expectFocused(page, 'sealed');
  expect(await lostBy(page, 'It is met: The budget is granted')).toEqual([]);
  await lookAndPress(page, 'follow-up', () => goTo(page, `${review}/follow-up`));
  await page.getByRole('heading', { level: 2 }).first().focus();
  await note(page, /^Note: The tail rises/, 'Fired');
  await note(page, /^Note: The tail stays/, 'Happened');
  await lookAtState(page, 'follow-up, noted');

  await goOut(page, '#/due', 'Due');
  await lookAndPress(page, 'due', () => goOut(page, '#/due', 'Due'));
  await goOut(page, '#/', 'Reviews');
  await lookAtState(page, 'reviews, with what is due');
  await page.getByRole('button', { name: /^Actions for/ }).press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Verify the sealed record' })).toBeVisible();
  await lookAtState(page, 'menu of a signed review');
  await page.getByRole('menuitem', { name: 'Delete' }).press('Enter');
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await page.locator('[inert]').first().waitFor({ state: 'attached' });
  await lookAtState(page, 'delete a signed review');
}

/** Chooses something from the menu of the first review, after which something has the focus. */
async function chooseAction(page: Page, action: string): Promise<void> {
  await page
    .getByRole('button', { name: /^Actions for/ })
    .first()
    .press('Enter');
  await page.getByRole('menuitem', { name: action }).press('Enter');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expectFocused(page, action);
}

async function list(host: Host): Promise<void> {
  let page = await importReview(host, readyReview({ filing: { tags: ['edge', 'network'] } }));
  await expectSaved(page);
  const history = `${/#\/review\/[^/]+/.exec(page.url())?.[0]}/history`;
  for (const component of ['First gateway', 'Second gateway']) {
    await page.getByRole('textbox', { name: 'Component', exact: true }).fill(component);
    await expectSaved(page);
  }
  await goTo(page, history);
  await page.getByLabel('Name of the milestone').fill('Before the workshop');
  await page.getByRole('button', { name: 'Keep as it is now' }).press('Enter');
  await expectFocused(page, 'milestone kept');
  await lookAtState(page, 'history, with a milestone');
  await expectFocusKept(page, 'history, with a milestone', () => goTo(page, history));
  await goOut(page, '#/', 'Reviews');
  // Two of the same title.
  await page.getByRole('button', { name: 'Import' }).press('Enter');
  await page.getByLabel('Review files').setInputFiles(path.join(host.dataFolder, 'ready.json'));
  const rows = page.getByRole('list', { name: 'Reviews' }).getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await lookAtState(page, 'reviews, two of one title');
  await page
    .getByRole('button', { name: /^Actions for/ })
    .first()
    .press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Open in a new window' })).toBeFocused();
  await lookAtState(page, 'menu of a review');
  await page.keyboard.press('Escape');
  await chooseAction(page, 'Rename…');
  await page.locator('[inert]').first().waitFor({ state: 'attached' });
  await lookAtState(page, 'rename');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expectFocused(page, 'rename, closed');
  await chooseAction(page, 'Tags…');
  await page.locator('[inert]').first().waitFor({ state: 'attached' });
  await lookAtState(page, 'tags');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).press('Enter');
  await expectFocused(page, 'tags saved');
  await chooseAction(page, 'Put into the archive');
  await expect(rows).toHaveCount(1);
  await expectFocused(page, 'archived');
  // It stays while it has the focus.
  await page.getByRole('button', { name: 'Dismiss' }).focus();
  await lookAtState(page, 'a message');
  await page.getByLabel('Show').selectOption({ label: 'The archive' });
  await chooseAction(page, 'Take out of the archive');
  await expect(rows).toHaveCount(0);
  await expectFocused(page, 'out of the archive');
  await lookAtState(page, 'an empty archive');
  await page.getByLabel('Show').selectOption({ label: 'Reviews' });
  await expect(rows).toHaveCount(2);
  await chooseAction(page, 'Delete');
  await expect(rows).toHaveCount(1);
  await chooseAction(page, 'Delete');
  await expect(page.getByRole('heading', { name: 'No reviews yet' })).toBeVisible();
  await expectFocused(page, 'all deleted');
  await lookAtState(page, 'a way back');

  await lookAndPress(page, 'trash', () => goOut(page, '#/trash', 'Trash'));
  await goOut(page, '#/', 'Reviews');
  await page.getByRole('list', { name: 'Reviews' }).getByRole('link').first().click();
  await expectSaved(page);
  await goOut(page, '#/', 'Reviews');
  const folder = path.join(host.dataFolder, 'reviews');
  for (const file of await readdir(folder)) await truncate(path.join(folder, file), 1_000);
  page = await host.restart();
  await expect(
    page
      .getByRole('alert')
      .or(page.getByText(/cannot be read/))
      .first(),
  ).toBeVisible();
  await lookAtState(page, 'damaged reviews');
}

/** Has a window end before its last changes are on the disk; what it shows when it is back is looked at. */
async function unsaved(host: Host): Promise<void> {
  const page = await importReview(host);
  await expectSaved(page);
  page.on('dialog', (dialog) => void dialog.accept());
  const write = async (text: string) => {
    await page.route('**/api', (route) => route.abort());
    await page.getByRole('textbox', { name: 'Component', exact: true }).fill(text);
    await expect(page.getByText(/^Not saved/).first()).toBeVisible();
    await page.reload();
    await page.unroute('**/api');
    await page.reload();
    await expect(page.getByRole('dialog', { name: 'Changes that were not saved' })).toBeVisible();
    await page.locator('[inert]').first().waitFor({ state: 'attached' });
  };
  for (const answer of ['Drop them', 'Take them over']) {
    await write(`Gateway, to ${answer}`);
    await lookAtState(page, `changes that were not saved: ${answer}`);
    await page.getByRole('dialog').getByRole('button', { name: answer }).press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expectFocused(page, answer);
  }
}

const WALKS = [
  { name: 'a closed review, its follow-up and what is due', walk: closed },
  { name: 'tags, archive, trash and versions', walk: list },
  { name: 'changes that were not saved', walk: unsaved },
] as const;

/** A run takes one of them or none, so that it stays short; `npm run test:heard` takes all. */
for (const { name, walk } of WALKS.filter((_, index) => isDue(WALKS_IN_ALL - 1 - index, WALKS_IN_ALL))) {
  test(`what holds on the pages of a review holds for ${name}`, { tag: '@loopback' }, ({ host }) => walk(host));
}
