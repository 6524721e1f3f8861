import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { expect, type Host, test } from './host.ts';
import { importReview } from './ready-review.ts';
import { expectSaved, onScreen, sealRecord, sign } from './workbook.ts';

const STATEMENTS = [1, 2, 3, 4, 5].map((number) => ({
  id: `p-${number}`,
  text: `Prediction ${number} comes true`,
  on: '2027-06-01',
}));

const DOCUMENT = {
  template: { id: 'rust-adoption' },
  title: 'Gateway',
  component: 'Edge gateway',
  context: { facilitator: 'Fay Miller', participants: [{ id: 'p-1', name: 'Ada Lovelace', role: 'Architect' }] },
  risks: {
    assessments: {
      'compile-times': {
        applicable: true,
        actions: [{ id: 'a-1', text: 'Split the workspace', owner: 'Ada Lovelace', due: '2027-03-01' }],
      },
    },
  },
  decision: {
    choice: 'stay',
    statement: 'We stay with Go.',
    contradictionReason: 'Nobody has asked for more speed.',
    reviewOn: '2028-11-30',
  },
  signOff: {
    approvers: [
      { id: 's-1', name: 'Ada Lovelace', role: 'Architect' },
      { id: 's-2', name: 'Bo Katz', role: 'Operations' },
    ],
  },
  predictions: { statements: STATEMENTS },
  tripwires: [
    {
      id: 't-1',
      sign: 'The p99 of the gateway rises',
      threshold: '50 ms for a week',
      where: 'The dashboard of the edge',
      owner: 'Bo Katz',
      due: '2027-09-01',
    },
  ],
};

async function importThen(host: Host): Promise<Page> {
  const page = await host.open();
  await page.clock.setFixedTime('2026-12-01T09:00:00Z');
  return importReview(host, DOCUMENT, { page });
}

async function open(page: Page, place: RegExp): Promise<void> {
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: place }).click();
}

/** The list of reviews on a day. */
async function home(page: Page, day: string): Promise<void> {
  await page.clock.setFixedTime(`${day}T09:00:00Z`);
  const address = page.url().split('#')[0];
  await page.goto(`${address}#/keys`);
  await page.goto(`${address}#/`);
  await expect(page.getByRole('link', { name: /^Gateway(, 1 of 2)?$/ }).first()).toBeVisible();
}

async function note(page: Page, what: string, parts: { state: string; note: string }): Promise<void> {
  await page.getByRole('button', { name: `Note: ${what}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(parts.state, { exact: true }).click();
  await dialog.getByLabel('How that is known').fill(parts.note);
  await dialog.getByLabel(/^Who notes it/).fill('Dee Rees');
  await dialog.getByRole('button', { name: 'Note it' }).click();
  await expect(dialog).toHaveCount(0);
}

test('a decision lives on for two years: predictions, tripwires, what is due on its day, and the next revision', {
  tag: '@loopback',
}, async ({ host }) => {
  test.slow();
  const page = await importThen(host);
  const dialog = page.getByRole('dialog');
  const due = page.getByRole('region', { name: 'Due' });

  await test.step('everybody gives chances, which nobody sees before all have', async () => {
    await open(page, /^Sign-off/);
    for (const [name, chance] of [
      ['Ada Lovelace', '80'],
      ['Bo Katz', '30'],
    ] as const) {
      await expect(page.getByText(/: \d+ %/)).toHaveCount(0);
      await page.getByRole('button', { name: `Give chances as ${name}` }).click();
      for (const { text } of STATEMENTS) await dialog.getByLabel(text).fill(chance);
      await dialog.getByRole('button', { name: 'Give them' }).click();
      await expect(dialog).toHaveCount(0);
    }
    await expect(onScreen(page, /Ada Lovelace: 80 % · Bo Katz: 30 %/)).toHaveCount(5);
  });

  await test.step('it is decided and sealed', async () => {
    await sign(page, 'Ada Lovelace');
    await sign(page, 'Bo Katz');
    await sealRecord(page);
    await expect(page.getByRole('main').getByText(/^Sealed as of .*, 2 digital signatures/)).toBeVisible();
    await open(page, /^Follow-up/);
    await expect(page.getByText(/^Noted/)).toHaveCount(0);
  });

  await test.step('an action shows on its day, is overdue after it, and goes once it is done', async () => {
    await home(page, '2027-01-15');
    await expect(due).toHaveCount(0);
    await home(page, '2027-03-01');
    const action = due.getByRole('listitem').filter({ hasText: 'Action: Split the workspace' });
    await expect(action).toContainText('Today');
    await home(page, '2027-03-02');
    await expect(action).toContainText('Overdue since 1 Mar 2027');
    await action.getByRole('link').click();
    await expect(page.getByRole('heading', { name: 'Follow-up' })).toBeVisible();
    await note(page, 'Split the workspace', { state: 'Done', note: 'Merged in February.' });
    await expectSaved(page);
    await home(page, '2027-03-03');
    await expect(due).toHaveCount(0);
  });

  await test.step('predictions are due on their day; calibration appears once ten chances are answered', async () => {
    await home(page, '2027-06-01');
    await expect(due.getByText('Today')).toHaveCount(5);
    await due.getByRole('link', { name: 'Prediction: Prediction 1 comes true' }).click();
    for (const { text } of STATEMENTS.slice(0, 4)) {
      await note(page, text, { state: 'Happened', note: 'Seen on the dashboard.' });
    }
    await expectSaved(page);
    const address = page.url().split('#')[0];
    await page.goto(`${address}#/due`);
    await expect(page.getByText('8 of at least 10 chances can be compared with what came')).toBeVisible();
    await page.goBack();
    await note(page, 'Prediction 5 comes true', { state: 'Did not happen', note: 'It stayed as it was.' });
    await expectSaved(page);
    await page.goto(`${address}#/due`);
    await expect(page.getByText(/^10 chances can be compared with what came/)).toBeVisible();
    await expect(page.getByRole('row', { name: /61 to 80 %/ })).toContainText('80 %');
  });

  await test.step('a tripwire is due on its day, and once it fires the decision is to be looked at again', async () => {
    await home(page, '2027-09-01');
    const wire = due
      .getByRole('listitem')
      .filter({ hasText: 'Tripwire: The p99 of the gateway rises (50 ms for a week)' });
    await expect(wire).toContainText('Today');
    await wire.getByRole('link').click();
    await note(page, 'The p99 of the gateway rises (50 ms for a week)', {
      state: 'Fired',
      note: '62 ms since Monday.',
    });
    await expect(onScreen(page, 'To be looked at again')).toBeVisible();
    await expectSaved(page);
    await home(page, '2027-09-02');
    await expect(due).toContainText('Look again');
    await expect(page.getByRole('list', { name: 'Reviews' })).toContainText('To be looked at again');
  });

  await test.step('the record that is issued again has the follow-up, and the signatures hold', async () => {
    await page.getByRole('link', { name: 'Gateway', exact: true }).first().click();
    await open(page, /^Sign-off/);
    await expect(page.getByText('Signed an earlier version')).toHaveCount(0);
    await page.getByRole('button', { name: 'Issue and seal again' }).click();
    await expect(page.getByRole('button', { name: 'Issue and seal again' })).toHaveCount(0, { timeout: 60_000 });
    await page.getByRole('button', { name: 'Verify…' }).click();
    await expect(page.getByRole('region', { name: 'Verdict' }).getByRole('heading')).toHaveText('Intact');
    await page.goBack();
    await open(page, /^Record/);
    await expect(onScreen(page, /To be looked at again: a tripwire has fired\./)).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Follow-up' })).toBeVisible();
    await expect(page.getByText('62 ms since Monday.').first()).toBeVisible();
  });

  await test.step('what is due goes out as CSV and as a calendar', async () => {
    const address = page.url().split('#')[0];
    await page.goto(`${address}#/due`);
    for (const [name, text] of [
      ['Save as CSV', 'Look at the decision again'],
      ['Save as calendar', 'DTSTART;VALUE=DATE:20281130'],
    ] as const) {
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
      expect(await readFile(await file.path(), 'utf8')).toContain(text);
    }
  });

  await test.step('revision 2 supersedes it: done is done, and nothing of the first is due any more', async () => {
    await home(page, '2028-11-30');
    await expect(due.getByText('Today')).toHaveCount(1);
    await page.getByRole('link', { name: 'Gateway', exact: true }).first().click();
    await open(page, /^Sign-off/);
    await page.getByRole('button', { name: 'Start revision 2…' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Start it' }).click();
    await expect(page.getByText('· Revision 2')).toBeVisible();
    await open(page, /^Sign-off/);
    await sign(page, 'Ada Lovelace');
    await sign(page, 'Bo Katz');
    await sealRecord(page);
    await expect(page.getByRole('main').getByText(/^Sealed as of .*, 2 digital signatures/)).toBeVisible();
    await open(page, /^Record/);
    await expect(page.getByText('Revision 2 of 2, supersedes “Gateway” of 1 Dec 2026').first()).toBeVisible();
    await home(page, '2028-12-01');
    await expect(due.getByRole('listitem')).toHaveCount(1);
    const rows = page.getByRole('list', { name: 'Reviews' }).getByRole('listitem');
    await expect(rows.last()).toContainText('Superseded');
  });
});

test('a review gets tags, goes into the archive, and comes back', async ({ host }) => {
  const page = await importThen(host);
  await page.getByRole('link', { name: 'Reviews', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Actions for Gateway' }).click();
  await page.getByRole('menuitem', { name: 'Tags…' }).click();
  await dialog.getByLabel('Tags, with commas between them').fill('edge, network');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const rows = page.getByRole('list', { name: 'Reviews' }).getByRole('listitem');
  await expect(rows.first()).toContainText('network');
  await page.getByRole('searchbox').fill('network');
  await expect(rows).toHaveCount(1);
  await page.getByRole('searchbox').fill('');
  await page.getByRole('button', { name: 'Actions for Gateway' }).click();
  await page.getByRole('menuitem', { name: 'Put into the archive' }).click();
  await expect(rows).toHaveCount(0);
  await page.getByLabel('Show').selectOption({ label: 'The archive' });
  await expect(rows.first()).toContainText('Gateway');
  await page.getByRole('button', { name: 'Actions for Gateway' }).click();
  await page.getByRole('menuitem', { name: 'Take out of the archive' }).click();
  await expect(rows).toHaveCount(0);
  await page.getByLabel('Show').selectOption({ label: 'Reviews' });
  await expect(rows).toHaveCount(1);
});
