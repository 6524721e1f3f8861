import { expect, test } from './host.ts';
import { expectSaved } from './workbook.ts';

test('Alt+O alone leads from an answer to its reason, its evidence and the next question', async ({ host }) => {
  const page = await host.open();
  await page.keyboard.press('n');
  await page
    .getByRole('dialog')
    .getByLabel(/^Title/)
    .fill('Gateway');
  await page.keyboard.press('Enter');
  await expectSaved(page);
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('heading', { level: 2, name: 'First look: does it fit?' })).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('heading', { level: 2, name: 'Three questions' })).toBeFocused();

  const [first, second] = await page.getByRole('radio', { name: 'Yes' }).all();
  if (!first || !second) throw new Error('The rule has several questions.');
  await page.keyboard.press('Alt+o');
  await expect(first).toBeFocused();
  await page.keyboard.press('y');
  await expect(first).toBeChecked();
  await page.keyboard.press('Alt+o');
  const reason = page.getByLabel(/^Why this answer/).first();
  await expect(reason).toBeFocused();
  await page.keyboard.type('It fails every week.');
  await expect(reason).toHaveValue('It fails every week.');
  await page.keyboard.press('Alt+o');
  await expect(page.getByRole('button', { name: 'Add statement' }).first()).toBeFocused();
  // A busy machine draws late; what is typed before that must not be lost.
  await page.evaluate(() => {
    const draw = window.requestAnimationFrame;
    window.requestAnimationFrame = (callback) => window.setTimeout(() => draw(callback), 500);
  });
  await page.keyboard.press('Enter');
  await page.keyboard.type('Incident 12');
  await expect(page.getByRole('textbox', { name: 'Statement' })).toHaveValue('Incident 12');
  await page.keyboard.press('Alt+o');
  await expect(second).toBeFocused();

  await page.keyboard.press('u');
  await expect(page.getByRole('radio', { name: 'Not sure' }).nth(1)).toBeChecked();
  await page.keyboard.press('Alt+o');
  await expect(page.getByRole('radio', { name: 'Yes' }).nth(2)).toBeFocused();
  await expectSaved(page);
});
