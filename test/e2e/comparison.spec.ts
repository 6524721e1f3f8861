import type { Locator, Page } from 'playwright/test';
import { expect, test } from './host.ts';
import { onScreen } from './workbook.ts';

/** Starts a review of the built-in Rust template that nobody has written into, and opens a section. */
async function openFresh(page: Page, section: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'New review' }).first().click();
  const dialog = page.getByRole('dialog');
  const template = dialog.getByRole('option', { name: /^Rust for one component/ });
  await dialog.getByLabel('Template').selectOption(await template.getAttribute('value'));
  await dialog.getByLabel('Title').fill('Gateway');
  await dialog.getByLabel('Built with today').fill('Go');
  await dialog.getByRole('button', { name: /^(Create|Start)/ }).click();
  await page.getByRole('link', { name: section }).click();
}

/** The score of a candidate of the fresh review, by what its cell is called. */
function cell(page: Page, candidate: 'Rust' | 'Stay', criterion: string, name: RegExp): Locator {
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${criterion}`) }) });
  const column = candidate === 'Rust' ? 0 : 1;
  return row.locator('.scores__cell').nth(column).and(page.getByRole('gridcell', { name }));
}

test('options are scored, reasoned and weighed by keyboard alone, and reach the decision', async ({ host }) => {
  const page = await host.open();
  await openFresh(page, /^Options/);

  await page.getByRole('button', { name: 'Add a candidate of your own' }).focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: /^Show the \d+ criteria that do not count/ })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(cell(page, 'Rust', 'Cost to run', /^No score/)).toBeFocused();
  await page.keyboard.press('2');
  // A score that was missing leads on to the next missing one.
  await expect(cell(page, 'Stay', 'Cost to run', /^No score/)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(cell(page, 'Rust', 'Cost to run', /^2 of 5/)).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('It is more than the job needs');
  await page.keyboard.press('Enter');
  await expect(cell(page, 'Rust', 'Cost to run', /^2 of 5.*Reason: It is more/)).toBeFocused();

  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('4');
  const four = cell(page, 'Stay', 'Cost to run', /^4 of 5/);
  await expect(four).toBeVisible();
  await expect(four).not.toBeFocused();
  await four.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('3');
  const three = cell(page, 'Stay', 'Effort to get there', /^3 of 5/);
  await three.focus();
  await page.keyboard.press('Delete');
  await expect(cell(page, 'Stay', 'Effort to get there', /^No score/)).toBeFocused();

  const weight = page.getByLabel('Weight of Cost to run');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowRight');
  await expect(weight).toBeFocused();
  await page.keyboard.press('5');
  await expect(weight).toHaveValue('5');
  await expect(onScreen(page, /leads with 4\.00 of 5 so far/)).toBeVisible();

  await page.getByRole('button', { name: 'Take into the decision' }).click();
  await expect(page.getByText('Taken by the decision')).toHaveCount(0);
  await page.getByRole('button', { name: 'We take this one: Rust' }).click();
  await expect(page.getByText('Taken by the decision')).toHaveCount(1);
  await page.getByRole('link', { name: 'Go to the decision' }).click();
  await expect(page.getByLabel(/^Option \d+$/)).toHaveCount(3);
  await expect(page.getByLabel('Option 1', { exact: true })).toHaveValue('Rust');
});

test('the grid scrolls with the page, its first and last row and the ranking stay in sight, and wide ones move sideways', async ({
  host,
}) => {
  const page = await host.open();
  await openFresh(page, /^Options/);
  const box = page.locator('.scores__box');
  const ranking = page.getByRole('region', { name: 'Ranking' });
  const head = page.locator('.scores__strip--head');
  const foot = page.locator('.scores__strip--foot');
  const edges = (part: Locator) => part.evaluate((element) => element.getBoundingClientRect().toJSON() as DOMRect);
  /** How much of the box lies above and below what it shows. */
  const hidden = () => box.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);

  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    const middle = cell(page, 'Stay', 'Hiring', /^No score/);
    await middle.focus();
    await middle.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    expect(await hidden()).toBe(0);
    expect((await edges(foot)).bottom).toBeCloseTo(height, 0);
    expect((await edges(head)).top).toBeCloseTo((await edges(page.getByRole('banner'))).bottom, 0);
    await expect(ranking).toBeInViewport({ ratio: 1 });
    expect((await edges(ranking)).left).toBeGreaterThan((await edges(box)).right);
  }
  await page.keyboard.press('3');
  await expect(ranking).toContainText('3.00');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.locator('.scores__cell[data-changed]')).toHaveCount(1);

  // More candidates than fit beside each other.
  for (let count = 0; count < 6; count++) {
    await page.getByRole('button', { name: 'Add a candidate of your own' }).click();
    await page.keyboard.type(`Another one ${count}`);
  }
  await page.setViewportSize({ width: 1280, height: 720 });
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /^Hiring/ }) });
  for (const at of ['End', 'Home'] as const) {
    await row.locator('.scores__cell').first().focus();
    await page.keyboard.press(at);
    const active = page.locator('.scores [data-place]:focus');
    const [shown, around, top, bottom] = await Promise.all([active, box, head, foot].map(edges));
    expect(shown?.left).toBeGreaterThanOrEqual((around?.left ?? 0) - 1);
    expect(shown?.right).toBeLessThanOrEqual((around?.right ?? 0) + 1);
    expect(shown?.top).toBeGreaterThanOrEqual(top?.bottom ?? 0);
    expect(shown?.top).toBeLessThan(bottom?.top ?? 0);
  }
  await row.locator('.scores__cell').last().focus();
  const moved = (part: Locator) => part.evaluate(({ scrollLeft }) => scrollLeft);
  await expect.poll(() => moved(head)).toBeGreaterThan(100);
  expect([await moved(head), await moved(foot)]).toEqual([await moved(box), await moved(box)]);
  // By hand at the foot, which is in sight.
  await foot.evaluate((strip) => strip.scrollTo({ left: 0 }));
  await expect.poll(() => moved(box)).toBe(0);
  const columns = (part: Locator) =>
    part
      .locator('tr')
      .first()
      .evaluate((line) => [...line.children].map((one) => one.getBoundingClientRect().left));
  expect(await columns(foot)).toEqual(await columns(box));
  expect(await columns(head)).toEqual(await columns(box));

  await page.setViewportSize({ width: 320, height: 640 });
  expect((await edges(ranking)).top).toBeGreaterThanOrEqual((await edges(box)).bottom);
  expect(await hidden()).toBe(0);
});

test('an open point about a criterion leads to the score it lacks', async ({ host }) => {
  const page = await host.open();
  await openFresh(page, /^Options/);
  await cell(page, 'Rust', 'Ramp-up of the team', /./).focus();
  await page.keyboard.press('3');
  await page.getByRole('link', { name: /^Score “Ramp-up of the team”/ }).click();
  const owed = cell(page, 'Stay', 'Ramp-up of the team', /^No score/);
  await expect(owed).toBeFocused();
  await page.keyboard.press('1');
  await expect(cell(page, 'Stay', 'Ramp-up of the team', /^1 of 5/)).toBeVisible();
});

test('numbers are read with comma or point, asked about when in doubt, and held against what others gained', async ({
  host,
}) => {
  const page = await host.open();
  await openFresh(page, /^Evidence/);
  await page.getByRole('checkbox', { name: /^CPU use/ }).check();
  const baseline = page.getByRole('textbox', { name: /^Baseline/ });
  const target = page.getByRole('textbox', { name: /^Target/ });
  await baseline.fill('50,000');
  await baseline.blur();
  await expect(page.getByText(/can mean two numbers/)).toBeVisible();
  await baseline.fill('30,5');
  await expect(page.getByText(/can mean two numbers/)).toHaveCount(0);
  await target.fill('3');
  await expect(onScreen(page, 'The target goes further than others report')).toBeVisible();
  await target.fill('20.4');
  await expect(page.getByText('The target goes further than others report')).toHaveCount(0);
  await expect(onScreen(page, /within the typical gain/)).toBeVisible();

  await expect(page.getByText(/^Saved \d/).first()).toBeVisible();
  const again = await host.restart();
  await again.getByRole('link', { name: /Gateway/ }).click();
  await again.getByRole('link', { name: /^Evidence/ }).click();
  await expect(again.getByRole('textbox', { name: /^Baseline/ })).toHaveValue('30.5');
  await expect(again.getByRole('textbox', { name: /^Target/ })).toHaveValue('20.4');
});

test('a criterion of the team’s own gets a row of the table, and those without weight are folded away', async ({
  host,
}) => {
  const page = await host.open();
  await openFresh(page, /^Options/);
  await page.getByRole('button', { name: 'Add a criterion of your own' }).click();
  await page.keyboard.type('Latency reached');
  await page.getByRole('textbox', { name: /^5 means/ }).fill('half of the budget');
  const row = page.getByRole('row').filter({ hasText: 'Latency reached' });
  await expect(row).toContainText('5: half of the budget');
  await row.getByRole('button', { name: '5 of 5 for Rust, Latency reached' }).click();
  await expect(onScreen(page, /“Rust” leads with 5\.00 of 5 so far/)).toBeVisible();

  // What is typed into the fields of a cell is no key of the grid.
  await row.locator('.scores__cell').nth(1).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  const finder = page.getByRole('combobox', { name: /^Who finds out/ });
  await finder.pressSequentially('Ada 3');
  await expect(finder).toHaveValue('Ada 3');
  await finder.press('Escape');
  await expect(row.locator('.scores__cell').nth(1)).toContainText('Not known (Ada 3 finds out)');
  await expect(row.locator('.scores__cell').nth(1)).toBeFocused();
  await page.keyboard.press('4');
  await expect(row.locator('.scores__cell').nth(1)).not.toContainText('Not known');

  const idle = page.getByRole('row').filter({ hasText: 'How well the language compiles to WebAssembly' });
  await expect(row).toHaveCount(1);
  await expect(idle).toHaveCount(0);
  await page.getByRole('button', { name: /^Show the \d+ criteria that do not count/ }).click();
  await expect(idle).toHaveCount(1);
  await page.getByRole('button', { name: /^Hide the \d+ criteria that do not count/ }).click();
  await expect(idle).toHaveCount(0);
  await page.getByRole('button', { name: 'Remove Latency reached' }).click();
  await expect(row).toHaveCount(0);
});

test('the payback is a band that an unknown input widens, and is there again after a restart', async ({ host }) => {
  const page = await host.open();
  await openFresh(page, /^Evidence/);
  await page.getByRole('checkbox', { name: /^CPU use/ }).check();
  await page.getByRole('button', { name: 'Work out the payback' }).click();
  await expect(page.getByLabel('What is to get cheaper')).toBeFocused();
  await expect(onScreen(page, 'Too little is known to say when it pays back.')).toBeVisible();
  const row = (name: string) => page.getByRole('textbox', { name: new RegExp(`^From ?: ${name}`) });
  for (const [name, value] of [
    ['Tooling', '4'],
    ['Library', '6'],
    ['Service', '10'],
    ['Closing the gaps', '0'],
    ['Training', '0'],
    ['People whose', '0'],
    ['How much slower', '0'],
    ['How long', '0'],
    ['Price of work', '4000'],
    ['Running a second', '0'],
    ['CPU use today', '100'],
    ['Share of it', '30'],
    ['Expected fall', '50'],
    ['Price of one', '10'],
    ['Instances', '20'],
  ] as const)
    await row(name).fill(value);
  await row('Instances').blur();
  await expect(onScreen(page, 'It pays back after 26.7 months.')).toBeVisible();
  await expect(page.getByText(/that saves 15\u00A0% of the whole/)).toBeVisible();

  await page.getByRole('checkbox', { name: /^Not known ?: Instances/ }).check();
  await expect(onScreen(page, 'Too little is known to say when it pays back.')).toBeVisible();
  await page.getByRole('combobox', { name: /^Who finds out ?: Instances/ }).fill('Ada');
  await expect(page.getByText(/Not known: “Instances” \(Ada finds out\)/)).toBeVisible();
  await expect(page.getByRole('link', { name: /^Say who finds out “Payback: Instances”/ })).toBeVisible();

  await expect(page.getByText(/^Saved \d/).first()).toBeVisible();
  const again = await host.restart();
  await again.getByRole('link', { name: /Gateway/ }).click();
  await again.getByRole('link', { name: /^Evidence/ }).click();
  await expect(again.getByRole('textbox', { name: /^From ?: Share of it/ })).toHaveValue('30');
  await expect(again.getByRole('combobox', { name: /^Who finds out ?: Instances/ })).toHaveValue('Ada');
});
