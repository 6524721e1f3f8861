import { describe, expect, it } from 'vitest';
import { commitmentState } from '#shared/kinds/commitments/answers.ts';
import { editCommitment, makeNoneOf } from '#shared/kinds/commitments/edit.ts';
import { signedContent } from '#shared/kinds/sign-off/sign-off.ts';
import { topicState } from '#shared/kinds/training/answers.ts';
import { editTopic, editTraining, setRestLearner } from '#shared/kinds/training/edit.ts';
import { partOf } from '#shared/review/part-of.ts';
import { reviewDocumentSchema } from '#shared/review/review.ts';
import { smallReview } from '#test/support/small-review.ts';

const START = smallReview();

describe('training', () => {
  it('keeps topics and the plan apart', () => {
    const edited = editTopic(editTraining(START, { startOn: '2026-10-05' }), 'ownership', { who: 'Ada' });
    expect(topicState(edited, 'ownership')).toEqual({ who: 'Ada', due: null, done: false, note: '' });
    expect(partOf(edited, 'training').startOn).toBe('2026-10-05');
    expect(reviewDocumentSchema.parse(edited)).toEqual(edited);
  });

  it('tells “no protected time” from “not said yet”', () => {
    const no = editTraining(START, { protectedTime: false });
    expect(partOf(no, 'training').protectedTime).toBe(false);
    expect(signedContent(editTraining(no, { protectedTime: null }))).toBe(signedContent(START));
  });

  it('leaves no trace of a topic that is put back', () => {
    const there = editTopic(START, 'ownership', { done: true, due: '2026-11-01' });
    expect(editTopic(there, 'ownership', { done: false, due: null })).toEqual(START);
  });
});

describe('one name for all topics', () => {
  it('goes to those that nobody learns and that are not done, and to no other', () => {
    const some = editTopic(editTopic(START, 'ownership', { who: 'Ada' }), 'lifetimes', { done: true });
    const all = setRestLearner(some, ['ownership', 'lifetimes', 'errors'], 'Ben');
    expect(['ownership', 'lifetimes', 'errors'].map((topic) => topicState(all, topic).who)).toEqual(['Ada', '', 'Ben']);
    expect(setRestLearner(some, ['errors'], ' ')).toBe(some);
  });
});

describe('commitments', () => {
  it('refuses those that nobody has decided on, all for one reason', () => {
    const some = editCommitment(START, 'clippy', { made: true, owner: 'Ada' });
    const all = makeNoneOf(some, ['clippy', 'unsafe'], 'Not yet');
    expect(commitmentState(all, 'clippy')).toEqual({ made: true, owner: 'Ada', note: '' });
    expect(commitmentState(all, 'unsafe')).toEqual({ made: false, owner: '', note: 'Not yet' });
    expect(makeNoneOf(some, ['unsafe'], ' ')).toBe(some);
  });

  it('changes one and keeps the others', () => {
    const first = editCommitment(START, 'clippy', { made: true, owner: 'Ada' });
    const both = editCommitment(first, 'unsafe', { made: false, note: 'We need it.' });
    expect(commitmentState(both, 'clippy')).toEqual({ made: true, owner: 'Ada', note: '' });
    expect(commitmentState(both, 'unsafe')).toMatchObject({ made: false, note: 'We need it.' });
  });

  it('keeps owner and note when the answer is taken back', () => {
    const made = editCommitment(START, 'clippy', { made: true, owner: 'Ada', note: 'In CI.' });
    expect(commitmentState(editCommitment(made, 'clippy', { made: null }), 'clippy')).toEqual({
      made: null,
      owner: 'Ada',
      note: 'In CI.',
    });
  });

  it('signs the same content again after an answer was given and taken back', () => {
    const made = editCommitment(START, 'clippy', { made: true });
    expect(signedContent(editCommitment(made, 'clippy', { made: null }))).toBe(signedContent(START));
  });
});
