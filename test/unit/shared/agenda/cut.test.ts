import { describe, expect, it } from 'vitest';
import { addTime, agendaOf, BREAKS, planBreaks, planMinutes } from '#shared/agenda/agenda.ts';
import { agendaNow } from '#shared/agenda/agenda-now.ts';
import { addSitting, canMoveCut, joinSitting, moveCut, partEvenly, reviewSittings } from '#shared/agenda/cut.ts';
import { sittingMinutes } from '#shared/agenda/sittings.ts';
import { runSheet } from '#shared/handout/run-sheet.ts';
import { agendaBlocks } from '#shared/record/agenda.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

const kinds = (review: ReviewDocument) =>
  reviewSittings(review, smallTemplate).map((sitting) => sitting.map(({ entry }) => entry.kind));
/** Context, rule, path and strategy first, then the rest: 100 minutes each. */
const long = (['context', 'rule', 'path', 'strategy'] as const).reduce(
  (review, kind) => planMinutes(review, kind, 25),
  planMinutes(planMinutes(planMinutes(smallReview(), 'risks', 60), 'decision', 20), 'sign-off', 20),
);

describe('the cut between two sittings', () => {
  it('lies in the middle until somebody moves it, a section at a time', () => {
    expect(kinds(long)).toEqual([
      ['context', 'rule', 'path', 'strategy'],
      ['risks', 'decision', 'sign-off'],
    ]);
    expect(agendaOf(long).cuts).toBeUndefined();
    const earlier = moveCut(long, smallTemplate, 1, -1);
    expect(kinds(earlier)[1]).toEqual(['strategy', 'risks', 'decision', 'sign-off']);
    expect(kinds(moveCut(earlier, smallTemplate, 1, 1))).toEqual(kinds(long));
    expect(reviewSittings(earlier, smallTemplate).map(sittingMinutes)).toEqual([75, 125]);
    expect(partEvenly(earlier)).toEqual(long);
  });

  it('leaves no sitting empty, and the first where it begins', () => {
    let review = long;
    for (let step = 0; step < 10; step += 1) review = moveCut(review, smallTemplate, 1, 1);
    expect(kinds(review)[1]).toEqual(['sign-off']);
    expect(canMoveCut(review, smallTemplate, 1, 1)).toBe(false);
    expect(canMoveCut(review, smallTemplate, 1, -1)).toBe(true);
    for (let step = 0; step < 10; step += 1) review = moveCut(review, smallTemplate, 1, -1);
    expect(kinds(review)[0]).toEqual(['context']);
    expect(canMoveCut(review, smallTemplate, 1, -1)).toBe(false);
    expect(moveCut(review, smallTemplate, 0, 1)).toBe(review);
    expect(moveCut(review, smallTemplate, 2, 1)).toBe(review);
  });

  it('goes and comes: two sittings are held as one, and a long one is parted', () => {
    const one = joinSitting(long, smallTemplate, 1);
    expect(kinds(one)).toHaveLength(1);
    // One sitting that was chosen stays one, however long.
    expect(agendaOf(one).cuts).toEqual([]);
    expect(kinds(addSitting(one, smallTemplate))).toEqual(kinds(long));
    let many = long;
    for (let count = 0; count < 10; count += 1) many = addSitting(many, smallTemplate);
    expect(kinds(many)).toEqual(smallTemplate.sections.map(({ kind }) => [kind]));
  });

  it('is where the run sheet and the record part the agenda, with the minutes of each', () => {
    const review = addTime(moveCut(long, smallTemplate, 1, -1), { on: 'strategy', seconds: 65 });
    const titles = runSheet(smallTemplate, review).front.map(({ title }) => title);
    expect(titles.slice(-2)).toEqual(['Agenda, sitting 1 of 2, 75 minutes', 'Agenda, sitting 2 of 2, 125 minutes']);
    const printed = JSON.stringify(agendaBlocks({ review, template: smallTemplate } as never));
    expect(printed).toContain('"text":"In sitting 2"},{"text":"125"},{"text":"1:05"}');
    const stray = { ...review, agenda: { ...agendaOf(review), cuts: ['gone'] } };
    expect(kinds(stray)).toHaveLength(1);
    expect(JSON.stringify(agendaBlocks({ review: stray, template: smallTemplate } as never))).toContain('gone');
  });
});

describe('the agenda of several sittings', () => {
  it('shows the sitting that is held, and leads on to the next', () => {
    const now = agendaNow(addTime(long, { on: 'rule', seconds: 120 }), smallTemplate, 'strategy', 60);
    expect(now?.sitting).toEqual({ number: 1, count: 2, usedMinutes: 3, plannedMinutes: 100 });
    expect(now?.lines.map(({ kind }) => kind)).toEqual(['context', 'rule', 'path', 'strategy']);
    expect(now?.next?.title).toBe('Risks');
    expect(agendaNow(long, smallTemplate, 'risks', 0)?.sitting.number).toBe(2);
  });

  it('has breaks, which are begun, counted, and lead back to the section that they interrupted', () => {
    const planned = addTime(addTime(planBreaks(long, 15), { on: 'rule', seconds: 60 }), { on: BREAKS, seconds: 300 });
    expect(agendaOf(planned).last).toBe('rule');
    const now = agendaNow(planned, smallTemplate, BREAKS, 120);
    expect(now).toMatchObject({
      current: { title: 'Break', minutes: 15, used: 300 },
      left: '8 minutes left',
      next: { title: 'Rule' },
      usedMinutes: 8,
      plannedMinutes: 215,
    });
    expect(now?.lines.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      ...['context past', 'rule ahead', 'path ahead', 'strategy ahead', 'breaks now'],
    ]);
    const unplanned = agendaNow(long, smallTemplate, BREAKS, 130);
    expect(unplanned).toMatchObject({ left: '2 minutes so far', tone: 'neutral' });
    const printed = JSON.stringify(agendaBlocks({ review: planned, template: smallTemplate } as never));
    expect(printed).toContain('{"text":"Breaks"},{"text":"15"},{"text":"5:00"}');
  });
});
