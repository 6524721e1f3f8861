import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright/test';
import { expect, test } from './host.ts';
import { importReview, readyReview } from './ready-review.ts';
import { beginSigning, expectSaved, onScreen, sealRecord, sign } from './workbook.ts';

/** Ready to be signed, with a condition to close later. */
const READY = readyReview({
  context: { participants: [{ id: 'p-1', name: 'Ada Lovelace', role: 'Architect' }] },
  risks: {
    assessments: {
      'compile-times': { applicable: true, actions: [{ id: 'a-1', text: 'Split the workspace', owner: 'Ada' }] },
    },
  },
  decision: {
    conditions: [{ id: 'c-1', text: 'The budget for the cache is granted', owner: 'Ada Lovelace', due: '2027-05-01' }],
  },
});

async function open(page: Page, place: RegExp): Promise<void> {
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: place }).click();
}

test('a closed review stays as it is, is final once its conditions are closed, and goes on as a revision', async ({
  host,
}) => {
  const page = await importReview(host, READY);
  await open(page, /^Decision/);
  await page.getByLabel('Met by').selectOption({ label: 'Action: Split the workspace (Long compile times)' });
  await open(page, /^Sign-off/);
  await sign(page, 'Ada Lovelace', { verdict: 'Approves with conditions' });
  await expect(onScreen(page, 'Enough approvers have signed')).toBeVisible();
  await expect(page.getByText('content does not change any more')).toHaveCount(0);
  await sealRecord(page);
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
    await open(page, /^Risks/);
    await expect(page.getByRole('rowheader', { name: 'Split the workspace' })).toBeVisible();
  });

  await test.step('a closed condition makes it final, and the signature stays valid', async () => {
    await open(page, /^Sign-off/);
    await expect(page.getByText('Tracked by the action “Split the workspace”')).toBeVisible();
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
    await dialog.getByLabel('Who retires it').fill('Ada Lovelace');
    await dialog.getByLabel('Why it is retired').fill('The gateway is gone');
    await dialog.getByRole('button', { name: 'Retire it' }).click();
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
  const second = again.getByRole('listitem').filter({ hasText: 'Revision 2' });
  await second.getByRole('link', { name: 'Gateway' }).click();
  await open(again, /^Sign-off/);
  await sign(again, 'Ada Lovelace', { verdict: 'Can live with it' });
  await sealRecord(again);
  await expect(again.getByRole('main').getByText(/^Sealed as of/)).toBeVisible();
  await again.getByRole('link', { name: 'Reviews', exact: true }).click();
  await expect(again.getByText('Superseded')).toHaveCount(1);
  await expect(again.getByText('Revision 2')).toHaveCount(1);
});

test('milestones are kept, compared with now, and come back as copies', async ({ host }) => {
  const page = await importReview(host, READY);
  await open(page, /^History/);
  await page.getByRole('button', { name: 'Keep as it is now' }).click();
  await expect(page.getByText('Give it a name')).toBeVisible();
  await page.getByLabel('Name of the milestone').fill('Before the workshop');
  await page.getByRole('button', { name: 'Keep as it is now' }).click();
  await expect(onScreen(page, 'The content is the same.')).toBeVisible();

  await page.getByLabel('Title of the review').fill('Gateway, revisited');
  await expect(page.locator('ins', { hasText: 'Gateway, revisited' })).toBeVisible();

  await page.getByRole('button', { name: 'Restore as a copy: Before the workshop' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByLabel('Title of the review')).toHaveValue('Gateway (Before the workshop)');
});

test('a signer’s own condition is tracked, leaves the signature before valid, and is closed', async ({ host }) => {
  const [ada] = READY.signOff.approvers;
  const signOff = { approvers: [ada, { id: 's-2', name: 'Bo Katz', role: 'Operations' }] };
  const page = await importReview(host, readyReview({ ...READY, decision: {}, signOff }));
  await open(page, /^Sign-off/);
  await sign(page, 'Ada Lovelace');
  const dialog = await beginSigning(page, 'Bo Katz', { verdict: 'Approves with conditions' });
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(dialog.getByText('Write the condition, or remove it.')).toBeVisible();
  await dialog.getByLabel(/^What has to hold/).fill('The cache is measured');
  await dialog.getByLabel(/^Owner/).fill('Bo Katz');
  await dialog.getByLabel(/^What will show that it holds/).fill('A load test');
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('Signed an earlier version')).toHaveCount(0);
  await sealRecord(page);
  await expect(onScreen(page, 'Provisional: 1 open')).toBeVisible();
  await expect(onScreen(page, 'All closed')).toHaveCount(0);
  await page.getByRole('button', { name: 'It is met: The cache is measured' }).click();
  await expect(dialog.getByLabel('Who says that it holds')).toHaveValue('Bo Katz');
  await dialog.getByLabel('How that is known').fill('p99 is 20 ms');
  await dialog.getByRole('button', { name: 'Mark as met' }).click();
  await expect(onScreen(page, 'All closed')).toBeVisible();
});

test('a name that is not the approver’s is asked about', async ({ host }) => {
  const page = await importReview(host, READY);
  await open(page, /^Sign-off/);
  const dialog = await beginSigning(page, 'Ada Lovelace');
  const name = dialog.getByLabel('Your name, typed as your signature');
  await name.fill('Charles Babbage');
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('Sign as “Charles Babbage” for Ada Lovelace?');
  await dialog.getByRole('button', { name: 'Correct the name' }).click();
  await expect(name).toBeFocused();
  await name.fill('lovelace, ada');
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  const again = await beginSigning(page, 'Ada Lovelace', { button: 'Sign again as Ada Lovelace' });
  await again.getByLabel('Your name, typed as your signature').fill('A. Countess');
  await again.getByRole('button', { name: 'Sign', exact: true }).click();
  await again.getByRole('button', { name: 'Sign all the same' }).click();
  await expect(onScreen(page, 'A. Countess')).toBeVisible();
});

test('one approver signs and nothing locks; a second is added and objects; a decider closes it with the dissent', async ({
  host,
}) => {
  const page = await importReview(host, READY);
  await open(page, /^Sign-off/);
  await sign(page, 'Ada Lovelace');
  await page.getByRole('button', { name: 'Add an approver' }).click();
  const second = page.getByRole('region', { name: 'approver 2', exact: true });
  await second.getByLabel(/^Name/).fill('Bo Katz');
  const dialog = await beginSigning(page, 'Bo Katz', { verdict: 'Objects' });
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(dialog.getByText('Write why you object')).toBeVisible();
  await expect(dialog.getByLabel('What the objection is')).toBeFocused();
  await page.keyboard.type('The cache is not measured yet.');
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
  const objection = page.locator('.callout').filter({ hasText: 'Not agreed: Bo Katz objects' });
  await expect(objection).toBeVisible();
  await expect(page.getByText('content does not change any more')).toHaveCount(0);

  await page.getByRole('group', { name: 'Who decides' }).getByText('One after hearing all', { exact: true }).click();
  await page.getByLabel('Decider').selectOption({ label: 'Ada Lovelace, Architect' });
  await expect(objection).toHaveCount(0);
  await expect(onScreen(page, /This rule was changed after the first signature/)).toBeVisible();
  await page.getByRole('button', { name: 'Seal the record…' }).click();
  await expect(dialog.getByRole('heading', { name: 'Seal the record with dissent' })).toBeVisible();
  await expect(dialog.getByText('Bo Katz objects: “The cache is not measured yet.”')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close and seal' }).click();
  await expect(dialog.getByText('Say who closes the review.')).toBeVisible();
  await dialog.getByLabel('Who closes it').fill('Fay Miller');
  await dialog.getByRole('button', { name: 'Close and seal' }).click();
  await expect(page.getByRole('main').getByText(/^Sealed as of .*, 2 digital signatures/)).toBeVisible();
  await page.getByRole('button', { name: 'Verify…' }).click();
  const verdict = page.getByRole('region', { name: 'Verdict' });
  await expect(verdict.getByRole('heading')).toHaveText('Intact, decided with dissent');
  await expect(verdict).toContainText('Bo Katz objects: “The cache is not measured yet.”');
});

test('a review that is given up is sealed as not agreed, though nobody signed', async ({ host }) => {
  const page = await importReview(host, READY);
  await open(page, /^Sign-off/);
  await page.getByRole('button', { name: 'Seal the record…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Who closes it').fill('Fay Miller');
  await dialog.getByRole('button', { name: 'Close and seal' }).click();
  await expect(dialog.getByText('Write why, so that the record can say it.')).toBeVisible();
  await dialog.getByLabel('Why it was not agreed').fill('The product ends.');
  await dialog.getByRole('button', { name: 'Close and seal' }).click();
  await expect(page.getByRole('main').getByText(/^Sealed as of .*, 1 digital signature/)).toBeVisible();
  await page.getByRole('button', { name: 'Verify…' }).click();
  await expect(page.getByRole('region', { name: 'Verdict' }).getByRole('heading')).toHaveText('Intact, not agreed');
});

test('a quorum and a required role decide whether a review can be sealed; an objection stays on record', async ({
  host,
}) => {
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
  const document = { ...READY, template: { id: 'with-quorum' }, signOff: { approvers } };
  const page = await importReview(host, document, { template: { ...template, id: 'with-quorum', sections } });
  await open(page, /^Sign-off/);
  const rule = page.getByRole('list', { name: 'What approval takes' });
  await expect(rule).toContainText('2 approvals are enough: 0 so far');
  await sign(page, 'Ada Lovelace');
  await sign(page, 'Cy Young', { verdict: 'Objects', comment: 'Not yet.' });
  await expect(rule).toContainText('“Security” has to approve: has not approved yet');
  await expect(page.getByText('content does not change any more')).toHaveCount(0);
  await sign(page, 'Bo Katz', { verdict: 'Can live with it' });
  await expect(rule).toContainText('“Security” has to approve: has approved');
  await sealRecord(page);
  await expect(page.getByText('content does not change any more').first()).toBeVisible();
  await open(page, /^Record/);
  await expect(page.getByText('Objection on record: Cy Young.').first()).toBeVisible();
});
