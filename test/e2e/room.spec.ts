import type { Locator, Page } from 'playwright/test';
import { sectionOf } from '#shared/template/template.ts';
import { rustTemplate } from '#test/support/shipped.ts';
import { isDue } from '#test/support/slice.ts';
import { expect, test } from './host.ts';
import { accessibilityFaults } from './screen-checks.ts';
import { expectSaved, openSection, place } from './workbook.ts';

/** A person’s hands, with each press, click and piece of text counted as one interaction. */
class Hands {
  count = 0;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.count += 1;
      await this.#page.keyboard.press(key);
    }
  }

  /** Types where the focus is. */
  async type(text: string): Promise<void> {
    this.count += 1;
    await this.#page.keyboard.type(text);
  }

  async click(target: Locator): Promise<void> {
    this.count += 1;
    await target.click();
  }

  /** One click, on the label that stands for the radio button. */
  async choose(radio: Locator): Promise<void> {
    this.count += 1;
    await radio.check({ force: true });
  }

  async fill(target: Locator, text: string): Promise<void> {
    this.count += 1;
    await target.fill(text);
  }
}

async function startReview(page: Page, hands: Hands, template?: string): Promise<void> {
  await hands.press('n');
  const dialog = page.getByRole('dialog');
  if (template) {
    hands.count += 1;
    const select = dialog.getByLabel('Template');
    const value = await select.locator('option', { hasText: template }).getAttribute('value');
    await select.selectOption(value);
  }
  await hands.fill(dialog.getByLabel('Title'), 'Log parser');
  await hands.click(dialog.getByRole('button', { name: 'Start the review' }));
  await expect(page.getByRole('heading', { level: 2, name: 'Context' })).toBeVisible();
}

test('from the first start to an exported draft in at most 7 interactions', async ({ host }) => {
  const page = await host.open();
  const hands = new Hands(page);
  await startReview(page, hands);
  await hands.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByLabel('Folder').fill(host.dataFolder);
  hands.count += 1;
  await hands.click(dialog.getByRole('button', { name: 'Export', exact: true }));
  await expect(dialog.getByText(/\.pdf/).first()).toBeVisible();
  expect(hands.count).toBeLessThanOrEqual(7);
});

/** Five risks are rated in the table, the others do not apply: one by itself, the rest group by group. */
async function rateAllRisks(page: Page, hands: Hands): Promise<void> {
  await hands.click(page.getByRole('tab', { name: 'Table' }));
  await hands.click(page.getByLabel(/^Applies: /).first());
  await page.keyboard.press('Escape');
  for (const [likelihood, impact, after] of ['432', '332', '543'].map((digits) => digits.split(''))) {
    await hands.press(likelihood ?? '', impact ?? '', 'm');
    await hands.type('Ada');
    await hands.press('Tab', after ?? '', after ?? '');
  }
  await hands.press('2', '2', 'a');
  await hands.type('It costs little');
  await hands.press('Enter', 'n');
  await hands.type('Nobody is hired');
  await hands.press('Enter');
  const group = page.getByRole('button', { name: /None of these applies|It does not apply…/ });
  for (let left = await group.count(); left > 0; left -= 1) {
    await hands.click(group.first());
    await hands.type('Not in this component');
    await hands.press('Enter');
    await expect(group).toHaveCount(left - 1);
  }
}

async function expectComplete(page: Page, section: string): Promise<void> {
  const rail = page.getByRole('navigation', { name: 'Sections' });
  await expect(rail.getByRole('link', { name: new RegExp(`^${section}`) })).toContainText('Complete');
}

/** Signs as the one approver there is, which is all that is left, and closes the review. */
async function signAndSeal(page: Page, hands: Hands, sections: number): Promise<void> {
  await expect(page.getByRole('link', { name: /what is left/ })).toContainText(/^1 left/);
  await hands.click(page.getByRole('button', { name: 'Sign as Ada' }));
  const signing = page.getByRole('dialog');
  await hands.click(signing.getByText('Approves', { exact: true }));
  await hands.fill(signing.getByLabel('Your name, typed as your signature'), 'Ada');
  await hands.click(signing.getByRole('button', { name: 'Sign', exact: true }));
  await hands.click(page.getByRole('button', { name: 'Seal the record…' }));
  const closing = page.getByRole('dialog');
  // The facilitator stands there already, where the list of people names one.
  const by = closing.getByLabel('Who closes it');
  if ((await by.inputValue()) === '') await hands.fill(by, 'Grace');
  await hands.click(closing.getByRole('button', { name: 'Close and seal' }));
  await expect(page.getByText(new RegExp(`^Closed with ${sections} of ${sections} sections complete`))).toBeVisible();
}

if (isDue(1, 2)) {
  test('the whole template from the first start to the sealed record in at most 200 interactions, its risks in 70', async ({
    host,
  }) => {
    const page = await host.open();
    const hands = new Hands(page);
    /** Goes on from a section that is complete to the next one. */
    const next = async (complete: string, title: string) => {
      await expectComplete(page, complete);
      hands.count += 1;
      await openSection(page, title);
    };
    await startReview(page, hands);
    await hands.fill(page.getByLabel(/^Names, one a line/), 'Ada, Architect, approver\nGrace\nKim');
    await hands.click(page.getByRole('button', { name: 'Add these 3 people' }));
    await hands.fill(page.getByLabel(/^Component/), 'Log parser');
    await hands.fill(page.getByLabel('What the component does'), 'Reads logs.');
    await hands.fill(page.getByLabel('Problem observed'), 'Pauses of the collector.');

    await next('Context', 'First look: does it fit?');
    await hands.click(page.getByRole('checkbox').first());
    await hands.click(page.getByRole('radio').first());

    await next('First look', 'Three questions');
    for (const id of ['safety', 'latency']) {
      const card = place(page, `rule.${id}`);
      await hands.click(card.getByText('Yes', { exact: true }));
      await hands.fill(card.getByLabel('Why this answer'), 'It happened twice.');
      await hands.click(card.getByRole('button', { name: 'Add statement' }));
      await hands.type('Two reports of incidents.');
    }
    await hands.click(place(page, 'rule.shared').getByText('No', { exact: true }));
    await hands.fill(place(page, 'rule.shared').getByLabel('Why this answer'), 'Only our team calls it.');

    await next('Three questions', 'Options');
    // Criteria that weigh nothing need no score.
    const unscored = page.locator('tr:not(.scores__row--idle)').getByRole('gridcell', { name: /^No score/ });
    await hands.press('Alt+o');
    for (let left = await unscored.count(); left > 0; left -= 1) await hands.press(left % 2 === 0 ? '4' : '3');

    await next('Options', 'Adoption path');
    for (const stage of ['tooling', 'library', 'service']) {
      const card = place(page, `path.${stage}`);
      await hands.click(card.getByText('Planned', { exact: true }));
      await hands.fill(card.getByLabel('Work item'), 'The reader behind a C interface');
      await hands.fill(card.getByLabel('Owner'), 'Grace');
    }

    await next('Adoption path', 'Integration strategy');
    for (const { id } of sectionOf(rustTemplate, 'strategy')?.questions ?? []) {
      const answer = id === 'new-component' || id === 'in-process' ? 'No' : 'Yes';
      await hands.click(place(page, `strategy.${id}`).getByText(answer, { exact: true }));
    }
    await hands.choose(page.getByRole('radio', { name: /^Carve out the hot service/ }));
    await hands.fill(page.getByLabel('Why this one and not the others'), 'It has a fixed contract.');

    await next('Integration strategy', 'Risks');
    const before = hands.count;
    await rateAllRisks(page, hands);
    expect(hands.count - before).toBeLessThanOrEqual(70);

    await next('Risks', 'Evidence and expected gains');
    await hands.click(page.getByRole('checkbox', { name: /^CPU use/ }));
    await hands.fill(page.getByLabel(/^Baseline/), '30');
    await hands.fill(page.getByLabel(/^How it is measured/), 'Load test of one hour');

    await next('Evidence', 'Ecosystem audit');
    await hands.fill(page.getByRole('combobox', { name: 'Add a dependency' }), 'zap');
    await hands.press('Enter');
    hands.count += 1;
    await page.getByRole('list', { name: 'Dependencies' }).getByLabel('Status').selectOption('ready');

    await next('Ecosystem audit', 'Readiness and training');
    await hands.click(place(page, 'training.start').getByRole('spinbutton').first());
    await hands.type('20270104');
    await hands.click(place(page, 'training.protected-time').getByText('Yes', { exact: true }));
    await hands.click(page.getByRole('button', { name: 'One name for all of them…' }));
    await hands.type('Kim');
    await hands.press('Enter');

    await next('Readiness', 'Commitments');
    for (const { id } of (sectionOf(rustTemplate, 'commitments')?.commitments ?? []).slice(0, 5)) {
      await hands.click(place(page, `commitments.${id}`).getByText('Yes', { exact: true }));
    }
    await hands.click(page.getByRole('button', { name: /^None of the other/ }));
    await hands.type('Once the first stage is done.');
    await hands.press('Enter');

    await next('Commitments', 'Decision');
    await hands.choose(page.getByRole('radio', { name: /^Trial Rust/ }));
    hands.count += 1;
    await page.getByLabel('For which stage of the path').selectOption('library');
    await hands.fill(page.getByLabel('The decision in a sentence or two'), 'We try the reader in Rust.');
    await hands.click(page.getByText('Can be undone', { exact: true }));
    await hands.click(page.getByText('This component', { exact: true }));
    await hands.fill(page.getByLabel('Or when this happens'), 'A second parser is due.');
    const reasons = page.getByRole('textbox', { name: /^Why all the same/ });
    await expect(reasons).not.toHaveCount(0);
    for (const reason of await reasons.all()) await hands.fill(reason, 'The trial is small.');

    await next('Decision', 'Sign-off');
    await signAndSeal(page, hands, 13);
    expect(hands.count).toBeLessThanOrEqual(200);
  });
}

test('the review of half an hour, which ends with staying, to the sealed record in at most 45 interactions', async ({
  host,
}) => {
  const page = await host.open();
  const hands = new Hands(page);
  await startReview(page, hands, 'Rust in half an hour');
  await hands.fill(page.getByLabel(/^Names, one a line/), 'Ada, Architect, approver\nGrace\nKim');
  await hands.click(page.getByRole('button', { name: 'Add these 3 people' }));
  await hands.fill(page.getByLabel(/^Component/), 'Log parser');
  await hands.fill(page.getByLabel('What the component does'), 'Reads logs.');
  await hands.fill(page.getByLabel('Problem observed'), 'It is slow.');
  await hands.press('Alt+ArrowDown');
  await expect(page.getByRole('heading', { level: 2, name: 'Three questions' })).toBeVisible();
  for (const id of ['safety', 'latency', 'shared']) {
    const card = page.locator(`[id="rule.${id}"]`);
    await hands.click(card.getByText('No', { exact: true }));
    await hands.fill(card.getByLabel('Why this answer'), 'Measured.');
  }
  await hands.fill(page.locator('[id="rule.justification"]'), 'Go, as the team ships it today.');
  await openSection(page, 'Decision');
  hands.count += 1;
  await hands.click(page.getByText('Stay without Rust').first());
  await hands.fill(page.locator('[id="decision.statement"]'), 'We stay with Go.');
  await hands.fill(page.locator('[id="decision.review-again"]').getByRole('textbox').first(), 'Twice the load.');
  await openSection(page, 'The ten risks that matter most');
  hands.count += 1;
  await hands.click(page.getByRole('tab', { name: 'Table' }));
  for (const name of [/^Applies: The gain is assumed/, /^Applies: The risk of not moving/]) {
    hands.count += 1;
    await page.getByLabel(name).first().focus();
    await hands.press('n');
    await hands.type('Looked at and not so here');
    await hands.press('Enter');
  }
  await openSection(page, 'Sign-off');
  hands.count += 1;
  await signAndSeal(page, hands, 6);
  expect(hands.count).toBeLessThanOrEqual(45);
});

/** The review of half an hour up to its sign-off, with a yes to a stage of the path and one risk that applies. */
async function decideInHalfAnHour(
  page: Page,
  hands: Hands,
  decision: { readonly planned: readonly string[]; readonly choice: RegExp; readonly stage: string },
): Promise<void> {
  const go = async (title: string) => {
    hands.count += 1;
    await openSection(page, title);
  };
  await startReview(page, hands, 'Rust in half an hour');
  await hands.fill(page.getByLabel(/^Names, one a line/), 'Ada, Architect, approver\nGrace, Lead, facilitator\nKim');
  await hands.click(page.getByRole('button', { name: 'Add these 3 people' }));
  await hands.fill(page.getByLabel(/^Component/), 'Log parser');
  await hands.fill(page.getByLabel('What the component does'), 'Reads logs.');
  await hands.fill(page.getByLabel('Problem observed'), 'It is slow.');
  await go('Three questions');
  for (const id of ['safety', 'latency']) {
    const card = place(page, `rule.${id}`);
    await hands.click(card.getByText('Yes', { exact: true }));
    await hands.fill(card.getByLabel('Why this answer'), 'It happened twice.');
    await hands.fill(card.getByLabel('Statement'), 'Two reports of incidents.');
  }
  await hands.click(place(page, 'rule.shared').getByText('No', { exact: true }));
  await hands.fill(place(page, 'rule.shared').getByLabel('Why this answer'), 'Only our team calls it.');
  await go('Adoption path');
  for (const stage of decision.planned) {
    await hands.fill(place(page, `path.${stage}`).getByLabel('Work item'), 'The reader behind a C interface');
    await hands.fill(place(page, `path.${stage}`).getByLabel('Owner'), 'Grace');
  }
  await go('The ten risks that matter most');
  await hands.click(page.getByRole('tab', { name: 'Table' }));
  hands.count += 1;
  await page
    .getByLabel(/^Applies: /)
    .first()
    .focus();
  // Who rates a risk says that it applies.
  await hands.press('2', '2', 'a');
  await hands.type('It costs little');
  await hands.click(page.getByRole('button', { name: /^None of the other 9 risks applies/ }));
  await hands.type('Looked at and not so here');
  await hands.press('Enter');
  await go('Decision');
  await hands.choose(page.getByRole('radio', { name: decision.choice }));
  const stage = page.getByLabel('For which stage of the path');
  if ((await stage.inputValue()) !== decision.stage) {
    hands.count += 1;
    await stage.selectOption(decision.stage);
  }
  await hands.fill(page.getByLabel('The decision in a sentence or two'), 'We try the reader in Rust.');
  await hands.click(page.getByText('Can be undone', { exact: true }));
  await hands.click(page.getByText('This component', { exact: true }));
  await hands.fill(page.getByLabel('Or when this happens'), 'A second parser is due.');
  const reasons = page.getByRole('textbox', { name: /^Why all the same/ });
  for (const reason of await reasons.all()) await hands.fill(reason, 'The step is small.');
  for (const section of ['Adoption path', 'Decision']) await expectComplete(page, section);
}

if (isDue(0, 2)) {
  test('the review of half an hour, which ends with a trial of the first stage, to the sealed record in at most 45 interactions', async ({
    host,
  }) => {
    const page = await host.open();
    const hands = new Hands(page);
    await decideInHalfAnHour(page, hands, { planned: ['tooling'], choice: /^Trial Rust/, stage: 'tooling' });
    hands.count += 1;
    await openSection(page, 'Sign-off');
    await signAndSeal(page, hands, 6);
    expect(hands.count).toBeLessThanOrEqual(45);
  });
}

if (isDue(1, 2)) {
  test('the review of half an hour, which adopts the second of three stages, to the sign-off in at most 45 interactions, to the sealed record in 50', async ({
    host,
  }) => {
    const page = await host.open();
    const hands = new Hands(page);
    const planned = ['tooling', 'library', 'service'];
    await decideInHalfAnHour(page, hands, { planned, choice: /^Adopt Rust/, stage: 'library' });
    hands.count += 1;
    await openSection(page, 'Sign-off');
    expect(hands.count).toBeLessThanOrEqual(45);
    await signAndSeal(page, hands, 6);
    expect(hands.count).toBeLessThanOrEqual(50);
  });
}

test('people, what is left, things to do and the palette', async ({ host }) => {
  const page = await host.open();
  const breaches: string[] = [];
  await page.exposeFunction('breach', (text: string) => breaches.push(text));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) =>
      (globalThis as unknown as { breach: (text: string) => void }).breach(event.blockedURI),
    );
  });
  await page.reload();
  await page.getByRole('main').waitFor();
  await startReview(page, new Hands(page));
  await page.getByLabel(/^Names, one a line/).fill('Ada, Architect\nGrace, Lead, Core\nKim\nLinus\nMargaret\nBarbara');
  await page.getByRole('button', { name: 'Add these 6 people' }).click();
  await page.getByRole('button', { name: 'Note who is there' }).click();
  await page.getByRole('checkbox', { name: /^Kim/ }).uncheck();

  await openSection(page, 'Three questions');
  await page.getByRole('heading', { level: 2 }).click();
  await page.keyboard.press('a');
  await page
    .getByRole('dialog', { name: 'Something to do' })
    .getByLabel(/What is to be done/)
    .fill('Ask the platform team');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('heading', { level: 2 }).click();
  await page.keyboard.press('q');
  await page
    .getByRole('dialog', { name: 'Park a question' })
    .getByLabel(/^Question/)
    .fill('Who pays?');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /Section, question/ }).fill('things to do');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Things to do' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: /^What ?: Ask/ })).toHaveValue('Ask the platform team');
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /Section, question/ }).fill('12');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^12 / })).toHaveAttribute('aria-expanded', 'true');
  await page.getByRole('link', { name: /what is left/ }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'What is left' })).toBeFocused();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByLabel('Section', { exact: true }).selectOption({ label: 'Risks' });
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(29);
  await openSection(page, 'Risks');
  await page.getByRole('tab', { name: 'Table' }).click();
  expect(await accessibilityFaults(page)).toEqual([]);
  await expectSaved(page);

  const again = await host.restart();
  await again.getByRole('link', { name: 'Log parser' }).first().click();
  await expect(again.getByLabel(/^Name/).nth(1)).toHaveValue('Grace');
  await expect(again.getByRole('checkbox', { name: /^Kim/ })).not.toBeChecked();
  expect(breaches).toEqual([]);
});

test('a review of half an hour goes on in the whole template with everything it holds', async ({ host }) => {
  const page = await host.open();
  await startReview(page, new Hands(page), 'Rust in half an hour');
  await page.getByLabel('What the component does').fill('Reads logs.');
  await openSection(page, 'Three questions');
  await page.locator('[id="rule.safety"]').getByLabel('Why this answer').fill('Seen twice.');
  await expectSaved(page);
  await page.getByRole('link', { name: /what is left/ }).click();
  await page.getByRole('link', { name: /^Continue in “Rust for one component”/ }).click();
  await page.getByRole('button', { name: /^Carry the answers over/ }).click();
  await expect(page.locator('.section-frame__place')).toContainText('Section 1 of 13');
  await expect(page.getByLabel('What the component does')).toHaveValue('Reads logs.');
  await openSection(page, 'Three questions');
  await expect(page.locator('[id="rule.safety"]').getByLabel('Why this answer')).toHaveValue('Seen twice.');
});
