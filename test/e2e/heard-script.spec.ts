import path from 'node:path';
import type { Page } from 'playwright/test';
import { isDue } from '#test/support/slice.ts';
import { recordVoice } from './heard-checks.ts';
import { addressOf, goTo, startReview } from './heard-walk.ts';
import { expect, test } from './host.ts';
import { importReview, readyReview } from './ready-review.ts';
import { choose, expectSaved, place, sealRecord, sign } from './workbook.ts';

/** Steps of work are said as they come, and a fast machine is past some of them before they are asked for. */
const STEPS = /^(Preparing…|Setting the pages…|Adding the seals…|Checking…|Writing the file…)$/;
/** How long a save takes is up to the disk; that it is said once has a test of its own. */
const SAVING = /^Sav(ing…|ed)$/;

/** Hears what the live regions say; what was said since the last question comes once all is quiet. */
async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
  const heard = await recordVoice(page);
  const settled = async () => {
    await page.waitForTimeout(2_200);
    return (await heard()).filter((words) => !STEPS.test(words) && !SAVING.test(words));
  };
  await settled();
  return settled;
}

test('a scripted review is heard in whole sentences, each once, and nothing at each key', async ({ host }) => {
  const page = await host.open();
  await startReview(page, /^Rust in half an hour/, 'Gateway');
  await expectSaved(page);
  const settled = await listen(page);

  // An open point, and letters.
  await page.keyboard.press('Alt+o');
  expect(await settled()).toEqual(['Context: Name the component under review.']);
  await page.keyboard.type('Price cache', { delay: 20 });
  expect(await settled()).toEqual([]);

  await goTo(page, await addressOf(page, 'rule'));
  await choose(place(page, 'rule.safety'), /^Answer/, 'Yes');
  expect(await settled()).toEqual([
    'Outcome, not settled yet: 1 of 3 answered yes (“Memory safety”), no answer yet to “Latency and resources”, “Shared infrastructure”. No more yes: “Up to the team”; one or two more yes: “Consider Rust”.',
  ]);
  await page.keyboard.press('ControlOrMeta+z');
  expect(await settled()).toEqual(['Undone: Three questions, Memory safety, answer.']);

  await goTo(page, await addressOf(page, 'path'));
  await choose(page, /^State of stage 1/, 'Skipped');
  expect(await settled()).toEqual([
    'A departure from the review, which needs a reason: “Tooling” is skipped.',
    'This puts a risk on the list: First Rust code is production code.',
  ]);

  await goTo(page, await addressOf(page, 'decision'));
  await page
    .getByRole('radio', { name: /^Adopt/ })
    .first()
    .check();
  expect(await settled()).toEqual([]);
  await page.getByLabel('For which stage of the path').selectOption({ index: 1 });
  expect(await settled()).toEqual([
    'A departure from the review, which needs a reason: The decision is for “Tooling”, which the path skips.',
  ]);
  const reason = page.getByLabel(/^Why all the same/).first();
  await reason.focus();
  await settled();
  await page.keyboard.type('We know it', { delay: 20 });
  expect(await settled()).toEqual([]);

  await goTo(page, await addressOf(page, 'risks'));
  const risk = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('group', { name: /^Does it apply/ }) })
    .first();
  await risk.getByRole('radio', { name: 'Yes' }).check({ force: true });
  await risk.locator('button[aria-expanded]').click();
  await settled();
  for (const [rating, key] of [
    [/^Likelihood ?: before/, '4'],
    [/^Impact ?: before/, '3'],
  ] as const) {
    await risk.getByRole('group', { name: rating }).getByRole('radio').first().focus();
    await page.keyboard.press(key);
  }
  const rated = await settled();
  expect(rated.filter((words) => words.includes('exposure'))).toEqual(['Before the response: exposure High.']);
});

const PARTICIPANTS = [
  { id: 'p-1', name: 'Ada', role: 'Architect' },
  { id: 'p-2', name: 'Bo', role: 'Lead' },
];

if (isDue(0, 2)) {
  test('rows, scores, a section that is done, a save that fails, the seal and the export are heard, each once', {
    tag: '@loopback',
  }, async ({ host }) => {
    const page = await importReview(host, readyReview({ candidate: 'Rust', context: { participants: PARTICIPANTS } }));
    await expectSaved(page);
    const settled = await listen(page);

    await page.getByLabel(/^Name ?: participant 2/).focus();
    await page.keyboard.press('Alt+Shift+ArrowUp');
    expect(await settled()).toEqual(['Bo moved to place 1 of 2.']);
    await page.keyboard.press('ControlOrMeta+z');
    expect(await settled()).toEqual(['Undone: Context, participants.']);

    await page.getByLabel(/^Problem observed/).fill('It is slow.');
    expect(await settled()).toEqual([]);
    await page.getByLabel(/^What the component does/).fill('It routes.');
    expect(await settled()).toEqual(['“Context” is complete.']);

    await goTo(page, await addressOf(page, 'options'));
    await page.locator('[role="grid"] [tabindex="0"], table [tabindex="0"]').first().focus();
    await settled();
    await page.keyboard.press('4');
    expect(await settled()).toEqual([
      '4 of 5.',
      'A departure from the review, which needs a reason: The decision is “Stay without Rust”, but the comparison is led by “Rust” with 4.00 of 5. Only closely: the missing scores can still change it.',
      expect.stringMatching(/^“Rust” leads with 4\.00 of 5 so far; \d+ scores/),
    ]);

    await page.keyboard.press('ControlOrMeta+z');
    expect((await settled())[0]).toMatch(/^Undone: Options, .+, Rust, score\.$/);

    // The host is away for a while.
    await goTo(page, await addressOf(page, 'decision'));
    await settled();
    await page.route('**/api', (route) => route.abort());
    await page.getByLabel(/^The decision in a sentence/).press('End');
    await page.keyboard.type(' For now.', { delay: 20 });
    expect(await settled()).toEqual(['Not saved: no answer. Why, and what to do, is at the end of the page.']);
    await expect(page.getByRole('region', { name: /not saved/i })).toBeVisible();
    await page.unroute('**/api');
    await page.keyboard.type(' Yes.', { delay: 20 });
    await expectSaved(page);
    expect(await settled()).toEqual([]);

    await goTo(page, await addressOf(page, 'sign-off'));
    await settled();
    await sign(page, 'Ada Lovelace');
    expect(await settled()).toEqual([
      'Signed as Ada Lovelace. Nothing is closed by it.',
      expect.stringMatching(/^Enough approvers have signed\. Nothing is closed/),
    ]);
    await sealRecord(page);
    await expect(page.getByRole('main').getByText(/^Sealed as of/)).toBeVisible();
    expect(await settled()).toEqual([
      'This review is closed, so its content does not change any more.',
      expect.stringMatching(/^(“Sign-off” is complete|Sealed as of .*, 1 digital signature, \S+)\.$/),
      expect.stringMatching(/^(“Sign-off” is complete|Sealed as of .*, 1 digital signature, \S+)\.$/),
    ]);

    await page.getByRole('button', { name: 'Export…', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Folder').fill(host.dataFolder);
    await dialog.getByLabel('File name').fill('record.pdf');
    await dialog.getByRole('button', { name: 'Export' }).click();
    await expect(dialog.getByText('Exported', { exact: true })).toBeVisible();
    expect(await settled()).toEqual([`Exported to ${path.join(host.dataFolder, 'record.pdf')}`]);
  });
}
