import { describe, expect, it } from 'vitest';
import { subsets } from '#shared/base/condition.ts';
import { comparedCandidates, splitOption } from '#shared/kinds/options/options.ts';
import type { Answer } from '#shared/kinds/rule/answers.ts';
import { evaluateRule } from '#shared/kinds/rule/outcome.ts';
import { screeningClashes } from '#shared/kinds/screening/screening.ts';
import { strategyFits } from '#shared/kinds/strategy/strategy.ts';
import { type SectionKind, type SectionOf, sectionOf, type Template } from '#shared/template/template.ts';
import { rustTemplate, shippedTemplates } from '#test/support/shipped.ts';
import { smallReview } from '#test/support/small-review.ts';

function builtIn(id: string): Template {
  const template = shippedTemplates.get(id);
  if (!template) throw new Error(`no built-in template ${id}`);
  return template;
}

function shipped<Kind extends SectionKind>(template: Template, kind: Kind): SectionOf<Kind> {
  const section = sectionOf(template, kind);
  if (!section) throw new Error(`the template has no section ${kind}`);
  return section;
}

const adopt = builtIn('adopt-technology');
const quick = builtIn('quick-review');

describe.each([...shippedTemplates.values()].map((template) => [template.id, template] as const))(
  '%s',
  (_, template) => {
    it('tells the facilitator in every section what to do', () => {
      expect(template.sections.filter(({ intro }) => intro === '').map(({ kind }) => kind)).toEqual([]);
    });

    it('names only sources that some item uses', () => {
      const text = JSON.stringify(template.sections);
      expect(template.sources.filter(({ id }) => !text.includes(`"${id}"`))).toEqual([]);
    });

    it('offers mitigations that fit on a button', () => {
      const risks = sectionOf(template, 'risks')?.risks ?? [];
      expect(risks.filter(({ mitigations }) => mitigations.length === 0)).toEqual([]);
      const texts = risks.flatMap(({ mitigations }) => mitigations.map(({ text }) => text));
      expect(texts.filter((text) => text.length > 90 || text.endsWith('.'))).toEqual([]);
    });
  },
);

describe('the comparison of the neutral template', () => {
  it('calls the candidate of the review by its name, once there is one', () => {
    const namesOf = (candidate: string) =>
      comparedCandidates(smallReview({ candidate }), shipped(adopt, 'options')).map(({ name }) => name);
    expect(namesOf('PostgreSQL')).toEqual(['PostgreSQL', 'Keep what we have', 'Improve what we have']);
    expect(namesOf(' ')[0]).toBe('The candidate');
    const split = splitOption(smallReview({ candidate: 'PostgreSQL' }), adopt);
    expect(split?.parts.map((part) => part.candidate)).toEqual(['PostgreSQL', 'Keep what we have']);
  });
});

describe('the screening of the Rust template', () => {
  const clashesOf = (signal: string, ...answers: readonly (Answer | null)[]) => {
    const [safety = null, latency = null, shared = null] = answers;
    const review = smallReview({
      rule: { answers: { safety: { answer: safety }, latency: { answer: latency }, shared: { answer: shared } } },
      screening: { signals: { [signal]: { present: true } } },
    });
    return screeningClashes(review, rustTemplate).map((clash) => clash.signal.id);
  };

  it.each<[string, readonly (Answer | null)[], boolean]>([
    ['crud', ['yes', 'yes', 'yes'], true],
    ['crud', ['yes', 'yes', 'unsure'], true],
    ['crud', ['yes', 'yes', 'no'], true],
    ['crud', ['yes', 'unsure', 'no'], false],
    ['no-gc-pause', [null, 'no', null], true],
    ['no-gc-pause', [null, null, null], false],
    ['memory-security', ['no', null, null], true],
    ['prototype', [null, null, 'yes'], true],
    ['ten-years', ['no', 'no', 'no'], false],
  ])('finds for %s and the answers %j a clash: %s', (signal, answers, expected) => {
    expect(clashesOf(signal, ...answers)).toEqual(expected ? [signal] : []);
  });
});

describe('the strategies of the Rust template', () => {
  const fitting = (yes: readonly string[]) => {
    const { questions } = shipped(rustTemplate, 'strategy');
    const answers = Object.fromEntries(
      questions.map(({ id }) => [id, { answer: yes.includes(id) ? ('yes' as const) : ('no' as const) }]),
    );
    return strategyFits(smallReview({ strategy: { answers } }), rustTemplate)
      .filter(({ suitability }) => suitability === 'fits')
      .map(({ strategy }) => strategy.id);
  };

  it.each<[readonly string[], readonly string[]]>([
    [
      ['trouble-spot', 'clear-boundary', 'backend-service'],
      ['hot-path-service', 'sidecar'],
    ],
    [
      ['queue-work', 'clear-boundary'],
      ['worker', 'sidecar'],
    ],
    [['queue-work', 'clear-boundary', 'shared-state'], ['boundary-first']],
    [['in-process'], ['ffi']],
    [['in-process', 'backend-service'], ['boundary-first']],
    [['gateway'], ['boundary-first']],
    [['gateway', 'bounded-context'], ['strangler']],
    [['new-component', 'clear-boundary'], ['new-build']],
    [[], ['boundary-first']],
  ])('with yes to %j fit %j', (yes, expected) => {
    expect(fitting(yes)).toEqual(expected);
  });

  it('leave no set of answers without one that fits', () => {
    const ids = shipped(rustTemplate, 'strategy').questions.map(({ id }) => id);
    expect(subsets(ids).filter((yes) => fitting(yes).length === 0)).toEqual([]);
  });
});

describe('the options of the Rust template', () => {
  const options = shipped(rustTemplate, 'options');

  it('start with Rust, staying and Go, and offer three more languages and three ways beside a language', () => {
    expect(options.candidates.map(({ id, preselected, approach = null }) => [id, preselected, approach])).toEqual([
      ['rust', true, null],
      ['stay', true, null],
      ['go', true, null],
      ['cpp', false, null],
      ['node', false, null],
      ['python', false, null],
      ['build-new', false, 'build'],
      ['extend-existing', false, 'extend'],
      ['adopt-existing', false, 'adopt'],
    ]);
  });

  it('name a source for every cell', () => {
    const cells = options.criteria.flatMap(({ cells }) => Object.values(cells));
    expect(cells.filter(({ sources }) => sources.length === 0)).toEqual([]);
    expect(options.criteria.filter(({ cells }) => cells.rust === undefined).map(({ id }) => id)).toEqual([]);
  });

  it('weigh only as many criteria as a room can score', () => {
    expect(options.criteria.filter(({ weight }) => weight > 0).length).toBeLessThanOrEqual(14);
  });
});

describe('the technology-neutral template', () => {
  it('has the sections of the Rust template, in the same order', () => {
    expect(adopt.sections.map(({ kind }) => kind)).toEqual(rustTemplate.sections.map(({ kind }) => kind));
  });

  it('is about no language: its own texts name none', () => {
    expect(adopt.candidate).toBe('');
    expect(JSON.stringify(adopt.sections)).not.toMatch(/\b(Rust|Golang|cargo|crate|tokio|TypeScript|Python)\b/);
  });

  it.each<[readonly string[], string]>([
    [['problem', 'proven', 'operable'], 'go-ahead'],
    [['problem', 'proven', 'reversible'], 'go-ahead'],
    [['problem', 'proven'], 'not-yet'],
    [['problem', 'reversible'], 'try-first'],
    [['problem', 'operable', 'reversible'], 'try-first'],
    [['problem', 'operable'], 'not-yet'],
    [['proven', 'operable', 'reversible'], 'leave-it'],
    [[], 'leave-it'],
  ])('says with yes to %j: %s', (yes, outcome) => {
    const rule = shipped(adopt, 'rule');
    const answers = Object.fromEntries(
      rule.questions.map(({ id }) => [id, yes.includes(id) ? ('yes' as const) : ('no' as const)]),
    );
    expect(evaluateRule(rule, answers).settled?.id).toBe(outcome);
  });

  it('is short: every list fits a single meeting', () => {
    expect(shipped(adopt, 'risks').risks.length).toBeLessThanOrEqual(20);
    expect(shipped(adopt, 'options').criteria.length).toBeLessThanOrEqual(10);
    expect(shipped(adopt, 'training').topics.length).toBeLessThanOrEqual(6);
  });
});

describe('the quick review', () => {
  it('asks the three questions, plans the path, rates ten risks, decides', () => {
    expect(quick.sections.map(({ kind }) => kind)).toEqual([
      'context',
      'rule',
      'path',
      'risks',
      'decision',
      'sign-off',
    ]);
    expect(shipped(quick, 'risks').risks).toHaveLength(10);
  });

  it('says the same as the Rust template, item for item', () => {
    const same = <Row extends { readonly id: string }>(short: readonly Row[], long: readonly Row[]) => {
      expect(short).toEqual(short.map(({ id }) => long.find((row) => row.id === id)));
    };
    same(shipped(quick, 'context').fields, shipped(rustTemplate, 'context').fields);
    same(shipped(quick, 'risks').risks, shipped(rustTemplate, 'risks').risks);
    same(shipped(quick, 'risks').groups, shipped(rustTemplate, 'risks').groups);
    same(shipped(quick, 'decision').choices, shipped(rustTemplate, 'decision').choices);
    expect(shipped(quick, 'rule').questions).toEqual(shipped(rustTemplate, 'rule').questions);
    expect(shipped(quick, 'rule').outcomes).toEqual(shipped(rustTemplate, 'rule').outcomes);
    // The half hour plans no learning, so its stages wait for no phase of it.
    const stages = shipped(rustTemplate, 'path').stages.map(({ after: _, ...stage }) => stage);
    expect(shipped(quick, 'path').stages).toEqual(stages);
  });
});
