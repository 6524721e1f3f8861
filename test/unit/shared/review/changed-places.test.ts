import { describe, expect, it } from 'vitest';
import { planMinutes } from '#shared/agenda/agenda.ts';
import { addSitting } from '#shared/agenda/cut.ts';
import { editCommitment } from '#shared/kinds/commitments/edit.ts';
import { editTraining } from '#shared/kinds/training/edit.ts';
import { changedPlaces, changedWords } from '#shared/review/changed-places.ts';
import { type ReviewDocument, reviewDocumentSchema } from '#shared/review/review.ts';
import { kindsTemplate } from '#test/support/kinds-template.ts';

const ADA = { id: 'p1', name: 'Ada', role: '' };
const NAMELESS = { id: 'p2', name: '', role: '' };

const START: ReviewDocument = reviewDocumentSchema.parse({
  id: '3f0c6a52-6a5e-4a53-9a57-2f6f6f1f0c11',
  createdAt: '2026-03-02T09:00:00Z',
  template: { id: 'example', version: '1.0.0', sha256: 'a'.repeat(64) },
  title: 'Start',
  context: { participants: [ADA, NAMELESS] },
});

const pageOf = (after: ReviewDocument) => changedPlaces(START, after).map(({ page }) => page);
const wordsOf = (after: ReviewDocument, before = START) => changedWords(before, after, kindsTemplate);

describe('the places that changed', () => {
  it('lie on the page that shows them', () => {
    expect(pageOf({ ...START, rule: { ...START.rule, justification: 'x' } })).toEqual(['rule']);
    expect(pageOf(editTraining(START, { startOn: '2026-05-04' }))).toEqual(['training']);
    expect(pageOf(editCommitment(START, 'x', { made: true }))).toEqual(['commitments']);
    expect(pageOf({ ...START, candidate: 'x' })).toEqual(['context']);
    expect(pageOf({ ...START, signOff: { ...START.signOff, quorum: 2 } as never })).toEqual(['sign-off']);
    expect(pageOf({ ...START, tripwires: [] })).toEqual(['sign-off']);
    expect(pageOf({ ...START, toDo: [] })).toEqual(['to-do']);
    expect(pageOf(planMinutes(START, 'rule', 20))).toEqual(['agenda']);
    expect(pageOf({ ...START, title: 'x' })).toEqual(['review']);
    expect(pageOf(START)).toEqual([]);
  });

  it('are told by the ids of rows and items on the way', () => {
    const people = [ADA, { ...NAMELESS, role: 'Observer' }];
    const renamed = { ...START, context: { ...START.context, participants: people as never } };
    expect(changedPlaces(START, renamed)[0]?.path).toEqual(['context', 'participants', { row: 'p2' }, 'role']);
    const scored: ReviewDocument = {
      ...START,
      options: { cells: { speed: { new: { score: 4, reason: '' } } } } as never,
    };
    const rescored: ReviewDocument = {
      ...START,
      options: { cells: { speed: { new: { score: 5, reason: '' } } } } as never,
    };
    expect(changedPlaces(scored, rescored)[0]?.path).toEqual([
      'options',
      'cells',
      { row: 'speed' },
      { row: 'new' },
      'score',
    ]);
  });
});

describe('what changed in words', () => {
  it('names the section, the row and the field', () => {
    const people = (rows: readonly object[]): ReviewDocument => ({
      ...START,
      context: { ...START.context, participants: rows as never },
    });
    expect(wordsOf(people([{ ...ADA, role: 'Lead' }, NAMELESS]))).toBe('Context, participants, Ada, role');
    expect(wordsOf(people([ADA, { ...NAMELESS, role: 'Lead' }]))).toBe('Context, participants, No. 2, role');
    expect(wordsOf(people([NAMELESS]))).toBe('Context, participants, Ada');
  });

  it('names what stands outside of the sections', () => {
    const toDo = [
      { id: 't', kind: 'action', text: 'Ask legal', owner: '', due: null, status: 'open', place: '' },
    ] as const;
    const asked: ReviewDocument = { ...START, toDo };
    expect(wordsOf(asked)).toBe('Things to do, Ask legal');
    expect(wordsOf(planMinutes(START, 'rule', 20))).toBe('Agenda, minutes, Rule');
    expect(wordsOf(addSitting(START, kindsTemplate))).toBe('Agenda, where a sitting begins');
    expect(wordsOf({ ...START, title: 'x' })).toBe('The review, title');
    expect(wordsOf({ ...START, candidate: 'x' })).toBe('Context, candidate');
  });

  it('counts what changed besides', () => {
    const both = { ...START, candidate: 'x', rule: { ...START.rule, justification: 'y' } };
    expect(wordsOf(both)).toMatch(/, and 1 more$/);
    expect(wordsOf(START)).toBe('');
  });
});
