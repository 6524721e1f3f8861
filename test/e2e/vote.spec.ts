import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright/test';
import { expect, test } from './host.ts';
import { accessibilityFaults, smallestType } from './screen-checks.ts';
import { choose, expectSaved, onScreen, openSection, place } from './workbook.ts';

const PEOPLE = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve', 'Finn'];
const SECRET = 'Heliotrope';

async function reviewWithPeople(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New review' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Title').fill('Gateway');
  await dialog.getByRole('button', { name: 'Start the review' }).click();
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeFocused();
  const id = new URL(page.url()).hash.split('/')[2] ?? '';
  await expectSaved(page);
  await page.evaluate(
    async ([review, names]) => {
      const call = async (method: string, input: object) => {
        const session = localStorage.getItem('groundwork-session') ?? '';
        const headers = { 'content-type': 'application/json', 'x-groundwork-session': session };
        const response = await fetch('/api', { method: 'POST', headers, body: JSON.stringify({ method, input }) });
        return ((await response.json()) as { value: { document: { context: object }; revision: number } }).value;
      };
      const { document, revision } = await call('review.open', { id: review });
      const participants = names.map((name) => ({ id: name.toLowerCase(), name, role: '' }));
      const changed = { ...document, context: { ...document.context, participants } };
      await call('review.save', { document: changed, baseRevision: revision });
    },
    [id, PEOPLE] as const,
  );
  await page.reload();
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
}

async function cast(page: Page, name: string, answer: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: `${name} votes`, exact: true }).click();
  await page.getByRole('button', { name: `I am ${name}` }).click();
  await choose(page, /^Answer/, answer);
  await choose(page, /^How sure/, 'Very sure');
  await page.getByRole('textbox', { name: 'Why' }).fill(reason);
  await page.getByRole('button', { name: 'Seal my vote' }).click();
  await page.getByRole('button', { name: 'Next person' }).click();
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const paths = (await readdir(folder, { recursive: true })).map((name) => path.join(folder, name));
  const stats = await Promise.all(paths.map((file) => stat(file).catch(() => null)));
  return paths.filter((_file, index) => stats[index]?.isFile());
}

/** What follows a reveal, and the other ways to vote, is in `live-workshop.spec.ts`. */
test('people vote unseen, a killed program loses no ballot, and an outcome says that it rests on a split @loopback', async ({
  host,
}) => {
  let page = await host.open();
  await reviewWithPeople(page);
  await openSection(page, 'Three questions');
  const popup = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Second window for the room' }).click();
  const room = await popup;
  await place(page, 'rule.safety').getByRole('radio', { name: 'Yes' }).focus();
  await page.keyboard.press('v');
  await expect(page.getByRole('heading', { level: 1, name: 'Memory safety' })).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Pass the keyboard' }).click();
  for (const [index, name] of PEOPLE.slice(0, 4).entries()) {
    await cast(page, name, index < 2 ? 'Yes' : 'No', `${SECRET} of ${name}`);
  }
  await expect(room.getByText('4 of 6 have voted')).toBeVisible();
  expect(await room.content()).not.toContain(SECRET);
  expect(await page.content()).not.toContain(SECRET);

  // The power goes. Nothing was said to anybody, and nothing is lost.
  const address = new URL(page.url()).hash;
  await host.kill();
  for (const file of await filesBelow(host.dataFolder)) {
    expect((await readFile(file)).includes(SECRET), file).toBe(false);
  }
  page = await host.open();
  await page.evaluate((hash) => location.assign(hash), address);
  await expect(onScreen(page, '4 of 6 have voted')).toBeVisible();
  await expect(page.getByText('has voted', { exact: true })).toHaveCount(4);
  await cast(page, 'Eve', 'No', `${SECRET} of Eve`);

  // Whoever leads cannot look before all have voted, unless there is a reason, which goes on record.
  await expect(page.getByRole('button', { name: 'Reveal the votes' })).toHaveCount(0);
  expect(await page.content()).not.toContain(SECRET);
  await cast(page, 'Finn', 'Yes', `${SECRET} of Finn`);
  await page.getByRole('button', { name: 'Reveal the votes' }).click();
  await expect(onScreen(page, 'Polarised')).toBeVisible();
  await expect(
    onScreen(page, 'Hear Cleo, Dan and Eve first.').or(onScreen(page, 'Hear Ada, Ben and Finn first.')),
  ).toBeVisible();
  for (const name of PEOPLE) await expect(onScreen(page, `${SECRET} of ${name}`)).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);

  // The team answers, and says that this rests on a split.
  await page.getByRole('complementary').getByText('Yes').click();
  await page.getByRole('button', { name: 'Leave the vote' }).click();
  await expect(page.getByRole('complementary', { name: 'Outcome so far' })).toContainText(
    'The outcome rests on a split vote',
  );
  // No step of undo leads behind a vote.
  await expectSaved(page);
  await page.keyboard.press('Control+Z');
  await page.keyboard.press('Control+Z');
  await openSection(page, 'Votes');
  await page.getByText('Show what we disagree on').click();
  await expect(page.getByRole('link', { name: 'Memory safety' })).toBeVisible();
  await expectSaved(page);
  expect(await readdir(path.join(host.dataFolder, 'open-rounds'))).toEqual([]);
});

/** With one screen, the room reads along on the page of the vote itself. */
test('what the room is to read of a vote can be read from the back of it, with one screen or two @loopback', async ({
  host,
}) => {
  const page = await host.open();
  await reviewWithPeople(page);
  await openSection(page, 'Three questions');
  const popup = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Second window for the room' }).click();
  const room = await popup;
  const expectReadable = async (what: string, ...texts: readonly RegExp[]) => {
    for (const window of [page, room]) await window.locator('.stage-page h1').waitFor();
    expect.soft(await smallestType(page), what).toBeGreaterThanOrEqual(36);
    expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), what).toBeLessThanOrEqual(1280);
    expect.soft(await smallestType(room), `${what}, second window`).toBeGreaterThanOrEqual(36);
    // And it is there, large.
    for (const text of texts) expect.soft(await typeOf(page, text), `${what}: ${text}`).toBeGreaterThanOrEqual(36);
  };
  await room.setViewportSize({ width: 1280, height: 720 });
  await place(page, 'rule.safety').getByRole('radio', { name: 'Yes' }).focus();
  await page.keyboard.press('v');
  await expect(page.getByRole('button', { name: 'Pass the keyboard' })).toBeVisible();
  await expectReadable('who votes', /^Memory safety$/, /^Who votes$/, /^Ada$/);
  await page.getByRole('button', { name: 'Show of hands' }).click();
  await expect(page.getByRole('textbox', { name: 'Not sure' })).toBeVisible();
  await expectReadable('hands', /^Not sure/);
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'All at once' }).click();
  await page.getByRole('textbox', { name: /^One key/ }).fill('yynnyu');
  await expectReadable('cards', /^Ada · Ben/, /^Finn$/, /Y Yes, N No/);
  await page.getByRole('button', { name: 'Take the votes' }).click();
  await expect(onScreen(room, 'Split')).toBeVisible();
  await expectReadable('revealed', /^Split$/, /^Hear Finn first/, /^Cleo$/);
  await page.getByRole('button', { name: 'Vote again' }).click();
  await page.getByRole('button', { name: 'Pass the keyboard' }).click();
  await expect(page.getByRole('button', { name: 'Ada votes', exact: true })).toBeVisible();
  await expectReadable('a round under way', /^0 of 6 have voted$/, /^Ada votes$/);
  await page.getByRole('button', { name: 'Ada votes', exact: true }).click();
  await expectReadable('who is at the keyboard', /^Are you Ada/);
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Throw the round away…' }).click();
  await page.getByRole('button', { name: 'Throw it away' }).click();
  await page.getByRole('button', { name: 'Leave the vote' }).click();

  // The silent minutes of a premortem pass in both windows, and go on when they are paused.
  await openSection(page, 'Votes');
  await page.getByRole('link', { name: 'Hold a premortem' }).click();
  await page.getByRole('textbox', { name: 'Silent minutes' }).fill('12');
  await page.getByRole('button', { name: 'Start the silent minutes' }).click();
  for (const window of [page, room]) await expect(onScreen(window, /^1[12]:\d\d of silence left$/)).toBeVisible();
  await expectReadable('silent minutes', /of silence left$/);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(onScreen(room, /^1[12]:\d\d of silence$/)).toBeVisible();
  for (const name of ['Cleo', 'Dan', 'Eve', 'Finn']) await page.getByRole('checkbox', { name }).uncheck();
  await page.getByRole('button', { name: 'Pass the keyboard' }).click();
  for (const name of ['Ada', 'Ben']) {
    await page.getByRole('button', { name: `${name} votes`, exact: true }).click();
    await page.getByRole('button', { name: `I am ${name}` }).click();
    await page.getByRole('textbox', { name: /It is the review date/ }).fill(`What ${name} says`);
    await page.getByRole('button', { name: 'Seal my vote' }).click();
    await page.getByRole('button', { name: 'Next person' }).click();
  }
  await page.getByRole('button', { name: 'Reveal the votes' }).click();
  await expect(onScreen(room, /What Ben says/)).toBeVisible();
  await expectReadable('causes', /^What Ben says/);

  // By keyboard into a risk of the template, which says whose words they are.
  await page.getByRole('checkbox', { name: /What Ada says/ }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('combobox', { name: 'Into' }).focus();
  await page.keyboard.type('2');
  await page.getByRole('button', { name: 'Add it to the risk' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: /^in the risk/ }).click();
  await expect(onScreen(page, '“What Ada says” (Ada)')).toBeVisible();
});

/** Size of the type, in px, in which a text stands that the room is to read; 0 where it stands nowhere. */
function typeOf(page: Page, text: RegExp): Promise<number> {
  return page.evaluate((source) => {
    const wanted = new RegExp(source);
    const found = [...document.querySelectorAll('.stage-page :not(.vote__keyboard *)')].findLast(
      (element) => element.checkVisibility() && wanted.test((element.textContent ?? '').trim()),
    );
    return found ? Number.parseFloat(getComputedStyle(found).fontSize) : 0;
  }, text.source);
}
