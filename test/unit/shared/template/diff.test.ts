import { describe, expect, it } from 'vitest';
import { diffTemplates, isEmptyDiff } from '#shared/template/diff.ts';
import type { Template } from '#shared/template/template.ts';
import { compareVersions, nextMinor } from '#shared/template/version.ts';
import { questionTemplate } from '#test/support/question-template.ts';
import { rustTemplate, shippedTemplates } from '#test/support/shipped.ts';
import { smallTemplate } from '#test/support/small-review.ts';

type Section = Template['sections'][number];

/** The template with one section changed. */
const changed = (kind: Section['kind'], change: (section: never) => Section): Template => ({
  ...smallTemplate,
  sections: smallTemplate.sections.map((section) => (section.kind === kind ? change(section as never) : section)),
});

describe('diffTemplates', () => {
  it.each([...shippedTemplates.values(), smallTemplate, questionTemplate])(
    'finds nothing between equal templates, whatever their version: $title',
    (template) => {
      const diff = diffTemplates(template, structuredClone({ ...template, version: '9.9.9', published: '2026-01-01' }));
      expect(isEmptyDiff(diff)).toBe(true);
      expect(diff.counts).toEqual({ added: 0, changed: 0, removed: 0 });
    },
  );

  it('names items that were added, changed and removed, by their id', () => {
    const after = changed('risks', (section: Extract<Section, { kind: 'risks' }>) => ({
      ...section,
      risks: [
        ...section.risks.filter(({ id }) => id !== 'big-bang').map((risk) => ({ ...risk, help: 'Other words.' })),
        { id: 'new', name: 'New risk', help: 'h', group: 'all', why: '', mitigations: [], sources: [] },
      ],
    }));
    const diff = diffTemplates(smallTemplate, after);
    expect(diff.sections).toHaveLength(1);
    expect(diff.sections[0]).toMatchObject({ kind: 'risks', change: 'changed', fields: [] });
    expect(diff.sections[0]?.items).toEqual([
      {
        change: 'changed',
        id: 'ramp',
        name: 'Ramp-up',
        within: [],
        fields: [{ label: 'help', before: 'h', after: 'Other words.' }],
      },
      { change: 'added', id: 'new', name: 'New risk', within: [], fields: [] },
      { change: 'removed', id: 'big-bang', name: 'Big bang', within: [], fields: [] },
    ]);
    expect(diff.counts).toEqual({ added: 1, changed: 2, removed: 1 });
  });

  it('looks into items: an exit criterion, and a value within a value', () => {
    const after = changed('path', (section: Extract<Section, { kind: 'path' }>) => ({
      ...section,
      stages: section.stages.map((stage) => ({
        ...stage,
        exitCriteria: stage.exitCriteria.map((criterion) => ({ ...criterion, text: 'In daily use' })),
        skipRisk: stage.skipRisk && { ...stage.skipRisk, name: 'No practice at all' },
      })),
    }));
    const items = diffTemplates(smallTemplate, after).sections[0]?.items;
    expect(items).toEqual([
      {
        change: 'changed',
        id: 'tooling',
        name: 'Tooling',
        within: [],
        fields: [{ label: 'skip risk › name', before: 'No practice', after: 'No practice at all' }],
      },
      {
        change: 'changed',
        id: 'used',
        name: 'In daily use',
        within: ['Tooling'],
        fields: [{ label: 'text', before: 'In use', after: 'In daily use' }],
      },
    ]);
  });

  it('names whole sections, another order, and what stands above the sections', () => {
    const sections = smallTemplate.sections.filter(({ kind }) => kind !== 'strategy').toReversed();
    const diff = diffTemplates(smallTemplate, { ...smallTemplate, title: 'Renamed', sections });
    expect(diff.sections).toEqual([{ kind: 'strategy', title: 'Strategy', change: 'removed', fields: [], items: [] }]);
    expect(diff.fields.map(({ label }) => label)).toEqual(['title', 'order of the sections']);
    expect(diffTemplates({ ...smallTemplate, sections }, smallTemplate).sections[0]?.change).toBe('added');
  });

  it('names another order of items', () => {
    const after = changed('rule', (section: Extract<Section, { kind: 'rule' }>) => ({
      ...section,
      questions: section.questions.toReversed(),
    }));
    expect(diffTemplates(smallTemplate, after).sections[0]?.fields).toEqual([
      { label: 'order of the questions', before: 'One, Two, Three', after: 'Three, Two, One' },
    ]);
  });

  it('is the mirror image the other way round', () => {
    const one = diffTemplates(rustTemplate, smallTemplate);
    const other = diffTemplates(smallTemplate, rustTemplate);
    expect(other.counts.added).toBe(one.counts.removed);
    expect(other.counts.removed).toBe(one.counts.added);
    expect(other.counts.changed).toBe(one.counts.changed);
  });
});

describe('versions', () => {
  it('are ordered as numbers', () => {
    const sorted = ['10.0.0', '1.10.0', '1.9.12', '1.9.2', '0.0.1'].toSorted(compareVersions);
    expect(sorted).toEqual(['0.0.1', '1.9.2', '1.9.12', '1.10.0', '10.0.0']);
    expect(compareVersions('1.2.3', '1.2.3')).toBe(0);
    expect(compareVersions(`${'9'.repeat(40)}.0.0`, `${'9'.repeat(39)}8.0.0`)).toBe(1);
    expect(nextMinor('1.9.4')).toBe('1.10.0');
  });
});
