import { describe, expect, it } from 'vitest';
import { addTime, planMinutes } from '#shared/agenda/agenda.ts';
import { agendaNow, linesAround } from '#shared/agenda/agenda-now.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

const review = planMinutes(smallReview(), 'rule', 10);
const now = (seconds: number, pending = 0) =>
  agendaNow(addTime(review, { on: 'rule', seconds }), smallTemplate, 'rule', pending);

describe('where a workshop stands', () => {
  it.each([
    [0, 0, '10 minutes left', 'neutral'],
    [1, 0, '10 minutes left', 'neutral'],
    [60, 0, '9 minutes left', 'neutral'],
    [400, 79, '3 minutes left', 'neutral'],
    [400, 80, '2 minutes left', 'open'],
    [541, 0, '1 minute left', 'open'],
    [600, 0, '0 minutes left', 'open'],
    [605, 0, '0 minutes over', 'open'],
    [660, 0, '1 minute over', 'open'],
    [900, 30, '5 minutes over', 'open'],
  ])('after %i seconds noted and %i that are not', (used, pending, left, tone) => {
    expect(now(used, pending)).toMatchObject({ left, tone });
  });

  it('names the section of the clock, else the last one, else the first, and what comes next', () => {
    const used = addTime(review, { on: 'risks', seconds: 60 });
    const at = (running: 'rule' | null, of = used) => {
      const found = agendaNow(of, smallTemplate, running, 0);
      return [found?.current.kind, found?.next?.title ?? null];
    };
    expect(at('rule')).toEqual(['rule', 'Path']);
    expect(at(null)).toEqual(['risks', 'Decision']);
    expect(at(null, review)).toEqual(['context', 'Rule']);
    expect(agendaNow(review, smallTemplate, 'sign-off', 0)?.next).toBeNull();
  });

  it('marks what is over, now and ahead, and shows the lines around it', () => {
    const lines = agendaNow(review, smallTemplate, 'strategy', 0)?.lines ?? [];
    expect(lines.map(({ state }) => state)).toEqual(['past', 'past', 'past', 'now', 'ahead', 'ahead', 'ahead']);
    expect(linesAround(lines, 3).map(({ kind }) => kind)).toEqual(['path', 'strategy', 'risks']);
    expect(linesAround(lines, 20)).toEqual(lines);
    const last = agendaNow(review, smallTemplate, 'sign-off', 0)?.lines ?? [];
    expect(linesAround(last, 3).map(({ kind }) => kind)).toEqual(['risks', 'decision', 'sign-off']);
  });
});
