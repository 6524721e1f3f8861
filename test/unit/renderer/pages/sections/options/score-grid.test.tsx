import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { sectionHref } from '#renderer/base/routes.ts';
import { navigate } from '#renderer/base/use-route.ts';
import { ScoreGrid } from '#renderer/pages/sections/options/score-grid.tsx';
import { useDerived } from '#renderer/review/use-document.ts';
import { setWeight } from '#shared/kinds/options/edit.ts';
import { optionRanking } from '#shared/kinds/options/options.ts';
import { type ReviewDocument, reviewDocumentSchema } from '#shared/review/review.ts';
import { sectionOf } from '#shared/template/template.ts';
import { kindsTemplate } from '#test/support/kinds-template.ts';
import { reviewing } from '#test/support/reviewing.tsx';
import { expectSaid } from '#test/support/said.ts';
import { smallReview } from '#test/support/small-review.ts';

// Criteria: speed (weight 3), hiring (2), fun (0). Candidates of a new review: new, today.
const [NAME, WEIGHT, NEW, TODAY] = [0, 1, 2, 3];

function show(options: Record<string, unknown> = {}) {
  const section = sectionOf(kindsTemplate, 'options') ?? expect.fail('The template compares no options');
  const review = reviewDocumentSchema.parse({ ...smallReview(), options });
  return reviewing({ review, template: kindsTemplate }, (editor) => {
    const ranking = useDerived(editor, optionRanking) ?? expect.fail('Nothing is ranked');
    return <ScoreGrid editor={editor} section={section} ranking={ranking} />;
  });
}

const cell = (row: number, column: number) =>
  document.querySelector<HTMLElement>(`[data-place="${row}:${column}"]`) ?? expect.fail(`No cell ${row}:${column}`);
const place = () => document.activeElement?.closest<HTMLElement>('[data-place]')?.dataset.place;
const stops = () =>
  [...document.querySelectorAll<HTMLElement>('[data-place]')]
    .filter(({ tabIndex }) => tabIndex === 0)
    .map(({ dataset }) => dataset.place);
const scoreOf = (review: ReviewDocument, criterion: string, candidate: string) =>
  review.options?.cells[criterion]?.[candidate]?.score ?? null;
const reasonOf = (review: ReviewDocument, criterion: string, candidate: string) =>
  review.options?.cells[criterion]?.[candidate]?.reason ?? '';

const fold = (verb: 'Show' | 'Hide', what = 'the criterion that does not count') =>
  screen.getByRole('button', { name: `${verb} ${what}` });
const names = () => [...document.querySelectorAll('.scores__criterion')].map(({ textContent }) => textContent);

describe('criteria that weigh nothing', () => {
  afterEach(() => navigate('#/'));

  it('are folded away from the start, and shown by the button above the grid', async () => {
    const { user } = show({ cells: { fun: { new: { score: 4, reason: 'It is' } } } });
    expect(names()).toEqual(['Speed', 'Hiring']);
    const grid = screen.getByRole('grid');
    expect(fold('Show').compareDocumentPosition(grid) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    await user.click(fold('Show'));
    expect(names()).toEqual(['Speed', 'Hiring', 'Fun']);
    expect(cell(2, NEW).textContent).toContain('It is');
    await user.click(fold('Hide'));
    expect(names()).toEqual(['Speed', 'Hiring']);
  });

  it('are shown where the address leads to one, at the start and later', () => {
    const other = { weights: { hiring: 0 } };
    show(other);
    expect(names()).toEqual(['Speed']);
    act(() => navigate(sectionHref('small', 'options', 'options.fun')));
    expect(names()).toEqual(['Speed', 'Fun']);
    fold('Show');
    cleanup();
    show(other);
    expect(names()).toEqual(['Speed', 'Fun']);
  });

  it('stay in sight when the weight goes under the hand, also after it came back', async () => {
    const { user, session } = show({ weights: { hiring: 0 } });
    const weigh = (weight: number) =>
      act(() => session.update((review) => setWeight(review, { id: 'hiring', weight: 2 }, weight)));
    weigh(2);
    expect(names()).toEqual(['Speed', 'Hiring']);
    cell(1, WEIGHT).focus();
    await user.keyboard('0');
    expect(names()).toEqual(['Speed', 'Hiring']);
    await user.click(fold('Show'));
    expect(names()).toEqual(['Speed', 'Hiring', 'Fun']);
  });

  it('are all shown where nothing counts yet', () => {
    show({ weights: { speed: 0, hiring: 0 } });
    expect(names()).toEqual(['Speed', 'Hiring', 'Fun']);
    fold('Hide', 'the 3 criteria that do not count');
  });
});

describe('the grid of scores', () => {
  it('has one tab stop, which goes where the focus went', async () => {
    const { user } = show();
    await user.click(fold('Show'));
    expect(stops()).toEqual([`0:${NEW}`]);
    await user.tab();
    expect(place()).toBe(`0:${NEW}`);
    await user.keyboard('{ArrowDown}{ArrowRight}');
    expect(place()).toBe(`1:${TODAY}`);
    expect(stops()).toEqual([`1:${TODAY}`]);
    await user.keyboard('{ArrowUp}{Home}');
    expect(place()).toBe(`0:${NAME}`);
    await user.keyboard('{Control>}{End}{/Control}');
    expect(place()).toBe(`2:${TODAY}`);
    await user.keyboard('{ArrowRight}{ArrowDown}');
    expect(place()).toBe(`2:${TODAY}`);
  });

  it('scores the cell that has the focus, and takes the score back', async () => {
    const { user, current } = show();
    cell(1, TODAY).focus();
    await user.keyboard('4');
    expect(scoreOf(current(), 'hiring', 'today')).toBe(4);
    expect(current().options?.cells).toEqual({ hiring: { today: { score: 4, reason: '' } } });
    expect(cell(1, TODAY).getAttribute('aria-label')).toBe('4 of 5');
    await expectSaid('4 of 5.');
    cell(1, TODAY).focus();
    await user.keyboard('{Delete}');
    expect(scoreOf(current(), 'hiring', 'today')).toBeNull();
  });

  it('leads from a score that was missing to the next one that is, and stays at one that is changed', async () => {
    const { user, current } = show({ cells: { speed: { today: { score: 3 } } } });
    cell(0, NEW).focus();
    await user.keyboard('4');
    expect(place()).toBe(`1:${NEW}`);
    await user.keyboard('25');
    expect(scoreOf(current(), 'hiring', 'new')).toBe(2);
    expect(scoreOf(current(), 'hiring', 'today')).toBe(5);
    // The last criterion does not count, so nothing more is owed.
    expect(place()).toBe(`1:${TODAY}`);
    cell(0, TODAY).focus();
    await user.keyboard('1');
    expect(place()).toBe(`0:${TODAY}`);
    expect(scoreOf(current(), 'speed', 'today')).toBe(1);
  });

  it.each(['0', '6', '9', 'a', '{Control>}3{/Control}', '{Alt>}3{/Alt}'])('does not score with %s', async (keys) => {
    const { user, current } = show();
    cell(0, NEW).focus();
    await user.keyboard(keys);
    expect(scoreOf(current(), 'speed', 'new')).toBeNull();
  });

  it('scores by pointer, and a second press takes it back', async () => {
    const { user, current } = show();
    const digit = [...cell(0, TODAY).querySelectorAll('button')].find(({ textContent }) => textContent === '5');
    await user.click(digit ?? expect.fail('No digit'));
    expect(scoreOf(current(), 'speed', 'today')).toBe(5);
    expect(digit?.getAttribute('aria-pressed')).toBe('true');
    await user.click(digit ?? expect.fail('No digit'));
    expect(scoreOf(current(), 'speed', 'today')).toBeNull();
  });

  it('weighs in the column of weights alone, by key and by list', async () => {
    const { user, current } = show();
    await user.click(fold('Show'));
    const weights = screen.getAllByRole<HTMLSelectElement>('combobox');
    expect(weights.map(({ value }) => value)).toEqual(['3', '2', '0']);
    cell(0, WEIGHT).focus();
    await user.keyboard('0');
    expect(current().options?.weights).toEqual({ speed: 0 });
    await user.keyboard('{Delete}');
    expect(current().options?.weights ?? {}).toEqual({});
    await user.selectOptions(screen.getByRole('combobox', { name: 'Weight of Fun' }), '5');
    expect(current().options?.weights).toEqual({ fun: 5 });
    expect(current().options?.cells ?? {}).toEqual({});
  });

  it('opens the reason with Enter, keeps what is typed there, and goes back to the cell', async () => {
    const { user, current } = show({ cells: { speed: { new: { score: 3 } } } });
    cell(0, NEW).focus();
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Reason for New, Speed' }));
    await user.keyboard('Ran 3 trials,{Shift>}{Enter}{/Shift}all fast');
    expect(reasonOf(current(), 'speed', 'new')).toBe('Ran 3 trials,\nall fast');
    expect(scoreOf(current(), 'speed', 'new')).toBe(3);
    await user.keyboard('{Enter}');
    expect(place()).toBe(`0:${NEW}`);
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(cell(0, NEW).textContent).toContain('all fast');
    await user.keyboard('5');
    expect(scoreOf(current(), 'speed', 'new')).toBe(5);
  });

  it('opens the reason of the cell whose button was pressed', async () => {
    const { user, current } = show();
    await user.click(fold('Show'));
    const why =
      cell(2, TODAY).querySelector<HTMLElement>('[aria-label^="Reason for the score"]') ?? expect.fail('No button');
    await user.click(why);
    await user.keyboard('Why not');
    expect(reasonOf(current(), 'fun', 'today')).toBe('Why not');
    await user.keyboard('{Escape}');
    expect(place()).toBe(`2:${TODAY}`);
  });

  it('works on the latest review: what one cell wrote stays when the next is filled in', async () => {
    const { user, current } = show();
    cell(0, NEW).focus();
    await user.keyboard('1243');
    const scores = ['speed', 'hiring'].map((criterion) =>
      ['new', 'today'].map((candidate) => scoreOf(current(), criterion, candidate)),
    );
    expect(scores).toEqual([
      [1, 2],
      [4, 3],
    ]);
  });

  it('shows the weighted mean of each candidate, and what is missing for it', async () => {
    const { user } = show({
      cells: { speed: { new: { score: 5 }, today: { score: 2 } }, hiring: { new: { score: 3 } } },
    });
    // The row lies over the grid a second time, for the eye alone.
    const row = () =>
      [...document.querySelectorAll('tfoot td')].filter((cell) => !cell.closest('[aria-hidden="true"]'));
    const totals = () =>
      row()
        .slice(1)
        .map(({ textContent }) => textContent);
    // (3 × 5 + 2 × 3) / 5; fun has no weight.
    expect(totals()).toEqual(['4.20 of 5', expect.stringContaining('1 missing')]);
    cell(1, TODAY).focus();
    await user.keyboard('2');
    expect(totals()[1]).toBe('2.00 of 5');
  });
});
