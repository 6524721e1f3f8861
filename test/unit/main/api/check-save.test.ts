import { describe, expect, it } from 'vitest';
import { SaveCheck } from '#main/api/check-save.ts';
import { contract } from '#shared/contract/contract.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { randomEdit, randomly } from '#test/support/random-edits.ts';
import { smallReview } from '#test/support/small-review.ts';

const byContract = contract['review.save'].input;
/** As it arrives: text that was parsed. */
const arriving = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const save = (document: unknown) => arriving({ baseRevision: 3, document });

describe('the check of a save', () => {
  it('finds of edit after edit what the contract finds', () => {
    const check = new SaveCheck();
    const pick = randomly(7);
    let document: ReviewDocument = smallReview({ title: 'Begun' });
    for (let round = 0; round < 300; round++) {
      document = randomEdit(document, smallReview({ title: 'Other' }), pick);
      const sent = save(document);
      const expected = byContract.parse(sent);
      // In the same order, too: it is what a reader gets.
      expect(JSON.stringify(check.check(sent))).toBe(JSON.stringify(expected));
    }
  });

  it('fills in what a document leaves out, as the contract does', () => {
    const { id, createdAt, template, title } = smallReview();
    const sent = save({ id, createdAt, template, title });
    const check = new SaveCheck();
    for (const _ of ['first', 'again']) expect(check.check(sent)).toEqual(byContract.parse(sent));
  });

  it('gives the parts that came before as the same objects, and changed ones as others', () => {
    const check = new SaveCheck();
    const before = check.check(save(smallReview({ title: 'Before' })))?.document;
    const after = check.check(save({ ...smallReview({ title: 'After' }), component: 'Parser' }))?.document;
    expect(after).toMatchObject({ title: 'After', component: 'Parser' });
    expect(after?.risks).toBe(before?.risks);
    const context = { fields: { purpose: 'Speed' }, participants: [] };
    const other = check.check(save({ ...smallReview({ title: 'After' }), context }))?.document;
    expect(other?.context).not.toBe(after?.context);
    expect(other?.context).toMatchObject({ fields: { purpose: 'Speed' } });
  });

  it.each([
    ['no document', {}],
    ['a list', []],
    ['nothing', null],
    ['a part of a wrong form', { ...smallReview(), risks: [] }],
    ['a part that no document has', { ...smallReview(), more: 1 }],
    ['a part named as what every object has', { ...smallReview(), constructor: {} }],
    ['a part less that it must have', { ...smallReview(), title: undefined }],
  ])('has no word for %s, which the contract refuses', (_, document) => {
    const check = new SaveCheck();
    check.check(save(smallReview()));
    const sent = save(document);
    expect(check.check(sent)).toBeNull();
    expect(byContract.safeParse(sent).success).toBe(false);
  });

  it.each([
    ['of no revision', { document: smallReview() }],
    ['of a revision that is no number', { document: smallReview(), baseRevision: '3' }],
    ['of an editor without an id', { document: smallReview(), baseRevision: 3, editor: 'me' }],
    ['with more than a save has', { document: smallReview(), baseRevision: 3, more: true }],
    ['that is none', null],
  ])('has no word for a save %s', (_, input) => {
    const sent = arriving(input);
    expect(new SaveCheck().check(sent)).toBeNull();
    expect(byContract.safeParse(sent).success).toBe(false);
  });
});
