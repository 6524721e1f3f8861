import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { expect, type Host, test } from './host.ts';
import { accessibilityFaults, expectFits } from './screen-checks.ts';

const PASSPHRASE = 'a passphrase to remember';

/** Opens the dialog of a task, by keyboard. */
async function begin(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name: `${name}…` }).focus();
  await page.keyboard.press('Enter');
  return page.getByRole('dialog', { name });
}

async function place(dialog: Locator, host: Host, fileName: string): Promise<string> {
  await dialog.getByLabel('Folder').fill(host.dataFolder);
  await dialog.getByLabel('File name').fill(fileName);
  return path.join(host.dataFolder, fileName);
}

async function finish(page: Page, dialog: Locator, submit: string): Promise<string> {
  await dialog.getByRole('button', { name: submit, exact: true }).click();
  const done = dialog.locator('.callout');
  await expect(done).toBeVisible();
  const text = await done.innerText();
  await expect(dialog.getByRole('button', { name: 'Done' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  return /(?:[0-9A-F]{4} ){15}[0-9A-F]{4}/.exec(text)?.[0] ?? text;
}

test('a workbook’s keys are shown, certified by an authority, exported and brought back', {
  tag: '@loopback',
}, async ({ host }) => {
  const page = await host.open();
  await page.getByRole('link', { name: 'Keys' }).click();
  await expect(page.getByText('There are no keys yet')).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);

  const authority = await test.step('an authority is made, under a passphrase typed twice', async () => {
    const dialog = await begin(page, 'Make an authority');
    await dialog.getByRole('button', { name: 'Make it' }).click();
    await expect(dialog.getByLabel('Name of the organisation')).toBeFocused();
    await dialog.getByLabel('Name of the organisation').fill('Architecture Board');
    await dialog.getByLabel('New passphrase').fill('short');
    const file = await place(dialog, host, 'board.p12');
    await page.keyboard.press('Enter');
    await expect(dialog.getByText('needs at least 12 characters')).toBeVisible();
    await dialog.getByLabel('New passphrase').fill(PASSPHRASE);
    await dialog.getByLabel('The same again').fill(`${PASSPHRASE}s`);
    await page.keyboard.press('Enter');
    await expect(dialog.getByText('not the same passphrase')).toBeVisible();
    await dialog.getByLabel('The same again').fill(PASSPHRASE);
    expect(await accessibilityFaults(page)).toEqual([]);
    await finish(page, dialog, 'Make it');
    return file;
  });

  await test.step('it certifies this workbook, on a request', async () => {
    const asking = await begin(page, 'Write a request');
    const request = await place(asking, host, 'laptop.csr');
    const asked = await finish(page, asking, 'Write');
    const again = await begin(page, 'Write a request');
    await place(again, host, 'laptop.csr');
    await again.getByRole('button', { name: 'Write', exact: true }).click();
    await expect(again.getByRole('alert')).toContainText('There is a file of that name');
    expect(await finish(page, again, 'Replace the file')).toBe(asked);
    const issuing = await begin(page, 'Issue a certificate');
    await issuing.getByLabel('File of the authority').setInputFiles(authority);
    await issuing.getByLabel('Passphrase of the file').fill('wrong');
    await issuing.getByLabel('Request of the workbook').setInputFiles(request);
    const issued = await place(issuing, host, 'laptop.pem');
    await issuing.getByRole('button', { name: 'Issue', exact: true }).click();
    await expect(issuing.getByRole('alert')).toContainText('passphrase does not open this file');
    await issuing.getByLabel('Passphrase of the file').fill(PASSPHRASE);
    expect(await finish(page, issuing, 'Issue')).toBe(asked);
    const taking = await begin(page, 'Take the certificate');
    await taking.getByLabel('Issued certificate').setInputFiles(issued);
    await finish(page, taking, 'Take it');
    await expect(page.getByText('Architecture Board', { exact: true })).toBeVisible();
  });

  const fingerprint = page.getByText(/^([0-9A-F]{4} ){15}[0-9A-F]{4}$/).first();
  await test.step('the private keys go into a file and come back', async () => {
    const before = await fingerprint.innerText();
    const exporting = await begin(page, 'Export the private keys');
    const file = await place(exporting, host, 'keys.p12');
    await exporting.getByLabel('New passphrase').fill(PASSPHRASE);
    await exporting.getByLabel('The same again').fill(PASSPHRASE);
    expect(await finish(page, exporting, 'Export')).toBe(before);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const restoring = await begin(page, 'Bring exported keys back');
    await restoring.getByLabel('File with the exported keys').setInputFiles(file);
    await restoring.getByLabel('Passphrase of the file').fill(PASSPHRASE);
    await finish(page, restoring, 'Bring them back');
    expect(await fingerprint.innerText()).toBe(before);
    await expect(page.getByText('Earlier key')).toHaveCount(0);
  });

  await test.step('the root goes out, and everything is still so after a restart', async () => {
    const dialog = await begin(page, 'Export the root certificate');
    const file = await place(dialog, host, 'root.cer');
    await finish(page, dialog, 'Export');
    expect((await readFile(file)).includes('Architecture Board')).toBe(true);
    const again = await host.restart();
    await again.getByRole('link', { name: 'Keys' }).click();
    await expect(again.getByText('Architecture Board', { exact: true })).toBeVisible();
    for (const [width, height, colorScheme] of [
      [1280, 720, 'light'],
      [640, 360, 'dark'],
    ] as const) {
      await again.setViewportSize({ width, height });
      await again.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expectFits(again, 'Keys');
      expect(await accessibilityFaults(again)).toEqual([]);
    }
  });
});
