import { describe, expect, it } from 'vitest';
import { questionAnswer } from '#shared/kinds/questions/answers.ts';
import { improvements, questionRisk, questionStanding, questionSummaries } from '#shared/kinds/questions/questions.ts';
import { sectionOf } from '#shared/template/template.ts';
import { kindsTemplate } from '#test/support/kinds-template.ts';
import { smallReview } from '#test/support/small-review.ts';

const [alarms, backups] = sectionOf(kindsTemplate, 'questions')?.groups[0]?.questions ?? [];
if (!alarms || !backups) throw new Error('the template has these questions');

function answer(parts: Record<string, unknown> = {}) {
  return questionAnswer(smallReview({ questions: { answers: { alarms: parts } } }), 'alarms');
}

describe('the risk of a question', () => {
  it.each([
    [{ choices: ['dashboards', 'pager'] }, 'none'],
    [{ choices: ['pager'] }, 'medium'],
    [{ choices: ['no-longer-there'] }, 'high'],
    [{ answered: true }, 'high'],
    [{}, null],
    [{ choices: ['pager'], notApplicable: true }, null],
  ])('for %j is %s', (parts, risk) => {
    expect(questionRisk(alarms, answer(parts))).toBe(risk);
  });

  it('stays unrated when no rule holds', () => {
    const none = answer({ answered: true });
    expect([questionRisk(backups, none), questionStanding(backups, none)]).toEqual([null, 'unrated']);
  });

  it('stays unrated from the first rule on that could not be read', () => {
    const [first, ...rest] = alarms.rules;
    if (!first) throw new Error('the question has rules');
    const foreign = { when: null, unread: 'choiceCount() > 3', risk: 'medium' } as const;
    const question = { ...alarms, rules: [first, foreign, ...rest] };
    expect(questionRisk(question, answer({ choices: ['dashboards', 'pager'] }))).toBe('none');
    expect(questionRisk(question, answer({ choices: ['pager'] }))).toBeNull();
  });
});

it('offers what improves, once a question is answered', () => {
  expect(improvements(alarms, answer({ choices: ['dashboards'] })).map(({ id }) => id)).toEqual(['pager']);
  expect(improvements(alarms, answer({ choices: ['pager'] }))).toEqual([]);
  expect(improvements(alarms, answer())).toEqual([]);
});

it('sums up a group', () => {
  const answers = { alarms: { choices: ['pager'] } };
  const [summary] = questionSummaries(smallReview({ questions: { answers } }), kindsTemplate);
  expect(summary).toMatchObject({
    counts: { high: 0, medium: 1, none: 0, unrated: 0, unanswered: 1, 'not-applicable': 0 },
    text: '1 medium risk, 1 not answered.',
  });
});
