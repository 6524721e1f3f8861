import { placeAt, shootWide, show } from './screenshot-steps.js';

/**
 * @typedef {import('playwright').Page} Page
 * @typedef {import('./screenshot-scenes.js').Shoot} Shoot
 */

/** Pixels between the top of the window and what a picture is about, below the bar of the review. */
const BELOW_BAR = 84;

/**
 * What a workshop is run with: the list of what is to be done, the palette and the agenda.
 * @param {Page} page
 * @param {string} review
 * @param {Shoot} shoot
 */
export async function shootWork(page, review, shoot) {
  await show(page, `${review}/to-do`);
  await page.getByRole('heading', { name: 'Things to do' }).waitFor();
  await shoot('to-do');
  await shootWide(page, shoot, 'to-do');

  await show(page, `${review}/agenda`);
  await page.getByRole('heading', { name: 'Agenda' }).waitFor();
  await shoot('agenda');

  await show(page, `${review}/risks`);
  await page.getByRole('tab', { name: 'Table' }).click();
  await page.getByRole('table').first().waitFor();
  const atTable = () => placeAt(page.getByRole('tablist'), BELOW_BAR);
  await atTable();
  await shoot('risk-table');
  await shootWide(page, shoot, 'risk-table', atTable);

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /^Section, question, risk/ }).fill('async');
  await shoot('palette');
  await shootWide(page, shoot, 'palette');
  await page.keyboard.press('Escape');
}

/**
 * What becomes of a decision after its record is sealed, in its own review and across all.
 * @param {Page} page
 * @param {{ example: string, home: string }} at the sealed review, and the list of reviews
 * @param {Shoot} shoot
 */
export async function shootFollowUp(page, { example, home }, shoot) {
  await show(page, `${example}/follow-up`);
  await page.getByRole('heading', { name: 'Follow-up' }).waitFor();
  await shoot('follow-up');

  await page.goto(home);
  await page
    .getByRole('link', { name: 'All that is due' })
    .or(page.getByRole('link', { name: /^Nothing is due/ }))
    .click();
  await page.getByRole('heading', { name: /^\d+ with a date$/ }).waitFor();
  await shoot('due');
}
