import type { Page } from 'playwright/test';
import { isDue } from '#test/support/slice.ts';
import { recordVoice } from './heard-checks.ts';
import { goTo } from './heard-walk.ts';
import { expect, type Host, test } from './host.ts';
import { importReview, readyReview } from './ready-review.ts';
import { choose, expectSaved, sealRecord, sign } from './workbook.ts';

/** That a save is under way or done, which has a step of its own. */
const SAVING = /^(Sav(ing…|ed)|Saved at revision \d+)$/;

/** Opens the review on a clock that the test moves; gives what was said since the last question, once all is said. */
async function listen(host: Host, document: object) {
  const page = await host.open();
  await page.clock.install();
  await page.reload();
  await page.getByRole('main').waitFor();
  await importReview(host, document, { page });
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeFocused();
  await expectSaved(page);
  const heard = await recordVoice(page);
  const all = async () => {
    await page.clock.runFor(4_000);
    return heard();
  };
  const settled = async () => (await all()).filter((words) => !SAVING.test(words));
  await settled();
  return { page, review: /#\/review\/[^/]+/.exec(page.url())?.[0] ?? '', settled, all };
}

const PARTICIPANTS = ['Ada Lovelace', 'Bo Katz'].map((name, index) => ({ id: `p-${index}`, name, role: 'Architect' }));

async function cast(page: Page, name: string, answer: string): Promise<void> {
  await page.getByRole('button', { name: `${name} votes`, exact: true }).click();
  await page.getByRole('button', { name: `I am ${name}` }).click();
  await choose(page, /^Answer/, answer);
  await page.getByRole('button', { name: 'Seal my vote' }).click();
  await expect(page.getByRole('button', { name: 'Next person' })).toBeVisible();
}

test('the stage, votes, the clock and a save that comes through are heard, each once', { tag: '@loopback' }, async ({
  host,
}) => {
  const { page, review, settled, all } = await listen(
    host,
    readyReview({ context: { participants: PARTICIPANTS }, agenda: { minutes: { rule: 20 }, used: { rule: 1000 } } }),
  );

  await test.step('the stage says what is on it, an answer with what follows, and that it is blank', async () => {
    await goTo(page, `${review}/rule`);
    await settled();
    await page.keyboard.press('p');
    await expect(page.getByRole('main', { name: 'Stage' })).toBeFocused();
    expect(await settled()).toEqual([expect.stringMatching(/^Three questions · 1 of 3\. Memory safety\. If this /)]);
    await page.keyboard.press('y');
    expect(await settled()).toEqual(['Answer: Yes.', 'Outcome, not settled yet: Consider Rust or Up to the team.']);
    await page.keyboard.press('.');
    expect(await settled()).toEqual(['The stage is blank. The full stop shows it again.']);
    await page.keyboard.press('.');
    expect(await settled()).toEqual([expect.stringMatching(/^Three questions · 1 of 3\. Memory safety\. If this /)]);
  });

  await test.step('each vote, and what they come to', async () => {
    await page.keyboard.press('v');
    await page.getByRole('button', { name: 'Pass the keyboard' }).click();
    await cast(page, 'Ada Lovelace', 'Yes');
    expect(await settled()).toEqual(['The vote of Ada Lovelace is sealed.']);
    await page.getByRole('button', { name: 'Next person' }).click();
    await cast(page, 'Bo Katz', 'No');
    expect(await settled()).toEqual(['The vote of Bo Katz is sealed.']);
    await page.getByRole('button', { name: 'Next person' }).click();
    expect(await settled()).toEqual([]);
    await page.getByRole('button', { name: 'Reveal the votes' }).click();
    await expect(page.getByRole('button', { name: 'Vote again' })).toBeVisible();
    expect(await settled()).toEqual(['Revealed: polarised.']);
  });

  await test.step('the clock warns twice, and never in between', async () => {
    await goTo(page, `${review}/rule`);
    await settled();
    await page.getByRole('button', { name: 'Start the clock' }).click();
    expect(await settled()).toEqual(['The clock is running.']);
    await page.clock.runFor(90_000);
    expect(await settled()).toEqual(['2 of the 20 minutes for “Three questions” are left.']);
    await page.clock.runFor(120_000);
    expect(await settled()).toEqual(['The 20 minutes for “Three questions” are over.']);
    await page.clock.runFor(60_000);
    expect(await settled()).toEqual([]);
    await page.getByRole('button', { name: 'Pause the clock' }).click();
    expect(await settled()).toEqual(['The clock is paused.']);
  });

  await test.step('a save that fails, and the one that comes through', async () => {
    await goTo(page, `${review}/context`);
    await expectSaved(page);
    await settled();
    await page.route('**/api', (route) => route.abort());
    await page.getByLabel(/^Problem observed/).fill('It is slow.');
    await expect
      .poll(async () => {
        await page.clock.runFor(1_000);
        return page.getByRole('region', { name: /not saved/i }).count();
      })
      .toBe(1);
    expect(await settled()).toEqual(['Not saved: no answer. Why, and what to do, is at the end of the page.']);
    await page.unroute('**/api');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expectSaved(page);
    expect((await all()).filter((words) => words !== 'Saving…')).toEqual(['Saved']);
  });
});

if (isDue(1, 2)) {
  test('what becomes of a decision, and what is done on the list, is heard, each once', { tag: '@loopback' }, async ({
    host,
  }) => {
    const expected = {
      predictions: { statements: [{ id: 'p-1', text: 'The tail stays', on: '2026-11-21' }] },
      tripwires: [{ id: 't-1', sign: 'The tail rises', threshold: '50 ms', owner: 'Bo', due: '2026-11-22' }],
    };
    const { page, review, settled } = await listen(host, readyReview(expected));
    const dialog = page.getByRole('dialog');
    const noteIt = async (what: RegExp, state: string) => {
      await page.getByRole('button', { name: what }).click();
      await dialog.getByText(state, { exact: true }).click();
      await dialog.getByLabel(/^Who notes it/).fill('Dee Rees');
      await settled();
      await dialog.getByRole('button', { name: 'Note it' }).click();
      await expect(dialog).toHaveCount(0);
    };

    await test.step('the closing', async () => {
      await goTo(page, `${review}/sign-off`);
      await sign(page, 'Ada Lovelace');
      await settled();
      await sealRecord(page);
      await expect(page.getByRole('main').getByText(/^Sealed as of/)).toBeVisible();
      const said = await settled();
      expect(said.filter((words) => /^This review is closed/.test(words))).toHaveLength(1);
      expect(said.filter((words) => /^Sealed as of .*, 1 digital signature/.test(words))).toHaveLength(1);
    });

    await test.step('what is noted, and a tripwire', async () => {
      await goTo(page, `${review}/follow-up`);
      await settled();
      await noteIt(/^Note: The tail stays/, 'Happened');
      expect(await settled()).toEqual(['Noted: The tail stays, Happened.']);
      await noteIt(/^Note: The tail rises/, 'Fired');
      expect(await settled()).toEqual([
        'Noted: The tail rises (50 ms), Fired.',
        'To be looked at again: Tripwire fired: The tail rises (50 ms).',
      ]);
      await page.getByRole('button', { name: 'Add a tripwire…' }).click();
      await dialog.getByLabel('Sign').fill('Costs double');
      await settled();
      await dialog.getByRole('button', { name: 'Add it' }).click();
      expect(await settled()).toEqual(['Tripwire added: Costs double.']);
    });

    await test.step('tags, the archive and the trash', async () => {
      await expectSaved(page);
      await page.getByRole('link', { name: 'Reviews', exact: true }).click();
      const actions = page.getByRole('button', { name: 'Actions for Gateway' });
      await actions.waitFor();
      await settled();
      const act = async (action: string) => {
        await actions.click();
        await page.getByRole('menuitem', { name: action }).click();
      };
      await act('Tags…');
      await dialog.getByLabel(/^Tags/).fill('edge, network');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByText('network', { exact: true })).toBeVisible();
      expect(await settled()).toEqual(['Tags of “Gateway”: edge, network.']);
      await act('Put into the archive');
      await expect(actions).toHaveCount(0);
      expect(await settled()).toEqual(['“Gateway” is in the archive.', '0 reviews']);
      await page.getByLabel('Show').selectOption({ label: 'The archive' });
      await settled();
      await act('Take out of the archive');
      await expect(actions).toHaveCount(0);
      expect(await settled()).toEqual(['“Gateway” is on the list again.', '0 reviews']);
      await page.getByLabel('Show').selectOption({ label: 'Reviews' });
      await settled();
      await act('Delete');
      await page.getByRole('alertdialog').getByRole('button', { name: 'Move it to the trash' }).click();
      await expect(actions).toHaveCount(0);
      expect(await settled()).toEqual(['“Gateway” is in the trash. Undo with Ctrl+Z.']);
      await page.getByRole('link', { name: 'Trash' }).click();
      await page.getByRole('button', { name: 'Bring back Gateway' }).click();
      await expect(page.getByText('The trash is empty')).toBeVisible();
      expect(await settled()).toEqual(['“Gateway” is back on the list.']);
    });
  });
}
