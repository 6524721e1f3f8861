import { readdir, readFile, utimes } from 'node:fs/promises';
import path from 'node:path';
import { DAY } from './screenshot-clock.js';
import { closeAndSeal, signWithCertificate, signWitnessed } from './screenshot-signing.js';
import { dismissToast, endOf, placeAt, saved, show } from './screenshot-steps.js';
import { shootFollowUp } from './screenshot-work.js';

/**
 * @typedef {import('playwright').Page} Page
 * @typedef {import('./screenshot-scenes.js').Shoot} Shoot
 * @typedef {{ readonly pictures: string, readonly records: string, readonly data: string }} Folders
 *   where pictures and exported records go, and where the workbook keeps its reviews
 * @typedef {import('./screenshot-signing.js').Certificate} Certificate
 */

/** File names of the records that the scenes export: the sealed one, and the draft of the revision after it. */
export const SEALED_RECORD = 'log-parser-sealed.pdf';
export const REVISED_RECORD = 'log-parser-revision-2.pdf';

/** Pixels between the top of the window and what a picture is about, below the bar of the review. */
const BELOW_BAR = 84;

/** Milliseconds for the first seal and the first check, which load their libraries and all fonts. */
const FIRST_TIME = 60_000;

/** What stands in the picture in place of a folder of the computer that takes it. */
const SHOWN_FOLDER = '/home/ada/.local/share/groundwork';

/**
 * From the milestone of a review that one person has signed to its seal, its check and its next revision.
 * @param {Page} page
 * @param {{ example: string, home: string, folders: Folders, certificate: Certificate }} at
 *   the review, the list of reviews, and what one approver signs with
 * @param {Shoot} shoot
 */
export async function shootSealed(page, { example, home, folders, certificate }, shoot) {
  await shootHistory(page, example, shoot);
  await show(page, `${example}/sign-off`);
  await signWitnessed(page);
  await signWithCertificate(page, certificate);
  await closeAndSeal(page);
  const seal = page.getByRole('main').getByText(/^Sealed as of .*, 2 digital signatures/);
  await seal.waitFor({ timeout: FIRST_TIME });
  await backdate(path.join(folders.data, 'records'));
  await show(page, `${example}/history`);
  await show(page, `${example}/sign-off`);
  await seal.waitFor();
  await page
    .getByRole('region', { name: 'Notifications' })
    .getByText(`Signed as ${certificate.name}.`)
    .waitFor({ state: 'hidden' });
  await placeAt(page.getByRole('heading', { name: 'Sign-off', level: 2 }), BELOW_BAR);
  await shoot('sealed');
  await placeAt(page.getByRole('heading', { name: 'Approvers' }), BELOW_BAR);
  await shoot('signatures');
  await exportRecord(page, folders.records, SEALED_RECORD);

  await shootChecks(page, home, await readFile(path.join(folders.records, SEALED_RECORD)), shoot);
  await shootKeys(page, home, shoot);
  await shootFollowUp(page, { example, home }, shoot);

  await show(page, `${example}/sign-off`);
  await page.getByRole('button', { name: 'Start revision 2…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Start it' }).click();
  await page.getByText('· Revision 2').waitFor();
  await openSection(page, /^Decision/);
  await page.getByLabel('The decision in a sentence or two').fill('The parser moves to Rust, service by service.');
  await page.getByLabel('Why the decision goes this way').fill('The trial answered what was open.');
  await saved(page);
  await openSection(page, /^Sign-off/);
  await exportRecord(page, folders.records, REVISED_RECORD);
}

/**
 * The screen says when a sealed record was kept, by the time of its file, which the clock of the pictures does not set.
 * @param {string} folder
 */
async function backdate(folder) {
  const day = new Date(DAY);
  for (const name of await readdir(folder, { recursive: true })) await utimes(path.join(folder, name), day, day);
}

/**
 * @param {Page} page
 * @param {string} example
 * @param {Shoot} shoot
 */
async function shootHistory(page, example, shoot) {
  await show(page, `${example}/history`);
  await page.getByLabel('Name of the milestone').fill('After the first session');
  await page.getByRole('button', { name: 'Keep as it is now' }).click();
  await page.getByRole('main').getByText('The content is the same.').waitFor();
  await dismissToast(page);
  await openSection(page, /^Decision/);
  await page
    .getByLabel('The decision in a sentence or two')
    .fill('We try the parser in Rust as a library, until the end of July.');
  await page.getByRole('button', { name: 'Add a condition' }).click();
  await page.getByLabel('What has to hold').last().fill('Two more people learn Rust');
  await page
    .getByLabel(/^Owner/)
    .last()
    .fill('Ben');
  await page.keyboard.press('Tab');
  await saved(page);
  await openSection(page, /^History/);
  await page.getByRole('heading', { name: 'What changed' }).waitFor();
  await page.locator('ins').first().waitFor();
  await placeAt(page.getByRole('heading', { name: 'What changed' }), BELOW_BAR);
  await shoot('history');
}

/**
 * @param {Page} page
 * @param {string} home
 * @param {Buffer} sealed
 * @param {Shoot} shoot
 */
async function shootChecks(page, home, sealed, shoot) {
  await page.goto(home);
  await page.getByRole('link', { name: 'Verify', exact: true }).click();
  const verdict = page.getByRole('region', { name: 'Verdict' }).getByRole('heading');
  /** @param {Buffer} buffer @param {string} word */
  const check = async (buffer, word) => {
    await page
      .getByLabel('Records to check')
      .setInputFiles({ name: 'log-parser.pdf', mimeType: 'application/pdf', buffer });
    await verdict.filter({ hasText: word }).waitFor({ timeout: FIRST_TIME });
  };
  await check(sealed, 'Intact');
  await shoot('verify-intact', await endOf(page.getByRole('listitem').filter({ hasText: 'Key fingerprint' }).last()));
  await check(oneBitOff(sealed), 'Altered');
  await shoot('verify-altered');
}

/**
 * The file with one bit turned: the least that somebody could change.
 * @param {Buffer} sealed
 */
function oneBitOff(sealed) {
  const copy = Buffer.from(sealed);
  const place = Math.floor(copy.indexOf('/ByteRange') / 2);
  copy.writeUInt8(copy.readUInt8(place) ^ 1, place);
  return copy;
}

/**
 * @param {Page} page
 * @param {string} home
 * @param {Shoot} shoot
 */
async function shootKeys(page, home, shoot) {
  await page.goto(home);
  await page.getByRole('link', { name: 'Keys', exact: true }).click();
  const file = page.getByRole('definition').filter({ hasText: /plain\.json$/ });
  await file.waitFor();
  await file.evaluate((element, folder) => {
    element.textContent = `${folder}/keys/plain.json`;
  }, SHOWN_FOLDER);
  await shoot('keys');
}

/**
 * Exports what is open as a PDF.
 * @param {Page} page
 * @param {string} folder
 * @param {string} name of the file
 */
async function exportRecord(page, folder, name) {
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Folder').fill(folder);
  await dialog.getByLabel('File name').fill(name);
  await dialog.getByRole('button', { name: 'Export' }).click();
  await dialog.getByText('Exported', { exact: true }).waitFor({ timeout: FIRST_TIME });
  await dialog.getByRole('button', { name: 'Done' }).click();
}

/**
 * @param {Page} page
 * @param {RegExp} name
 */
async function openSection(page, name) {
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name }).click();
}
