import { dismissToast, draw } from './screenshot-steps.js';

/**
 * @typedef {import('playwright').Page} Page
 * @typedef {{ readonly name: string, readonly file: Buffer, readonly passphrase: string }} Certificate
 */

/**
 * Cleo signs once more, with a drawn signature and as recorded by the workbook.
 * @param {Page} page
 */
export async function signWitnessed(page) {
  const dialog = await beginSigning(page, {
    button: 'Sign again as Cleo',
    verdict: 'Approves with conditions',
    name: 'Cleo',
  });
  await dialog.getByLabel(/^What to say about the conditions/).fill('The load test runs first.');
  await draw(page, dialog.getByLabel('Sheet to draw the signature on'));
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await dismissToast(page);
}

/**
 * Somebody who can live with it signs, by a certificate of their own.
 * @param {Page} page
 * @param {Certificate} certificate
 */
export async function signWithCertificate(page, { name, file, passphrase }) {
  const dialog = await beginSigning(page, { button: `Sign as ${name}`, verdict: 'Can live with it', name });
  await dialog.getByLabel(/^What speaks against it/).fill('Tuning the Go parser would have come first for me.');
  await dialog.getByText('Own certificate', { exact: true }).click();
  await dialog
    .getByLabel('Certificate file')
    .setInputFiles({ name: 'dana.p12', mimeType: 'application/x-pkcs12', buffer: file });
  await dialog.getByLabel('Passphrase of the file').fill(passphrase);
  await dialog.getByRole('button', { name: 'Read the certificate' }).click();
  await dialog.getByText(`Certificate of ${name}`).waitFor();
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
}

/**
 * Closes the review and seals its record.
 * @param {Page} page
 */
export async function closeAndSeal(page) {
  await dismissToast(page);
  await page.getByRole('button', { name: 'Seal the record…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Who closes it').fill('Cleo');
  await dialog.getByRole('button', { name: 'Close and seal' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/**
 * @param {Page} page
 * @param {{ button: string, verdict: string, name: string }} signing
 */
async function beginSigning(page, { button, verdict, name }) {
  await page.getByRole('button', { name: button }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(verdict, { exact: true }).click();
  await dialog.getByLabel('Your name, typed as your signature').fill(name);
  return dialog;
}
