import type { Locator } from 'playwright/test';
import { expect, test } from './host.ts';
import { drawLate, expectSaved, onScreen, openSection, place } from './workbook.ts';

const MODULES = Array.from({ length: 100 }, (_, index) => `\texample.org/module-${index} v1.${index}.0`);
const GO_MOD = `module example.org/gateway\n\nrequire (\n\tgo.uber.org/zap v1.27.0\n${MODULES.join('\n')}\n\texample.org/other v1.0.0 // indirect\n)\n`;

test('the audit is filled by typing and from a go.mod, and a hundred rows work by keyboard', async ({ host }) => {
  const page = await host.open();
  await page.getByRole('button', { name: 'New review' }).click();
  await page.getByLabel('Template').selectOption({ label: 'Rust for one component 1.4.0' });
  await page
    .getByRole('dialog')
    .getByLabel(/^Title/)
    .fill('Gateway');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: /^Ecosystem audit/ }).click();

  const add = page.getByRole('combobox', { name: 'Add a dependency' });
  await add.pressSequentially('gin');
  await expect(page.getByRole('option', { name: /^gin , counterpart: axum/ })).toBeVisible();
  await add.press('Enter');
  await expect(add).toHaveValue('');
  const rows = page.getByRole('list', { name: 'Dependencies' }).getByRole('listitem');
  await expect(rows).toHaveCount(1);
  await expect(rows.first().getByLabel('Counterpart')).toHaveValue('axum');

  await page.getByRole('button', { name: 'Paste a dependency file…' }).click();
  await page.getByLabel('Text of the file').fill(GO_MOD);
  await expect(onScreen(page, '101 to add, 1 with a counterpart')).toBeVisible();
  await drawLate(page);
  await page.getByRole('button', { name: 'Add 101' }).click();
  // The focus is in the first of the new rows.
  for (let step = 0; step < 60; step++) await page.keyboard.press('Enter');
  await expect(rows.nth(61).getByLabel('What is used now')).toBeFocused();
  await expect(rows).toHaveCount(102);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('m');
  await expect(rows.nth(61).getByLabel('Status')).toHaveValue('missing');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2,5');
  await page.keyboard.press('ArrowUp');
  await expect(rows.nth(60).getByLabel('Days')).toBeFocused();
  await expect(onScreen(page, '1 missing, 101 open. 2.5 person days')).toBeVisible();
  await expectSaved(page);

  const again = await host.restart();
  await again.getByRole('link', { name: 'Gateway' }).click();
  await again.getByRole('link', { name: /^Ecosystem audit/ }).click();
  await expect(onScreen(again, '102 dependencies: 0 ready, 0 partial, 1 missing, 101 open.')).toBeVisible();
});

test('a package.json is pasted or dropped, and what is for development comes along on request', async ({ host }) => {
  const page = await host.open();
  await page.getByRole('button', { name: /Read States/ }).click();
  await openSection(page, 'Ecosystem audit');
  await page.getByRole('button', { name: 'Paste a dependency file…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Text of the file').fill('{"dependencies": {"express": 5');
  await expect(dialog.getByText('Some lines could not be read', { exact: true })).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Add', exact: true })).toBeDisabled();

  const drop = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    const text = '{"dependencies": {"express": "^5.0.0"}, "devDependencies": {"vitest": "^3.0.0"}}';
    data.items.add(new File([text], 'package.json', { type: 'application/json' }));
    return data;
  });
  await page.dispatchEvent('body', 'drop', { dataTransfer: drop });
  await expect(dialog.getByText('Read as package.json. 1 to add, 1 with a counterpart')).toBeVisible();
  await dialog.getByText('Also add what is for development and tests only (1)').click();
  await dialog.getByRole('button', { name: 'Add 2' }).click();
  await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('2 dependencies added.');
  await expectSaved(page);
});

test('a long name is suggested, shown whole, and stays one line of text', async ({ host }) => {
  const name = 'Wilhelmina van den Heuvel-Oppenheimer (Principal Engineer, Platform Reliability)';
  const page = await host.open();
  await page.getByRole('button', { name: /Read States/ }).click();
  const participant = place(page, 'context.participants').getByLabel('Name').first();
  await participant.fill(name.replace(' (', '\n ('));
  await expect(participant).toHaveValue(name);
  await participant.press('Enter');
  await expect(participant).toHaveValue(name);
  expect(await isShownWhole(participant)).toBe(true);

  await openSection(page, 'Ecosystem audit');
  const owner = page.getByRole('list', { name: 'Dependencies' }).getByLabel('Owner').first();
  await owner.fill('');
  await page.keyboard.type('Wilh');
  await expect(page.getByRole('option', { name })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(owner).toHaveValue(name);
  expect(await isShownWhole(owner)).toBe(true);
});

/** Whether nothing of the text in a field is cut off. */
function isShownWhole(field: Locator): Promise<boolean> {
  return field.evaluate((area) => area.scrollWidth <= area.clientWidth && area.scrollHeight <= area.clientHeight);
}
