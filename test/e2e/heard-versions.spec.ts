import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright/test';
import { parseStoredReview, printReviewFile } from '#main/store/review-file.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { isDue } from '#test/support/slice.ts';
import { lookAndPress, lookAtState, WALKS_IN_ALL } from './heard-look.ts';
import { expectFocused } from './heard-press.ts';
import { goOut } from './heard-walk.ts';
import { expect, type Host, test } from './host.ts';
import { HOST_WITH_MENU } from './host-with-menu.ts';
import { importReview } from './ready-review.ts';
import { expectSaved } from './workbook.ts';

/** The one review of the data folder, and what another program makes of it. */
async function reviewFile({ dataFolder }: Host) {
  const folder = path.join(dataFolder, 'reviews');
  const [name = ''] = (await readdir(folder)).filter((file) => file.endsWith('.json'));
  const stored = parseStoredReview(await readFile(path.join(folder, name)));
  return {
    id: stored.document.id,
    /** Writes the review as it was, changed, behind the given end of its name; to its own file without one. */
    write: (end: string, parts: Partial<ReviewDocument>, revision = stored.revision + 1) =>
      writeFile(
        path.join(folder, name.replace('.json', `${end}.json`)),
        printReviewFile({ document: { ...stored.document, ...parts }, revision, savedAt: new Date().toISOString() }),
      ),
  };
}

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

async function dialogShown(page: Page): Promise<void> {
  await expect(page.getByRole('dialog').or(page.getByRole('alertdialog'))).toBeVisible();
  await page.locator('[inert]').first().waitFor({ state: 'attached' });
}

/** Copies that other programs left: two that sound alike, and one that cannot be read. */
async function copies(host: Host): Promise<void> {
  const page = await importReview(host);
  page.on('filechooser', () => undefined);
  await expectSaved(page);
  const file = await reviewFile(host);
  for (const name of ['Component', 'Built with today']) await field(page, name).fill('Ours');
  await expectSaved(page);
  const theirs = { component: 'Theirs', candidate: 'Rust, theirs', current: 'Java' };
  const [first, second] = [" (Ada's conflicted copy 2026-11-28)", " (Ada's conflicted copy 2026-11-29)"];
  for (const end of [first, second, ' 2']) await file.write(end, theirs);
  await lookAtState(page, 'a review with copies beside it');

  await goOut(page, '#/', 'Reviews');
  await expect(page.getByRole('link', { name: /^Merge/ })).toHaveCount(3);
  await lookAtState(page, 'reviews, with copies');
  await page
    .getByRole('button', { name: /^To the trash/ })
    .last()
    .press('Enter');
  await expect(page.getByRole('link', { name: /^Merge/ })).toHaveCount(2);
  await expectFocused(page, 'a copy in the trash');

  const merge = `#/review/${file.id}/merge/copy/${encodeURIComponent(`${file.id}${first}.json`)}`;
  const open = () => goOut(page, merge, 'Merge another version – Gateway');
  const go = async () => {
    await open();
    await expect(page.getByRole('heading', { name: 'Merge another version' })).toBeVisible();
    await expect(page.getByText('Comparing the two versions…')).toHaveCount(0);
  };
  await go();
  await expect(page.getByRole('heading', { name: 'Merge another version' })).toBeFocused();
  await expect(page.getByRole('group', { name: /Component/ })).toBeVisible();
  await page.locator('main summary').first().press('Enter');
  await lookAtState(page, 'merge, unfolded');
  await page
    .getByRole('group', { name: /Component/ })
    .getByRole('radio')
    .first()
    .press('Space');
  await expectFocused(page, 'one of them chosen');
  await page.getByRole('button', { name: 'Go to the next one' }).press('Enter');
  await expectFocused(page, 'the next one');
  // The last press merges: what is left to be merged has gone then, which is looked at below.
  await lookAndPress(page, 'merge', go);
  await expect(page.getByText(/The other version is in the trash/).first()).toBeAttached();
  await go();
  await expect(page.getByRole('alert')).toBeVisible();
  await lookAtState(page, 'nothing to merge');
}

/** Another program saves a review while it is open. */
async function changedElsewhere(host: Host): Promise<void> {
  const page = await importReview(host);
  await expectSaved(page);
  const file = await reviewFile(host);
  await field(page, 'Component').fill('Ours');
  await expectSaved(page);
  await file.write('', { component: 'Theirs', current: 'Java' }, 9);
  await field(page, 'Component').fill('Ours, later');
  await dialogShown(page);
  await expectFocused(page, 'changed elsewhere');
  await lookAtState(page, 'changed elsewhere');
  await page.getByRole('button', { name: 'Merge both…' }).press('Enter');
  await expect(page.getByRole('group', { name: /Component/ })).toBeVisible();
  await expectFocused(page, 'merge with theirs');
  await lookAtState(page, 'merge with theirs');
  await page.getByRole('button', { name: 'Back' }).press('Enter');
  await expectFocused(page, 'back from the merge');
  await page.getByRole('button', { name: 'Keep mine as a copy' }).press('Enter');
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await expectFocused(page, 'kept as a copy');
}

/** A window that closes itself, as the desktop's, while nothing can be written. */
async function closing(host: Host): Promise<void> {
  const page = await host.open();
  let isReached = true;
  await page.route('**/api', async (route) => {
    if (!isReached) return route.abort();
    const answer = await route.fetch();
    const body = (await answer.text()).replace(/("closesItself":)false/, '$1true');
    return route.fulfill({ response: answer, body });
  });
  await page.reload();
  await importReview(host, undefined, { page });
  await expectSaved(page);
  isReached = false;
  await field(page, 'Component').fill('Ours');
  await page.evaluate(() => window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
  await dialogShown(page);
  await expectFocused(page, 'close without saving');
  await lookAtState(page, 'close without saving');
  await page.getByRole('button', { name: 'Stay' }).press('Enter');
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await expectFocused(page, 'close without saving, closed');
  isReached = true;
}

async function backups(host: Host): Promise<void> {
  const page = await importReview(host);
  page.on('filechooser', () => undefined);
  await expectSaved(page);
  await goOut(page, '#/', 'Reviews');
  await page
    .getByRole('button', { name: /^Actions for/ })
    .first()
    .press('Enter');
  await page.getByRole('menuitem', { name: 'Duplicate' }).press('Enter');
  await expect(page.getByRole('list', { name: 'Reviews' }).getByRole('listitem')).toHaveCount(2);
  const go = () => goOut(page, '#/backups', 'Backups');
  await lookAndPress(page, 'backups, none yet', go);
  const use = async (folder: string) => {
    await page.getByLabel('Folder for backups').fill(folder);
    await page.getByRole('button', { name: 'Use this folder' }).press('Enter');
  };
  await use(host.dataFolder);
  await dialogShown(page);
  await lookAtState(page, 'no folder for backups');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  const folder = await mkdtemp(path.join(tmpdir(), 'backups '));
  await use(folder);
  await page.getByRole('button', { name: 'Back up now' }).press('Enter');
  await expect(page.getByRole('list', { name: 'Backups' }).getByRole('listitem')).toHaveCount(1);
  await expectFocused(page, 'backed up');
  await lookAndPress(page, 'backups', go);
  await go();
  await page.getByRole('button', { name: 'Choose what goes in…' }).press('Enter');
  await dialogShown(page);
  await page.getByRole('checkbox', { name: /^The keys of this workbook/ }).press('Space');
  await page.getByRole('button', { name: 'Back up', exact: true }).press('Enter');
  await expect(page.getByLabel('New passphrase')).toBeFocused();
  await lookAtState(page, 'a backup with the keys');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expectFocused(page, 'a backup with the keys, closed');

  // One review is here in another state, and one is in the backup alone.
  await goOut(page, '#/', 'Reviews');
  await page.getByRole('link', { name: 'Gateway', exact: true }).click();
  await field(page, 'Component').fill('Another state');
  await expectSaved(page);
  await goOut(page, '#/', 'Reviews');
  await page.getByRole('button', { name: /^Actions for Gateway \(copy\)/ }).press('Enter');
  await page.getByRole('menuitem', { name: 'Delete' }).press('Enter');
  await goOut(page, '#/trash', 'Trash');
  await go();
  await page
    .getByRole('button', { name: /^Restore from/ })
    .last()
    .press('Enter');
  await dialogShown(page);
  await expect(page.getByText('Here in another state')).toBeVisible();
  await expectFocused(page, 'restore');
  await lookAtState(page, 'restore');
  await page.getByRole('checkbox', { name: /^Take those/ }).press('Space');
  await lookAtState(page, 'restore, in the place of others');
  await page.getByRole('button', { name: 'Restore', exact: true }).press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expectFocused(page, 'restored');
  await rm(folder, { recursive: true });
}

async function about(host: Host): Promise<void> {
  const page = await host.open();
  await page.getByRole('button', { name: 'About' }).press('Enter');
  await dialogShown(page);
  await expect(page.getByRole('heading', { name: 'About Groundwork' })).toBeFocused();
  await lookAtState(page, 'about');
}

/** The dialog that the desktop's menu opens, with languages and words of one's own. */
async function spelling(host: Host): Promise<void> {
  const page = await host.open();
  await page.addInitScript(HOST_WITH_MENU);
  await page.route('**/api', async (route) => {
    const answer = await route.fetch();
    const own = { checker: 'own', offered: ['en-US', 'de', 'pl'], chosen: ['de'], words: ['kubelet', 'tokio'] };
    const shown = { kind: 'spelling', trouble: '', ...own };
    const isAsked = route.request().postData()?.includes('spelling.') ?? false;
    await route.fulfill({ response: answer, ...(isAsked && { body: JSON.stringify({ ok: true, value: shown }) }) });
  });
  await page.reload();
  await expect(page.getByRole('button', { name: 'New review' })).toBeVisible();
  await page.getByRole('button', { name: 'New review' }).focus();
  await page.evaluate(`menu('spelling')`);
  await expect(page.getByRole('checkbox', { name: 'German' })).toBeChecked();
  await dialogShown(page);
  await expectFocused(page, 'spelling');
  await lookAtState(page, 'spelling');
  await page.getByRole('checkbox', { name: 'Polish' }).press('Space');
  await expectFocused(page, 'a language chosen');
  await page.getByRole('button', { name: 'Remove kubelet' }).press('Enter');
  await expectFocused(page, 'a word removed');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expectFocused(page, 'spelling, closed');
  await page.unrouteAll({ behavior: 'wait' });
}

const WALKS = [
  { name: 'copies of a review, and their merge', walk: copies },
  { name: 'a review that was changed elsewhere', walk: changedElsewhere },
  { name: 'a window that closes before all is saved', walk: closing },
  { name: 'backups', walk: backups },
  { name: 'what the program says of itself', walk: about },
  { name: 'languages and words that spelling is checked with', walk: spelling },
] as const;

/** A run takes one of them on some days, as `heard-workshop.spec.ts` says; `npm run test:heard` takes all. */
for (const { name, walk } of WALKS.filter((_, index) => isDue(11 + index, WALKS_IN_ALL))) {
  test(`what holds on the pages of a review holds for ${name}`, { tag: '@loopback' }, ({ host }) => walk(host));
}
