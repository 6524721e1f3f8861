import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DAY } from './screenshot-clock.js';
import { shootSealed } from './screenshot-sealed.js';
import { shootSections, shootTemplates } from './screenshot-sections.js';
import {
  addressOf,
  dismissToast,
  draw,
  endOf,
  importExample,
  openSample,
  saved,
  scroll,
  shootWide,
  show,
} from './screenshot-steps.js';
import { shootWork } from './screenshot-work.js';

/**
 * @typedef {import('playwright').Page} Page
 * @typedef {(name: string, height?: number, width?: number) => Promise<unknown>} Shoot its size in pixels where that is not the usual window's
 */

/** The size of a window on a projector, in pixels. */
export const WIDTH = 1280;
export const HEIGHT = 720;

/**
 * Goes through the workbook as the user guide does and takes a picture at each station.
 * @param {Page} page the home screen of an empty workbook
 * @param {import('./screenshot-sealed.js').Folders} folders
 * @param {import('./screenshot-signing.js').Certificate} certificate what one approver signs with
 */
export async function takeScenes(page, folders, certificate) {
  /** @type {Shoot} */
  const shoot = async (name, height = HEIGHT, width = WIDTH) => {
    // Away from everything that shows a tooltip or another colour under the pointer.
    await page.mouse.move(WIDTH - 1, HEIGHT - 1);
    const clip = { x: 0, y: 0, width, height };
    const file = path.join(folders.pictures, `${name}.png`);
    const isLonger = height > (page.viewportSize()?.height ?? HEIGHT);
    await page.screenshot({ path: file, clip, fullPage: isLonger, animations: 'disabled', caret: 'hide' });
  };
  await page.getByRole('heading', { name: 'No reviews yet' }).waitFor();
  await shoot('first-start', await endOf(page.getByRole('main').getByRole('list')));
  const home = page.url();
  const readStates = await openSample(page, /Read States/);
  const typescript = await openSample(page, /TypeScript compiler/);
  const queryEngine = await openSample(page, /Query engine/);
  await importExample(page);
  await shoot('reviews', await endOf(page.getByRole('list', { name: 'Reviews' })));

  await page
    .getByRole('list', { name: 'Reviews' })
    .getByRole('link', { name: /^Log parser/ })
    .click();
  await saved(page);
  const example = addressOf(page);
  await shootPlan(page, { readStates, typescript, example }, shoot);
  await page.goto(home);
  const counter = await openSample(page, /Counter Service/);
  await shootSections(page, { readStates, counter, queryEngine }, shoot);
  await shootWork(page, readStates, shoot);
  await shootExport(page, readStates, shoot);
  // Before anybody signs, or every picture after it would show a stale signature.
  await shootTrouble(page, { review: example, data: folders.data }, shoot);
  await shootSignOff(page, example, shoot);
  await shootSealed(page, { example, home, folders, certificate }, shoot);
  await shootTemplates(page, home, shoot);
}

/**
 * @param {Page} page
 * @param {{ readStates: string, typescript: string, example: string }} reviews
 * @param {Shoot} shoot
 */
async function shootPlan(page, { readStates, typescript, example }, shoot) {
  await show(page, `${example}/rule`);
  await shoot('three-questions');
  await page.goto(`${example}/stage/rule`);
  await page.getByRole('main', { name: 'Stage' }).waitFor();
  await shoot('stage-question');
  await shootWide(page, shoot, 'stage-question');
  await show(page, `${example}/rule`);
  const [room] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: 'Second window for the room' }).click(),
  ]);
  await page.getByRole('region', { name: 'The room sees' }).waitFor();
  await shoot('room-bar');
  await room.close();
  await show(page, `${readStates}/path`);
  await scroll(page, 440);
  await shoot('adoption-path');
  await show(page, `${readStates}/risks`);
  await page
    .getByRole('button', { name: /^Lost weeks to the borrow checker|borrow checker/i })
    .first()
    .click();
  await scroll(page, 420);
  await shoot('risk');
  await page.getByRole('tab', { name: 'Heat map and exposure' }).click();
  await scroll(page, 330);
  await shoot('heat-map');
  await show(page, `${typescript}/decision/decision.contradiction`);
  await shoot('contradiction');
  await shootVotes(page, typescript, shoot);
}

/** What each of the people says, in their order. */
const VOTES = [
  ['Yes', 'Every check waits for it.'],
  ['No', 'The tail is in the network.'],
  ['Yes', 'Users complain about the start of the editor.'],
];

/**
 * @param {Page} page
 * @param {string} review
 * @param {Shoot} shoot
 */
async function shootVotes(page, review, shoot) {
  await page.goto(`${review}/vote/rule.latency`);
  await page.getByRole('button', { name: 'Pass the keyboard' }).click();
  for (const [answer = '', reason = ''] of VOTES) {
    // The next person's button has the focus, and so has that of who they are.
    await page
      .getByText(/of \d+ have voted/)
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(/^Are you/).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: 'Answer' }).getByText(answer, { exact: true }).click();
    await page.getByRole('textbox', { name: 'Why' }).fill(reason);
    if (answer === 'No') {
      await shoot('ballot');
      await shootWide(page, shoot, 'ballot');
    }
    await page.getByRole('button', { name: 'Seal my vote' }).click();
    await page.getByRole('button', { name: 'Next person' }).click();
  }
  await page.getByRole('button', { name: 'Reveal the votes' }).click();
  await page.getByText(/^Hear /).waitFor();
  await shoot('votes-revealed');
  await shootWide(page, shoot, 'votes-revealed');
}

/**
 * @param {Page} page
 * @param {string} example
 * @param {Shoot} shoot
 */
async function shootSignOff(page, example, shoot) {
  await show(page, `${example}/sign-off`);
  // With somebody left to sign, the review is not sealed and an edit can still make a signature stale.
  await page.getByRole('button', { name: 'Add an approver' }).click();
  await page.getByLabel(/^Name/).last().fill('Dana');
  await page.getByLabel(/^Role/).last().fill('Component owner');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Sign as Cleo' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Approves', { exact: true }).click();
  await dialog.getByLabel(/^Comment/).fill('The load test runs first.');
  await dialog.getByLabel('Your name, typed as your signature').fill('Cleo');
  await draw(page, dialog.getByLabel('Sheet to draw the signature on'));
  await shoot('signing');
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
  await page.getByLabel('Drawn signature of Cleo').waitFor();
  await dismissToast(page);
  await show(page, `${example}/decision`);
  await page.getByLabel('The decision in a sentence or two').fill('We try the parser in Rust until the end of July.');
  await saved(page);
  await show(page, `${example}/sign-off`);
  await shoot('stale-signature');
}

/**
 * @param {Page} page
 * @param {string} review
 * @param {Shoot} shoot
 */
async function shootExport(page, review, shoot) {
  await show(page, `${review}/record`);
  await page.getByRole('article', { name: /^Decision record/ }).waitFor();
  await shoot('record');
  await page.getByRole('button', { name: 'Export' }).click();
  // Instead of a folder of the computer that takes the picture.
  await page.getByLabel('Folder').fill('/home/ada/Documents');
  await shoot('export');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
}

/**
 * Saves a review as another program would, past the one that is running.
 * @param {string} data the data folder
 * @param {string} review its address
 */
async function saveElsewhere(data, review) {
  const file = path.join(data, 'reviews', `${review.split('/').at(-1)}.json`);
  const other = JSON.parse(await readFile(file, 'utf8'));
  // As an earlier version stores it, with one checksum.
  const { stampSha256, ...stored } = other;
  await writeFile(file, JSON.stringify({ ...stored, schemaVersion: 1, revision: other.revision + 1, savedAt: DAY }));
}

/**
 * @param {Page} page
 * @param {{ review: string, data: string }} at the review, and the data folder it is in
 * @param {Shoot} shoot
 */
async function shootTrouble(page, { review, data }, shoot) {
  await show(page, `${review}/context`);
  await saveElsewhere(data, review);
  await page.getByLabel(/^Facilitator/).fill('Cleo');
  await page.getByRole('alertdialog').waitFor();
  await shoot('changed-elsewhere');
  await page.getByRole('button', { name: 'Load theirs, drop mine' }).click();
  await saved(page);

  await page.route('**/api', (route) => route.abort());
  await page.getByLabel(/^Facilitator/).fill('Cleo');
  await page.getByRole('region', { name: 'Not saved' }).waitFor();
  await shoot('not-saved');
  await page.unroute('**/api');
  await page.getByRole('button', { name: 'Try again' }).click();
  await saved(page);
}
