import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './host.ts';

test('the export dialog writes starter files, issues and a calendar, and replaces no file', {
  tag: '@loopback',
}, async ({ host }) => {
  const page = await host.open();
  await page.getByRole('button', { name: /Read States/ }).click();
  const repository = join(host.dataFolder, 'repository');
  await mkdir(repository);
  await writeFile(join(repository, 'Cargo.toml'), 'theirs');

  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Starter files', { exact: true }).click();
  await expect(dialog.getByLabel('File name')).toHaveCount(0);
  await dialog.getByLabel('Folder').fill(repository);
  await dialog.getByRole('button', { name: 'Export' }).click();
  await expect(dialog.getByText('Exported', { exact: true })).toBeVisible();
  await expect(
    dialog.getByText('Cargo.toml: left as it was, because it was there already', { exact: true }),
  ).toBeVisible();
  await expect(dialog.getByText('deny.toml: written', { exact: true })).toBeVisible();
  expect(await readFile(join(repository, 'Cargo.toml'), 'utf8')).toBe('theirs');
  expect(await readFile(join(repository, 'deny.toml'), 'utf8')).toContain('Commitment: Policy for dependencies.');

  for (const [form, name, start] of [
    ['Issues', 'issues.csv', '\uFEFFTitle,'],
    ['Calendar', 'calendar.ics', 'BEGIN:VCALENDAR'],
  ] as const) {
    await dialog.getByRole('button', { name: 'Export another form' }).click();
    await dialog.getByText(form, { exact: true }).click();
    await dialog.getByLabel('Folder').fill(repository);
    await dialog.getByLabel('File name').fill(name);
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    await expect(dialog.getByText('Exported', { exact: true })).toBeVisible();
    expect((await readFile(join(repository, name), 'utf8')).startsWith(start)).toBe(true);
  }
});
