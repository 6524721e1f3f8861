import type { Page } from 'playwright/test';
import { headingLeaps, recordVoice } from './heard-checks.ts';
import { goTo, pagesOf, startReview } from './heard-walk.ts';
import { expect, test } from './host.ts';
import { expectSaved, openSection } from './workbook.ts';

/** Opens the big review, which has something of everything. */
async function bigReview(page: Page): Promise<void> {
  await startReview(page, /^Rust for one component/, 'Gateway');
  await expectSaved(page);
}

test('what was excellent to hear stays: fields, rows, choices and the grid', async ({ host }) => {
  const page = await host.open();
  await page.getByRole('button', { name: 'Open a copy of “Read States: from Go to Rust”' }).waitFor();
  await bigReview(page);

  await test.step('help is the description of a field, and what is needed says so twice', async () => {
    const problem = page.getByRole('textbox', { name: 'Problem observed (needed)' });
    await expect(problem).toHaveAccessibleDescription(/^What goes wrong today/);
    await expect(problem).toHaveAttribute('aria-required', 'true');
  });

  await test.step('a row takes the focus when it is added, and the one beside it when it is removed, by its name', async () => {
    await page.getByRole('button', { name: 'Add a participant' }).press('Enter');
    await page.keyboard.type('Bo');
    await page.getByRole('button', { name: 'Add a participant' }).press('Enter');
    await page.keyboard.type('Ada');
    await page.getByRole('button', { name: 'Remove Bo' }).press('Enter');
    await expect(page.getByRole('textbox', { name: /^Name ?: participant 1$/ })).toBeFocused();
    await expect(page.getByRole('textbox', { name: /^Name ?: participant 1$/ })).toHaveValue('Ada');
    await page.getByRole('button', { name: 'Remove Ada' }).press('Enter');
    await expect(page.getByRole('button', { name: 'Add a participant' })).toBeFocused();
  });

  await test.step('“Saved” is said once, after a pause, and never per key', async () => {
    await page.waitForTimeout(2_500);
    const heard = await recordVoice(page);
    await page.getByRole('textbox', { name: /^Problem observed/ }).pressSequentially('It fails', { delay: 60 });
    expect(await heard()).toEqual([]);
    await page.waitForTimeout(2_500);
    expect((await heard()).filter((words) => words === 'Saved').length).toBeLessThanOrEqual(1);
  });

  await test.step('the months of the calendar are said', async () => {
    await page
      .getByRole('button', { name: /^Date Calendar|^Calendar/ })
      .first()
      .press('Enter');
    const calendar = page.getByRole('dialog');
    await expect(calendar.getByRole('grid')).toHaveAccessibleName(/\d{4}/);
    const heard = await recordVoice(page);
    await calendar.getByRole('button', { name: 'Next' }).first().press('Enter');
    const turned = (await calendar.getByRole('heading').textContent()) ?? '';
    expect(turned).toMatch(/^\p{L}+ \d{4}$/u);
    await expect.poll(async () => (await heard()).includes(turned)).toBe(true);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: /Calendar/ }).first()).toBeFocused();
  });

  await test.step('a stage of the path is a region with its own name', async () => {
    await openSection(page, 'Adoption path');
    await expect(page.getByRole('region', { name: 'Stage 1: Tooling' })).toBeVisible();
    await expect(page.getByRole('group', { name: 'State of stage 1, Tooling' })).toBeVisible();
  });

  await test.step('ratings are real radio buttons in words, taken by number; “Still to do” is a status', async () => {
    await openSection(page, 'Risks');
    const risk = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('group', { name: /^Does it apply/ }) })
      .first();
    await risk.getByRole('radio', { name: 'Yes' }).focus();
    await page.keyboard.press('y');
    const gaps = risk.getByRole('status');
    if ((await risk.getByRole('group', { name: /^Likelihood/ }).count()) === 0)
      await risk.locator('button[aria-expanded]').press('Enter');
    await expect(gaps).toHaveText(/^Still to do: rate likelihood and impact, choose a response\.$/);
    await risk
      .getByRole('group', { name: /^Likelihood ?: before/ })
      .getByRole('radio')
      .first()
      .focus();
    await page.keyboard.press('4');
    await expect(risk.getByRole('radio', { name: /^4 Likely/ }).first()).toBeFocused();
    await expect(risk.getByRole('radio', { name: /^4 Likely/ }).first()).toBeChecked();
    await risk
      .getByRole('group', { name: /^Response/ })
      .getByText('Mitigate', { exact: true })
      .click();
    const take = risk.getByRole('button', { name: /^Make it an action: / }).first();
    await expect(take).toHaveAccessibleName('Make it an action: Start with a small internal tool');
  });

  await test.step('the grid of scores is one stop with headers; Enter opens a reason, Esc comes back', async () => {
    await openSection(page, 'Options');
    const grid = page.getByRole('grid', { name: 'Scores' });
    await expect(grid.locator('[tabindex="0"]')).toHaveCount(1);
    expect(await grid.getByRole('columnheader').count()).toBeGreaterThan(2);
    expect(await grid.getByRole('rowheader').count()).toBeGreaterThan(10);
    await grid.locator('[tabindex="0"]').focus();
    await page.keyboard.press('Enter');
    const reason = page.getByRole('textbox', { name: /^Reason for Rust, / });
    await expect(reason).toBeFocused();
    await page.keyboard.type('Fast');
    await page.keyboard.press('Escape');
    await expect(grid.locator(':focus')).toHaveAttribute('aria-label', /Reason: Fast$/);
  });

  await test.step('a section is called by its name, then its place and what is open', async () => {
    await openSection(page, 'Options');
    const heading = page.getByRole('heading', { level: 2, name: 'Options' });
    await expect(heading).toBeFocused();
    await expect(heading).toHaveAccessibleDescription(/^Section 4 of 13 Open · \d+ open points$/);
  });

  await test.step('Alt+O goes over sections, to the field itself', async () => {
    await openSection(page, 'Context');
    await page.keyboard.press('Alt+o');
    await expect(page.locator(':focus')).toHaveAttribute('aria-required', 'true');
    await openSection(page, 'Sign-off');
    // Nobody is named yet, so its last point is open; from there it goes on in the first section.
    const heard = await recordVoice(page);
    const current = page.locator('.rail [aria-current="page"]');
    await expect(async () => {
      await page.keyboard.press('Alt+o');
      await expect(current).toContainText('Context', { timeout: 500 });
    }).toPass();
    await expect(page.getByRole('main').locator(':focus')).toHaveAttribute('aria-required', 'true');
    await expect.poll(async () => (await heard()).some((words) => words.startsWith('Context: '))).toBe(true);
  });

  await test.step('every page has one h1, headings in order, landmarks, and icons that are hidden', async () => {
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    for (const address of await pagesOf(page)) {
      const name = await goTo(page, address);
      const levels = await page
        .locator('h1, h2, h3, h4, h5, h6')
        .evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => Number(one.tagName[1])));
      expect
        .soft(
          levels.filter((level) => level === 1),
          `${name}: h1`,
        )
        .toHaveLength(1);
      expect.soft(await headingLeaps(page), `${name}: headings in order`).toEqual([]);
      for (const landmark of ['banner', 'main', 'navigation'] as const) {
        expect.soft(await page.getByRole(landmark).count(), `${name}: ${landmark}`).toBeGreaterThan(0);
      }
      const bare = await page.locator('svg:not([aria-hidden="true"]):not([role="img"])').count();
      expect.soft(bare, `${name}: icons that are read`).toBe(0);
    }
  });
});

test('what was excellent to hear stays: the list of reviews, menus, errors and the verdict', {
  tag: '@loopback',
}, async ({ host }) => {
  const page = await host.open();
  await page.getByRole('button', { name: 'Open a copy of “Read States: from Go to Rust”' }).press('Enter');
  await expectSaved(page);
  const heard = await recordVoice(page);

  await test.step('an error names its cause and the way out', async () => {
    const opener = page.getByRole('button', { name: 'Export', exact: true });
    await opener.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Folder').fill('/nowhere');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('alert')).toContainText('There is no folder /nowhere. Create it or use another one.');
    await expect(dialog.getByRole('alert')).toHaveAttribute('id');
    await expect(dialog.getByLabel('Folder')).toHaveAttribute('aria-invalid', 'true');
    await expect(dialog.getByLabel('Folder')).toHaveAccessibleDescription(/There is no folder \/nowhere/);
    await page.keyboard.press('Escape');
    await expect(opener).toBeFocused();
  });

  await test.step('the name that differs is noticed while signing', async () => {
    await openSection(page, 'Sign-off');
    await page
      .getByRole('button', { name: /^Sign as/ })
      .first()
      .press('Enter');
    const name = page.getByLabel(/^Your name, typed/);
    await name.fill('Somebody Else');
    await expect(page.getByRole('dialog')).toContainText('This does not read like');
    await expect.poll(async () => (await heard()).filter((words) => /does not read like/.test(words))).toHaveLength(1);
    await page.keyboard.press('Tab');
    await expect(name).toHaveAccessibleDescription(/does not read like .* both names\./);
    await page.keyboard.press('Escape');
  });

  await test.step('one comes back to the review in the list, menus give the focus back, and counts are said', async () => {
    await page.getByRole('link', { name: 'Reviews', exact: true }).click();
    const review = page.getByRole('list', { name: 'Reviews' }).getByRole('link').first();
    await expect(review).toBeFocused();
    const actions = page.getByRole('button', { name: 'Actions for Read States: from Go to Rust', exact: true });
    await actions.press('Enter');
    await expect(page.getByRole('menuitem').first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(actions).toBeFocused();
    await heard();
    await actions.press('Enter');
    await expect(page.getByRole('menuitem').first()).toBeFocused();
    await page.keyboard.press('D');
    await expect(page.getByRole('menuitem', { name: 'Duplicate' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(actions).toBeFocused();
    const said: string[] = [];
    await expect
      .poll(async () => {
        said.push(...(await heard()));
        return said;
      })
      .toEqual([expect.stringMatching(/^Duplicated as “Read States.*\(copy\)”/), '2 reviews']);
  });

  await test.step('the verdict of a check is one sentence', async () => {
    await page.getByRole('link', { name: 'Verify' }).click();
    const buffer = Buffer.from('nothing');
    await page.getByLabel('Records to check').setInputFiles({ name: 'notes.pdf', mimeType: 'application/pdf', buffer });
    await expect(page.getByRole('status').filter({ hasText: 'notes.pdf: Unreadable' })).toHaveText(
      'notes.pdf: Unreadable',
    );
  });
});
