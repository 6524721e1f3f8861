import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { sectionOf } from '#shared/template/template.ts';
import { pageTexts, squeezed } from '#test/support/pdf.ts';
import { rustTemplate } from '#test/support/shipped.ts';
import { isDue } from '#test/support/slice.ts';
import { expect, type Host, test } from './host.ts';
import { beginSigning, choose, expectSaved, onScreen, openSection, place, sealRecord, sign } from './workbook.ts';

/** What the team types; the record has to hold every word of it. */
const TYPED = {
  title: 'Edge proxy: 10 Gbit/s → Rust? (Zażółć Ωμέγα Щит Việt ✓)',
  component: 'Edge proxy',
  current: 'Go 1.24',
  participant: 'Żaneta Wójcik',
  role: 'Facilitator',
  purpose: 'Terminates TLS and routes every request of the shop.',
  problem: 'Collector pauses show up as a tail at peak hours.',
  motivation: 'Pauses of the collector that tuning did not cure.',
  method: 'Load test of one hour with recorded traffic',
  protectedTime: 'Fridays, guarded by the team lead',
  safetyWhy: 'It parses input of strangers, so a memory bug is an incident.',
  safetyEvidence: 'Two CVEs of this class in the C predecessor.',
  latencyWhy: 'The budget at p99 is 20 ms and half of it is gone in pauses.',
  latencyEvidence: 'Share of CPU spent on collection',
  latencyValue: '31',
  sharedWhy: 'Only our own team calls it.',
  dissentName: 'Операции',
  dissentReason: 'We would rather tune the collector first.',
  skipReason: 'Two command-line tools in Rust are in daily use already.',
  libraryWork: 'Header parser behind a C interface',
  serviceWork: 'Canary proxy for one region',
  owner: 'Olga',
  strategyReason: 'The proxy is one process with a fixed contract.',
  rampNote: 'Two of five have written Rust before.',
  ownAction: 'Reading group every Tuesday',
  notApplicable: 'Looked at together; nothing here depends on it.',
  ownRisk: 'TLS library loses its certification',
  statement: 'We build the library stage in Rust and decide on the service in March.',
  option: 'Tune the Go collector',
  pro: 'No new language',
  con: 'Pauses remain at peak',
  consequence: 'One more toolchain in the build',
  condition: 'Canary shows p99 below 12 ms',
  trigger: 'A second region moves over',
  price: 'Two weeks of work on the reader',
  allTheSame: 'The reader is small, and the old one stays until both agree',
  approver: 'Ольга Łęcka',
  approverRole: 'Head of platform',
  comment: 'Agreed, with the canary as a gate.',
} as const;

if (isDue(0, 2)) {
  test('a team takes a review from nothing to a signed record, and finds it all again', { tag: '@loopback' }, async ({
    host,
  }) => {
    const page = await host.open();
    await expect(page.getByRole('heading', { name: 'No reviews yet' })).toBeVisible();

    await startReview(page);
    await fillContext(page);
    await fillScreening(page);
    await fillRule(page);
    await fillOptions(page);
    await fillPath(page);
    await fillStrategy(page);
    await fillRisks(page);
    await fillEvidence(page);
    await fillAudit(page);
    await fillTraining(page);
    await fillCommitments(page);
    await fillDecision(page);
    await approveAndSign(page);

    const before = await exportPdf(page, host, 'record.pdf');
    await expectRecord(before);

    const again = await host.restart();
    const row = again.getByRole('list', { name: 'Reviews' }).getByRole('listitem').filter({ hasText: TYPED.title });
    await expect(row).toContainText('Consider Rust');
    await expect(row).toContainText('Adopt Rust');
    await expect(row).toContainText('Signed');
    await row.getByRole('link', { name: TYPED.title }).click();
    await expectEverythingThere(again);
    const after = await exportPdf(again, host, 'record-again.pdf');
    expect(after.equals(before), 'the same revision gives the same file').toBe(true);
  });
}

async function startReview(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New review' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Title').fill(TYPED.title);
  await dialog.getByLabel('Component').fill(TYPED.component);
  await expect(dialog.getByLabel('Candidate')).toHaveValue('Rust');
  await dialog.getByLabel('Built with today').fill(TYPED.current);
  await dialog.getByRole('button', { name: 'Start the review' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Context' })).toBeVisible();
}

async function fillContext(page: Page): Promise<void> {
  await expect(page.getByLabel(/^Component/)).toHaveValue(TYPED.component);
  const participants = place(page, 'context.participants');
  await participants.getByRole('button', { name: 'Add a participant' }).click();
  await participants.getByRole('textbox', { name: /^Name ?:/ }).fill(TYPED.participant);
  await participants.getByLabel('Role').fill(TYPED.role);
  await page.getByLabel('What the component does').fill(TYPED.purpose);
  await page.getByLabel('Problem observed').fill(TYPED.problem);
  await expectComplete(page, 'Context');
}

async function fillScreening(page: Page): Promise<void> {
  await openSection(page, 'First look: does it fit?');
  await page.getByRole('checkbox').first().check();
  await page.getByRole('radio').first().check({ force: true });
  await page.getByLabel('The reason in your own words').fill(TYPED.motivation);
  await expectComplete(page, 'First look');
}

async function fillRule(page: Page): Promise<void> {
  await openSection(page, 'Three questions');
  const safety = place(page, 'rule.safety');
  await safety.getByRole('radio', { name: 'Yes' }).focus();
  await page.keyboard.press('y');
  await safety.getByLabel('Why this answer').fill(TYPED.safetyWhy);
  await safety.getByRole('button', { name: 'Add statement' }).click();
  await safety.getByLabel('Statement').fill(TYPED.safetyEvidence);

  const outcome = page.getByRole('complementary', { name: 'Outcome so far' });
  const latency = place(page, 'rule.latency');
  await choose(latency, /^Answer/, 'Not sure');
  await choose(place(page, 'rule.shared'), /^Answer/, 'No');
  await expect(outcome).toContainText('Up to the team');
  await expect(outcome).toContainText('Consider Rust');
  await expect(outcome).toContainText('not sure about “Latency and resources”');

  await choose(latency, /^Answer/, 'Yes');
  await expect(outcome).toContainText('2 of 3 answered yes');
  await expect(outcome).toContainText('“Memory safety” no → Up to the team');
  await latency.getByLabel('Why this answer').fill(TYPED.latencyWhy);
  await latency.getByRole('button', { name: 'Add figure' }).click();
  await latency.getByLabel('What was measured').fill(TYPED.latencyEvidence);
  await latency.getByLabel('Value').fill(TYPED.latencyValue);
  await latency.getByLabel('Unit').fill('%');
  const shared = place(page, 'rule.shared');
  await shared.getByLabel('Why this answer').fill(TYPED.sharedWhy);
  await shared.getByRole('button', { name: 'Add a differing view' }).click();
  await shared.getByLabel('Who').fill(TYPED.dissentName);
  await shared.getByLabel(/^Reason/).fill(TYPED.dissentReason);
  await shared.getByLabel('They would answer').selectOption({ label: 'Yes' });
  await expectComplete(page, 'Three questions');
}

async function fillOptions(page: Page): Promise<void> {
  await openSection(page, 'Options');
  const unscored = page.getByRole('gridcell', { name: /^No score/ });
  for (let left = await unscored.count(); left > 0; left--) {
    await unscored.first().focus();
    await page.keyboard.press(left % 2 === 0 ? '4' : '3');
  }
  await expect(unscored).toHaveCount(0);
  await expectComplete(page, 'Options');
}

async function fillPath(page: Page): Promise<void> {
  await openSection(page, 'Adoption path');
  await choose(page, /^State of stage 1/, 'Skipped');
  await place(page, 'path.tooling').getByLabel('Why this stage is skipped').fill(TYPED.skipReason);
  for (const [stage, work] of [
    ['library', TYPED.libraryWork],
    ['service', TYPED.serviceWork],
  ] as const) {
    const card = place(page, `path.${stage}`);
    await choose(card, /^State of stage/, 'Planned');
    await card.getByLabel('Work item').fill(work);
    await card.getByLabel('Owner').fill(TYPED.owner);
  }
  await place(page, 'path.library').getByRole('checkbox').first().check();
  await expectComplete(page, 'Adoption path');
}

async function fillStrategy(page: Page): Promise<void> {
  await openSection(page, 'Integration strategy');
  for (const { id } of sectionOf(rustTemplate, 'strategy')?.questions ?? []) {
    await place(page, `strategy.${id}`).getByText('Yes', { exact: true }).click();
  }
  await page.getByRole('radio', { name: /Carve out the hot service/ }).check({ force: true });
  await page.getByLabel('Why this one and not the others').fill(TYPED.strategyReason);
  for (const principle of await page.getByRole('checkbox').all()) await principle.check();
  await expectComplete(page, 'Integration strategy');
}

async function fillRisks(page: Page): Promise<void> {
  await openSection(page, 'Risks');
  await rateRisk(place(page, 'risks.borrow-checker-ramp'), page);
  await expect(place(page, 'risks.skipped-tooling')).toContainText('First Rust code is production code');

  const rest = (sectionOf(rustTemplate, 'risks')?.risks ?? []).map((risk) => risk.id);
  for (const id of [...rest.filter((risk) => risk !== 'borrow-checker-ramp'), 'skipped-tooling']) {
    const row = place(page, `risks.${id}`);
    await choose(row, /^Does it apply/, 'No');
    await row.getByLabel('Why it does not apply').fill(TYPED.notApplicable);
  }
  await page.getByRole('button', { name: 'Add own risk' }).click();
  const own = page.locator('li', { has: page.getByLabel('Name of the risk') });
  await own.getByLabel('Name of the risk').fill(TYPED.ownRisk);
  await choose(own, /^Does it apply/, 'Yes');
  await rate(own, 'Before the response', 2, 5);
  await choose(own, 'Response', 'Accept');
  await own.getByLabel('Why it is accepted').fill(TYPED.notApplicable);
  await expectComplete(page, 'Risks');

  await page.getByRole('tab', { name: 'Heat map and exposure' }).click();
  await expect(page.getByRole('list', { name: 'By exposure before' }).getByRole('listitem')).toHaveCount(2);
}

async function rateRisk(row: Locator, page: Page): Promise<void> {
  await choose(row, /^Does it apply/, 'Yes');
  const toggle = row.getByRole('button', { expanded: false }).first();
  if ((await row.getByLabel('What it means here').count()) === 0) await toggle.click();
  await row.getByLabel('What it means here').fill(TYPED.rampNote);
  await rate(row, 'Before the response', 4, 3);
  await choose(row, 'Response', 'Mitigate');
  await row
    .getByRole('button', { name: /^Make it an action/ })
    .first()
    .click();
  await row.getByRole('button', { name: 'Add an action' }).click();
  await row.getByLabel('What is done').last().fill(TYPED.ownAction);
  for (const owner of await row.getByLabel('Owner').all()) await owner.fill(TYPED.owner);
  await page.keyboard.press('Escape');
  await rate(row, 'After the response', 2, 3);
}

async function rate(row: Locator, when: string, likelihood: number, impact: number): Promise<void> {
  const group = row.getByRole('group', { name: when });
  await group
    .getByRole('group', { name: 'Likelihood' })
    .getByRole('radio')
    .nth(likelihood - 1)
    .check({ force: true });
  await group
    .getByRole('group', { name: 'Impact' })
    .getByRole('radio')
    .nth(impact - 1)
    .check({ force: true });
}

async function fillEvidence(page: Page): Promise<void> {
  await openSection(page, 'Evidence and expected gains');
  await page.getByRole('checkbox', { name: /^CPU use/ }).check();
  await page.getByLabel(/^Baseline/).fill('30');
  await page.getByLabel('Target').fill('20');
  await page.getByLabel(/^How it is measured/).fill(TYPED.method);
  await choose(page, /^How much of this gain/, 'Mostly the language');
  await expect(onScreen(page, /within the typical gain/)).toBeVisible();
  await expectComplete(page, 'Evidence');
}

async function fillAudit(page: Page): Promise<void> {
  await openSection(page, 'Ecosystem audit');
  const add = page.getByRole('combobox', { name: 'Add a dependency' });
  await add.pressSequentially('zap');
  await add.press('Enter');
  const row = page.getByRole('list', { name: 'Dependencies' }).getByRole('listitem').first();
  await expect(row.getByLabel('Counterpart')).toHaveValue(/tracing/);
  await row.getByLabel('Status').selectOption('ready');
  await expectComplete(page, 'Ecosystem audit');
}

async function fillTraining(page: Page): Promise<void> {
  await openSection(page, 'Readiness and training');
  const start = place(page, 'training.start');
  await start.getByRole('spinbutton').first().click();
  await page.keyboard.type('20270104');
  await place(page, 'training.protected-time').getByText('Yes', { exact: true }).click();
  await page.getByLabel('How much time, when, and who guards it').fill(TYPED.protectedTime);
  for (const who of await page.getByRole('combobox', { name: /^Who\b/ }).all()) await who.fill(TYPED.owner);
  await expectComplete(page, 'Readiness');
}

async function fillCommitments(page: Page): Promise<void> {
  await openSection(page, 'Commitments');
  for (const { id } of sectionOf(rustTemplate, 'commitments')?.commitments ?? []) {
    const row = place(page, `commitments.${id}`);
    await row.getByText('Yes', { exact: true }).click();
    await row.getByLabel('Who sees to it').fill(TYPED.owner);
    await page.keyboard.press('Escape');
  }
  await expectComplete(page, 'Commitments');
}

async function fillDecision(page: Page): Promise<void> {
  await openSection(page, 'Decision');
  await page.getByRole('radio', { name: /^Adopt Rust/ }).check({ force: true });
  await page.getByLabel('For which stage of the path').selectOption('tooling');
  const skipped = page.getByRole('paragraph').filter({ hasText: 'which the path skips' });
  await expect(skipped).toBeVisible();
  await page.getByLabel('For which stage of the path').selectOption('library');
  await expect(skipped).toHaveCount(0);
  await page.getByLabel('The decision in a sentence or two').fill(TYPED.statement);
  await page.getByRole('radio', { name: 'Can be undone at a price' }).check({ force: true });
  await page.getByLabel('What going back costs').fill(TYPED.price);
  await page.getByRole('radio', { name: 'This component', exact: true }).check({ force: true });
  await page.getByRole('button', { name: 'Add an option' }).click();
  await page.getByLabel(/^Option 1( |$)/).fill(TYPED.option);
  await page.getByRole('button', { name: /Add a pro/ }).click();
  await page.keyboard.type(TYPED.pro);
  await page
    .getByRole('button', { name: /Add a con/ })
    .first()
    .click();
  await page.keyboard.type(TYPED.con);
  await page.getByRole('button', { name: 'Add a consequence' }).click();
  await page
    .getByLabel(/^Consequence 1( |$)/)
    .last()
    .fill(TYPED.consequence);
  await page.getByRole('button', { name: 'Add a condition' }).click();
  await page.getByLabel('What has to hold').fill(TYPED.condition);
  await page.getByLabel('Or when this happens').fill(TYPED.trigger);
  const reasons = await page.getByRole('textbox', { name: /^Why all the same/ }).all();
  expect(reasons.length).toBeGreaterThan(0);
  for (const reason of reasons) await reason.fill(TYPED.allTheSame);
  await expectComplete(page, 'Decision');
}

async function approveAndSign(page: Page): Promise<void> {
  await openSection(page, 'Sign-off');
  await page.getByRole('button', { name: 'Add an approver' }).click();
  await page.getByLabel(/^Name/).fill(TYPED.approver);
  await page.getByLabel(/^Role/).fill(TYPED.approverRole);
  const dialog = await beginSigning(page, TYPED.approver, { comment: TYPED.comment });
  await draw(page, dialog.getByLabel('Sheet to draw the signature on'));
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(page.getByLabel(`Drawn signature of ${TYPED.approver}`)).toBeVisible();
  await sealRecord(page);
  await expectComplete(page, 'Sign-off');
  await expect(page.getByRole('main').getByText(/^Sealed as of .*, 1 digital signature, A4$/)).toBeVisible();
  await expectSaved(page);
}

async function draw(page: Page, sheet: Locator): Promise<void> {
  await sheet.scrollIntoViewIfNeeded();
  const box = await sheet.boundingBox();
  if (!box) throw new Error('the sheet is not on the screen');
  await page.mouse.move(box.x + 40, box.y + box.height / 2);
  await page.mouse.down();
  for (let step = 1; step <= 12; step++) {
    await page.mouse.move(box.x + 40 + step * 12, box.y + box.height / 2 + (step % 2 === 0 ? 20 : -20));
  }
  await page.mouse.up();
}

async function exportPdf(page: Page, host: Host, fileName: string): Promise<Buffer> {
  await expectSaved(page);
  await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Folder').fill(host.dataFolder);
  await dialog.getByLabel('File name').fill(fileName);
  await dialog.getByRole('button', { name: 'Export' }).click();
  await expect(dialog.getByText('Exported', { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Done' }).click();
  return readFile(path.join(host.dataFolder, fileName));
}

async function expectRecord(pdf: Buffer): Promise<void> {
  const pages = await pageTexts(pdf);
  const text = squeezed((await pageTexts(pdf, '-raw')).join(' '));
  for (const [field, typed] of Object.entries(TYPED)) {
    expect(text, `the record holds ${field}`).toContain(squeezed(typed));
  }
  expect(text).toContain(squeezed('Consider Rust'));
  expect(text).toContain(squeezed('Adopt Rust'));
  for (const page of pages) expect(page, 'a signed record is no draft').not.toMatch(/^DRAFT$/m);
}

async function expectEverythingThere(page: Page): Promise<void> {
  // A signed review shows its sections as the record prints them.
  await expect(page.getByText(TYPED.problem)).toBeVisible();
  await openSection(page, 'Three questions');
  await expect(page.getByText(TYPED.latencyWhy)).toBeVisible();
  await openSection(page, 'Adoption path');
  await expect(page.getByText(TYPED.skipReason).first()).toBeVisible();
  await openSection(page, 'Record');
  const record = page.getByRole('article', { name: /^Decision record/ });
  for (const typed of Object.values(TYPED)) await expect(record).toContainText(typed);
}

async function expectComplete(page: Page, section: string): Promise<void> {
  await expect(page.getByRole('link', { name: new RegExp(`^${section}`) })).toContainText('Complete');
}

test('an edit makes a signature stale, and undoing it makes it count again', async ({ host }) => {
  const page = await host.open();
  await page.getByRole('button', { name: /Read States/ }).click();
  await openSection(page, 'Sign-off');
  await sign(page, 'Author of the sample', { button: /^Sign as/ });
  const stale = page.getByText('signed an earlier version');
  await expect(page.getByRole('button', { name: /^Sign again as/ })).toHaveCount(1);
  await expect(stale).toHaveCount(0);

  await openSection(page, 'Context');
  await page.getByLabel(/^Component/).fill('Another service');
  await openSection(page, 'Sign-off');
  await expect(stale.first()).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await openSection(page, 'Sign-off');
  await expect(stale).toHaveCount(0);
});

test('one file per review lies in the data folder', async ({ host }) => {
  const page = await host.open();
  await page.getByRole('button', { name: /Read States/ }).click();
  await expectSaved(page);
  const files = await readdir(path.join(host.dataFolder, 'reviews'));
  expect(files).toHaveLength(1);
  const stored = JSON.parse(await readFile(path.join(host.dataFolder, 'reviews', files[0] ?? ''), 'utf8'));
  expect(stored).toMatchObject({ format: 'groundwork-review', schemaVersion: 2, revision: 1 });
});
