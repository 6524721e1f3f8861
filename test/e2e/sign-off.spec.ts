import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright/test';
import { expect, type Host, test } from './host.ts';
import { beginSigning, expectSaved, onScreen, sign } from './workbook.ts';

/** A review of a built-in template that is ready to be signed, with a condition to close later. */
const READY = {
  format: 'groundwork-review',
  schemaVersion: 1,
  document: {
    template: { id: 'rust-adoption' },
    title: 'Gateway',
    component: 'Edge gateway',
    context: { participants: [{ id: 'p-1', name: 'Ada Lovelace', role: 'Architect' }] },
    risks: {
      assessments: {
        'compile-times': { applicable: true, actions: [{ id: 'a-1', text: 'Split the workspace', owner: 'Ada' }] },
      },
    },
    decision: {
      choice: 'stay',
      statement: 'We stay with Go.',
      contradictionReason: 'Nobody has asked for more speed.',
      reviewTrigger: 'p99 exceeds 50 ms',
      conditions: [
        { id: 'c-1', text: 'The budget for the cache is granted', owner: 'Ada Lovelace', due: '2027-05-01' },
      ],
    },
    signOff: { approvers: [{ id: 's-1', name: 'Ada Lovelace', role: 'Architect' }] },
  },
};

async function importReady(host: Host, ready: unknown = READY): Promise<Page> {
  const page = await host.open();
  const file = path.join(host.dataFolder, 'ready.json');
  await writeFile(file, JSON.stringify(ready));
  await page.getByRole('button', { name: 'Import' }).first().click();
  await page.getByLabel('Review files').setInputFiles(file);
  await page.getByRole('link', { name: 'Gateway' }).click();
  return page;
}

async function open(page: Page, place: RegExp): Promise<void> {
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: place }).click();
}

test('a signed review stays as it is, is final once its conditions are closed, and goes on as a revision', async ({
  host,
}) => {
  const page = await importReady(host);
  await open(page, /^Decision/);
  await page.getByLabel('Met by').selectOption({ label: 'Action: Split the workspace (Long compile times)' });
  await open(page, /^Sign-off/);
  await sign(page, 'Ada Lovelace', { verdict: 'Approves with conditions' });
  await expect(page.getByText('content does not change any more').first()).toBeVisible();
  await expect(onScreen(page, 'Provisional: 1 open')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add an approver' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Sign again' })).toHaveCount(0);

  await test.step('its sections are to read, not to change', async () => {
    await open(page, /^Decision/);
    await expect(page.getByText('this section does not change any more')).toBeVisible();
    await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0);
    await expect(page.getByText('Tracked by the action “Split the workspace”')).toBeVisible();
    await expect(page.getByLabel('Title of the review')).not.toBeEditable();
  });

  await test.step('a closed condition makes it final, and the signature stays valid', async () => {
    await open(page, /^Sign-off/);
    await page.getByRole('button', { name: /^It is met: The budget/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Mark as met' }).click();
    await expect(dialog.getByText('Write how it is known')).toBeVisible();
    await dialog.getByLabel('How that is known').fill('Granted by the board in May');
    await dialog.getByRole('button', { name: 'Mark as met' }).click();
    await expect(onScreen(page, 'All closed')).toBeVisible();
    await expect(page.getByText('signed an earlier version')).toHaveCount(0);
    await open(page, /^Record/);
    await expect(page.getByText('Signed by the approver.').first()).toBeVisible();
    await expect(page.getByText('Granted by the board in May').first()).toBeVisible();
  });

  await test.step('it can be set aside with a reason, and hold again', async () => {
    await open(page, /^Sign-off/);
    await page.getByRole('button', { name: 'Retire this decision…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Who sets it aside').fill('Ada Lovelace');
    await dialog.getByLabel('Why it does not hold any more').fill('The gateway is gone');
    await dialog.getByRole('button', { name: 'Mark as deprecated' }).click();
    await open(page, /^Record/);
    await expect(page.getByText('Deprecated: this decision does not hold any more.').first()).toBeVisible();
    await open(page, /^Sign-off/);
    await page.getByRole('button', { name: 'It holds again' }).click();
    await expect(page.getByText('The gateway is gone')).toHaveCount(0);
  });

  await test.step('the next revision begins with its content and names what changed', async () => {
    await open(page, /^Sign-off/);
    await page.getByRole('button', { name: 'Start revision 2…' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Start it' }).click();
    // The revision is open once nothing of the signed review is on the screen any more.
    await expect(page.getByText('content does not change any more')).toHaveCount(0);
    await expect(page.getByText('· Revision 2')).toBeVisible();
    await open(page, /^Decision/);
    await page
      .getByLabel('The decision in a sentence or two')
      .or(page.getByLabel(/^Decision/))
      .first()
      .waitFor();
    const statement = page.getByLabel('The decision in a sentence or two');
    await statement.fill('We try Rust for the parser.');
    await open(page, /^History/);
    await expect(page.getByText('Revision 2 of this decision')).toBeVisible();
    await expect(page.locator('ins', { hasText: 'We try Rust for the parser.' })).toBeVisible();
    await expect(page.locator('del', { hasText: 'We stay with Go.' })).toBeVisible();
    await open(page, /^Record/);
    await expect(page.getByRole('heading', { name: 'What changed since the last signed one' })).toBeVisible();
  });

  await expectSaved(page);
  const again = await host.restart();
  await again.goto(`${again.url().split('#')[0]}#/`);
  await again.getByRole('link', { name: 'Gateway' }).first().click();
  await open(again, /^Sign-off/);
  await sign(again, 'Ada Lovelace', { verdict: 'Can live with it' });
  await again.getByRole('link', { name: 'Reviews', exact: true }).click();
  await expect(again.getByText('Superseded')).toHaveCount(1);
  await expect(again.getByText('Revision 2')).toHaveCount(1);
});

test('milestones are kept, compared with now, and come back as copies', async ({ host }) => {
  const page = await importReady(host);
  await open(page, /^History/);
  await page.getByRole('button', { name: 'Keep as it is now' }).click();
  await expect(page.getByText('Give it a name')).toBeVisible();
  await page.getByLabel('Name of the milestone').fill('Before the workshop');
  await page.getByRole('button', { name: 'Keep as it is now' }).click();
  await expect(onScreen(page, 'The content is the same.')).toBeVisible();

  await page.getByLabel('Title of the review').fill('Gateway, revisited');
  await expect(page.locator('ins', { hasText: 'Gateway, revisited' })).toBeVisible();

  await page.getByRole('button', { name: 'Restore Before the workshop as a copy' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByLabel('Title of the review')).toHaveValue('Gateway (Before the workshop)');
});

test('an approval under conditions needs conditions that somebody can close', async ({ host }) => {
  const page = await importReady(host);
  await open(page, /^Decision/);
  await page.getByRole('button', { name: /^Remove The budget/ }).click();
  await open(page, /^Sign-off/);
  await page.getByRole('button', { name: 'Sign as Ada Lovelace' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Approves with conditions', { exact: true }).click();
  await expect(dialog.getByText('The decision has no conditions yet')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Sign', exact: true })).toBeDisabled();
  await dialog.getByText('Can live with it', { exact: true }).click();
  await expect(dialog.getByRole('button', { name: 'Sign', exact: true })).toBeEnabled();
});

test('an objection that keeps everybody’s record from being sealed is said, until its signer approves', async ({
  host,
}) => {
  const page = await importReady(host);
  await open(page, /^Sign-off/);
  const dialog = await beginSigning(page, 'Ada Lovelace', { verdict: 'Objects' });
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(dialog.getByText('Write why you object')).toBeVisible();
  await expect(dialog.getByLabel('What the objection is')).toBeFocused();
  await page.keyboard.type('The cache is not measured yet.');
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(onScreen(page, 'The cache is not measured yet.')).toBeVisible();
  const objection = page.locator('.callout').filter({ hasText: 'Not agreed: Ada Lovelace objects' });
  await expect(objection).toContainText('sealed only once it is agreed');
  await sign(page, 'Ada Lovelace', { button: 'Sign again as Ada Lovelace' });
  await expect(page.getByText('content does not change any more').first()).toBeVisible();
  await expect(objection).toHaveCount(0);
});

test('a quorum and a required role decide when a review is signed; an objection stays on record', async ({ host }) => {
  const template = JSON.parse(await readFile(path.resolve('templates/rust-adoption.json'), 'utf8'));
  const rules = { quorum: 2, requiredRoles: ['Security'] };
  const sections = template.sections.map((section: { kind: string }) =>
    section.kind === 'sign-off' ? { ...section, ...rules } : section,
  );
  const approvers = ['Ada Lovelace', 'Bo Katz', 'Cy Young'].map((name, index) => ({
    id: `s-${index}`,
    name,
    role: index === 1 ? 'security' : 'Architect',
  }));
  const page = await importReady(host, {
    ...READY,
    template: { ...template, id: 'with-quorum', sections },
    document: { ...READY.document, template: { id: 'with-quorum' }, signOff: { approvers } },
  });
  await open(page, /^Sign-off/);
  const rule = page.getByRole('list', { name: 'What approval takes' });
  await expect(rule).toContainText('2 approvals are enough: 0 so far');
  await sign(page, 'Ada Lovelace');
  await sign(page, 'Cy Young', { verdict: 'Objects', comment: 'Not yet.' });
  await expect(rule).toContainText('“Security” has to approve: has not approved yet');
  await expect(page.getByText('content does not change any more')).toHaveCount(0);
  await sign(page, 'Bo Katz', { verdict: 'Can live with it' });
  await expect(rule).toContainText('“Security” has to approve: has approved');
  await expect(page.getByText('content does not change any more').first()).toBeVisible();
  await open(page, /^Record/);
  await expect(page.getByText('Objection on record: Cy Young.').first()).toBeVisible();
});
