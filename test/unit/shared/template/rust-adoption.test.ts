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

  it('names for every item at least one of its five sources, or the day on which we checked it', () => {
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
    expect(rustTemplate.sources).toHaveLength(5);
    expect(items.filter((item) => item.sources.length === 0).map((item) => item.id)).toEqual([]);
    expect(new Set(items.flatMap((item) => item.sources))).toEqual(new Set(rustTemplate.sources.map(({ id }) => id)));
  });

  it('offers adopt, trial, defer and stay, the first two for a stage', () => {
    expect(decision.choices.map(({ id, lean, needsStage }) => [id, lean, needsStage])).toEqual([
      ['adopt', 'for', true],
      ['trial', 'for', true],
      ['defer', 'open', false],
      ['stay', 'against', false],
    ]);
  });

  it('offers the four strategies', () => {
    expect(strategy.strategies.map(({ id }) => id)).toEqual(['hot-path-service', 'worker', 'ffi', 'strangler']);
  });
});

describe('its rule', () => {
  const answers: readonly Answer[] = ['yes', 'no', 'unsure'];
  const combinations = answers.flatMap((safety) =>
    answers.flatMap((latency) => answers.map((shared) => ({ safety, latency, shared }))),
  );
  const outcomeOf = (yes: number) => (yes >= 2 ? 'consider' : yes === 1 ? 'inconclusive' : 'simplest');

  it.each(combinations)('says what the table says of $safety, $latency, $shared', (given) => {
    const count = (wanted: Answer) => Object.values(given).filter((answer) => answer === wanted).length;
    const reachable = Array.from({ length: count('unsure') + 1 }, (_, more) => outcomeOf(count('yes') + more));
    const result = evaluateRule(rule, given);
    expect(new Set(result.possible.map(({ id }) => id))).toEqual(new Set(reachable));
    expect(result.ifNo.id).toBe(outcomeOf(count('yes')));
    expect(result.settled?.id ?? null).toBe(new Set(reachable).size === 1 ? reachable[0] : null);
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
  it('are the 27 of the checklist', () => {
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
      ]),
    );
    expect(risks.risks).toHaveLength(27);
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
