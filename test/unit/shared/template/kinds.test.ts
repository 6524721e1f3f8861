import { describe, expect, it } from 'vitest';
import { templateSchema } from '#shared/template/schema.ts';
import { kindSections, kindsTemplate } from '#test/support/kinds-template.ts';

type Change = readonly [path: string, value: unknown];

const twice = [
  { id: 'same', text: 'One' },
  { id: 'same', text: 'Two' },
];

const PACKAGE_ROW = { id: 'npm-web', ecosystem: 'npm', names: ['express'], candidate: 'axum' };

/** Problems of the template with values put at places such as `screening.fit.0.id`. */
function problems(...changes: readonly Change[]): readonly string[] {
  const draft = JSON.parse(JSON.stringify(kindsTemplate));
  for (const [path, value] of changes) put(draft, path, value);
  const parsed = templateSchema.safeParse(draft);
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.message);
}

function put(draft: { sections: { kind: string }[] }, path: string, value: unknown): void {
  const [kind, ...steps] = path.split('.');
  const last = steps.pop() ?? '';
  let place: unknown = draft.sections.find((section) => section.kind === kind);
  for (const step of steps) place = (place as Record<string, unknown>)[step];
  if (typeof place !== 'object' || place === null) throw new Error(`nothing at ${path}`);
  Object.assign(place, { [last]: value });
}

describe('templateSchema', () => {
  it('accepts a template with every kind of section', () => {
    expect(problems()).toEqual([]);
    expect(new Set(kindsTemplate.sections.map((section) => section.kind)).size).toBe(14);
  });

  it.each<[string, Change, string]>([
    ['a signal on both sides', ['screening.misfit.0.id', 'exposed'], '"exposed" stands among the fit signals too'],
    ['a clash over an unknown question', ['screening.misfit.0.clash.when', 'four'], 'unknown question "four"'],
    ['an unreadable clash', ['screening.misfit.0.clash.when', 'one &&'], 'expected a question id'],
    ['a motivation twice', ['screening.motivations.1.id', 'problem'], '"problem" stands here twice'],
    ['a question twice', ['questions.groups.0.questions.1.id', 'alarms'], '"alarms" stands here twice'],
    ['a choice twice', ['questions.groups.0.questions.0.choices.1.id', 'dashboards'], 'stands here twice'],
    ['a rule over an unknown choice', ['questions.groups.0.questions.0.rules.0.when', 'gone'], 'unknown choice "gone"'],
    [
      'a cell of an unknown candidate',
      ['options.criteria.0.cells', { gone: { text: 'x' } }],
      'unknown candidate "gone"',
    ],
    ['a cell with an unknown source', ['options.criteria.0.cells.new.sources', ['gone']], 'unknown source "gone"'],
    ['a verdict for an unknown candidate', ['options.projectKinds.0.candidates', ['gone']], 'unknown candidate "gone"'],
    ['a part with an unknown candidate', ['options.split.parts.0.candidate', 'gone'], 'unknown candidate "gone"'],
    ['a part twice', ['options.split.parts.1.id', 'control'], '"control" stands here twice'],
    ['a split with an unknown source', ['options.split.sources', ['gone']], 'unknown source "gone"'],
    ['a strategy over an unknown question', ['strategy.strategies.0.fits', 'gone'], 'unknown question "gone"'],
    ['a migration rule twice', ['strategy.rules.1.id', 'contract'], '"contract" stands here twice'],
    ['a measure that raises an unknown risk', ['evidence.unmeasuredRisk', 'gone'], 'unknown risk "gone"'],
    ['a target that raises an unknown risk', ['evidence.overpromisedRisk', 'gone'], 'unknown risk "gone"'],
    ['a range the wrong way round', ['evidence.measures.0.range.to', -10], '"from" is the smaller gain'],
    ['a gap that raises an unknown risk', ['audit.gapRisk', 'gone'], 'unknown risk "gone"'],
    ['a counterpart twice', ['audit.counterparts.1.id', 'logging'], '"logging" stands here twice'],
    ['a phase that ends before it begins', ['training.phases.0.toWeek', -1], 'Too small'],
    ['a phase that ends early', ['training.phases.1.toWeek', 3], 'the phase ends before it begins'],
    ['a check with an unknown source', ['training.protectedTime.sources', ['gone']], 'unknown source "gone"'],
    ['no time that raises an unknown risk', ['training.protectedTimeRisk', 'gone'], 'unknown risk "gone"'],
    ['a commitment to an unknown risk', ['commitments.commitments.0.risk', 'gone'], 'unknown risk "gone"'],
    ['a file for an unknown commitment', ['commitments.starter.0.for', ['gone']], 'unknown commitment "gone"'],
    ['lines for an unknown commitment', ['commitments.starter.0.blocks.0.for', ['gone']], 'unknown commitment "gone"'],
    ['a file outside of the repository', ['commitments.starter.0.path', 'docs/../../x'], 'use a path such as'],
    ['a file from the top of the disk', ['commitments.starter.0.path', '/etc/x'], 'use a path such as'],
    ['a file of git itself', ['commitments.starter.0.path', 'a/.Git/config'], 'use a path such as'],
    ['a packages row twice', ['audit.packages', [PACKAGE_ROW, PACKAGE_ROW]], '"npm-web" stands here twice'],
    ['a risk with a reserved id', ['risks.risks.0.id', 'skipped-tooling'], 'kept for skipped stages'],
    ['a group with a reserved id', ['risks.groups.0.id', 'own'], '"own" is kept for the program'],
    ['a mitigation twice', ['risks.risks.0.mitigations', twice], '"same" stands here twice'],
    ['an exit criterion twice', ['path.stages.0.exitCriteria', twice], '"same" stands here twice'],
    ['a mitigation of a skip twice', ['path.stages.0.skipRisk.mitigations', twice], '"same" stands here twice'],
    ['a plan with an unknown source', ['path.wholesale.sources', ['gone']], 'unknown source "gone"'],
  ])('refuses %s', (_, change, message) => {
    expect(problems(change).join('\n')).toContain(message);
  });

  it('refuses the same question in two groups', () => {
    const [group] = kindSections.questions.groups;
    const groups = [group, { ...group, id: 'second', name: 'Second' }];
    expect(problems(['questions.groups', groups])).toEqual([
      '"alarms" stands in an earlier group too',
      '"backups" stands in an earlier group too',
    ]);
  });

  it('accepts a range that is a single figure', () => {
    expect(problems(['evidence.measures.0.range.to', -20])).toEqual([]);
  });
});
