import { readFile } from 'node:fs/promises';
import { turned } from '#test/support/pdf-forgery.ts';
import { sealedRecord } from '#test/support/sealed-record.ts';
import { expect, test } from './host.ts';

const NAMES = ['Żaneta Nowak', '王小明'];

test('a record is checked: intact, then altered, then something that is no PDF', async ({ host }) => {
  const { sealed } = await sealedRecord(NAMES);
  const page = await host.open();
  await page.getByRole('link', { name: 'Verify' }).click();
  await expect(page.getByRole('heading', { name: 'Drop a record here' })).toBeVisible();
  const choose = (name: string, buffer: Uint8Array) =>
    page
      .getByLabel('Records to check')
      .setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(buffer) });
  const verdict = page.getByRole('region', { name: 'Verdict' });

  await choose('record.pdf', sealed);
  await expect(verdict.getByRole('heading')).toHaveText('Intact');
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
  await expect(page.getByRole('heading', { level: 1, name: 'Verify a record' })).toBeVisible();
  const transfer = await page.evaluateHandle((base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([bytes], 'draft.pdf', { type: 'application/pdf' }));
    return data;
  }, Buffer.from(unsealed).toString('base64'));
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await expect(page.getByRole('region', { name: 'Verdict' }).getByRole('heading')).toHaveText('Unsigned');
});

test('several records are checked one after another, each with its own report', async ({ host }) => {
  const { sealed, revisions } = await sealedRecord(['Mallory\u202eevil', 'Ada']);
  const page = await host.open();
  await page.getByRole('link', { name: 'Verify' }).click();
  const files = [
    ['intact.pdf', sealed],
    ['cut.pdf', revisions[1] ?? sealed],
    ['notes.txt', Buffer.from('nothing')],
  ] as const;
  await page
    .getByLabel('Records to check')
    .setInputFiles(files.map(([name, bytes]) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(bytes) })));
  const list = page.getByRole('list').filter({ has: page.getByRole('button', { name: 'notes.txt' }) });
  await expect(list.getByRole('button')).toHaveText([/Intact$/, /Not fully signed$/, /Unreadable$/]);
  const verdict = page.getByRole('region', { name: 'Verdict' });
  await expect(verdict).toContainText('intact.pdf');
  // What would turn the text around it is spelled out.
  await expect(page.getByText('Mallory[U+202E]evil').first()).toBeVisible();
  await list.getByRole('button', { name: 'cut.pdf' }).focus();
  await page.keyboard.press('Enter');
  await expect(verdict).toContainText('cut.pdf');
  await expect(verdict).toContainText('names Ada as an approver');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save this report' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('cut-verified.txt');
  const report = await readFile(await download.path(), 'utf8');
  expect(report).toMatch(/^cut\.pdf, checked \d{4}-/);
  expect(report).toContain('Not fully signed.');
  expect(report).toContain('The times are what the clocks');
});

test('a record that was altered comes in with a warning', async ({ host }) => {
  const { sealed } = await sealedRecord(NAMES);
  const page = await host.open();
  await page.getByRole('button', { name: 'Import' }).first().click();
  const buffer = Buffer.from(turned(sealed));
  await page.getByLabel('Review files').setInputFiles({ name: 'altered.pdf', mimeType: 'application/pdf', buffer });
  const warning = page.getByRole('alertdialog').or(page.getByRole('dialog'));
  await expect(warning).toContainText('“altered.pdf” was altered after it was signed');
  await warning.getByRole('button').last().click();
  await expect(page.getByRole('list', { name: 'Reviews' }).getByRole('listitem')).toHaveCount(1);
});
