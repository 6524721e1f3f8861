import { describe, expect, it } from 'vitest';
import { pathWarnings } from '#shared/kinds/path/path.ts';
import {
  byExposure,
  exposureAt,
  exposureLevel,
  residualExposure,
  riskGaps,
  risksInCell,
  risksOf,
} from '#shared/kinds/risks/risks.ts';
import { assessmentSchema } from '#shared/kinds/risks/schema.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

const skipTooling = { stages: { tooling: { state: 'skipped', skipReason: 'We know it already' } } };

function assessed(parts: Record<string, unknown>) {
  const review = smallReview({ risks: { assessments: { ramp: parts } } });
  const [risk] = risksOf(review, smallTemplate);
  if (!risk) throw new Error('the small template has risks');
  return risk;
}

describe('pathWarnings', () => {
  it('has nothing to say about a plan that goes stage by stage', () => {
    expect(pathWarnings(smallReview(), smallTemplate)).toEqual([]);
  });

  it('flags a skipped stage and the late start it leads to', () => {
    const warnings = pathWarnings(smallReview({ path: skipTooling }), smallTemplate);
    expect(warnings.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['late-start', 'We know it already'],
      ['skipped', 'We know it already'],
    ]);
  });

  it('flags a rewrite of everything and a plan of which nothing is left', () => {
    const path = { wholesale: true, stages: { tooling: { state: 'skipped' }, service: { state: 'skipped' } } };
    expect(pathWarnings(smallReview({ path }), smallTemplate).map(({ kind }) => kind)).toEqual([
      'wholesale',
      'nothing-left',
      'skipped',
      'skipped',
    ]);
  });
});

describe('risksOf', () => {
  it('adds a risk for each skipped stage and the risks of the team', () => {
    const review = smallReview({ path: skipTooling, risks: { own: [{ id: 'mine', name: 'Mine' }] } });
    expect(risksOf(review, smallTemplate).map(({ id, origin }) => [id, origin])).toEqual([
      ['ramp', 'checklist'],
      ['big-bang', 'checklist'],
      ['skipped-tooling', 'path'],
      ['mine', 'own'],
    ]);
  });

  it('says that a rewrite of everything raises its risk', () => {
    const raised = risksOf(smallReview({ path: { wholesale: true } }), smallTemplate);
    expect(raised.map(({ id, raisedBecause }) => [id, raisedBecause])).toEqual([
      ['ramp', ''],
      ['big-bang', 'Rewrite everything'],
    ]);
  });
});

describe('exposure', () => {
  it.each([
    [4, 'low'],
    [5, 'moderate'],
    [9, 'moderate'],
    [10, 'high'],
    [15, 'high'],
    [16, 'critical'],
  ] as const)('calls %i %s', (value, level) => {
    expect(exposureLevel(value)).toBe(level);
  });

  it('leaves an accepted risk as it was', () => {
    const accepted = assessmentSchema.parse({
      likelihood: 4,
      impact: 3,
      response: 'accept',
      residualLikelihood: 1,
      residualImpact: 1,
    });
    expect(residualExposure(accepted)).toBe(12);
  });

  it('shows the exposure before until the residual one is rated', () => {
    const open = assessmentSchema.parse({ likelihood: 4, impact: 3, response: 'mitigate', residualLikelihood: 2 });
    expect(residualExposure(open)).toBeNull();
    expect(exposureAt(open, 'after')).toBe(12);
  });

  it('sorts applicable, rated risks by exposure and places them on the map', () => {
    const review = smallReview({
      risks: {
        own: [
          { id: 'mine', name: 'Mine' },
          { id: 'gone', name: 'Gone' },
        ],
        assessments: {
          ramp: { applicable: true, likelihood: 2, impact: 2 },
          mine: {
            applicable: true,
            likelihood: 5,
            impact: 4,
            response: 'mitigate',
            residualLikelihood: 1,
            residualImpact: 2,
          },
          gone: { applicable: false, likelihood: 5, impact: 5 },
        },
      },
    });
    const risks = risksOf(review, smallTemplate);
    expect(byExposure(risks, 'before').map(({ id }) => id)).toEqual(['mine', 'ramp']);
    expect(byExposure(risks, 'after').map(({ id }) => id)).toEqual(['ramp', 'mine']);
    expect(risksInCell(risks, 'before', 5, 4).map(({ id }) => id)).toEqual(['mine']);
    expect(risksInCell(risks, 'after', 5, 4)).toEqual([]);
    expect(risksInCell(risks, 'after', 1, 2).map(({ id }) => id)).toEqual(['mine']);
    expect(risksInCell(risks, 'before', 5, 5)).toEqual([]);
  });
});

describe('riskGaps', () => {
  it.each([
    [{}, ['say whether it applies']],
    [{ applicable: false }, ['say why it does not apply']],
    [{ applicable: false, reason: 'No async here' }, []],
    [{ applicable: true }, ['rate likelihood and impact', 'choose a response']],
    [{ applicable: true, likelihood: 1, impact: 1, response: 'accept' }, ['say why it is accepted']],
    [{ applicable: true, likelihood: 1, impact: 1, response: 'accept', responseNote: 'Cheap' }, []],
    [{ applicable: true, likelihood: 1, impact: 1, response: 'mitigate' }, ['add an action', 'rate what remains']],
    [
      {
        applicable: true,
        likelihood: 3,
        impact: 3,
        response: 'mitigate',
        residualLikelihood: 1,
        residualImpact: 3,
        actions: [{ id: 'a', text: 'Train' }],
      },
      ['name an owner for each action'],
    ],
  ])('for %j asks %j', (assessment, gaps) => {
    expect(riskGaps(assessed(assessment))).toEqual(gaps);
  });
});
