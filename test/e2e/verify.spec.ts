import { readFile } from 'node:fs/promises';
import { sealedRecord } from '../support/sealed-record.ts';
import { expect, test } from './host.ts';

const NAMES = ['Żaneta Nowak', '王小明'];
/** The first check loads the libraries and the fonts that pages are made with. */
const FIRST = { timeout: 30_000 };

test('a record is checked: intact, then altered, then something that is no PDF', async ({ host }) => {
  const { sealed } = await sealedRecord(NAMES);
  const page = await host.open();
  await page.getByRole('link', { name: 'Verify' }).click();
  await expect(page.getByRole('heading', { name: 'Drop a record here' })).toBeVisible();
  const choose = (name: string, buffer: Uint8Array) =>
    page
      .getByLabel('Record to check')
      .setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(buffer) });
  const verdict = page.getByRole('region', { name: 'Verdict' });

  await choose('record.pdf', sealed);
  await expect(verdict.getByRole('heading')).toHaveText('Intact', FIRST);
  const signatures = page.getByRole('listitem').filter({ hasText: 'Key fingerprint' });
  await expect(signatures).toHaveCount(NAMES.length);
  await expect(signatures.first()).toContainText('Żaneta Nowak');
  await expect(signatures.last()).toContainText('Covers the whole file');
  await expect(page.getByText('Key not known here').first()).toBeVisible();

  const altered = Buffer.concat([sealed, Buffer.from('\n% and one more line\n')]);
  await choose('altered.pdf', altered);
  await expect(verdict.getByRole('heading')).toHaveText('Altered');
  await expect(verdict).toContainText('added to the file after the last signature');

  await choose('package.json', await readFile('package.json'));
  await expect(verdict.getByRole('heading')).toHaveText('Unreadable');
  await expect(verdict).toContainText('The file is not a PDF.');
});

test('a record dropped on the page is checked', async ({ host }) => {
  const { unsealed } = await sealedRecord(NAMES);
  const page = await host.open();
  await page.getByRole('link', { name: 'Verify' }).click();
  const transfer = await page.evaluateHandle((base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([bytes], 'draft.pdf', { type: 'application/pdf' }));
    return data;
  }, Buffer.from(unsealed).toString('base64'));
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await expect(page.getByRole('region', { name: 'Verdict' }).getByRole('heading')).toHaveText('Unsigned', FIRST);
});
