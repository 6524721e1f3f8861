import { describe, expect, it } from 'vitest';
import { departures, owesReason, owesReasonForSilence } from '#shared/departures/departures.ts';
import { decisionPoints } from '#shared/kinds/decision/progress.ts';
import { signingBlockedBy } from '#shared/kinds/sign-off/signing-blocked.ts';
import { sectionOf, type Template } from '#shared/template/template.ts';
import { rustTemplate, shippedTemplates } from '#test/support/shipped.ts';
import { answered, smallReview, smallTemplate } from '#test/support/small-review.ts';

type Parts = Record<string, unknown>;

function idsOf(parts: Parts, template: Template = rustTemplate): readonly string[] {
  return departures(smallReview(parts), template).map(({ id }) => id);
}

function departure(id: string, parts: Parts, template: Template = rustTemplate) {
  const found = departures(smallReview(parts), template).find((entry) => entry.id === id);
  if (!found) throw new Error(`no departure ${id} in ${idsOf(parts, template).join(', ')}`);
  return found;
}

const ruleAnswers = (safety: string | null, latency: string | null, shared: string | null) => ({
  answers: { safety: { answer: safety }, latency: { answer: latency }, shared: { answer: shared } },
});
const choice = (name: string, rest: Parts = {}) => ({ decision: { choice: name, ...rest } });
const signals = (...ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, { present: true }]));
const stage = (state: string, targetDate: string | null = null) => ({ state, targetDate });

describe('the rule against the decision', () => {
  it.each([
    ['adopt', ['yes', 'yes', 'no'], false],
    ['adopt', ['no', 'no', 'no'], true],
    ['stay', ['yes', 'yes', 'yes'], true],
    ['stay', ['no', 'no', 'no'], false],
    ['defer', ['yes', 'yes', 'yes'], false],
    // Where the rule is silent or not settled, neither way departs from it.
    ['adopt', ['yes', 'no', 'no'], false],
    ['stay', ['yes', 'no', 'no'], false],
    ['adopt', ['yes', 'unsure', 'no'], false],
    ['stay', ['yes', 'unsure', 'no'], false],
  ] as const)('%s after %j: %s', (name, answers, departs) => {
    expect(
      idsOf({ rule: ruleAnswers(...(answers as readonly [string, string, string])), ...choice(name) }).includes('rule'),
    ).toBe(departs);
  });

  it.each(['adopt', 'stay'])(
    'asks for the reason once, for %s as for its opposite, while the rule is a range',
    (name) => {
      const review = smallReview({ rule: ruleAnswers('yes', 'unsure', 'no'), ...choice(name) });
      expect(owesReasonForSilence(review, rustTemplate)).toBe(true);
      const reasoned = smallReview({
        rule: ruleAnswers('yes', 'unsure', 'no'),
        ...choice(name, { contradictionReason: 'x' }),
      });
      expect(owesReasonForSilence(reasoned, rustTemplate)).toBe(false);
    },
  );

  it.each(['adopt', 'stay'])('does not ask again where the single yes asks already, for %s', (name) => {
    const review = smallReview({ rule: ruleAnswers('yes', 'no', 'no'), ...choice(name) });
    expect(owesReasonForSilence(review, rustTemplate)).toBe(false);
  });

  it('takes its reason from the field that reviews have had for it', () => {
    const parts = { rule: ruleAnswers('no', 'no', 'no') };
    expect(owesReason(departure('rule', { ...parts, ...choice('adopt') }))).toBe(true);
    const { reason, reasonAt } = departure('rule', { ...parts, ...choice('adopt', { contradictionReason: 'Law.' }) });
    expect([reason, reasonAt]).toEqual(['Law.', 'decision.contradiction']);
  });
});

describe('the screening against the decision', () => {
  it('is a departure in both directions', () => {
    const away = { screening: { signals: signals('crud', 'glue') } };
    expect(departure('screening', { ...away, ...choice('adopt') }).text).toContain('leans the other way');
    expect(idsOf({ ...away, ...choice('stay') })).not.toContain('screening');
    const towards = { screening: { signals: signals('embedded', 'data-plane'), motivation: 'specific-problem' } };
    expect(departure('screening', { ...towards, ...choice('stay') }).text).toContain('leans the other way');
    expect(idsOf({ ...towards, ...choice('adopt') })).not.toContain('screening');
  });

  it('names a misfit that is taken on although more signals speak for it', () => {
    const parts = { screening: { signals: signals('embedded', 'data-plane', 'kubernetes') }, ...choice('adopt') };
    expect(departure('screening', parts).rests.map(({ place }) => place)).toEqual(['screening.kubernetes']);
  });

  it('has a motivation that is no reason, when adopting', () => {
    const parts = { screening: { motivation: 'boredom' } };
    expect(departure('motivation', { ...parts, ...choice('adopt') }).place).toBe('screening.motivation');
    expect(idsOf({ ...parts, ...choice('stay') })).not.toContain('motivation');
    expect(idsOf({ screening: { motivation: 'specific-problem' }, ...choice('adopt') })).not.toContain('motivation');
  });

  it('brings signals that clash with the rule to the list, with the answers on both sides', () => {
    const parts = { screening: { signals: signals('no-gc-pause') }, rule: ruleAnswers(null, 'no', null) };
    expect(departure('clash-no-gc-pause', parts).rests.map(({ place }) => place)).toEqual([
      'screening.no-gc-pause',
      'rule.latency',
    ]);
  });
});

describe('the comparison against the decision', () => {
  /** Scores of the two candidates by criterion; every other criterion weighs nothing. */
  const compared = (scores: Readonly<Record<string, readonly [rust: number | null, stay: number | null]>>) => {
    const criteria = sectionOf(rustTemplate, 'options')?.criteria ?? [];
    return {
      options: {
        candidates: ['rust', 'stay'],
        weights: Object.fromEntries(criteria.map(({ id }) => [id, id in scores ? 3 : 0])),
        cells: Object.fromEntries(
          Object.entries(scores).map(([id, [rust, stay]]) => [id, { rust: { score: rust }, stay: { score: stay } }]),
        ),
      },
    };
  };

  it('is a departure when another leads, in both directions', () => {
    const stayLeads = compared({ hiring: [1, 5], runtime: [1, 5], 'ramp-up': [2, 5] });
    expect(departure('ranking', { ...stayLeads, ...choice('adopt') }).text).toContain('led by “Stay');
    expect(idsOf({ ...stayLeads, ...choice('stay') })).not.toContain('ranking');
    const rustLeads = compared({ hiring: [5, 1], runtime: [5, 1], 'ramp-up': [5, 2] });
    expect(idsOf({ ...rustLeads, ...choice('adopt') })).not.toContain('ranking');
    expect(departure('ranking', { ...rustLeads, ...choice('stay') }).text).toContain('led by “Rust”');
  });

  it.each([
    ['while missing scores can turn it', { hiring: [1, 3], runtime: [null, 2] }, 'missing scores'],
    ['when one score by one step would turn it', { hiring: [3, 4], runtime: [3, 3] }, 'a single score'],
    ['when one criterion makes the difference', { hiring: [1, 5], runtime: [4, 4] }, 'a single criterion'],
  ] as const)('is called close %s', (_, scores, words) => {
    expect(departure('ranking', { ...compared(scores), ...choice('adopt') }).text).toContain(`Only closely: `);
    expect(departure('ranking', { ...compared(scores), ...choice('adopt') }).text).toContain(words);
  });

  it('has the kind of project, when the sources name others for it or the candidate alone', () => {
    const kind = (projectKind: string) => ({ options: { projectKind } });
    expect(idsOf({ ...kind('mvp-automation'), ...choice('adopt') })).toContain('project-kind');
    expect(idsOf({ ...kind('mvp-automation'), ...choice('stay') })).not.toContain('project-kind');
    expect(idsOf({ ...kind('ten-year-infrastructure'), ...choice('stay') })).toContain('project-kind');
    expect(idsOf({ ...kind('ten-year-infrastructure'), ...choice('adopt') })).not.toContain('project-kind');
  });
});

describe('the path', () => {
  it.each([
    ['planned', { service: stage('planned') }],
    ['begun', { tooling: stage('planned'), library: stage('planned'), service: stage('in-progress') }],
    ['done', { tooling: stage('done'), library: stage('in-progress'), service: stage('done') }],
  ])('is left when a later stage is %s before an earlier one', (_, stages) => {
    expect(idsOf({ path: { stages } })).toContain('order-service');
  });

  it('is left when the decision is for a stage whose earlier ones are open', () => {
    const { text, rests } = departure('order-service', choice('adopt', { stage: 'service' }));
    expect(text).toContain('before “Tooling” and “Library”');
    expect(rests.map(({ place }) => place)).toEqual(['path.service', 'path.tooling', 'path.library']);
  });

  it('is kept by stages that follow each other', () => {
    const stages = { tooling: stage('done'), library: stage('in-progress'), service: stage('planned') };
    expect(
      idsOf({ path: { stages }, ...choice('adopt', { stage: 'service' }) }).filter((id) => id.startsWith('order')),
    ).toEqual([]);
  });

  it('is left by dates that run backwards', () => {
    const stages = { tooling: stage('planned', '2027-06-01'), library: stage('planned', '2027-03-01') };
    expect(idsOf({ path: { stages } })).toContain('dates-library');
  });

  it('is of no concern to a review that ends with staying', () => {
    const stages = { service: stage('planned', '2027-01-01'), library: stage('planned', '2027-03-01') };
    const found = idsOf({ path: { stages, wholesale: true }, strategy: { chosen: 'ffi' }, ...choice('stay') });
    expect(found).toEqual([]);
  });
});

describe('the strategy', () => {
  const all = (answer: string) =>
    Object.fromEntries((sectionOf(rustTemplate, 'strategy')?.questions ?? []).map(({ id }) => [id, { answer }]));

  it('is a departure when the answers speak against it', () => {
    expect(idsOf({ strategy: { answers: all('no'), chosen: 'worker' } })).toContain('strategy-unfit');
    expect(idsOf({ strategy: { answers: all('unsure'), chosen: 'worker' } })).not.toContain('strategy-unfit');
  });

  it('is a departure when one that the sources recommend earlier fits too, unless it is said why', () => {
    const answers = {
      ...all('no'),
      'queue-work': { answer: 'yes' },
      'clear-boundary': { answer: 'yes' },
      'small-radius': { answer: 'yes' },
      gateway: { answer: 'yes' },
      'bounded-context': { answer: 'yes' },
    };
    const found = departure('strategy-order', { strategy: { answers, chosen: 'strangler', reason: ' ' } });
    expect(owesReason(found)).toBe(true);
    expect(
      departure('strategy-order', { strategy: { answers, chosen: 'strangler', reason: 'One team.' } }).reason,
    ).toBe('One team.');
  });

  it('that goes piece by piece does not go together with everything at once', () => {
    expect(idsOf({ strategy: { chosen: 'strangler' }, path: { wholesale: true } })).toContain('strategy-wholesale');
  });

  it('has rules, and those not kept are a departure of a decision for the candidate', () => {
    expect(departure('rules-not-kept', choice('adopt')).rests).toHaveLength(
      sectionOf(rustTemplate, 'strategy')?.rules.length ?? 0,
    );
    const kept = Object.fromEntries(
      (sectionOf(rustTemplate, 'strategy')?.rules ?? []).map(({ id }) => [id, { kept: true }]),
    );
    expect(idsOf({ strategy: { rules: kept }, ...choice('adopt') })).not.toContain('rules-not-kept');
  });

  it('has one reason for all rules not kept, or a note on each', () => {
    const rules = sectionOf(rustTemplate, 'strategy')?.rules ?? [];
    const noted = (note: (index: number) => string) => ({
      strategy: { rules: Object.fromEntries(rules.map(({ id }, index) => [id, { kept: false, note: note(index) }])) },
    });
    const decided = { choice: 'adopt', departureReasons: { 'rules-not-kept': 'One library only.' } };
    const some = departure('rules-not-kept', {
      ...noted((index) => (index === 0 ? 'Noted.' : '')),
      ...choice('adopt'),
    });
    expect(owesReason(some)).toBe(true);
    expect(some.reasonAt).toBe('decision.departure.rules-not-kept');
    expect(departure('rules-not-kept', { decision: decided }).reason).toBe('One library only.');
    const all = departure('rules-not-kept', { ...noted(() => 'Noted.'), decision: decided });
    expect([all.reason, all.reasonAt]).toEqual(['Noted.', 'strategy.rules']);
  });
});

describe('dates', () => {
  const training = { startOn: '2027-06-01' };

  it('put a stage before anybody can have learned', () => {
    const early = { path: { stages: { service: stage('planned', '2026-12-20') } }, training };
    expect(idsOf(early)).toContain('learning-service');
    const hurried = { path: { stages: { service: stage('planned', '2027-06-20') } }, training };
    expect(idsOf(hurried)).toContain('learning-service');
    const patient = { path: { stages: { service: stage('planned', '2027-12-20') } }, training };
    expect(idsOf(patient)).not.toContain('learning-service');
  });

  it('look at the decision again before its stage is due', () => {
    const path = { stages: { tooling: stage('planned', '2027-03-01') } };
    expect(idsOf({ path, ...choice('adopt', { stage: 'tooling', reviewOn: '2027-02-01' }) })).toContain(
      'review-too-soon',
    );
    expect(idsOf({ path, ...choice('adopt', { stage: 'tooling', reviewOn: '2027-04-01' }) })).not.toContain(
      'review-too-soon',
    );
  });

  it('let an action end after the stage that it protects', () => {
    const path = { stages: { tooling: stage('planned', '2027-03-01') } };
    const action = (due: string, status = 'open') => ({
      assessments: {
        unmeasured: { applicable: true, actions: [{ id: 'a', text: 'Measure', owner: 'Ada', due, status }] },
      },
    });
    const decided = choice('adopt', { stage: 'tooling' });
    expect(idsOf({ path, risks: action('2027-04-01'), ...decided })).toContain('actions-late');
    expect(idsOf({ path, risks: action('2027-02-01'), ...decided })).not.toContain('actions-late');
    expect(idsOf({ path, risks: action('2027-04-01', 'done'), ...decided })).not.toContain('actions-late');
  });
});

describe('risks and evidence of a decided review', () => {
  const accepted = { applicable: true, likelihood: 4, impact: 4, response: 'accept', responseNote: 'Known.' };

  it('show a high risk that is accepted without a condition', () => {
    const risks = { assessments: { unmeasured: accepted } };
    expect(departure('accepted-unmeasured', { risks, ...choice('adopt') }).reason).toBe('Known.');
    const conditions = [{ id: 'c', text: 'Measure first', risk: 'unmeasured' }];
    expect(idsOf({ risks, ...choice('adopt', { conditions }) })).not.toContain('accepted-unmeasured');
    expect(idsOf({ risks })).not.toContain('accepted-unmeasured');
    const low = { assessments: { unmeasured: { ...accepted, impact: 1 } } };
    expect(idsOf({ risks: low, ...choice('adopt') })).not.toContain('accepted-unmeasured');
  });

  it('show actions that nobody owns', () => {
    const actions = [{ id: 'a', text: 'Measure', owner: ' ' }];
    const risks = { assessments: { unmeasured: { ...accepted, actions } } };
    expect(idsOf({ risks, ...choice('adopt') })).toContain('actions-ownerless');
    const owned = { assessments: { unmeasured: { ...accepted, actions: [{ ...actions[0], owner: 'Ada' }] } } };
    expect(idsOf({ risks: owned, ...choice('adopt') })).not.toContain('actions-ownerless');
  });

  it('show a gain that nothing was measured for', () => {
    expect(departure('gain-unmeasured', choice('adopt')).place).toBe('evidence.measures');
    const measures = { cpu: { tracked: true, baseline: 12 }, p99: { tracked: true, target: 3 } };
    expect(departure('gain-unmeasured', { evidence: { measures }, ...choice('adopt') }).place).toBe('evidence.p99');
    const measured = { cpu: { tracked: true, baseline: 12 } };
    expect(idsOf({ evidence: { measures: measured }, ...choice('adopt') })).not.toContain('gain-unmeasured');
  });
});

describe('a departure', () => {
  it('keeps the decision from being signed until its reason is written', () => {
    const decision = { statement: 's', reviewTrigger: 't' };
    const parts = { rule: answered('no', 'no', 'no'), ...choice('stay', decision) };
    expect(signingBlockedBy(smallReview(parts), smallTemplate)).toBe('');
    const against = { ...parts, rule: answered('yes', 'yes', 'no') };
    expect(signingBlockedBy(smallReview(against), smallTemplate)).toContain('departure 1');
    const reasoned = { ...against, ...choice('stay', { ...decision, contradictionReason: 'Law.' }) };
    expect(decisionPoints(smallReview(reasoned), smallTemplate)).toEqual([]);
  });

  it('is no more than the half-hour template can know', () => {
    const quick = shippedTemplates.get('quick-review');
    if (!quick) throw new Error('the quick review is shipped');
    const parts = {
      rule: ruleAnswers('no', 'no', 'no'),
      screening: { signals: signals('crud'), motivation: 'boredom' },
      strategy: { chosen: 'worker' },
      ...choice('adopt', { stage: 'service' }),
    };
    expect(idsOf(parts, quick)).toEqual(['rule', 'order-service']);
  });
});
