import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Host, test } from './host.ts';
import { expectSaved, place } from './workbook.ts';

async function reviewFile(host: Host): Promise<string> {
  const folder = path.join(host.dataFolder, 'reviews');
  const [name] = await readdir(folder);
  return path.join(folder, name ?? '');
}

async function openSample(host: Host) {
  const page = await host.open();
  await page.getByRole('button', { name: /Read States/ }).click();
  await expectSaved(page);
  return page;
}

test('what the screen calls saved survives a power cut of the host', async ({ host }) => {
  const page = await openSample(host);
  await page.getByLabel(/^Facilitator/).fill('Typed a moment before the cut');
  await expectSaved(page);
  await host.kill();
  const again = await host.open();
  await again.getByRole('list', { name: 'Reviews' }).getByRole('link').first().click();
  await expect(again.getByLabel(/^Facilitator/)).toHaveValue('Typed a moment before the cut');
});

test('a stopped host is said out loud and nothing typed is called saved', { tag: '@loopback' }, async ({ host }) => {
  const page = await openSample(host);
  await page.route('**/api', (route) => route.abort());
  await page.getByLabel(/^Facilitator/).fill('Not yet on disk');
  await expect(page.getByText(/^Not saved/).first()).toBeVisible();
  await expect(page.getByText(/^Saved \d/)).toBeHidden();
  await page.unroute('**/api');
  // It tries again by itself.
  await expectSaved(page);
  expect(await readFile(await reviewFile(host), 'utf8')).toContain('Not yet on disk');
});

test('when the program behind the window is gone for good, what was typed leaves it as a file and comes back', {
  tag: '@loopback',
}, async ({ host }) => {
  const page = await openSample(host);
  // The page of a window outlives its host only when nobody closes it.
  await page.route('**/api', (route) => route.abort());
  await page.getByLabel(/^Facilitator/).fill('Not yet on disk');
  const panel = page.getByRole('region', { name: 'Not saved' });
  await expect(panel).toContainText('does not answer');
  const download = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Download a copy' }).click();
  const copy = path.join(host.dataFolder, (await download).suggestedFilename());
  await (await download).saveAs(copy);

  const again = await host.restart();
  // Under the same address, so that a browser finds what it kept.
  expect(new URL(again.url()).origin).toBe(new URL(page.url()).origin);
  await again.getByRole('button', { name: 'Import' }).click();
  await again.getByLabel('Review files').setInputFiles(copy);
  // The review is here in the state before, so what was typed can be merged into it.
  await again.getByRole('link', { name: 'Merge…' }).click();
  const merge = again.getByRole('button', { name: 'Merge', exact: true });
  await expect(merge).toBeVisible();
  // The file says what it was made from, so there is nothing to ask.
  await expect(again.getByRole('radio', { name: 'The other version' })).toHaveCount(0);
  await merge.click();
  await expect(again.getByLabel(/^Facilitator/)).toHaveValue('Not yet on disk');
  await expect(again.getByRole('link', { name: 'Merge…' })).toHaveCount(0);
});

test('a file that somebody else changed is never overwritten', async ({ host }) => {
  const page = await openSample(host);
  const file = await reviewFile(host);
  const other = await readFile(file, 'utf8').then((text) => JSON.parse(text));
  other.revision += 1;
  const { revision, savedAt, sha256 } = other;
  other.stampSha256 = createHash('sha256').update(JSON.stringify({ revision, savedAt, sha256 })).digest('hex');
  await writeFile(file, JSON.stringify(other));

  await page.getByLabel(/^Facilitator/).fill('Mine');
  const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
  await expect(dialog).toBeVisible();
  expect(JSON.parse(await readFile(file, 'utf8')).revision).toBe(other.revision);

  await dialog.getByRole('button', { name: /copy/i }).click();
  await expect(page.getByLabel(/^Facilitator/)).toHaveValue('Mine');
  await expect.poll(() => readdir(path.dirname(file))).toHaveLength(2);
});

test('an export says what to do when the name is taken or the folder is missing', { tag: '@loopback' }, async ({
  host,
}) => {
  const page = await openSample(host);
  const taken = path.join(host.dataFolder, 'record.md');
  await writeFile(taken, 'mine');
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Markdown', { exact: true }).click();
  await dialog.getByLabel('Folder').fill(path.join(host.dataFolder, 'nowhere'));
  await dialog.getByLabel('File name').fill('record.md');
  await dialog.getByRole('button', { name: 'Export' }).click();
  await expect(dialog.getByRole('alert')).toContainText(/folder/i);

  await dialog.getByLabel('Folder').fill(host.dataFolder);
  await dialog.getByRole('button', { name: 'Export' }).click();
  await expect(dialog.getByRole('alert')).toContainText('There is a file of that name');
  expect(await readFile(taken, 'utf8')).toBe('mine');
  await dialog.getByRole('button', { name: 'Replace the file' }).click();
  await expect(dialog.getByText('Exported', { exact: true })).toBeVisible();
  expect(await readFile(taken, 'utf8')).toMatch(/^---\nstatus: /);
});

test('the first open point of a section is one click away', async ({ host }) => {
  const page = await openSample(host);
  await page.getByLabel(/^Component/).fill('');
  await page
    .getByRole('link', { name: 'Name the component under review' })
    .or(page.getByRole('button', { name: 'Name the component under review' }))
    .click();
  await expect(place(page, 'context.component')).toBeFocused();
});
