import { describe, expect, it } from 'vitest';
import { reviewFindings } from '#shared/review/findings.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { Template } from '#shared/template/template.ts';
import { kindsTemplate } from '#test/support/kinds-template.ts';
import { markedReview } from '#test/support/marked-review.ts';
import { rustTemplate } from '#test/support/shipped.ts';
import { answered, smallReview, smallTemplate } from '#test/support/small-review.ts';

const HASH = 'a'.repeat(64);

function findings(review: ReviewDocument, template: Template = kindsTemplate) {
  return reviewFindings(review, template, HASH);
}

describe('reviewFindings', () => {
  it('gathers every result', () => {
    const found = findings(
      smallReview({
        rule: answered('yes', 'yes', 'yes'),
        screening: { signals: { crud: { present: true } }, motivation: 'problem' },
        options: { cells: { speed: { new: { score: 5 }, today: { score: 1 } } }, weights: { hiring: 0 } },
        evidence: { measures: { cpu: { tracked: true, baseline: 100, target: 50 } } },
        audit: { dependencies: [{ id: 'd', name: 'lib', status: 'missing', days: 3, owner: 'Ada' }] },
        training: { startOn: '2026-01-05' },
        questions: { answers: { alarms: { choices: ['pager'] } } },
        path: { stages: { tooling: { state: 'skipped', skipReason: 'No time.' } } },
        risks: {
          assessments: {
            ramp: {
              applicable: true,
              likelihood: 4,
              impact: 4,
              response: 'mitigate',
              residualLikelihood: 2,
              residualImpact: 2,
            },
          },
        },
      }),
    );
    expect(found.rule).toMatchObject({ settled: 'consider', flips: [] });
    expect(found.screening).toMatchObject({ lean: 'against', misfit: ['crud'], clashes: [{ signal: 'crud' }] });
    expect(found.options).toMatchObject({ winner: 'new', missingScores: 0 });
    expect(found.options?.ranking[0]).toMatchObject({ candidate: 'new', mean: 5, place: 1 });
    expect(found.evidence?.gains[0]).toMatchObject({ measure: 'cpu', target: { relation: 'inside' } });
    expect(found.audit).toMatchObject({ missing: 1, days: 3, gaps: [{ name: 'lib', owner: 'Ada' }] });
    expect(found.readiness?.phases[0]?.dates).toEqual({ from: '2026-01-05', to: '2026-02-15' });
    expect(found.questions?.[0]?.questions[0]).toMatchObject({ id: 'alarms', standing: 'medium' });
    expect(found.path?.map(({ kind }) => kind)).toEqual(['late-start', 'skipped']);
    expect(found.risks?.find(({ id }) => id === 'ramp')).toMatchObject({
      before: 16,
      beforeLevel: 'critical',
      after: 4,
      afterLevel: 'low',
    });
    expect(found.risks?.find(({ id }) => id === 'gap')?.raisedBecause).toContain('“lib”');
    expect(found.completeness).toMatchObject({ sections: 14, complete: 3 });
  });

  it('leaves out what the template does not have', () => {
    const found = findings(smallReview(), smallTemplate);
    expect(
      Object.entries(found)
        .filter(([, part]) => part === null)
        .map(([key]) => key),
    ).toEqual(['wayBack', 'screening', 'options', 'strategySummary', 'evidence', 'audit', 'readiness', 'questions']);
  });

  it.each([
    ['the template for tests', kindsTemplate],
    ['the built-in one', rustTemplate],
  ])('is plain data that JSON keeps, for %s', (_, template) => {
    const found = findings(markedReview(kindsTemplate, 1).review, template);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });
});
