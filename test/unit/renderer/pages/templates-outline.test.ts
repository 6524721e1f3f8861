import { describe, expect, it } from 'vitest';
import { outlineOf } from '#renderer/pages/templates/outline.ts';
import { questionTemplate } from '#test/support/question-template.ts';
import { shippedTemplates } from '#test/support/shipped.ts';
import { smallTemplate } from '#test/support/small-review.ts';

describe('outlineOf', () => {
  it('counts what each section holds', () => {
    expect(outlineOf(smallTemplate).map(({ title, counts }) => `${title}: ${counts}`)).toEqual([
      'Context: 2 fields',
      'Rule: 3 questions, 3 outcomes',
      'Path: 2 stages',
      'Strategy: 1 strategy',
      'Risks: 1 group, 2 risks',
      'Decision: 3 choices',
      'Sign-off: ',
    ]);
  });

  it('shows the rule: what is asked, and which answers lead to which outcome', () => {
    const rule = outlineOf(smallTemplate).find(({ kind }) => kind === 'rule');
    expect(rule?.lists[0]?.rows[0]).toMatchObject({ name: 'One', about: 'One?', depth: 0 });
    expect(rule?.lists[1]?.rows.map(({ name, about }) => [name, about])).toEqual([
      ['Consider', 'when atLeast(2, one, two, three)'],
      ['Inconclusive', 'when one || two || three'],
      ['Simplest', 'otherwise'],
    ]);
  });

  it('shows what stands in what', () => {
    const rows = outlineOf(questionTemplate)[0]?.lists[0]?.rows ?? [];
    expect(rows.slice(0, 3).map(({ name, depth }) => [name, depth])).toEqual([
      ['Reliability', 0],
      ['How do you back up?', 1],
      ['By itself', 2],
    ]);
  });

  it.each([...shippedTemplates.values()])('has a row of its own for every item of $title', (template) => {
    for (const section of outlineOf(template)) {
      const keys = section.lists.flatMap(({ rows }) => rows.map(({ key }) => key));
      expect(new Set(keys).size).toBe(keys.length);
      expect(section.lists.flatMap(({ rows }) => rows).every(({ name }) => name !== '')).toBe(true);
    }
  });
});
