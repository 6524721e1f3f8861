import { describe, expect, it } from 'vitest';
import { type ReviewDocument, reviewDocumentSchema } from '#shared/review.ts';
import {
  addArgument,
  addCondition,
  addConsequence,
  addOption,
  changeArgument,
  changeCondition,
  changeConsequence,
  changeDecision,
  changeOption,
  removeArgument,
  removeCondition,
  removeConsequence,
  removeOption,
} from '../../renderer/edit/decision.ts';

const empty: ReviewDocument = reviewDocumentSchema.parse({
  id: '6f9619ff-8b86-4d01-b42d-00c04fc964ff',
  createdAt: '2026-03-03T09:00:00Z',
  template: { id: 'fixture', version: '1.0.0', sha256: 'a'.repeat(64) },
  title: 'Cache',
});

describe('the decision', () => {
  it('keeps the rest when a part changes', () => {
    const stated = changeDecision(empty, { statement: 'We try it.', stage: 'library' });
    const chosen = changeDecision(stated, { choice: 'stay' });
    expect(chosen.decision).toMatchObject({ statement: 'We try it.', stage: 'library', choice: 'stay' });
    expect(stated.decision.choice).toBeNull();
  });
});

describe('options', () => {
  const two = addOption(addOption(empty, 'o1'), 'o2');

  it('carry pros and cons of their own', () => {
    let changed = changeOption(two, 'o2', { name: 'Rust' });
    changed = addArgument(changed, 'o2', 'pros', 'p1');
    changed = addArgument(changed, 'o2', 'cons', 'c1');
    changed = changeArgument(changed, 'o2', 'pros', 'p1', 'no pauses');
    expect(changed.decision.options).toEqual([
      { id: 'o1', name: '', pros: [], cons: [] },
      { id: 'o2', name: 'Rust', pros: [{ id: 'p1', text: 'no pauses' }], cons: [{ id: 'c1', text: '' }] },
    ]);
    expect(removeArgument(changed, 'o2', 'pros', 'p1').decision.options[1]).toMatchObject({
      pros: [],
      cons: [{ id: 'c1', text: '' }],
    });
    expect(reviewDocumentSchema.parse(changed)).toEqual(changed);
  });

  it('lose the choice only with the chosen one', () => {
    const chosen = changeDecision(two, { chosenOption: 'o2' });
    expect(removeOption(chosen, 'o1').decision.chosenOption).toBe('o2');
    expect(removeOption(chosen, 'o2').decision.chosenOption).toBeNull();
  });

  it('ignore arguments for an option that is not there', () => {
    expect(addArgument(two, 'gone', 'pros', 'p1')).toBe(two);
  });

  it('stop at the length a review can hold', () => {
    let full = empty;
    for (let index = 0; index < 501; index += 1) full = addOption(full, `o${index}`);
    expect(reviewDocumentSchema.safeParse(full).success).toBe(true);
  });
});

describe('consequences and conditions', () => {
  it('change and go by id', () => {
    let changed = addConsequence(addConsequence(empty, 'good', 'k1'), 'bad', 'k2');
    changed = changeConsequence(changed, 'k2', { text: 'slower start' });
    changed = addCondition(addCondition(changed, 'c1'), 'c2');
    changed = changeCondition(changed, 'c1', { met: true, due: '2026-05-01' });
    expect(changed.decision.consequences).toEqual([
      { id: 'k1', tone: 'good', text: '' },
      { id: 'k2', tone: 'bad', text: 'slower start' },
    ]);
    expect(changed.decision.conditions.map(({ id, met, due }) => [id, met, due])).toEqual([
      ['c1', true, '2026-05-01'],
      ['c2', false, null],
    ]);
    expect(reviewDocumentSchema.parse(changed)).toEqual(changed);
    const removed = removeCondition(removeConsequence(changed, 'k1'), 'c2');
    expect(removed.decision.consequences.map(({ id }) => id)).toEqual(['k2']);
    expect(removed.decision.conditions.map(({ id }) => id)).toEqual(['c1']);
  });
});
