import { describe, expect, it } from 'vitest';
import {
  arrange,
  filterCounts,
  type OpenRisk,
  type RiskView,
  WHOLE_LIST,
} from '#renderer/pages/sections/risks/risk-view.ts';
import type { Assessment } from '#shared/kinds/risks/answers.ts';
import { changeAssessment } from '#shared/kinds/risks/edit.ts';
import { type ReviewRisk, risksOf } from '#shared/kinds/risks/risks.ts';
import { type ReviewDocument, reviewDocumentSchema } from '#shared/review/review.ts';
import { templateSchema } from '#shared/template/schema.ts';
import { sectionOf, type Template } from '#shared/template/template.ts';

const template: Template = templateSchema.parse({
  format: 'groundwork-template',
  formatVersion: 1,
  id: 'fixture',
  version: '1.0.0',
  title: 'Fixture',
  summary: 'For tests.',
  sections: [
    {
      kind: 'path',
      title: 'Path',
      stages: [
        { id: 'tool', name: 'Tool', help: 'A tool.', skipRisk: { name: 'No practice', help: 'Nobody has shipped.' } },
        { id: 'service', name: 'Service', help: 'A service.' },
      ],
    },
    {
      kind: 'risks',
      title: 'Risks',
      likelihoodWords: ['a', 'b', 'c', 'd', 'e'],
      impactWords: ['a', 'b', 'c', 'd', 'e'],
      groups: [
        { id: 'people', name: 'People' },
        { id: 'build', name: 'Build' },
      ],
      risks: [
        { id: 'ramp', name: 'Slow start', help: 'Weeks are lost.', group: 'people' },
        { id: 'compile', name: 'Compile times', help: 'Builds are slow.', group: 'build' },
        { id: 'hiring', name: 'Hiring', help: 'Few people know it.', group: 'people' },
      ],
    },
  ],
});
const section = sectionOf(template, 'risks') ?? expect.fail('the fixture has risks');

const empty: ReviewDocument = reviewDocumentSchema.parse({
  id: '6f9619ff-8b86-4d01-b42d-00c04fc964ff',
  createdAt: '2026-03-03T09:00:00Z',
  template: { id: 'fixture', version: '1.0.0', sha256: 'a'.repeat(64) },
  title: 'Cache',
  path: { stages: { tool: { state: 'skipped', skipReason: 'known' } } },
  risks: { own: [{ id: 'own-1', name: 'Vendor leaves' }] },
});

function assessed(assessments: Readonly<Record<string, Partial<Assessment>>>): readonly ReviewRisk[] {
  const filled = Object.entries(assessments).reduce(
    (document, [id, change]) => changeAssessment(document, id, change),
    empty,
  );
  return risksOf(filled, template);
}

function shown(risks: readonly ReviewRisk[], view: Partial<RiskView>, open: OpenRisk | null = null) {
  return arrange(risks, section, { ...WHOLE_LIST, ...view }, open).map(
    (group) => [group.name, group.risks.map(({ id }) => id)] as const,
  );
}

const rated = { applicable: true, likelihood: 2, impact: 2 } as const;

describe('the list of risks', () => {
  it('stands in groups, with the path’s and the team’s own at the end', () => {
    expect(shown(assessed({}), {})).toEqual([
      ['People', ['ramp', 'hiring']],
      ['Build', ['compile']],
      ['Raised by the path', ['skipped-tool']],
      ['Our own risks', ['own-1']],
    ]);
  });

  it('filters and counts alike', () => {
    const risks = assessed({ ramp: { applicable: true }, hiring: { applicable: false, reason: 'nobody leaves' } });
    expect(filterCounts(risks)).toEqual({ all: 5, 'to-do': 4, applicable: 1, 'not-applicable': 1 });
    expect(shown(risks, { filter: 'not-applicable' })).toEqual([['People', ['hiring']]]);
    expect(shown(risks, { filter: 'to-do' }).flatMap(([, ids]) => ids)).toHaveLength(4);
  });

  it('finds every word in any order, whatever the case and accents', () => {
    const risks = assessed({ compile: { note: 'Ask Éva about the cache' } });
    expect(shown(risks, { search: 'slow EVA' })).toEqual([['Build', ['compile']]]);
    expect(shown(risks, { search: 'people' })).toEqual([['People', ['ramp', 'hiring']]]);
    expect(shown(risks, { search: 'nothing like this' })).toEqual([]);
  });

  it('sorts by exposure before and after, with the rest behind', () => {
    const risks = assessed({
      ramp: { ...rated, likelihood: 5, response: 'mitigate', residualLikelihood: 1, residualImpact: 1 },
      compile: rated,
      hiring: { applicable: false },
    });
    expect(shown(risks, { order: 'before' })).toEqual([
      ['Highest exposure first', ['ramp', 'compile']],
      ['Not rated yet', ['skipped-tool', 'own-1']],
      ['Not applicable', ['hiring']],
    ]);
    expect(shown(risks, { order: 'after' })[0]).toEqual(['Highest exposure first', ['compile', 'ramp']]);
  });

  it('keeps the number of each risk, however it is rated, skipped or set aside', () => {
    const numbersOf = (risks: readonly { readonly id: string; readonly number: number }[]) =>
      new Map(risks.map(({ id, number }) => [id, number]));
    const before = numbersOf(assessed({}));
    const after = assessed({ ramp: rated, hiring: { ...rated, impact: 5 }, compile: { applicable: false } });
    expect([...before.values()]).toEqual([1, 2, 3, 4, 5]);
    expect(numbersOf(after)).toEqual(before);
  });

  it('shows the risks of one cell of the heat map', () => {
    const risks = assessed({ ramp: rated, compile: { ...rated, impact: 3 } });
    expect(shown(risks, { cell: { time: 'before', likelihood: 2, impact: 2 } })).toEqual([['People', ['ramp']]]);
  });

  it('leaves the open risk in its place while it changes', () => {
    const before = assessed({ ramp: rated, compile: rated });
    const open = { id: 'compile', assessment: before[1]?.assessment ?? expect.fail('compile is there') };
    const after = assessed({ ramp: rated, compile: { ...rated, likelihood: 5 } });
    expect(shown(after, { order: 'before' }, open)[0]).toEqual(['Highest exposure first', ['ramp', 'compile']]);
    expect(shown(after, { order: 'before' })[0]).toEqual(['Highest exposure first', ['compile', 'ramp']]);

    const done = assessed({ compile: { applicable: false, reason: 'no builds' } });
    const untouched = { id: 'compile', assessment: assessed({})[1]?.assessment ?? expect.fail('compile is there') };
    expect(shown(done, { filter: 'to-do' }, untouched).flatMap(([, ids]) => ids)).toContain('compile');
    expect(shown(done, { filter: 'to-do' }).flatMap(([, ids]) => ids)).not.toContain('compile');
    const group = arrange(done, section, { ...WHOLE_LIST, filter: 'to-do' }, untouched)[1];
    expect(group?.risks[0]?.assessment.applicable).toBe(false);
  });
});
