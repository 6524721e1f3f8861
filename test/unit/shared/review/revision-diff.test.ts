import { describe, expect, it } from 'vitest';
import { UNSIGNED_PARTS } from '#shared/kinds/sign-off/sign-off.ts';
import { diffReviews } from '#shared/review/revision-diff.ts';
import { kindsTemplate } from '#test/support/kinds-template.ts';
import { markedReview } from '#test/support/marked-review.ts';
import { dueToday } from '#test/support/slice.ts';
import { answered, smallReview, smallTemplate } from '#test/support/small-review.ts';

function lines(before: Record<string, unknown>, after: Record<string, unknown>): readonly string[] {
  return diffReviews(smallReview(before), smallReview(after), smallTemplate).flatMap(({ title, changes }) =>
    changes.map(
      (change) => `${title}: ${change.where.join(' › ')} [${change.change}] ${change.before} → ${change.after}`,
    ),
  );
}

describe('what differs between two states of a review', () => {
  it('is nothing for the same content, whatever was touched and left empty', () => {
    expect(lines({}, {})).toEqual([]);
    const touched = { rule: { answers: { one: {} } }, path: { stages: { tooling: { criteria: { used: {} } } } } };
    expect(lines({}, touched)).toEqual([]);
    expect(lines(touched, {})).toEqual([]);
  });

  it('leaves out the sign-off and what follows it', () => {
    const approver = { id: 'a', name: 'Ada', role: 'Lead' };
    expect(lines({}, { signOff: { approvers: [approver] }, closings: {} })).toEqual([]);
  });

  it('names what stands above the sections', () => {
    expect(lines({ component: 'Parser' }, { title: 'Another', component: '' })).toEqual([
      'The review: Title [changed] A review → Another',
      'The review: Component [removed] Parser → ',
    ]);
  });

  it('speaks of items by their names in the template', () => {
    const rationale = { answers: { two: { answer: 'no', rationale: 'We measured.' } } };
    expect(lines({ rule: answered(null, 'yes') }, { rule: rationale })).toEqual([
      'Rule: Two › answer [changed] Yes → No',
      'Rule: Two › rationale [added]  → We measured.',
    ]);
    const stages = (met: boolean) => ({ path: { stages: { tooling: { criteria: { used: { met } } } } } });
    expect(lines(stages(false), stages(true))).toEqual(['Path: Tooling › In use › met [changed] No → Yes']);
    expect(lines({ decision: { stage: 'tooling', choice: 'stay' } }, { decision: { choice: 'adopt' } })).toEqual([
      'Decision: Choice [changed] Stay → Adopt',
      'Decision: Stage [removed] Tooling → ',
    ]);
  });

  it('calls choices and dates what the rest of the program calls them, and leaves a typed date alone', () => {
    const dissent = [{ id: 'd', name: 'Ben', position: 'formal-objection', reason: '2026-05-01' }];
    expect(lines({}, { decision: { reviewOn: '2026-05-01', statement: '2026-05-01', dissent } })).toEqual([
      'Decision: Statement [added]  → 2026-05-01',
      'Decision: Review on [added]  → 1 May 2026',
      'Decision: Dissent › Ben [added]  → Ben; position: Formal objection; reason: 2026-05-01',
    ]);
    expect(lines({ rule: answered('yes', 'no') }, { rule: answered('unsure', 'no') })).toEqual([
      'Rule: One › answer [changed] Yes → Not sure',
    ]);
  });

  it('tells “does not apply” from “nobody said”', () => {
    const assessments = { ramp: { applicable: false, reason: 'Known already.' } };
    expect(lines({}, { risks: { assessments } })).toEqual([
      'Risks: Ramp-up › applicable [added]  → No',
      'Risks: Ramp-up › reason [added]  → Known already.',
    ]);
  });

  it('keeps rows of lists together by their id, wherever they move', () => {
    const conditions = [
      { id: 'a', text: 'Budget is there', owner: 'Ada', due: '2026-05-01' },
      { id: 'b', text: 'Two owners' },
    ];
    const [first, second] = conditions;
    const decision = (rows: readonly unknown[]) => ({ decision: { conditions: rows } });
    expect(lines(decision(conditions), decision([first]))).toEqual([
      'Decision: Conditions › Two owners [removed] Two owners → ',
    ]);
    expect(lines(decision([second]), decision(conditions))).toEqual([
      'Decision: Conditions › Budget is there [added]  → Budget is there; owner: Ada; due: 1 May 2026',
    ]);
    expect(lines(decision(conditions), decision([second, { ...first, met: true }]))).toEqual([
      'Decision: Conditions › Budget is there › met [changed] No → Yes',
      'Decision: Conditions › order [changed] Budget is there, Two owners → Two owners, Budget is there',
    ]);
  });

  it('takes the name of an own risk from the review, and the id of what nobody names', () => {
    const own = { own: [{ id: 'mine', name: 'Vendor leaves' }], assessments: { mine: { note: 'Likely.' } } };
    expect(lines({ risks: { own: own.own } }, { risks: own })).toEqual([
      'Risks: Vendor leaves › note [added]  → Likely.',
    ]);
    expect(lines({}, { risks: { assessments: { gone: { note: 'Old.' } } } })).toEqual([
      'Risks: gone › note [added]  → Old.',
    ]);
  });

  it('shows parts that the template has no section for', () => {
    expect(lines({}, { audit: { toolchain: { vet: { ready: true } } } })).toEqual([
      'Audit: vet › ready [added]  → Yes',
    ]);
  });

  it('never puts a team’s words in place of others', () => {
    const statement = (text: string) => ({ decision: { statement: text } });
    expect(lines(statement('adopt'), statement('stay'))).toEqual(['Decision: Statement [changed] adopt → stay']);
  });

  it.each(dueToday([0, 1, 2, 3, 4, 5], 3))('leaves out nothing that the team wrote (variant %i)', (variant) => {
    const { review } = markedReview(kindsTemplate, variant);
    const content = Object.fromEntries(
      Object.entries(review).filter(([part]) => part !== 'supersedes' && !UNSIGNED_PARTS.some((name) => name === part)),
    );
    const markers = (value: unknown) => new Set(JSON.stringify(value).match(/M\d+→ż/g));
    const untouched = smallReview({ template: review.template });
    const [added, removed] = [
      markers(diffReviews(untouched, review, kindsTemplate)),
      markers(diffReviews(review, untouched, kindsTemplate)),
    ];
    const all = [...markers({ ...content, template: null })];
    expect(all.length).toBeGreaterThan(1000);
    expect(all.filter((marker) => !added.has(marker))).toEqual([]);
    expect(all.filter((marker) => !removed.has(marker))).toEqual([]);
    expect(diffReviews(review, review, kindsTemplate)).toEqual([]);
  });
});
