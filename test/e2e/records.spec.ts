import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright/test';
import { readAttachedReview } from '#main/pdf/attachment.ts';
import { inspect } from '#test/support/pdf.ts';
import { expect, type Host, test } from './host.ts';

/** Opens the first sample. */
async function openSample(host: Host): Promise<Page> {
  const page = await host.open();
  await page.getByRole('button', { name: /Read States/ }).click();
  await expect(page.getByRole('button', { name: 'Export' })).toBeVisible();
  return page;
}

/** Exports in a form, into the data folder. */
async function exportAs(page: Page, host: Host, form: string, fileName?: string): Promise<void> {
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(form, { exact: true }).click();
  await dialog.getByLabel('Folder').fill(host.dataFolder);
  if (fileName !== undefined) await dialog.getByLabel('File name').fill(fileName);
  await dialog.getByRole('button', { name: 'Export' }).click();
  await expect(dialog.getByText('Exported', { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Done' }).click();
}

test('a record carries its review: exported, thrown away, imported, exported again, it is the same', {
  tag: '@loopback',
}, async ({ host }) => {
  const page = await openSample(host);
  await exportAs(page, host, 'PDF', 'record.pdf');
  const record = await readFile(path.join(host.dataFolder, 'record.pdf'));
  expect(readAttachedReview(record).kind).toBe('found');

  await page.getByRole('link', { name: /^(All r|R)eviews$/ }).click();
  const rows = page.getByRole('list', { name: 'Reviews' }).getByRole('listitem');
  await expect(rows).toHaveCount(1);
  const file = { name: 'record.pdf', mimeType: 'application/pdf', buffer: record };
  await page.getByRole('button', { name: 'Import' }).click();
  await page.getByLabel('Review files').setInputFiles(file);
  await expect(page.getByText(/is here already/).first()).toBeVisible();
  await expect(rows).toHaveCount(1);

  await page
    .getByRole('button', { name: /^(Actions|More)/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: /Delete/ }).click();
  await expect(rows).toHaveCount(0);
  await page.getByRole('button', { name: 'Import' }).first().click();
  await page.route('**/api', async (route) => {
    const isImport = route.request().postData()?.includes('"record.import"');
    if (isImport) await expect(page.getByText('Checking “record.pdf”…').first()).toBeVisible();
    await route.continue();
  });
  await page.getByLabel('Review files').setInputFiles(file);
  await expect(page.getByText(/^Imported/).first()).toBeVisible();
  await rows.first().getByRole('link').first().click();
  await exportAs(page, host, 'PDF', 'again.pdf');
  expect(Buffer.compare(await readFile(path.join(host.dataFolder, 'again.pdf')), record)).toBe(0);
});

test('a PDF dropped on the reviews that is no record says what to do', { tag: '@loopback' }, async ({ host }) => {
  const page = await host.open();
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['%PDF-1.7\nnothing'], 'slides.pdf', { type: 'application/pdf' }));
    return data;
  });
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await expect(page.getByText(/^Drop the record/)).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  const problem = page.getByRole('alertdialog').or(page.getByRole('dialog'));
  await expect(problem).toContainText('“slides.pdf” was not imported');
  await expect(problem).toContainText('cannot be read');
});

test('every other form is written, and the folder of decision records is remembered', { tag: '@loopback' }, async ({
  host,
}) => {
  const page = await openSample(host);
  await exportAs(page, host, 'CSV', 'risks.csv');
  expect(await readFile(path.join(host.dataFolder, 'risks.csv'), 'utf8')).toMatch(/^\uFEFFType,Key,/);
  await exportAs(page, host, 'Structurizr', 'workspace.json');
  const workspace = JSON.parse(await readFile(path.join(host.dataFolder, 'workspace.json'), 'utf8'));
  expect(workspace.documentation.decisions).toHaveLength(1);

  const folder = path.join(host.dataFolder, 'decisions');
  await mkdir(folder);
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('ADR', { exact: true }).click();
  await dialog.getByLabel('Folder').fill(folder);
  await dialog.getByRole('button', { name: 'Export' }).click();
  await expect(dialog.getByText('Exported', { exact: true })).toBeVisible();
  const [name, ...more] = await readdir(folder);
  expect(more).toEqual([]);
  expect(name).toMatch(/^0001-read-states.*\.md$/);

  const again = await host.restart();
  await again.getByRole('list', { name: 'Reviews' }).getByRole('link').first().click();
  await again.getByRole('button', { name: 'Export' }).click();
  await again.getByRole('dialog').getByText('ADR', { exact: true }).click();
  await expect(again.getByRole('dialog').getByLabel('Folder')).toHaveValue(folder);
});

test('a record is called what a person says where the folder does not, and a list of records is offered a line', {
  tag: '@loopback',
}, async ({ host }) => {
  const page = await openSample(host);
  const folder = path.join(host.dataFolder, 'decisions');
  await mkdir(folder);
  for (const name of ['0001-a.md', '0002-b.md', 'adr-003-c.md', 'adr-004-d.md']) {
    await writeFile(path.join(folder, name), '# X\n');
  }
  await writeFile(path.join(folder, 'README.md'), '# Decisions\n\n- [1. First](0001-a.md)\n- [2. Second](0002-b.md)\n');
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('ADR', { exact: true }).click();
  await dialog.getByLabel('Folder').fill(folder);
  await dialog.getByRole('button', { name: 'Export' }).click();
  await expect(dialog.getByText('named in several ways')).toBeVisible();
  await expect(dialog.getByRole('radio', { checked: true })).toHaveCount(1);
  expect(await readdir(folder)).toHaveLength(5);

  const name = dialog.getByLabel('File name');
  await dialog.getByRole('radio', { name: /^adr-005-/ }).check();
  await expect(name).toHaveValue(/^adr-005-read-states/);
  await name.fill('0001-a.md');
  await dialog.getByRole('button', { name: 'Export' }).click();
  await expect(dialog.getByRole('alert')).toContainText('There is a file of that name');
  await name.fill('0005-ours.md');
  await dialog.getByRole('button', { name: 'Export' }).click();
  await expect(dialog.getByText('Exported', { exact: true })).toBeVisible();
  await expect(dialog.getByText('README.md lists the records')).toBeVisible();
  const readme = () => readFile(path.join(folder, 'README.md'), 'utf8');
  expect(await readme()).not.toContain('0005-ours.md');
  await dialog.getByRole('button', { name: 'Add to README.md' }).click();
  await expect(dialog.getByText('README.md has a new line')).toBeVisible();
  expect(await readme()).toMatch(/\n- \[5\. [^\n]*\]\(0005-ours\.md\)\n$/);
  await expect(dialog.getByRole('button', { name: 'Add to README.md' })).toHaveCount(0);
});

test('the export dialog says what each form is for, also in a small window', { tag: '@loopback' }, async ({ host }) => {
  const page = await openSample(host);
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('radio', { name: /^(PDF|Markdown|ADR|CSV|Structurizr|Review file)/ })).toHaveCount(6);
  await dialog.getByText('US Letter').click();
  await dialog.getByLabel('Folder').fill(host.dataFolder);
  await dialog.getByLabel('File name').fill('letter.pdf');
  await page.setViewportSize({ width: 640, height: 360 });
  await expect(dialog.getByRole('button', { name: 'Export' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Export' }).click();
  await expect(dialog.getByText('Exported', { exact: true })).toBeVisible();
  const letter = await readFile(path.join(host.dataFolder, 'letter.pdf'));
  expect(await inspect('pdfinfo', letter, 'FILE')).toMatch(/^Page size: +612 x 792 pts/m);
});
