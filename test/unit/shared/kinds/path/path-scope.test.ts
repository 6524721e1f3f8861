import { describe, expect, it } from 'vitest';
import { openPoints } from '#shared/review/progress.ts';
import type { Template } from '#shared/template/template.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

const withoutWholesale: Template = {
  ...smallTemplate,
  sections: smallTemplate.sections.map((section) =>
    section.kind === 'path' ? { ...section, wholesale: null } : section,
  ),
};

describe('a plan that replaces everything at once', () => {
  const review = smallReview({ path: { wholesale: true } });
  const targets = (template: Template) => openPoints(review, template, 'a'.repeat(64)).map((point) => point.target);

  it('owes a reason', () => {
    expect(targets(smallTemplate)).toContain('path.wholesale');
  });

  it('owes none where the template has no such plan, and so no place to write it', () => {
    expect(targets(withoutWholesale)).not.toContain('path.wholesale');
  });
});

describe('stages behind the one that the decision is for', () => {
  const owed = (parts: Record<string, unknown>) =>
    openPoints(smallReview(parts), smallTemplate, 'a'.repeat(64))
      .filter(({ section }) => section === 'path')
      .map(({ target }) => target);
  const first = { state: 'planned', workItem: 'A filter', owner: 'Ada' };
  const adopted = { choice: 'adopt', stage: 'tooling' };

  it('owe no plan yet', () => {
    expect(owed({ path: { stages: { tooling: first } } })).toEqual(['path.service']);
    expect(owed({ path: { stages: { tooling: first } }, decision: adopted })).toEqual([]);
  });

  it('owe what a plan that was begun lacks', () => {
    const stages = { tooling: first, service: { state: 'planned', workItem: 'The cache' } };
    expect(owed({ path: { stages }, decision: adopted })).toEqual(['path.service']);
  });

  it('are the later ones only, of a decision that names a stage, in a plan that takes steps', () => {
    const service = { tooling: { state: 'open' }, service: first };
    expect(owed({ path: { stages: service }, decision: { choice: 'adopt', stage: 'service' } })).toEqual([
      'path.tooling',
    ]);
    expect(owed({ decision: adopted })).toEqual(['path.tooling']);
    const stages = { tooling: first };
    expect(owed({ path: { stages }, decision: { ...adopted, choice: 'defer' } })).toEqual(['path.service']);
    expect(owed({ path: { stages }, decision: { ...adopted, stage: 'gone' } })).toEqual(['path.service']);
    const atOnce = { stages, wholesale: true, wholesaleReason: 'The contract ends.' };
    expect(owed({ path: atOnce, decision: adopted })).toEqual(['path.service']);
  });
});
