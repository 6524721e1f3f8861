import type { Page, Route } from 'playwright/test';
import type { Output } from '#shared/contract/contract.ts';
import { sealedRecord } from '#test/support/sealed-record.ts';
import { expect, test } from './host.ts';
import { onScreen } from './workbook.ts';

/** How far the host is said to be: a real long export would be at another page at every look. */
const PROGRESS: Output<'job.progress'> = {
  kind: 'running',
  step: { kind: 'page', at: 34, of: 103 },
  canCancel: true,
};

/**
 * Makes a call last until it is cancelled. The other calls go to the real host.
 * @returns the ids of jobs by what was asked for them
 */
async function hold(page: Page, method: 'record.export' | 'record.verify', progress: Output<'job.progress'>) {
  const jobs: Record<string, string> = {};
  let held: Route | null = null;
  const answer = (route: Route, value: unknown) => route.fulfill({ json: { ok: true, value } });
  await page.route('**/api', async (route) => {
    const call: { method: string; input: { job?: string } } = route.request().postDataJSON();
    if (call.input.job) jobs[call.method] = call.input.job;
    if (call.method === method) held = route;
    else if (call.method === 'job.progress') await answer(route, progress);
    else if (call.method === 'job.cancel') {
      await answer(route, { kind: 'cancelling' });
      if (held) await answer(held, { kind: 'cancelled' });
    } else await route.continue();
  });
  return jobs;
}

test('a long export shows how far it is, and can be cancelled', { tag: '@loopback' }, async ({ host }) => {
  const page = await host.open();
  await page.getByRole('button', { name: /Read States/ }).click();
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Folder').fill(host.dataFolder);
  const jobs = await hold(page, 'record.export', PROGRESS);
  await dialog.getByRole('button', { name: 'Export' }).click();

  // The bar is to see; the step is to read, and said once.
  const bar = dialog.locator('progress');
  await expect(bar).toBeVisible();
  await expect(bar).toHaveAttribute('aria-hidden', 'true');
  await expect(bar).toHaveAttribute('value', '34');
  await expect(bar).toHaveAttribute('max', '103');
  await expect(dialog.getByText('Setting page 34 of 103…')).toBeVisible();
  await expect(page.getByRole('log')).toContainText('Setting the pages…');

  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(bar).toBeHidden();
  await expect(dialog.getByRole('button', { name: 'Export' })).toBeEnabled();
  expect(jobs['record.export']).toMatch(/^[0-9a-f-]{36}$/);
  expect(jobs['job.progress']).toBe(jobs['record.export']);
  expect(jobs['job.cancel']).toBe(jobs['record.export']);
});

test('a long check shows how far it is, and can be stopped', { tag: '@loopback' }, async ({ host }) => {
  const { sealed } = await sealedRecord(['Ada Lovelace']);
  const page = await host.open();
  await page.getByRole('link', { name: 'Verify' }).click();
  await hold(page, 'record.verify', { ...PROGRESS, step: { kind: 'check', at: 0, of: 0 } });
  const file = { name: 'record.pdf', mimeType: 'application/pdf', buffer: Buffer.from(sealed) };
  await page.getByLabel('Records to check').setInputFiles(file);
  const bar = page.locator('progress');
  await expect(onScreen(page, 'Checking…')).toBeVisible();
  // Not counted, so it shows no share.
  expect(await bar.getAttribute('value')).toBeNull();
  await page.getByRole('button', { name: 'Stop checking' }).click();
  await expect(page.getByRole('heading', { name: 'Drop a record here' })).toBeVisible();
});

test('stopping a check keeps the verdicts that are there', { tag: '@loopback' }, async ({ host }) => {
  const page = await host.open();
  await page.getByRole('link', { name: 'Verify' }).click();
  const fileOf = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') });
  const files = page.getByRole('region', { name: '3 files' }).getByRole('listitem');
  await page.getByLabel('Records to check').setInputFiles(['first.pdf', 'second.pdf', 'third.pdf'].map(fileOf));
  await expect(files.getByText('Unreadable')).toHaveCount(3);
  // The first goes to the host, the next one lasts.
  let asked = 0;
  await hold(page, 'record.verify', PROGRESS);
  await page.route('**/api', (route) => {
    const { method } = route.request().postDataJSON();
    if (method === 'record.verify') asked += 1;
    return method === 'record.verify' && asked === 1 ? route.continue() : route.fallback();
  });
  await page.getByLabel('Records to check').setInputFiles(['first.pdf', 'second.pdf', 'third.pdf'].map(fileOf));
  await files.getByRole('button', { name: /second/ }).click();
  await page.getByRole('button', { name: 'Stop checking' }).click();
  await expect(page.getByRole('region', { name: 'Verdict' }).getByText('first.pdf')).toBeVisible();
  await expect(page.getByText('second.pdf')).toBeHidden();
});
