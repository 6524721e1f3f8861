import { describe, expect, it } from 'vitest';
import {
  changeArgument,
  changeCondition,
  changeConsequence,
  changeDecision,
  changeOption,
  linkCondition,
  newCondition,
  newConsequence,
  newOption,
  setOptions,
} from '#shared/kinds/decision/edit.ts';
import { type ReviewDocument, reviewDocumentSchema } from '#shared/review/review.ts';

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
  const two = setOptions(empty, [newOption('o1'), newOption('o2')]);

  it('carry pros and cons of their own', () => {
    const named = changeOption(two, 'o2', {
      name: 'Rust',
      pros: [{ id: 'p1', text: '' }],
      cons: [{ id: 'p1', text: '' }],
    });
    const changed = changeArgument(named, 'o2', 'pros', 'p1', 'no pauses');
    expect(changed.decision.options).toEqual([
      { id: 'o1', name: '', pros: [], cons: [] },
      { id: 'o2', name: 'Rust', pros: [{ id: 'p1', text: 'no pauses' }], cons: [{ id: 'p1', text: '' }] },
    ]);
    expect(reviewDocumentSchema.parse(changed)).toEqual(changed);
  });

  it('lose the choice only with the chosen one', () => {
    const chosen = changeDecision(two, { chosenOption: 'o2' });
    expect(setOptions(chosen, [newOption('o2')]).decision.chosenOption).toBe('o2');
    expect(setOptions(chosen, [newOption('o1')]).decision.chosenOption).toBeNull();
  });

  it('ignore arguments for an option that is not there', () => {
    expect(changeArgument(two, 'gone', 'pros', 'p1', 'x')).toBe(two);
  });
});

describe('consequences and conditions', () => {
  it('hang on a risk, an action of it, or nothing', () => {
    const filled = changeDecision(empty, { conditions: [newCondition('c1'), newCondition('c2')] });
    const linked = linkCondition(filled, 'c1', { risk: 'ramp', action: 'a1' });
    expect(linked.decision.conditions[0]).toEqual({ ...newCondition('c1'), risk: 'ramp', action: 'a1' });
    expect(linked.decision.conditions[1]).toBe(filled.decision.conditions[1]);
    const moved = linkCondition(linked, 'c1', { risk: 'ffi' });
    expect(moved.decision.conditions[0]).toEqual({ ...newCondition('c1'), risk: 'ffi' });
    // Nothing is left behind: an untouched condition has the hash it always had.
    expect(linkCondition(moved, 'c1', null)).toEqual(filled);
  });

  it('change by id and stay valid', () => {
    const filled = changeDecision(empty, {
      consequences: [newConsequence('k1', 'good'), newConsequence('k2', 'bad')],
      conditions: [newCondition('c1'), newCondition('c2')],
    });
    const changed = changeCondition(changeConsequence(filled, 'k2', { text: 'slower start' }), 'c1', {
      met: true,
      due: '2026-05-01',
    });
    expect(changed.decision.consequences).toEqual([
      { id: 'k1', tone: 'good', text: '' },
      { id: 'k2', tone: 'bad', text: 'slower start' },
    ]);
    expect(changed.decision.conditions.map(({ id, met, due }) => [id, met, due])).toEqual([
      ['c1', true, '2026-05-01'],
      ['c2', false, null],
    ]);
    expect(reviewDocumentSchema.parse(changed)).toEqual(changed);
  });
});
