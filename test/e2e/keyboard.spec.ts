import type { Page } from 'playwright/test';
import { expect, type Host, test } from './host.ts';
import { drawLate, expectSaved, openSection, place, wholePage } from './workbook.ts';

/** Presses keys with nothing of the page in between, as when it was too busy to answer; `Alt+` may stand before one. */
async function pressAtOnce(page: Page, keys: readonly string[]): Promise<void> {
  await page.evaluate(async (pressed) => {
    for (const press of pressed) {
      const [key = '', modifier] = press.split('+').reverse();
      const event = {
        key,
        code: `Key${key.toUpperCase()}`,
        altKey: modifier === 'Alt',
        bubbles: true,
        cancelable: true,
      };
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', event));
      // As after a real key, what is to follow at once does; timers, drawings and messages wait.
      for (let turn = 0; turn < 100; turn++) await Promise.resolve();
    }
  }, keys);
}

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

  await wholePage(page);
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
  const statement = page.getByRole('textbox', { name: 'Statement' });
  await expect(statement).toBeFocused();
  // What is typed before the next drawing must not be lost.
  await drawLate(page);
  await page.keyboard.type('Incident 12');
  await expect(statement).toHaveValue('Incident 12');
  await page.keyboard.press('Alt+o');
  await expect(second).toBeFocused();

  await page.keyboard.press('u');
  await expect(page.getByRole('radio', { name: 'Not sure' }).nth(1)).toBeChecked();
  await page.keyboard.press('Alt+o');
  await expect(page.getByRole('radio', { name: 'Yes' }).nth(2)).toBeFocused();
  await expectSaved(page);
});

/** A review that was begun by keyboard, at its first section. */
async function newReview(host: Host): Promise<Page> {
  const page = await host.open();
  await page.keyboard.press('n');
  await page.keyboard.type('Gateway');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Context' })).toBeFocused();
  return page;
}

test('keys that come faster than the page can answer are each answered in turn', async ({ host }) => {
  const page = await newReview(host);
  await drawLate(page);

  await pressAtOnce(page, ['Alt+ArrowDown', 'Alt+ArrowDown', 'Alt+o', 'y', 'Alt+o']);
  await page.keyboard.type('It fails every week.');
  const safety = place(page, 'rule.safety');
  await expect(safety.getByRole('radio', { name: 'Yes' })).toBeChecked();
  await expect(safety.getByLabel(/^Why this answer/)).toHaveValue('It fails every week.');
});

test('Alt+O leads to the answer that is missing, past what was noted on it', async ({ host }) => {
  const page = await newReview(host);
  await openSection(page, 'Three questions');
  const safety = place(page, 'rule.safety');
  await safety.getByRole('button', { name: 'Add a differing view' }).click();
  await page.keyboard.type('Ben');
  await expectSaved(page);

  await page.getByRole('heading', { level: 2, name: 'Three questions' }).focus();
  await page.keyboard.press('Alt+o');
  await expect(safety.getByRole('radio', { name: 'Yes' })).toBeFocused();
});
