import { readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './host.ts';
import { expectSaved, openSection, place, sign } from './workbook.ts';

test('samples open as copies, and reviews can be duplicated, deleted and brought back', async ({ host }) => {
  const page = await host.open();
  await page.getByRole('button', { name: /TypeScript compiler/ }).click();
  await expect(page.getByText('Reconstruction from public sources')).toBeVisible();
  await page.getByRole('link', { name: 'Reviews', exact: true }).click();

  const rows = page.getByRole('list', { name: 'Reviews' }).getByRole('listitem');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Stay without Rust');

  await page.getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: /Duplicate/ }).click();
  await expect(rows).toHaveCount(2);
  await expect(rows.filter({ hasText: '(copy)' })).toHaveCount(1);

  await page.getByRole('button', { name: /^Actions for .*\(copy\)/ }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(rows).toHaveCount(1);
  await expect(rows.getByRole('link').first()).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(rows).toHaveCount(2);
  await expect(rows.getByRole('link', { name: /\(copy\)/ })).toBeFocused();

  await page.getByRole('searchbox').fill('nothing is called like this');
  await expect(rows).toHaveCount(0);
  await page.getByRole('searchbox').fill('typescript');
  await expect(rows).toHaveCount(2);
});

test('a review goes out as JSON and comes back without loss, with its signature', { tag: '@loopback' }, async ({
  host,
}) => {
  const page = await host.open();
  await page.getByRole('button', { name: /Read States/ }).click();
  await openSection(page, 'Sign-off');
  await sign(page, 'Author of the sample', { button: /^Sign as/ });
  await expectSaved(page);
  const signOff = page.getByRole('link', { name: /^Sign-off/ });
  // One signature of two is there; one that did not count any more would leave more open.
  await expect(signOff).toContainText('1 open point');

  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Review file', { exact: true }).click();
  await dialog.getByLabel('Folder').fill(host.dataFolder);
  await dialog.getByLabel('File name').fill('out.json');
  await dialog.getByRole('button', { name: 'Export' }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  const file = path.join(host.dataFolder, 'out.json');
  const exported = JSON.parse(await readFile(file, 'utf8'));

  await page.getByRole('link', { name: 'Reviews', exact: true }).click();
  await page.getByRole('button', { name: 'Import' }).click();
  await page.getByLabel('Review files').setInputFiles(file);
  const rows = page.getByRole('list', { name: 'Reviews' }).getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await rows.first().getByRole('link').first().click();
  await expect(signOff).toContainText('1 open point');

  await page.getByRole('button', { name: 'Export' }).click();
  await dialog.getByText('Review file', { exact: true }).click();
  await dialog.getByLabel('File name').fill('again.json');
  await dialog.getByRole('button', { name: 'Export' }).click();
  await expect(dialog.getByText('Exported', { exact: true })).toBeVisible();
  const again = JSON.parse(await readFile(path.join(host.dataFolder, 'again.json'), 'utf8'));
  expect({ ...again.document, id: '' }).toEqual({ ...exported.document, id: '' });
  expect(again.template).toEqual(exported.template);
});

test('a folder of reviews that cannot be read is said with what to do, and nothing is lost', async ({ host }) => {
  const page = await host.open();
  await page.getByRole('button', { name: /Read States/ }).click();
  await expectSaved(page);
  const folder = path.join(host.dataFolder, 'reviews');
  await rename(folder, `${folder}-away`);
  await writeFile(folder, '');
  await page.getByRole('link', { name: 'Reviews', exact: true }).click();
  const alert = page.getByRole('alert').filter({ hasText: 'The reviews cannot be listed' });
  await expect(alert).toContainText('a file is where a folder should be');
  await rm(folder);
  await rename(`${folder}-away`, folder);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('list', { name: 'Reviews' }).getByRole('listitem')).toHaveCount(1);
});

test('a damaged review comes back from an earlier version, which can be compared and restored', async ({ host }) => {
  let page = await host.open();
  await page.getByRole('button', { name: /Read States/ }).click();
  await expectSaved(page);
  for (const component of ['First component', 'Second component']) {
    await page.getByRole('textbox', { name: 'Component', exact: true }).fill(component);
    await expectSaved(page);
  }
  await page.getByRole('link', { name: 'Reviews', exact: true }).click();
  const folder = path.join(host.dataFolder, 'reviews');
  const [file = ''] = await readdir(folder);
  // Not while a window is there that would mend it.
  await host.kill();
  await truncate(path.join(folder, file), 1_000);
  page = await host.open();

  const told = page.getByRole('alert').filter({ hasText: 'A damaged review was brought back' });
  await expect(told).toContainText('quarantine');
  await expect(page.getByRole('list', { name: 'Reviews' }).getByRole('listitem')).toHaveCount(1);
  await expect(page.getByText('cannot be read')).toHaveCount(0);

  await told.getByRole('link', { name: 'Older versions' }).click();
  await page
    .getByRole('link', { name: /^Compare with now: the version until/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: 'What changed' })).toBeVisible();
  await page
    .getByRole('button', { name: /^Restore as a copy: the version until/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Component', exact: true })).toHaveValue('First component');
});

test('a page that is reached from the foot of the list begins at its top, with the focus on its heading', async ({
  host,
}) => {
  const page = await host.open();
  await page.setViewportSize({ width: 640, height: 360 });
  await page.getByRole('link', { name: 'Keys', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Keys' })).toBeFocused();
  await expect(page.getByRole('heading', { level: 1, name: 'Keys' })).toBeInViewport();
});

test('in a small window, no field of a dialog that gets the focus is left behind its buttons', async ({ host }) => {
  const page = await host.open();
  await page.setViewportSize({ width: 640, height: 360 });
  await page.getByRole('button', { name: 'New review' }).click();
  const dialog = page.getByRole('dialog');
  for (const label of [/^Title/, 'Component', 'Candidate', 'Built with today']) {
    const field = dialog.getByLabel(label);
    await expect(field).toBeFocused();
    const [box, buttons] = [await field.boundingBox(), await dialog.locator('.dialog__actions').boundingBox()];
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(buttons?.y ?? 0);
    await page.keyboard.press('Tab');
  }
});

test('a file that is no review is refused with what is wrong, and nothing is added', async ({ host }) => {
  const page = await host.open();
  await page.getByRole('button', { name: 'Import' }).click();
  const document = { title: '', decision: { choise: 'adopt' }, template: { id: 'rust-adoption' } };
  const review = { format: 'groundwork-review', schemaVersion: 1, document };
  await page.getByLabel('Review files').setInputFiles({
    name: 'bad.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(review)),
  });
  const fault = page.getByRole('alertdialog');
  await expect(fault).toContainText('“bad.json” was not imported');
  await expect(fault).toContainText('document.title: must not be empty');
  await expect(fault).toContainText('document.decision: does not know “choise”; check the spelling or take it out');
  await expect(fault.getByRole('button', { name: 'Close' }).last()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'No reviews yet' })).toBeVisible();
});

test('everything on the home screen and in a review can be done from the keyboard', async ({ host }) => {
  const page = await host.open();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog');
  await expect(sheet).toContainText('Next section');
  await expect(sheet.getByRole('heading', { name: 'Keyboard shortcuts' })).toBeFocused();
  await sheet.getByRole('checkbox', { name: /^Single keys/ }).uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await sheet.getByRole('checkbox', { name: /^Single keys/ }).check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await expect(page.getByRole('dialog').getByLabel('Title')).toBeFocused();
  await page.keyboard.type('Keyboard only');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Context' })).toBeVisible();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('heading', { level: 2, name: 'First look: does it fit?' })).toBeVisible();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('heading', { level: 2, name: 'Three questions' })).toBeVisible();
  await page.keyboard.press('Alt+o');
  await expect(place(page, 'rule.safety').locator(':focus')).toHaveCount(1);
  await page.keyboard.press('u');
  await expect(place(page, 'rule.safety').getByRole('radio', { name: 'Not sure' })).toBeChecked();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(place(page, 'rule.safety').getByRole('radio', { name: 'Not sure' })).not.toBeChecked();
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(place(page, 'rule.safety').getByRole('radio', { name: 'Not sure' })).toBeChecked();
  await page.keyboard.press('ControlOrMeta+e');
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
});

test('coming back from a review shows the list as it was left, with the focus on that review', async ({ host }) => {
  const page = await host.open();
  await page.getByRole('button', { name: /TypeScript compiler/ }).click();
  await expectSaved(page);
  const list = page.getByRole('link', { name: 'Reviews', exact: true });
  await list.click();
  await page.getByRole('searchbox').fill('typescript');
  await page.getByLabel('Sort by').selectOption({ label: 'Title' });
  const review = page.getByRole('list', { name: 'Reviews' }).getByRole('link').first();
  await review.click();
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeFocused();
  await list.click();
  await expect(review).toBeFocused();
  await expect(page.getByRole('searchbox')).toHaveValue('typescript');
  await expect(page.getByLabel('Sort by')).toHaveValue('title');
});
