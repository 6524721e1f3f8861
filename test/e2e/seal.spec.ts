import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright/test';
import { ENCRYPTIONS, pkcs12ByOpenSsl } from '#test/support/certificates.ts';
import { tool } from '#test/support/tools.ts';
import { expect, type Host, test } from './host.ts';
import { importReview, readyReview } from './ready-review.ts';
import { accessibilityFaults, expectFits } from './screen-checks.ts';
import { beginSigning, expectSaved, onScreen, openSection, sealRecord, sign } from './workbook.ts';

const NAMES = ['Ada Lovelace', 'Bob Noyce'];
const PASSPHRASE = 'open sesame';

const APPROVERS = NAMES.map((name, index) => ({ id: `s-${index}`, name, role: 'Architect' }));

async function importReady(host: Host): Promise<Page> {
  const page = await importReview(host, readyReview({ signOff: { approvers: APPROVERS } }));
  await openSection(page, 'Sign-off');
  return page;
}

test('signatures are sealed when the review is closed, and the exported record verifies', {
  tag: '@loopback',
}, async ({ host }) => {
  const page = await importReady(host);
  const folder = await mkdtemp(path.join(tmpdir(), 'groundwork-seal-'));
  const dialog = page.getByRole('dialog');

  const intro = page.getByText('Let each approver read the first page');
  await expect(intro).toBeVisible();

  await test.step('one approver is witnessed', async () => {
    await beginSigning(page, 'Ada Lovelace');
    await expect(dialog.getByText('states that it recorded your sign-off')).toBeVisible();
    await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await expect(onScreen(page, 'Witnessed by the workbook')).toBeVisible();
    await expect(page.getByText(/^Sealed as of/)).toHaveCount(0);
  });

  await test.step('the other one uses a certificate', async () => {
    const p12 = pkcs12ByOpenSsl({ folder, commonName: 'Bob Noyce', passphrase: PASSPHRASE });
    await beginSigning(page, 'Bob Noyce');
    await dialog.getByText('Own certificate', { exact: true }).click();
    await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
    await expect(dialog.getByText('Choose your certificate and read it')).toBeVisible();
    const file = { name: 'bob.p12', mimeType: 'application/x-pkcs12', buffer: p12 };
    await dialog.getByLabel('Certificate file').setInputFiles(file);
    await dialog.getByLabel('Passphrase of the file').fill('wrong');
    await dialog.getByRole('button', { name: 'Read the certificate' }).click();
    await expect(dialog.getByText('The certificate cannot be used')).toBeVisible();
    await expect(dialog.getByText('passphrase does not open')).toBeInViewport({ ratio: 1 });
    const old = pkcs12ByOpenSsl({
      folder,
      commonName: 'Bob Noyce',
      passphrase: PASSPHRASE,
      encryption: ENCRYPTIONS.tripleDes,
    });
    await dialog.getByLabel('Certificate file').setInputFiles({ ...file, buffer: old });
    await dialog.getByLabel('Passphrase of the file').fill(PASSPHRASE);
    await dialog.getByRole('button', { name: 'Read the certificate' }).click();
    await expect(dialog.getByRole('alert')).toContainText('openssl pkcs12 -legacy');
    await dialog.getByLabel('Certificate file').setInputFiles(file);
    // Enter reads the certificate; signing is another step.
    await dialog.getByLabel('Passphrase of the file').press('Enter');
    await expect(dialog.getByText('Certificate of Bob Noyce')).toBeVisible();
    await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
  });

  await test.step('it is sealed when it is closed, on the paper that is chosen', async () => {
    await page.getByRole('button', { name: 'Seal the record…' }).click();
    const paper = dialog.getByRole('group', { name: 'Paper of the sealed record' });
    await expect(paper.getByRole('radio', { name: 'A4' })).toBeChecked();
    await paper.getByText('US Letter').click();
    await dialog.getByLabel('Who closes it').fill('Fay Miller');
    await dialog.getByRole('button', { name: 'Close and seal' }).click();
    await expect(page.getByRole('main').getByText(/^Sealed as of .*, 2 digital signatures, US Letter$/)).toBeVisible();
    await expect(onScreen(page, 'Ada Lovelace: witnessed by the workbook')).toBeInViewport();
    await expect(onScreen(page, 'Bob Noyce: own certificate')).toBeVisible();
    await expect(intro).toHaveCount(0);
  });

  await test.step('the page of the signed review fits a small window and is accessible, also in the dark', async () => {
    const size = page.viewportSize() ?? { width: 1280, height: 720 };
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 640, height: 360 });
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await expectFits(page, 'the sealed sign-off');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize(size);
  });

  await test.step('the export is the sealed record, which is intact', async () => {
    await page.getByRole('button', { name: 'Export…', exact: true }).click();
    const exported = path.join(folder, 'sealed.pdf');
    await dialog.getByLabel('Folder').fill(folder);
    await dialog.getByLabel('File name').fill('sealed.pdf');
    await dialog.getByRole('button', { name: 'Export' }).click();
    await expect(dialog.getByText('Exported', { exact: true })).toBeVisible();
    const records = path.join(host.dataFolder, 'records');
    const [review = ''] = await readdir(records);
    const [name = ''] = await readdir(path.join(records, review));
    const bytes = await readFile(exported);
    expect(bytes.equals(await readFile(path.join(records, review, name)))).toBe(true);
    expect(tool('pdfinfo', exported).toString()).toContain('(letter)');
    const report = tool('pdfsig', exported).toString();
    expect(report.match(/Signature is Valid/g)).toHaveLength(2);

    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Verify…' }).click();
    const verdict = page.getByRole('region', { name: 'Verdict' });
    await expect(verdict.getByRole('heading')).toHaveText('Intact');
    await page.getByLabel('Records to check').setInputFiles(exported);
    await expect(verdict).toContainText('sealed.pdf');
    await expect(verdict.getByRole('heading')).toHaveText('Intact');
  });
  await rm(folder, { recursive: true, force: true });
});

test('a record that waits for a certificate says so until it is sealed, if need be with the key of the workbook', async ({
  host,
}) => {
  const before = await importReady(host);
  const folder = await mkdtemp(path.join(tmpdir(), 'groundwork-seal-'));
  const buffer = pkcs12ByOpenSsl({ folder, commonName: 'Bob Noyce', passphrase: PASSPHRASE });
  const dialog = await beginSigning(before, 'Bob Noyce');
  await dialog.getByText('Own certificate', { exact: true }).click();
  await dialog
    .getByLabel('Certificate file')
    .setInputFiles({ name: 'bob.p12', mimeType: 'application/x-pkcs12', buffer });
  await dialog.getByLabel('Passphrase of the file').fill(PASSPHRASE);
  await dialog.getByLabel('Passphrase of the file').press('Enter');
  await expect(dialog.getByText('Certificate of Bob Noyce')).toBeVisible();
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expectSaved(before);
  await rm(folder, { recursive: true, force: true });

  const again = async () => {
    const page = await host.restart();
    await page.getByRole('link', { name: 'Gateway' }).click();
    return page;
  };
  const entry = (page: Page) =>
    page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: /^Sign-off/ });
  const waits = 'The sealed record waits for the certificate of Bob Noyce';
  const signing = await again();
  await openSection(signing, 'Sign-off');
  await sign(signing, 'Ada Lovelace');
  await sealRecord(signing);
  await expect(signing.getByRole('link', { name: waits })).toBeVisible();
  await expect(signing.getByText('This section is complete')).toHaveCount(0);

  // It still waits on another day, and says so wherever the review is opened.
  const page = await again();
  await expect(entry(page)).toContainText('1 open point');
  await openSection(page, 'Sign-off');
  await page.getByRole('link', { name: waits }).click();
  await expect(page.getByRole('region', { name: 'Bob Noyce' }).getByLabel('Certificate file')).toBeFocused();
  await page.getByRole('button', { name: 'Seal with the workbook’s key instead' }).click();
  await expect(page.getByRole('main').getByText(/^Sealed as of .*, 2 digital signatures, \S+( \S+)?$/)).toBeVisible();
  await expect(onScreen(page, 'Bob Noyce: witnessed by the workbook, because the own certificate')).toBeVisible();
  await expect(page.getByText('This section is complete')).toBeVisible();
  await expect(entry(page)).toContainText('Complete');
});
