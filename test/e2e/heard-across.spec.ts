import { isDue } from '#test/support/slice.ts';
import { recordVoice } from './heard-checks.ts';
import { lookAndPress, lookAtState, WALKS_IN_ALL } from './heard-look.ts';
import { expectFocused } from './heard-press.ts';
import { goOut } from './heard-walk.ts';
import { expect, type Host, test } from './host.ts';
import { importReview, readyReview } from './ready-review.ts';
import { expectSaved } from './workbook.ts';
import { workedReview } from './worked-review.ts';

/** Three reviews, two of one title, so that there is something to find, to sum up and to compare. */
async function threeReviews(host: Host) {
  const page = await importReview(host, workedReview('rust-adoption'));
  page.on('filechooser', () => undefined);
  await expectSaved(page);
  const [, id = ''] = /#\/review\/([^/]+)/.exec(page.url()) ?? [];
  for (const document of [readyReview({ filing: { tags: ['edge'] } }), readyReview({ title: 'Ingress' })]) {
    await page.evaluate(() => location.assign('#/'));
    await page.getByRole('button', { name: 'Import' }).press('Enter');
    const buffer = Buffer.from(JSON.stringify({ format: 'groundwork-review', schemaVersion: 1, document }));
    await page.getByLabel('Review files').setInputFiles({ name: 'review.json', mimeType: 'application/json', buffer });
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('list', { name: 'Reviews' }).getByText(document.title).first()).toBeVisible();
  }
  return { page, id };
}

async function across(host: Host): Promise<void> {
  const { page, id } = await threeReviews(host);
  const rows = page.getByRole('list', { name: 'Reviews' }).getByRole('listitem');
  await expect(rows).toHaveCount(3);

  await test.step('search', async () => {
    const heard = await recordVoice(page);
    await page.keyboard.press('/');
    await page.keyboard.type('latency');
    await expect(page.getByRole('region', { name: 'Found in the text' })).toBeVisible();
    const said: string[] = [];
    await expect
      .poll(async () => said.push(...(await heard())) && said)
      .toEqual(
        expect.arrayContaining([
          'In title, tags or outcome: 0 of 3 reviews',
          expect.stringMatching(/^In the text of \d review/),
        ]),
      );
    await lookAtState(page, 'found in the text');
    await page.getByRole('searchbox', { name: 'Search' }).fill('');
  });

  await test.step('a new review, and what is printed for it', async () => {
    await page.getByRole('button', { name: 'New review' }).press('Enter');
    const asked = page.getByRole('button', { name: /^Print a run sheet/ });
    await expect(page.getByRole('textbox', { name: 'Title (needed)' })).toBeFocused();
    await page.locator('[inert]').first().waitFor({ state: 'attached' });
    await asked.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Print for the workshop' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Print for the workshop' })).toBeFocused();
    await page.locator('[inert] [role="dialog"]').waitFor({ state: 'attached' });
    await lookAtState(page, 'print for the workshop');
    await page.getByLabel(/^Folder/).fill(host.dataFolder);
    await page.getByRole('button', { name: 'Save the PDF' }).press('Enter');
    await expect(page.getByRole('button', { name: 'Done' })).toBeFocused();
    await lookAtState(page, 'printed');
    await page.keyboard.press('Enter');
    await expect(asked).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expectFocused(page, 'new review, closed');
  });

  await lookAndPress(page, 'overview', () => goOut(page, '#/overview', 'Overview'));
  await page.getByLabel('Tag').selectOption('edge');
  await lookAtState(page, 'overview, a tag');

  await lookAndPress(page, 'compare', () => goOut(page, `#/compare/${id}`, 'Compare'));
  const beside = page.getByLabel('Beside it');
  await beside.focus();
  await beside.selectOption({ label: 'Ingress' });
  await expect(page.getByRole('table').first()).toBeVisible();
  await expect(beside).toBeFocused();
  await lookAtState(page, 'compare, two reviews');
  for (const folded of await page.locator('main summary').all()) await folded.press('Enter');
  await lookAtState(page, 'compare, unfolded');
}

/** A run takes it on some days, as `heard-workshop.spec.ts` says; `npm run test:heard` always. */
if (isDue(10, WALKS_IN_ALL)) {
  test(
    'what holds on the pages of a review holds across reviews: search, overview and comparison',
    {
      tag: '@loopback',
    },
    ({ host }) => across(host),
  );
}
