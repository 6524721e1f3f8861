import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { inProject } from '#test/support/project.ts';
import { expect, test } from './host.ts';
import { onScreen } from './workbook.ts';

const SHIPPED = inProject('templates/quick-review.json');

/** The quick review with other content, as a file to choose. */
async function fileOf(change: (template: { version: string; sections: { kind: string }[] }) => unknown) {
  const template = JSON.parse(await readFile(SHIPPED, 'utf8'));
  return { name: 'changed.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(change(template))) };
}

async function choose(page: Page, change: Parameters<typeof fileOf>[0]) {
  await page.getByLabel('Template files').setInputFiles(await fileOf(change));
}

test('a faulty template is refused with a list, and nothing of it is kept', async ({ host }) => {
  const page = await host.open();
  await page.getByRole('link', { name: 'Templates', exact: true }).click();
  const templates = page.getByRole('list', { name: 'Templates' }).getByRole('listitem');
  await expect(templates.filter({ hasText: 'Ships with Groundwork' })).toHaveCount(3);
  await choose(page, (template) => ({
    ...template,
    version: 'one',
    sections: [...template.sections, template.sections[0]],
  }));
  const dialog = page.getByRole('alertdialog', { name: /cannot be imported/ });
  await expect(dialog.getByRole('listitem').filter({ hasText: 'version' })).toBeVisible();
  await expect(dialog.getByRole('listitem').filter({ hasText: 'twice' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(templates).toHaveCount(3);
});

test('a newer version is looked at, imported, and a review goes over to it only on demand', async ({ host }) => {
  const page = await host.open();
  await page.getByRole('button', { name: 'New review' }).click();
  await page.getByLabel('Template').selectOption({ label: 'Rust in half an hour 1.3.0' });
  await page
    .getByRole('dialog')
    .getByLabel(/^Title/)
    .fill('Gateway');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: /^Adoption path/ }).click();
  await page
    .getByLabel(/^Work item/)
    .first()
    .fill('A log filter');
  await page.getByRole('link', { name: 'Reviews', exact: true }).click();

  await page.getByRole('link', { name: 'Templates', exact: true }).click();
  await choose(page, (template) => ({
    ...template,
    version: '1.4.0',
    sections: template.sections.filter(({ kind }) => kind !== 'path'),
  }));
  const preview = page.getByRole('dialog', { name: /Import “Rust in half an hour”/ });
  await expect(preview.getByText('newer version of a template in the library')).toBeVisible();
  await preview.getByRole('button', { name: 'Import' }).click();
  await expect(onScreen(page, 'Imported from changed.json')).toBeVisible();

  await page.getByRole('link', { name: 'All reviews' }).click();
  await page.getByRole('link', { name: 'Gateway' }).click();
  await page.getByRole('link', { name: 'Template 1.4.0 is here; this review uses 1.3.0' }).click();
  await expect(onScreen(page, 'One answer has no place in 1.4.0')).toBeVisible();
  await expect(page.getByText('A log filter')).toBeVisible();
  await expect(page.getByText('The whole section is gone.')).toBeVisible();
  await page.getByRole('button', { name: 'Carry the answers over to 1.4.0' }).click();
  await expect(page.getByText(/^This review now uses .*, version 1\.4\.0\.$/).first()).toBeVisible();
  await expect(page.getByRole('link', { name: /^Adoption path/ })).toHaveCount(0);

  await page.getByRole('link', { name: 'Back to 1.3.0' }).click();
  await page.getByRole('button', { name: 'Carry the answers over to 1.3.0' }).click();
  await page.getByRole('link', { name: /^Adoption path/ }).click();
  await expect(page.getByLabel(/^Work item/).first()).toHaveValue('A log filter');
});
