import { describe, expect, it } from 'vitest';
import { OWN_GROUP, PLAN_GROUP } from '#shared/kinds/risks/risks.ts';
import type { Answer } from '#shared/kinds/rule/answers.ts';
import { evaluateRule } from '#shared/kinds/rule/outcome.ts';
import { type SectionKind, type SectionOf, sectionOf } from '#shared/template/template.ts';
import { rustTemplate } from '#test/support/shipped.ts';

function shipped<Kind extends SectionKind>(kind: Kind): SectionOf<Kind> {
  const section = sectionOf(rustTemplate, kind);
  if (!section) throw new Error(`the template has no section ${kind}`);
  return section;
}

const context = shipped('context');
const rule = shipped('rule');
const path = shipped('path');
const strategy = shipped('strategy');
const screening = shipped('screening');
const options = shipped('options');
const evidence = shipped('evidence');
const audit = shipped('audit');
const training = shipped('training');
const commitments = shipped('commitments');
const risks = shipped('risks');
const decision = shipped('decision');

/** Everything a risk of the checklist says, as one text. */
function riskText(id: string): string {
  const risk = risks.risks.find((entry) => entry.id === id);
  if (!risk) throw new Error(`the template has no risk ${id}`);
  return [risk.name, risk.help, risk.why, ...risk.mitigations.map((entry) => entry.text)].join('\n');
}

function unique(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}

describe('the Rust template', () => {
  it('has the sections of a review from the context to the signatures', () => {
    expect(rustTemplate.sections.map((section) => section.kind)).toEqual([
      'context',
      'screening',
      'rule',
      'options',
      'path',
      'strategy',
      'risks',
      'evidence',
      'audit',
      'training',
      'commitments',
      'decision',
      'sign-off',
    ]);
    expect(rustTemplate.sections.filter((section) => section.intro === '')).toEqual([]);
  });

  it('names for every item a document, itself where none says it, or the day on which we checked it', () => {
    const items = [
      ...context.fields,
      ...rule.questions,
      ...rule.outcomes,
      ...path.stages,
      ...(path.wholesale ? [{ id: 'wholesale', ...path.wholesale }] : []),
      ...strategy.strategies,
      ...strategy.questions,
      ...strategy.rules,
      ...risks.risks,
      ...decision.choices,
      ...screening.fit,
      ...screening.misfit,
      ...screening.motivations,
      ...options.candidates,
      ...options.criteria,
      ...options.projectKinds,
      ...(options.split?.parts ?? []),
      ...evidence.measures,
      ...audit.counterparts.filter(({ checked }) => checked === undefined),
      ...audit.toolchain,
      ...training.topics,
      ...training.phases,
      ...commitments.commitments,
    ];
    expect(rustTemplate.sources.map(({ id }) => id)).toContain('groundwork');
    expect(rustTemplate.sources).toHaveLength(6);
    expect(items.filter((item) => item.sources.length === 0).map((item) => item.id)).toEqual([]);
    expect(new Set(items.flatMap((item) => item.sources))).toEqual(new Set(rustTemplate.sources.map(({ id }) => id)));
  });

  it('offers adopt, trial, learning first, defer and stay, the first two for a stage', () => {
    expect(decision.choices.map(({ id, lean, needsStage }) => [id, lean, needsStage])).toEqual([
      ['adopt', 'for', true],
      ['trial', 'for', true],
      ['learn', 'open', false],
      ['defer', 'open', false],
      ['stay', 'against', false],
    ]);
  });

  it('offers the strategies of the guide in its order, and three more', () => {
    expect(strategy.ordered).toBe(true);
    expect(strategy.strategies.map(({ id }) => id)).toEqual([
      'hot-path-service',
      'worker',
      'sidecar',
      'ffi',
      'strangler',
      'new-build',
      'boundary-first',
    ]);
  });
});

describe('its rule', () => {
  const answers: readonly (Answer | null)[] = ['yes', 'no', 'unsure', null];
  const combinations = answers.flatMap((safety) =>
    answers.flatMap((latency) => answers.map((shared) => ({ safety, latency, shared }))),
  );
  type Given = (typeof combinations)[number];
  const outcomeOf = (yes: number) => (yes >= 2 ? 'consider' : yes === 1 ? 'inconclusive' : 'simplest');
  const isOpen = (answer: Answer | null) => answer === 'unsure' || answer === null;

  /** The document’s rule, counted by hand: from the yes given to as many as the open answers allow. */
  function reachable(given: Given): ReadonlySet<string> {
    const values = Object.values(given);
    const yes = values.filter((answer) => answer === 'yes').length;
    return new Set(Array.from({ length: values.filter(isOpen).length + 1 }, (_, more) => outcomeOf(yes + more)));
  }

  it('has 27 combinations of answers, and 37 more with an unanswered question', () => {
    const isAnswered = (given: Given) => Object.values(given).every((answer) => answer !== null);
    expect(combinations.filter(isAnswered)).toHaveLength(27);
    expect(combinations.filter((given) => !isAnswered(given))).toHaveLength(37);
  });

  it.each(combinations)('says what the table says of $safety, $latency, $shared', (given) => {
    const result = evaluateRule(rule, given);
    const expected = reachable(given);
    expect(new Set(result.possible.map(({ id }) => id))).toEqual(expected);
    expect(result.settled?.id ?? null).toBe(expected.size === 1 ? [...expected][0] : null);
  });

  it.each(combinations)('names exactly the single answers that change $safety, $latency, $shared', (given) => {
    const found = evaluateRule(rule, given).flips.map(({ question, to, possible }) => [
      question.id,
      to,
      possible.map(({ id }) => id).toSorted(),
    ]);
    const expected = Object.entries(given).flatMap(([id, answer]) => {
      const turns = isOpen(answer) ? (['yes', 'no'] as const) : [answer === 'yes' ? ('no' as const) : ('yes' as const)];
      return turns.flatMap((to) => {
        const then = reachable({ ...given, [id]: to });
        return [...then].toSorted().join() !== [...reachable(given)].toSorted().join()
          ? [[id, to, [...then].toSorted()]]
          : [];
      });
    });
    expect(found).toEqual(expected);
  });

  it('asks for a justification where it gives no verdict and for the language where none is needed', () => {
    expect(rule.outcomes.map(({ id, lean, prompt }) => [id, lean, prompt !== null])).toEqual([
      ['consider', 'for', false],
      ['inconclusive', 'open', true],
      ['simplest', 'against', true],
    ]);
  });
});

describe('its path', () => {
  it('goes from tooling over a library to a service and warns of beginning there', () => {
    expect(path.stages.map(({ id, startWarning }) => [id, startWarning !== ''])).toEqual([
      ['tooling', false],
      ['library', false],
      ['service', true],
    ]);
  });

  it('raises a risk for every stage that is skipped, and the big-bang risk for a rewrite of everything', () => {
    expect(path.stages.filter(({ skipRisk }) => skipRisk === null)).toEqual([]);
    expect(path.wholesale?.risk).toBe('big-bang');
  });

  it('has exit criteria with keys of their own', () => {
    expect(path.stages.map(({ exitCriteria }) => exitCriteria.length)).toEqual([4, 5, 6]);
    for (const { id, exitCriteria } of path.stages) {
      expect(unique(exitCriteria.map((criterion) => criterion.id)), id).toBe(true);
    }
  });
});

describe('its risks', () => {
  it('are the 29 of the checklist', () => {
    expect(new Set(risks.risks.map(({ id }) => id))).toEqual(
      new Set([
        'borrow-checker-ramp',
        'slower-delivery',
        'compile-times',
        'async-coloring',
        'async-pin',
        'async-cancellation',
        'executor-starvation',
        'lifetimes',
        'self-referential',
        'unsafe-sprawl',
        'ecosystem-gap',
        'small-stdlib',
        'ffi-complexity',
        'big-bang',
        'wrong-first-target',
        'contract-drift',
        'transliteration',
        'learning-on-the-side',
        'hiring-bus-factor',
        'architecture-not-language',
        'wrong-motivation',
        'unmeasured',
        'overpromised-gain',
        'prototype-phase',
        'ml-research',
        'lint-discipline',
        'staying-put',
        'panics',
        'second-language',
      ]),
    );
    expect(risks.risks).toHaveLength(29);
  });

  it.each([
    ['borrow-checker-ramp', ['4–6 weeks', 'week 4', 'week 12', '2–3 months', 'tokio', 'ripgrep']],
    ['slower-delivery', ['six months']],
    ['compile-times', ['45–90 s', '10–20 s', '5 s', '−40 % to −60 %', 'cargo check', 'mold', 'sccache', 'front end']],
    ['async-coloring', ['tokio']],
    ['executor-starvation', ['spawn_blocking', 'rayon']],
    ['ecosystem-gap', ['a day', 'one or two']],
    ['small-stdlib', ['cargo audit']],
    ['overpromised-gain', ['20–60 %', '−20 % to −60 %', '−30 % to −50 %', '1.5–3×', '10×']],
    ['staying-put', ['nil', 'race', 'errors', 'garbage collection', 'goroutines']],
  ])('carry the figures and means of their sources: %s', (id, wanted) => {
    expect(wanted.filter((figure) => !riskText(id).includes(figure))).toEqual([]);
  });

  it('all say why, and have mitigations that fit on a button', () => {
    for (const { id, why, mitigations } of risks.risks) {
      expect(why, id).not.toBe('');
      expect(mitigations.length, id).toBeGreaterThan(0);
      expect(unique(mitigations.map((mitigation) => mitigation.id)), id).toBe(true);
      expect(mitigations.filter(({ text }) => text.length > 90 || text.endsWith('.')).map(({ text }) => text)).toEqual(
        [],
      );
    }
  });

  it('stand in groups that are all used and short enough to find one’s way', () => {
    const sizes = risks.groups.map((group) => risks.risks.filter((risk) => risk.group === group.id).length);
    expect(Math.min(...sizes)).toBeGreaterThan(0);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(6);
    expect(risks.groups.filter(({ id }) => id === PLAN_GROUP || id === OWN_GROUP)).toEqual([]);
  });
});
