import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright/test';
import { isDue } from '#test/support/slice.ts';
import { recordVoice } from './heard-checks.ts';
import { expect, test } from './host.ts';
import { accessibilityFaults, smallestType } from './screen-checks.ts';
import { expectSaved, onScreen, openSection } from './workbook.ts';

const stage = (page: Page) => page.getByRole('main', { name: 'Stage' });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

async function note(page: Page, key: string, label: string, text: string): Promise<void> {
  await page.keyboard.press(key);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(label).fill(text);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
}

test('the stage shows one thing at a time, large, and takes every answer by key', async ({ host }) => {
  const page = await host.open();
  await page.getByRole('button', { name: /TypeScript compiler/ }).click();
  await expectSaved(page);
  await openSection(page, 'Three questions');
  const said = await recordVoice(page);

  await page.keyboard.press('p');
  await expect(heading(page)).toHaveText('Memory safety');
  await expect(stage(page)).toBeFocused();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);

  // What follows from an answer stands beside it, as soon as it is given.
  const outcome = page.getByRole('complementary');
  await expect(outcome).toContainText('Consider Rust');
  await page.keyboard.press('ArrowRight');
  await expect(heading(page)).toHaveText('Latency and resources');
  await page.keyboard.press('u');
  await expect(page.getByRole('radio', { name: 'Not sure' })).toBeChecked();
  await expect(outcome).toContainText('Up to the team');
  await expect
    .poll(async () => (await said()).filter((line) => line.includes('Latency and resources')))
    .toHaveLength(1);
  await page.keyboard.press('y');

  // A presenter's keys, and the way back.
  await page.keyboard.press('PageDown');
  await expect(heading(page)).toHaveText('Shared infrastructure');
  await page.keyboard.press('PageUp');
  await expect(heading(page)).toHaveText('Latency and resources');

  // Blank shows nothing, to nobody, and the next key only shows it again.
  await page.keyboard.press('.');
  await expect(heading(page)).toHaveCount(0);
  await page.keyboard.press('PageDown');
  await expect(heading(page)).toHaveText('Latency and resources');

  // The agenda, and back to what was shown before it.
  await page.keyboard.press('t');
  await expect(heading(page)).toHaveText(/^Agenda/);
  await expect(page.getByRole('listitem').filter({ hasText: 'Three questions' })).toHaveAttribute(
    'aria-current',
    'step',
  );
  await expect(outcome).toContainText('9 minutes left');
  await expect(outcome).toContainText('Options, 35 minutes');
  expect(await smallestType(page)).toBeGreaterThanOrEqual(36);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press('t');
  await expect(heading(page)).toHaveText('Latency and resources');

  // What comes up is noted without leaving the stage, and in a vote, with where it came up.
  await note(page, 'a', 'What is to be done', 'Ask for the profile');
  await expect(stage(page)).toBeVisible();
  await page.keyboard.press('v');
  await expect(page.getByRole('main', { name: 'Vote' })).toBeVisible();
  await note(page, 'q', 'Question', 'Who pays for it?');
  await page.getByRole('button', { name: 'Leave the vote' }).click();
  await openSection(page, 'Things to do');
  for (const text of ['Ask for the profile', 'Who pays for it?']) {
    await expect(
      page.getByRole('link', { name: new RegExp(`^Three questions ?: ${text.replace('?', '\\?')}`) }),
    ).toHaveAttribute('href', /rule\/rule\.latency$/);
  }
  await openSection(page, 'Three questions');
  await page.keyboard.press('p');

  // A risk has two answers: a digit each, one after the other.
  await page.evaluate(() => history.replaceState(null, '', location.hash.replace(/stage.*/, 'stage/risks')));
  await page.evaluate(() => dispatchEvent(new HashChangeEvent('hashchange')));
  await expect(onScreen(page, /^Risks · 1 of/)).toBeVisible();
  await page.keyboard.press('5');
  await page.keyboard.press('2');
  const rating = (name: string) => page.getByRole('group', { name }).getByRole('radio', { checked: true });
  await expect(rating('Likelihood')).toHaveAccessibleName('5 Almost certain');
  await expect(rating('Impact')).toHaveAccessibleName('2 Days lost, or a hiccup');
  await expect(outcome).toContainText('High');

  // Esc leaves, to the place that was shown; the answers are the review's.
  const name = (await heading(page).textContent()) ?? '';
  await page.getByRole('button', { name: 'Leave the stage' }).focus();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 2, name: 'Risks' })).toBeVisible();
  await expect(page.getByRole('button', { name: new RegExp(name) }).first()).toBeVisible();
  await expectSaved(page);
});

test('what follows and does not fit is turned to, page by page, until the first one comes again', async ({ host }) => {
  const page = await host.open();
  const guide = await readFile(path.resolve('docs/review-format.md'), 'utf8');
  const example = [...guide.matchAll(/```json\n([\s\S]+?)```/g)].at(-1)?.[1] ?? '';
  const file = { name: 'example.json', mimeType: 'application/json', buffer: Buffer.from(example) };
  await page
    .getByRole('button', { name: /^Import/ })
    .first()
    .click();
  await page.getByLabel('Review files').setInputFiles(file);
  await page
    .getByRole('list', { name: 'Reviews' })
    .getByRole('link', { name: /^Log parser/ })
    .click();
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible();
  await openSection(page, 'Three questions');
  await page.keyboard.press('p');
  const list = page.getByRole('complementary').getByRole('listitem');
  await expect(page.getByRole('button', { name: /^and \d+ more$/ })).toBeVisible();
  const first = await list.allTextContents();
  const pages = [first];
  for (let turned: readonly string[] = []; turned.join() !== first.join(); ) {
    await page.keyboard.press('m');
    await expect.poll(() => list.allTextContents()).not.toEqual(pages.at(-1));
    turned = await list.allTextContents();
    pages.push([...turned]);
    expect(await smallestType(page)).toBeGreaterThanOrEqual(36);
    // All of it is above the edge of the window.
    const box = await list.last().boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(720);
  }
  const entries = pages.slice(0, -1).flatMap((shown) => shown.slice(0, -1));
  const left = Number(/\d+/.exec(first.at(-1) ?? '')?.[0]);
  expect(entries).toHaveLength(first.length - 1 + left);
  expect(new Set(entries).size).toBe(entries.length);
  // Another thing begins with its first ones.
  await page.keyboard.press('m');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageUp');
  await expect.poll(() => list.allTextContents()).toEqual(first);
});

for (const [turn, colorScheme] of (['light', 'dark'] as const).entries()) {
  test(`everything on the stage can be read from the back of the room, ${colorScheme}`, async ({ host }) => {
    const page = await host.open();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.getByRole('button', { name: /TypeScript compiler/ }).click();
    await expectSaved(page);
    await page.getByRole('button', { name: 'Present' }).click();
    const kinds = new Set<string>();
    for (let last = ''; ; ) {
      const place = await page.evaluate(() => location.hash);
      if (place === last) break;
      last = place;
      const kind = place.split('/').at(-1)?.split('.')[0] ?? '';
      expect.soft(await smallestType(page), place).toBeGreaterThanOrEqual(36);
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), place).toBeLessThanOrEqual(1280);
      // In one of the colours a day, in the other the next; `npm run test:screens` takes both.
      if (!kinds.has(kind) && isDue(kinds.size + turn, 2)) {
        expect.soft(await accessibilityFaults(page), place).toEqual([]);
      }
      kinds.add(kind);
      await page.keyboard.press('PageDown');
    }
    expect([...kinds]).toEqual(
      expect.arrayContaining(['screening', 'rule', 'options', 'risks', 'evidence', 'decision']),
    );
  });
}
