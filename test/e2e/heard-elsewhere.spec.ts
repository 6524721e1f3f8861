import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright/test';
import { inProject } from '#test/support/project.ts';
import { isDue } from '#test/support/slice.ts';
import { lookAtState } from './heard-look.ts';
import { expectFocusKept, lostBy } from './heard-press.ts';
import { addressOf, goTo } from './heard-walk.ts';
import { expect, test } from './host.ts';
import { importReview } from './ready-review.ts';
import { sealRecord, sign } from './workbook.ts';

/** A template that the library does not have, for another version of the review's own. */
async function importTemplate(page: Page): Promise<void> {
  const template = JSON.parse(await readFile(inProject('templates/rust-adoption.json'), 'utf8'));
  const sections = template.sections.map((section: object) => ({ ...section, intro: 'Another one.' }));
  const buffer = Buffer.from(JSON.stringify({ ...template, version: '99.0.0', sections }));
  await page.getByLabel('Template files').setInputFiles({ name: 'new.json', mimeType: 'application/json', buffer });
  const dialog = page.getByRole('dialog', { name: /^Import/ });
  await expect(dialog).toBeVisible();
  await page.locator('[inert]').first().waitFor({ state: 'attached' });
  await lookAtState(page, 'the template to import');
  await dialog.getByRole('button', { name: 'Import' }).click();
  await expect(dialog).toHaveCount(0);
}

let looked = 0;

/**
 * Looks at a page in every way, where the address leads there. The buttons of one page in three are pressed in a run, of
 * another one each day; `npm run test:heard` presses all.
 */
async function lookAt(page: Page, address: string, title: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 720 });
  const go = async () => {
    await page.evaluate((hash) => location.assign(hash), address);
    await expect(page).toHaveTitle(`${title} – Groundwork`);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  };
  await go();
  await lookAtState(page, title);
  looked += 1;
  if (!isDue(looked, 6)) return;
  await page.setViewportSize({ width: 1280, height: 720 });
  await expectFocusKept(page, title, go);
}

test('what holds on the pages of a review holds on every other page and in every dialog', { tag: '@loopback' }, async ({
  host,
}) => {
  const page = await importReview(host);
  page.on('filechooser', () => undefined);
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeFocused();
  const review = /#\/review\/[^/]+/.exec(page.url())?.[0] ?? '';

  await test.step('the dialog of signing, and the page of what is signed', async () => {
    const signOff = await addressOf(page, 'sign-off');
    await goTo(page, signOff);
    expect(await lostBy(page, 'Sign as Ada Lovelace')).toEqual([]);
    await sign(page, 'Ada Lovelace');
    expect(await lostBy(page, 'Seal the record…')).toEqual([]);
    await sealRecord(page);
    await expect(page.getByRole('main').getByText(/^Sealed as of/)).toBeVisible();
    await lookAt(page, `${review}/sign-off`, 'Sign-off – Gateway');
    await lookAt(page, `${review}/decision`, 'Decision – Gateway');
    await lookAt(page, `${review}/record`, 'Record – Gateway');
    await lookAt(page, `${review}/history`, 'History – Gateway');
  });

  await test.step('the templates, and another version of the review’s own', async () => {
    await lookAt(page, '#/templates', 'Templates');
    await importTemplate(page);
    await lookAt(page, '#/templates', 'Templates');
    await lookAt(page, `${review}/template`, 'Another version of the template – Gateway');
  });

  await test.step('checking a record', async () => {
    await lookAt(page, '#/verify', 'Verify a record');
    const records = path.join(host.dataFolder, 'records');
    const [folder = ''] = await readdir(records);
    const [name = ''] = await readdir(path.join(records, folder));
    const file = path.join(records, folder, name);
    await page.getByLabel('Records to check').setInputFiles([file, path.join(host.dataFolder, 'ready.json')]);
    await expect(page.getByRole('region', { name: '2 files' }).getByText('Unreadable')).toBeVisible();
    await lookAt(page, '#/verify', 'Verify a record');
  });

  await lookAt(page, '#/keys', 'Keys');
  await test.step('the list of reviews, and a fault', async () => {
    await page.evaluate(() => location.assign('#/'));
    const broken = { name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from('{') };
    await page.getByRole('button', { name: 'Import' }).click();
    await page.getByLabel('Review files').setInputFiles(broken);
    await expect(page.getByRole('alertdialog')).toContainText('was not imported');
    await page.locator('[inert]').first().waitFor({ state: 'attached' });
    await lookAtState(page, 'a fault');
    await page.keyboard.press('Escape');
    await lookAt(page, '#/', 'Reviews');
  });
});
