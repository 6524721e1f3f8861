import { describe, expect, it } from 'vitest';
import { LINE_LIMIT } from '#shared/base/limits.ts';
import { changeDecision, newOption, setOptions } from '#shared/kinds/decision/edit.ts';
import { optionCell } from '#shared/kinds/options/answers.ts';
import {
  addOwnCandidate,
  changeOwnCandidate,
  chooseInDecision,
  editCell,
  editSplit,
  editSplitPart,
  OWN_CANDIDATE_LIMIT,
  optionsForDecision,
  pickCandidate,
  removeOwnCandidate,
  setProjectKind,
  setWeight,
  takeIntoDecision,
} from '#shared/kinds/options/edit.ts';
import { criterionWeight } from '#shared/kinds/options/option-sums.ts';
import { comparedCandidates } from '#shared/kinds/options/options.ts';
import { type ReviewDocument, reviewDocumentSchema } from '#shared/review/review.ts';
import { templateSchema } from '#shared/template/schema.ts';
import { sectionOf } from '#shared/template/template.ts';

const TEMPLATE = templateSchema.parse({
  format: 'groundwork-template',
  formatVersion: 1,
  id: 'example',
  version: '1.0.0',
  title: 'Example',
  summary: 'Three candidates.',
  sections: [
    {
      kind: 'options',
      title: 'Options',
      candidates: [
        { id: 'rust', name: 'Rust', help: 'Compiled.', preselected: true },
        { id: 'stay', name: 'Stay', help: 'Nothing changes.', preselected: true },
        { id: 'go', name: 'Go', help: 'Simple.' },
      ],
      criteria: [
        { id: 'speed', name: 'Speed', help: 'How fast.', weight: 4 },
        { id: 'people', name: 'People', help: 'Who can do it.' },
      ],
      split: {
        name: 'Each where it belongs',
        help: 'Two languages.',
        parts: [
          { id: 'control', name: 'Control plane', help: 'APIs.', candidate: 'go' },
          { id: 'data', name: 'Data plane', help: 'Bytes.', candidate: 'rust' },
        ],
      },
    },
  ],
});
const SECTION = sectionOf(TEMPLATE, 'options');
if (!SECTION) throw new Error('The example has no options.');
const [SPEED] = SECTION.criteria;
if (!SPEED) throw new Error('The example has no criteria.');

const START: ReviewDocument = reviewDocumentSchema.parse({
  id: '3f0c6a52-6a5e-4a53-9a57-2f6f6f1f0c11',
  createdAt: '2026-03-02T09:00:00Z',
  template: { id: 'example', version: '1.0.0', sha256: 'a'.repeat(64) },
  title: 'Gateway',
});

const IDS = ['o1', 'o2', 'o3', 'o4'];

describe('pickCandidate', () => {
  it('adds and removes, and goes back to the template’s choice without a trace', () => {
    const added = pickCandidate(START, SECTION, 'go', true);
    expect(comparedCandidates(added, SECTION).map(({ id }) => id)).toEqual(['rust', 'stay', 'go']);
    expect(pickCandidate(added, SECTION, 'go', false)).toEqual(START);
    const none = pickCandidate(pickCandidate(START, SECTION, 'rust', false), SECTION, 'stay', false);
    expect(comparedCandidates(none, SECTION)).toEqual([]);
  });

  it('keeps the scores of a candidate that is taken out', () => {
    const scored = editCell(START, 'speed', 'rust', { score: 5 });
    const out = pickCandidate(scored, SECTION, 'rust', false);
    expect(pickCandidate(out, SECTION, 'rust', true)).toEqual(scored);
    expect(optionCell(out, 'speed', 'rust').score).toBe(5);
  });

  it('does not list the team’s own candidates among those of the template', () => {
    const own = pickCandidate(addOwnCandidate(START, 'zig'), SECTION, 'go', true);
    expect(own.options?.candidates).toEqual(['rust', 'stay', 'go']);
    expect(reviewDocumentSchema.parse(own)).toEqual(own);
  });
});

describe('own candidates', () => {
  it('are compared, renamed, and removed with their scores and their part of the split', () => {
    const named = changeOwnCandidate(addOwnCandidate(START, 'zig'), 'zig', { name: 'Zig' });
    const used = editSplitPart(editCell(named, 'speed', 'zig', { score: 4 }), 'data', {
      candidate: 'zig',
      note: 'why',
    });
    expect(comparedCandidates(used, SECTION).at(-1)?.name).toBe('Zig');
    const removed = removeOwnCandidate(used, 'zig');
    expect(removed).toEqual(editSplitPart(START, 'data', { note: 'why' }));
  });

  it('keep the scores of the others when one goes', () => {
    const both = editCell(addOwnCandidate(START, 'zig'), 'speed', 'rust', { score: 2 });
    const removed = removeOwnCandidate(editCell(both, 'speed', 'zig', { score: 1 }), 'zig');
    expect(removed).toEqual(editCell(START, 'speed', 'rust', { score: 2 }));
  });

  it('end at a number that can be compared', () => {
    const full = Array.from({ length: OWN_CANDIDATE_LIMIT }, (_, index) => `own-${index}`).reduce(
      addOwnCandidate,
      START,
    );
    expect(full.options?.own).toHaveLength(OWN_CANDIDATE_LIMIT);
    expect(addOwnCandidate(full, 'one-more')).toBe(full);
  });
});

describe('setWeight', () => {
  it('overrides the template’s weight, zero included, and goes back to it', () => {
    const none = setWeight(START, SPEED, 0);
    expect(criterionWeight(none, SPEED)).toBe(0);
    expect(setWeight(none, SPEED, null)).toEqual(START);
    expect(setWeight(none, SPEED, 4)).toEqual(START);
  });
});

describe('editCell', () => {
  it('keeps the reason when the score is taken back', () => {
    const scored = editCell(editCell(START, 'speed', 'rust', { score: 5 }), 'speed', 'rust', { reason: 'Measured' });
    const cleared = editCell(scored, 'speed', 'rust', { score: null });
    expect(optionCell(cleared, 'speed', 'rust')).toEqual({ score: null, reason: 'Measured' });
    expect(editCell(cleared, 'speed', 'rust', { reason: '' })).toEqual(START);
  });
});

describe('setProjectKind', () => {
  it('is taken back without a trace', () => {
    expect(setProjectKind(START, 'mvp').options?.projectKind).toBe('mvp');
    expect(setProjectKind(setProjectKind(START, 'mvp'), null)).toEqual(START);
  });
});

describe('takeIntoDecision', () => {
  it('adds every compared candidate once and chooses none', () => {
    const taken = takeIntoDecision(START, TEMPLATE, IDS);
    expect(taken.decision.options.map(({ id, name }) => [id, name])).toEqual([
      ['o1', 'Rust'],
      ['o2', 'Stay'],
    ]);
    expect(taken.decision.chosenOption).toBeNull();
    expect(takeIntoDecision(taken, TEMPLATE, ['x1', 'x2'])).toEqual(taken);
    expect(reviewDocumentSchema.parse(taken)).toEqual(taken);
  });

  it('recognises an option by its name and leaves what the team wrote there', () => {
    const written = { ...newOption('mine'), name: ' rust ', pros: [{ id: 'p1', text: 'Fast' }] };
    const before = changeDecision(setOptions(START, [written]), { chosenOption: 'mine' });
    const taken = takeIntoDecision(before, TEMPLATE, IDS);
    expect(taken.decision.options).toEqual([written, { ...newOption('o2'), name: 'Stay' }]);
    expect(taken.decision.chosenOption).toBe('mine');
  });

  it('leaves unnamed candidates out', () => {
    const unnamed = addOwnCandidate(START, 'zig');
    expect(optionsForDecision(unnamed, TEMPLATE).map(({ name }) => name)).toEqual(['Rust', 'Stay']);
  });

  it('brings a chosen split with its parts, and renames it when they change', () => {
    const split = editSplit(START, { chosen: true, reason: 'Throughput' });
    const taken = takeIntoDecision(split, TEMPLATE, IDS);
    expect(taken.decision.options.at(-1)).toEqual({
      ...newOption('o3'),
      name: 'Each where it belongs: Control plane: Go; Data plane: Rust',
    });
    const changed = editSplitPart(taken, 'data', { candidate: 'go' });
    expect(optionsForDecision(changed, TEMPLATE).at(-1)).toMatchObject({ taken: 'o3', isRenamed: true });
    const again = takeIntoDecision(changed, TEMPLATE, ['x1', 'x2', 'x3']);
    expect(again.decision.options).toHaveLength(3);
    expect(again.decision.options.at(-1)?.name).toBe('Each where it belongs: Control plane: Go; Data plane: Go');
  });

  it('cuts a name that the decision could not hold', () => {
    const long = editSplit(changeOwnCandidate(addOwnCandidate(START, 'zig'), 'zig', { name: 'z'.repeat(LINE_LIMIT) }), {
      chosen: true,
    });
    const taken = takeIntoDecision(editSplitPart(long, 'data', { candidate: 'zig' }), TEMPLATE, IDS);
    expect(reviewDocumentSchema.parse(taken)).toEqual(taken);
    expect(optionsForDecision(taken, TEMPLATE).every((option) => option.taken !== null && !option.isRenamed)).toBe(
      true,
    );
  });
});

describe('chooseInDecision', () => {
  it('marks what the decision takes, and only what is among its options', () => {
    const [rust] = optionsForDecision(START, TEMPLATE);
    if (!rust) throw new Error('Nothing is compared.');
    expect(chooseInDecision(START, rust)).toBe(START);
    const taken = takeIntoDecision(START, TEMPLATE, IDS);
    const [known] = optionsForDecision(taken, TEMPLATE);
    if (!known) throw new Error('Nothing is compared.');
    const chosen = chooseInDecision(taken, known);
    expect(chosen.decision.chosenOption).toBe('o1');
    expect(optionsForDecision(chosen, TEMPLATE).map(({ isChosen }) => isChosen)).toEqual([true, false]);
  });
});
