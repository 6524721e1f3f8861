import { readFile } from 'node:fs/promises';
import { inProject } from './project.js';
import { addressOf, endOf, importTemplate, placeAt, saved, show, startReview } from './screenshot-steps.js';

/**
 * @typedef {import('playwright').Page} Page
 * @typedef {import('./screenshot-scenes.js').Shoot} Shoot
 */

/** Pixels between the top of the window and what a picture is about, below the bar of the review. */
const BELOW_BAR = 64;

/** A version of the quick review above any that ships. */
const NEWER = '1.9.0';

const GO_MOD = `require (
\tgithub.com/go-chi/chi/v5 v5.2.1
\tgithub.com/prometheus/client_golang v1.22.0
\tgo.uber.org/zap v1.27.0
\tgoogle.golang.org/grpc v1.73.0
\texample.org/platform/tenancy v0.9.2
\tgolang.org/x/sys v0.33.0 // indirect
)`;

/**
 * The sections around the rule, the path and the risks.
 * @param {Page} page
 * @param {{ readStates: string, counter: string, queryEngine: string }} reviews
 * @param {Shoot} shoot
 */
export async function shootSections(page, { readStates, counter, queryEngine }, shoot) {
  await show(page, `${readStates}/screening`);
  await placeAt(page.getByText('Speaks for it'), BELOW_BAR + 24);
  await shoot('screening');

  await show(page, `${queryEngine}/options`);
  await placeAt(page.getByRole('columnheader', { name: 'Criterion' }), BELOW_BAR);
  await shoot('options');
  await show(page, `${counter}/options`);
  await placeAt(page.getByRole('heading', { name: 'Which weight would change who leads' }), BELOW_BAR + 20);
  await shoot('ranking');

  await show(page, `${readStates}/strategy`);
  await placeAt(page.getByRole('radio', { name: /^Carve out/ }), BELOW_BAR + 30);
  await shoot('strategy');

  await show(page, `${counter}/evidence`);
  await placeAt(page.getByRole('heading', { name: 'CPU use' }), BELOW_BAR + 20);
  await shoot('evidence');

  await show(page, `${counter}/audit`);
  await page.getByRole('button', { name: 'Paste a dependency file…' }).click();
  await page.getByLabel('Text of the file').fill(GO_MOD);
  await page.getByRole('button', { name: 'Add 5' }).waitFor();
  await shoot('go-mod');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();

  await show(page, `${readStates}/training`);
  await placeAt(page.getByRole('heading', { name: 'What to expect when' }), BELOW_BAR + 20);
  await shoot('training');
}

/**
 * The library with a custom lens and a newer version, a review of the lens, and the update screen.
 * @param {Page} page
 * @param {string} home address of the list of reviews
 * @param {Shoot} shoot
 */
export async function shootTemplates(page, home, shoot) {
  const update = await startReview(page, home, /^Rust in half an hour/, 'Ingest gateway');
  await page.getByRole('link', { name: /^Adoption path/ }).click();
  const work = page.getByLabel(/^Work item/).first();
  await work.fill('A filter for the logs of the gateway, used by the team on call.');
  await saved(page);

  await importTemplate(page, home, 'quick-review.json', await newerVersion());
  const lens = await readFile(inProject('test/fixtures/lens/service-readiness.json'), 'utf8');
  await importTemplate(page, home, 'service-readiness.json', lens);
  await shoot('templates', await endOf(page.getByRole('list', { name: 'Templates' })));

  await show(page, update);
  await page.getByRole('link', { name: `Template ${NEWER} is here` }).click();
  await page.getByRole('button', { name: /^Carry the answers over/ }).waitFor();
  await shoot('template-update');

  await startReview(page, home, /^Service Readiness Lens/, 'Checkout: ready for customers?');
  await show(page, `${addressOf(page)}/questions`);
  await page.getByText('Somebody on call can start it by hand', { exact: true }).click();
  await saved(page);
  await placeAt(page.getByRole('heading', { name: /^How do you roll back/ }), BELOW_BAR + 20);
  await shoot('questions');
}

/** The quick review as somebody might develop it: the way is shorter, and there is one more thing to write down. */
async function newerVersion() {
  const template = JSON.parse(await readFile(inProject('templates/quick-review.json'), 'utf8'));
  /** @param {string} kind */
  const section = (kind) => template.sections.find((/** @type {{ kind: string }} */ entry) => entry.kind === kind);
  section('context').fields.push({ id: 'cost', name: 'Cost today', help: 'What the component costs in a month.' });
  section('path').stages.shift();
  section('decision').intro = 'Decide now, or name the day on which you will.';
  return JSON.stringify({ ...template, version: NEWER });
}
