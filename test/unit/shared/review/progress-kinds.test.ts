import { describe, expect, it } from 'vitest';
import { risksOf } from '#shared/kinds/risks/risks.ts';
import { reviewProgress } from '#shared/review/progress.ts';
import type { SectionKind } from '#shared/template/template.ts';
import { kindsTemplate } from '#test/support/kinds-template.ts';
import { smallReview } from '#test/support/small-review.ts';

const HASH = 'a'.repeat(64);
const PLANS: readonly SectionKind[] = ['options', 'path', 'strategy', 'audit', 'training', 'commitments'];

function targets(kind: SectionKind, parts: Record<string, unknown> = {}): readonly string[] {
  const progress = reviewProgress(smallReview(parts), kindsTemplate, HASH);
  return progress.find((section) => section.kind === kind)?.openPoints.map((point) => point.target) ?? [];
}

const scores = (...ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, { score: 3 }]));
const SOMEBODY = { who: 'Ada', by: '2027-01-29' };
const gap = { id: 'd', name: 'lib', status: 'missing' };

/** Each kind: what an untouched review owes, and what settles it. */
const owed: readonly (readonly [SectionKind, readonly string[], Record<string, unknown>])[] = [
  [
    'screening',
    ['screening.signals', 'screening.motivation'],
    { screening: { signals: { busy: { present: true } }, motivation: 'bored' } },
  ],
  [
    'questions',
    ['questions.alarms', 'questions.backups'],
    {
      questions: {
        answers: { alarms: { answered: true }, backups: { notApplicable: true, reason: 'No data.' } },
      },
    },
  ],
  [
    'options',
    ['options.speed', 'options.hiring'],
    { options: { cells: { speed: scores('new', 'today'), hiring: scores('new', 'today') } } },
  ],
  [
    'strategy',
    ['strategy.boundary', 'strategy.gateway', 'strategy.chosen'],
    {
      strategy: {
        answers: { boundary: { answer: 'yes' }, gateway: { answer: 'unsure', notKnown: SOMEBODY } },
        chosen: 'worker',
        reason: 'Clear.',
      },
    },
  ],
  [
    'evidence',
    ['evidence.measures'],
    { evidence: { measures: { cpu: { tracked: true, baseline: 1, method: 'top' }, incidents: { tracked: true } } } },
  ],
  ['audit', ['audit.dependencies'], { audit: { dependencies: [{ id: 'd', name: 'lib', status: 'partial' }] } }],
  [
    'training',
    ['training.start', 'training.protected-time', 'training.basics', 'training.practice'],
    {
      training: {
        startOn: '2026-01-01',
        protectedTime: false,
        topics: { basics: { done: true }, practice: { who: 'Ada' } },
      },
    },
  ],
  [
    'commitments',
    ['commitments.lint-law', 'commitments.safe-wrappers'],
    {
      commitments: { commitments: { 'lint-law': { made: true }, 'safe-wrappers': { made: false, note: 'Not yet.' } } },
    },
  ],
];

describe('a section', () => {
  it.each(owed)('%s of an untouched review is open', (kind, expected) => {
    expect(targets(kind)).toEqual(expected);
  });

  it.each(owed)('%s is complete with what it needs', (kind, _, parts) => {
    expect(targets(kind, parts)).toEqual([]);
  });

  it.each(owed)('%s owes a plan only while the decision is not to stay', (kind) => {
    const parts = { decision: { choice: 'stay' } };
    expect(targets(kind, parts).length === 0).toBe(PLANS.includes(kind));
    expect(targets(kind, { decision: { choice: 'defer' } })).not.toEqual([]);
  });

  it.each<[SectionKind, Record<string, unknown>, readonly string[]]>([
    ['screening', { screening: { motivation: 'gone', motivationNote: 'None of it fits.' } }, ['screening.motivation']],
    ['screening', { screening: { motivation: 'problem', signals: { busy: { note: 'Hardly.' } } } }, []],
    [
      'questions',
      { questions: { answers: { alarms: { notApplicable: true }, backups: { choices: ['nightly'] } } } },
      ['questions.alarms'],
    ],
    ['options', { options: { candidates: ['new'] } }, ['options.candidates']],
    [
      'options',
      { options: { weights: { speed: 0, hiring: 0 }, split: { chosen: true } } },
      ['options.split', 'options.split'],
    ],
    ['evidence', { evidence: { measures: { cpu: { tracked: true } } } }, ['evidence.cpu']],
    ['evidence', { evidence: { measures: { cpu: { tracked: true, baseline: 1 } } } }, ['evidence.cpu']],
    ['evidence', { evidence: { measures: { cpu: { baseline: 1, method: 'top' } } } }, ['evidence.measures']],
    ['audit', { audit: { dependencies: [gap] } }, ['audit.d']],
    ['audit', { audit: { dependencies: [{ ...gap, days: 0, owner: 'Ada' }] } }, []],
    ['audit', { audit: { dependencies: [{ id: 'd' }] } }, ['audit.d']],
    [
      'commitments',
      { commitments: { commitments: { 'lint-law': { made: false } } } },
      ['commitments.lint-law', 'commitments.safe-wrappers'],
    ],
  ])('%s case %#', (kind, parts, expected) => {
    expect(targets(kind, parts)).toEqual(expected);
  });
});

describe('risks raised by other sections', () => {
  const reasons = (parts: Record<string, unknown> = {}) =>
    Object.fromEntries(
      risksOf(smallReview(parts), kindsTemplate)
        .filter((risk) => risk.raisedBecause !== '')
        .map((risk) => [risk.id, risk.raisedBecause]),
    );

  const measured = (target: number) => ({
    evidence: { measures: { cpu: { tracked: true, baseline: 100, target } } },
  });

  it('name the state that raises them', () => {
    expect(reasons()).toEqual({ unmeasured: 'No measure has a baseline.' });
    expect(reasons(measured(60))).toEqual({});
    expect(reasons(measured(10))).toEqual({ overpromised: 'The target is beyond the typical gain: “Cpu”.' });
    const dependencies = ['a', 'b', ' ', 'd'].map((name, index) => ({ id: `d${index}`, name, status: 'missing' }));
    expect(reasons({ ...measured(60), audit: { dependencies } })).toEqual({
      gap: 'No counterpart exists for “a”, “b”, “Unnamed dependency” and 1 more.',
    });
    expect(reasons({ ...measured(60), training: { protectedTime: false } })).toEqual({
      'on-the-side': 'No time for learning is set aside.',
    });
    expect(reasons({ ...measured(60), training: { protectedTime: true } })).toEqual({});
  });
});
