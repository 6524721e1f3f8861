import { describe, expect, it } from 'vitest';
import { dissentSchema } from '#shared/kinds/parts.ts';
import { dissentPosition, dissentReason } from '#shared/record/blocks.ts';
import { viewPoints } from '#shared/review/view-points.ts';
import { differingBallots } from '#shared/rounds/rounds.ts';
import {
  addView,
  agreesWithTeam,
  judgementsAt,
  owedFates,
  owesFate,
  setViews,
  viewsOn,
} from '#shared/stage/differing-views.ts';
import { giveAnswer } from '#shared/stage/give-answer.ts';
import { stageThings } from '#shared/stage/stage-things.ts';
import { answered, smallReview, smallTemplate } from '#test/support/small-review.ts';

function thing(id: string, review = smallReview()) {
  const found = stageThings(review, smallTemplate).find((entry) => entry.id === id);
  if (!found) throw new Error(`There is no ${id}`);
  return found;
}

function view(judgement: string, answer: string, more: object = {}) {
  return dissentSchema.parse({
    ...{ id: 'v', name: 'Ada', position: 'formal-objection', reason: 'It leaks.', answers: [{ judgement, answer }] },
    ...more,
  });
}

const NO = view('rule.one', 'no');

describe('a differing view', () => {
  it('stands while the team answers otherwise, and is settled once the team’s answer is theirs', () => {
    const no = thing('rule.one', smallReview({ rule: answered('no') })).judgements;
    const yes = thing('rule.one', smallReview({ rule: answered('yes') })).judgements;
    expect(agreesWithTeam(NO, yes)).toBe(false);
    expect(agreesWithTeam(NO, no)).toBe(true);
    expect(owesFate({ ...NO, isHistory: true }, no)).toBe(false);
    // Without an answer of their own, nobody knows.
    expect(agreesWithTeam(dissentSchema.parse({ id: 'v', name: 'Ada' }), no)).toBe(false);
  });

  it('is never printed as an objection against the answer that its author wanted', () => {
    const no = thing('rule.one', smallReview({ rule: answered('no') })).judgements;
    const yes = thing('rule.one', smallReview({ rule: answered('yes') })).judgements;
    expect(dissentPosition(NO, yes).text).toBe('Formal objection');
    expect(dissentPosition(NO, no).text).toBe('Settled: the team’s answer is theirs now');
    expect(dissentPosition({ ...NO, isHistory: true }, no).text).toMatch(/^Settled/);
    // History that the team leaves behind differs again.
    expect(dissentPosition({ ...NO, isHistory: true }, yes).text).toBe('Formal objection');
    expect(dissentReason(NO, yes)).toBe('Would answer: No.\nIt leaks.');
  });

  it('of a risk holds both ratings, and half of them settle nothing', () => {
    const both = dissentSchema.parse({
      ...{ id: 'v', name: 'Ada' },
      answers: [
        { judgement: 'risks.ramp.likelihood', answer: '5' },
        { judgement: 'risks.ramp.impact', answer: '4' },
      ],
    });
    const rated = (likelihood: number, impact: number) =>
      judgementsAt(
        smallReview({ risks: { assessments: { ramp: { applicable: true, likelihood, impact } } } }),
        smallTemplate,
        'risks',
        'risks.ramp',
      );
    expect(agreesWithTeam(both, rated(5, 3))).toBe(false);
    expect(agreesWithTeam(both, rated(5, 4))).toBe(true);
    expect(dissentReason(both, rated(1, 1))).toBe('Would answer: Likelihood 5, Impact 4.');
  });

  it('that became the team’s own is an open point until somebody says what becomes of it', () => {
    const review = smallReview({ rule: { answers: { one: { answer: 'no', dissent: [NO] } } } });
    expect(owedFates(review, smallTemplate, 'rule').map(({ name }) => name)).toEqual(['Ada']);
    expect(viewPoints(review, smallTemplate, 'rule')).toEqual([
      {
        section: 'rule',
        target: 'rule.one',
        text: 'Withdraw the differing view of Ada on “One”, or keep it as history',
      },
    ]);
    const kept = setViews(review, 'question', 'one', [{ ...NO, isHistory: true }]);
    expect(viewPoints(kept, smallTemplate, 'rule')).toEqual([]);
    const changed = giveAnswer(review, { kind: 'question', question: 'one' }, 'yes');
    expect(viewPoints(changed, smallTemplate, 'rule')).toEqual([]);
  });

  it('that does not say what its author would answer is an open point until it does, wherever views are', () => {
    const unsaid = dissentSchema.parse({ id: 'v', name: 'Ada' });
    const textsOf = (review: ReturnType<typeof smallReview>, section: 'rule' | 'risks' | 'decision') =>
      viewPoints(review, smallTemplate, section).map(({ text }) => text);
    const asked = setViews(smallReview({ rule: answered('yes') }), 'question', 'one', [unsaid]);
    expect(textsOf(asked, 'rule')).toEqual(['Say what Ada would have answered to “One”']);
    expect(textsOf(setViews(asked, 'question', 'one', [NO]), 'rule')).toEqual([]);
    expect(textsOf(setViews(asked, 'question', 'one', [{ ...unsaid, isHistory: true }]), 'rule')).toEqual([]);
    const nameless = { ...unsaid, name: ' ' };
    expect(textsOf(setViews(smallReview(), 'decision', '', [nameless]), 'decision')).toEqual([
      'Say what somebody who differs would have answered to “Decision”',
    ]);
    expect(textsOf(setViews(smallReview(), 'risk', 'ramp', [unsaid]), 'risks')).toHaveLength(1);
  });

  it('on a risk leaves no trace once it is withdrawn', () => {
    const risk = thing('risks.ramp');
    const review = addView(smallReview(), risk, view('risks.ramp.impact', '5'));
    expect(viewsOn(review, risk)).toHaveLength(1);
    expect(setViews(review, 'risk', 'ramp', [])).toEqual(smallReview());
  });

  it('comes from the ballots that the team did not follow, once for each person', () => {
    const round = {
      ...{ id: 'r', subject: 'rule.one', question: '', way: 'keyboard', present: ['Ada', 'Ben'] },
      ballots: ['Ada', 'Ben'].map((voter, index) => ({
        voter,
        answers: [{ judgement: 'rule.one', answer: index === 0 ? 'no' : 'yes' }],
        reason: 'x',
      })),
      ...{ openedAt: '2026-05-04T10:00:00Z', revealedAt: '2026-05-04T10:00:00Z' },
    };
    const review = smallReview({ rounds: [round], rule: answered('yes') });
    const question = thing('rule.one', review);
    expect(differingBallots(review, question).map(({ voter }) => voter)).toEqual(['Ada']);
    expect(differingBallots(addView(review, question, NO), question)).toEqual([]);
    expect(differingBallots(smallReview({ rounds: [round] }), thing('rule.one'))).toEqual([]);
  });
});
