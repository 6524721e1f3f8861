import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright/test';
import { readAttachedReview } from '#main/pdf/attachment.ts';
import { pageTexts, squeezed } from '#test/support/pdf.ts';
import { dueToday } from '#test/support/slice.ts';
import { expect, type Host, test } from './host.ts';
import { type Hands, keyboardHand, mouseHand, watchForMouse } from './two-hands.ts';
import { expectSaved, onScreen, place, wholePage } from './workbook.ts';

const PEOPLE = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve', 'Finn'];
const ROSTER = 'Ada, Architect, approver\nBen, Lead\nCleo, Core, facilitator\nDan\nEve\nFinn, Operations';
const SECRET = 'Heliotrope';

/** A workshop under way: the facilitator's window and hands, and the room's window, which follows throughout. */
interface Workshop {
  readonly page: Page;
  readonly hands: Hands;
  room: Page;
}

const heading = (window: Page) => window.getByRole('heading', { level: 1 });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

const HANDS = [
  ['by keyboard alone', keyboardHand],
  ['with a mouse', mouseHand],
] as const;

for (const [name, handOf] of dueToday(HANDS, 2)) {
  test(`six people hold a whole workshop ${name}, the room sees it, and the record has all of it @loopback`, async ({
    host,
  }) => {
    const page = await host.open();
    const mouseEvents = await watchForMouse(page);
    const workshop: Workshop = { page, hands: handOf(page), room: page };
    await begin(workshop);
    await nameThePeople(workshop);
    await openTheRoom(workshop);
    await planTheDay(workshop);
    await estimateUnseen(workshop);
    await estimateWithCards(workshop);
    await comeRoundToThoseWhoDiffer(workshop);
    await holdAPremortem(workshop);
    await rateTwelveRisks(workshop);
    await compareOptions(workshop);
    await noteWhatIsToBeDone(workshop);
    await decide(workshop);
    await expectRecord(await exportPdf(workshop, host));
    if (handOf === keyboardHand) {
      for (const window of [page, workshop.room]) expect(await mouseEvents(window)).toEqual([]);
    }
  });
}

async function begin({ page, hands }: Workshop): Promise<void> {
  await hands.press(button(page, 'New review').first());
  const dialog = page.getByRole('dialog');
  await hands.write(dialog.getByLabel('Title'), 'Gateway');
  await hands.write(dialog.getByLabel('Component'), 'Edge gateway');
  await hands.press(dialog.getByRole('button', { name: 'Start the review' }));
  await expect(page.getByRole('heading', { level: 2, name: 'Context' })).toBeFocused();
}

async function nameThePeople({ page, hands }: Workshop): Promise<void> {
  await hands.write(page.getByLabel(/^Names, one a line/), ROSTER);
  await hands.press(button(page, 'Add these 6 people'));
  await hands.press(button(page, 'Note who is there'));
  await hands.press(button(page, 'Add a sitting'));
  await hands.date(page.getByRole('group', { name: /^Date/ }).last(), '20270211');
  await hands.toggle(page.getByRole('checkbox', { name: /^Finn/ }).first());
  await hands.write(page.getByLabel('What the component does'), 'Routes every request.');
  await hands.write(page.getByLabel('Problem observed'), 'Pauses at peak hours.');
}

async function openTheRoom(workshop: Workshop): Promise<void> {
  const { page, hands } = workshop;
  const popup = page.waitForEvent('popup');
  await hands.openRoom();
  workshop.room = await popup;
  await expect(page.getByRole('region', { name: 'The room sees' })).toBeVisible();
  await hands.goTo('Three questions');
  await expect(heading(workshop.room)).toHaveText('Memory safety');
}

async function planTheDay({ page, hands, room }: Workshop): Promise<void> {
  await hands.goTo('Agenda');
  await expect(heading(room)).toHaveText(/^Agenda, sitting 1 of 2$/);
  await hands.press(button(page, 'Start the clock'));
  await hands.write(page.getByLabel('Minutes for Three questions'), '33');
  await hands.write(page.getByLabel('Minutes of breaks'), '15');
  await expect(onScreen(page, /^Planned as/)).toBeVisible();
  // The second sitting begins a section later than by half of the time.
  const second = page.getByRole('rowgroup').filter({ hasText: 'Sitting 2' });
  const [moved] = await second.getByRole('link').allTextContents();
  await hands.press(button(page, 'Begin sitting 2 a section later'));
  await expect(second.getByRole('link', { name: moved ?? '', exact: true })).toHaveCount(0);
  await expect(room.getByRole('listitem').filter({ hasText: moved ?? '' })).toHaveCount(1);
  await hands.press(button(page, 'Begin a break'));
  await expect(room.getByRole('complementary')).toContainText('15 minutes left');
  await hands.press(button(page, 'End the break'));
}

/** The keyboard goes round; half of them differ, and the room learns nothing before the reveal. */
async function estimateUnseen({ page, hands, room }: Workshop): Promise<void> {
  await hands.putToVote('Memory safety');
  await hands.press(button(page, 'Pass the keyboard'));
  for (const [index, name] of PEOPLE.entries()) {
    await hands.press(button(page, new RegExp(`^${name} votes$`)));
    await hands.press(button(page, `I am ${name}`));
    const isFor = index < 3;
    await hands.answer(page.getByRole('group', { name: /^Answer/ }), isFor ? 'Yes' : 'No', isFor ? 'y' : 'n');
    await hands.write(page.getByRole('textbox', { name: 'Why' }), `${SECRET} of ${name}`);
    await hands.press(button(page, 'Seal my vote'));
    await expect(room.getByText(`${index + 1} of 6 have voted`)).toBeVisible();
    for (const window of [page, room]) expect(await window.content()).not.toContain(SECRET);
    await hands.press(button(page, 'Next person'));
  }
  await hands.press(button(page, 'Reveal the votes'));
  for (const window of [page, room]) {
    await expect(onScreen(window, 'Polarised')).toBeVisible();
    for (const name of PEOPLE) await expect(onScreen(window, `${SECRET} of ${name}`)).toBeVisible();
  }
  await hands.answer(page.getByRole('complementary', { name: 'The team’s answer' }).getByRole('group'), 'Yes', 'y');
  await hands.press(button(page, 'Keep the differing view of Dan, Eve and Finn'));
  for (const _ of ['Dan', 'Eve', 'Finn']) await hands.press(button(page, 'Can live with it'));

  await hands.press(button(page, 'Vote again'));
  await takeCards(page, hands, 'nnnnny', async () => {
    await hands.select(page.getByLabel('Whose reason moved Ada'), 'Dan');
  });
  await expect(page.getByRole('region', { name: 'Round 1' })).toContainText('Polarised');
  for (const window of [page, room])
    await expect(window.getByRole('region', { name: 'Round 2' })).toContainText('Leaning');
  await hands.press(button(page, 'Leave the vote'));
}

async function takeCards(page: Page, hands: Hands, keys: string, also = async () => {}): Promise<void> {
  await hands.press(button(page, 'All at once'));
  await hands.write(page.getByRole('textbox', { name: 'One key for each, in this order' }), keys);
  await also();
  await hands.press(button(page, 'Take the votes'));
}

async function estimateWithCards({ page, hands, room }: Workshop): Promise<void> {
  for (const [name, keys, spread] of [
    ['Latency and resources', 'yyyyyy', 'Agreed'],
    ['Shared infrastructure', 'yyynyy', 'Leaning'],
  ] as const) {
    await hands.putToVote(name);
    await takeCards(page, hands, keys);
    await expect(heading(room)).toHaveText(name);
    for (const window of [page, room]) await expect(onScreen(window, spread)).toBeVisible();
    await hands.answer(page.getByRole('complementary', { name: 'The team’s answer' }).getByRole('group'), 'Yes', 'y');
    await hands.press(button(page, 'Leave the vote'));
  }
}

/** The team's answer becomes that of three: one view is withdrawn, two stay as history. */
async function comeRoundToThoseWhoDiffer({ page, hands, room }: Workshop): Promise<void> {
  await hands.goTo('Three questions');
  const safety = place(page, 'rule.safety');
  await hands.answer(safety.getByRole('group', { name: /^Answer/ }), 'No', 'n');
  await expect(room.getByRole('radio', { name: 'No', exact: true })).toBeChecked();
  const asked = safety.getByText(/^The team’s answer is now that of/);
  await expect(asked).toHaveCount(3);
  await hands.press(safety.getByRole('button', { name: 'Withdraw it' }).first());
  await expect(asked).toHaveCount(2);
  for (const left of [1, 0]) {
    await hands.press(safety.getByRole('button', { name: 'Keep it as history' }).first());
    await expect(asked).toHaveCount(left);
  }
}

async function holdAPremortem({ page, hands, room }: Workshop): Promise<void> {
  await hands.goTo('Votes');
  await hands.press(page.getByRole('link', { name: 'Hold a premortem' }));
  await expect(heading(room)).toHaveText('Premortem');
  for (const name of PEOPLE.slice(2).toReversed()) await hands.toggle(page.getByRole('checkbox', { name }));
  await hands.press(button(page, 'Pass the keyboard'));
  for (const [name, causes] of [
    ['Ada', 'Nobody could review it\nThe build took an hour'],
    ['Ben', 'Only Ada understood it'],
  ] as const) {
    await hands.press(button(page, `${name} votes`));
    await hands.press(button(page, `I am ${name}`));
    await hands.write(page.getByRole('textbox', { name: /It is the review date/ }), causes);
    await hands.press(button(page, 'Seal my vote'));
    expect(await room.content()).not.toContain('review it');
    await hands.press(button(page, 'Next person'));
  }
  await hands.press(button(page, 'Reveal the votes'));
  await expect(onScreen(room, 'Only Ada understood it')).toBeVisible();
  for (const cause of [/Nobody could review it/, /Only Ada understood it/]) {
    await hands.toggle(page.getByRole('checkbox', { name: cause }));
  }
  await hands.press(button(page, 'Make one risk of these 2'));
  await hands.press(page.getByRole('link', { name: 'in the risk “Nobody could review it”' }).first());
  await expect(page.getByLabel('What can go wrong, and why')).toHaveValue(/“Only Ada understood it” \(Ben\)/);
}

async function rateTwelveRisks({ page, hands, room }: Workshop): Promise<void> {
  await hands.goTo('Risks');
  await hands.nextTab(page.getByRole('tab', { selected: true }), 'Table');
  const rows = page.locator('tr[data-risk]');
  for (let index = 0; index < 12; index += 1) {
    const response = index % 4 === 3 ? { accepted: 'It costs little' } : { owner: PEOPLE[index % 3] ?? '' };
    await hands.rateInTable(rows.nth(index), [(index % 4) + 2, 3], response);
  }
  await expect(heading(room)).not.toHaveText('Shared infrastructure');
  const group = button(page, /None of these applies/);
  const left = await group.count();
  await hands.press(group.first());
  await hands.write(page.getByLabel(/^Why none of/), 'Not in this component');
  await hands.press(button(page, 'None applies'));
  await expect(group).toHaveCount(left - 1);
}

async function compareOptions({ page, hands, room }: Workshop): Promise<void> {
  await hands.goTo('Options');
  await wholePage(page);
  const grid = page.getByRole('grid', { name: 'Scores' });
  const unscored = grid.getByRole('gridcell', { name: /^No score/ });
  const all = await unscored.count();
  await hands.score(grid, [4, 3, 2, 5, 4]);
  await expect(unscored).toHaveCount(all - 5);
  await expect(room.getByRole('radio', { checked: true }).first()).toBeAttached();
}

/** From three places, each of which the list remembers. */
async function noteWhatIsToBeDone({ page, hands, room }: Workshop): Promise<void> {
  for (const [title, text] of [
    ['Three questions', 'Ask the platform team'],
    ['Risks', 'Read the audit of the parser'],
    ['Options', 'Measure the Go build'],
  ] as const) {
    await hands.goTo(title);
    await page.keyboard.press('a');
    const dialog = page.getByRole('dialog', { name: 'Something to do' });
    await hands.write(dialog.getByLabel(/^What is to be done/), text);
    await hands.press(dialog.getByRole('button', { name: 'Add', exact: true }));
    await expect(dialog).toHaveCount(0);
  }
  await page.keyboard.press('q');
  const dialog = page.getByRole('dialog', { name: 'Park a question' });
  await hands.write(dialog.getByLabel(/^Question/), 'Who pays for it?');
  await hands.press(dialog.getByRole('button', { name: 'Park', exact: true }));
  await expect(dialog).toHaveCount(0);
  // The list is for whoever leads: the room keeps what it was looking at.
  const before = (await heading(room).textContent()) ?? '';
  await hands.goTo('Things to do');
  await expect(onScreen(page, 'Parked questions')).toBeVisible();
  await expect(heading(room)).toHaveText(before);
  await expect(room.getByText('Who pays for it?')).toHaveCount(0);
}

async function decide({ page, hands, room }: Workshop): Promise<void> {
  await hands.goTo('Decision');
  await hands.chooseFirst(page.getByRole('radio', { name: /^Adopt Rust/ }));
  await hands.select(page.getByLabel('For which stage of the path'), 'Tooling');
  await hands.write(page.getByLabel('The decision in a sentence or two'), 'We build the tools in Rust.');
  await expect(room.getByRole('complementary')).toContainText('We build the tools in Rust.');
}

async function exportPdf({ page, hands }: Workshop, host: Host): Promise<Buffer> {
  await expectSaved(page);
  await hands.openExport();
  const dialog = page.getByRole('dialog');
  await hands.write(dialog.getByLabel('Folder'), host.dataFolder);
  await hands.write(dialog.getByLabel('File name'), 'workshop.pdf');
  await hands.press(dialog.getByRole('button', { name: 'Export', exact: true }));
  await expect(dialog.getByText('Exported', { exact: true })).toBeVisible();
  return readFile(path.join(host.dataFolder, 'workshop.pdf'));
}

/** Reads the pages, and the review that travels in the file. */
async function expectRecord(pdf: Buffer): Promise<void> {
  const text = squeezed((await pageTexts(pdf, '-raw')).join(' '));
  for (const said of [
    ...PEOPLE,
    'polarised',
    ...PEOPLE.map((name) => `${SECRET} of ${name}`),
    'Leaning',
    'the team’s answer is theirs now',
    'Nobody could review it',
    '“Only Ada understood it” (Ben)',
    'It costs little',
    'Not in this component',
    'Ask the platform team',
    'Read the audit of the parser',
    'Measure the Go build',
    'Who pays for it?',
    '11 Feb 2027',
    'We build the tools in Rust.',
    'Moved by the reason of Dan.',
    // Who was there at which of the sittings.
    '5 of 6 people there; not there: Finn',
    '11 Feb 2027, all people there',
    // Planned minutes, in the sittings that they are for.
    'Three questions 33',
    'Breaks 15',
    'Sitting 1',
    'Sitting 2',
    'In sitting 2',
  ]) {
    expect.soft(text, said).toContain(squeezed(said));
  }
  const attached = readAttachedReview(pdf);
  if (attached.kind !== 'found') throw new Error('The review travels in its record.');
  const { document } = JSON.parse(Buffer.from(attached.bytes).toString());
  expect(document.context.sittings.map(({ present }: { present: unknown[] }) => present.length)).toEqual([5, 6]);
  expect(document.rounds.map(({ way }: { way: string }) => way)).toEqual([
    ...['keyboard', 'at-once', 'at-once', 'at-once', 'keyboard'],
  ]);
  expect(document.agenda.cuts).toHaveLength(1);
  const cells: readonly { readonly score: number | null }[] = Object.values(document.options.cells).flatMap((row) =>
    Object.values(row as object),
  );
  expect(cells.flatMap(({ score }) => score ?? []).toSorted()).toEqual([2, 3, 4, 4, 5]);
  expect(document.toDo).toHaveLength(4);
  expect(document.rule.answers.safety.dissent).toHaveLength(2);
}
