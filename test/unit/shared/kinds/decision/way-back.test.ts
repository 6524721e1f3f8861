import { describe, expect, it } from 'vitest';
import { changeDecision, changeWayBack } from '#shared/kinds/decision/edit.ts';
import { decisionPoints } from '#shared/kinds/decision/progress.ts';
import { decisionBlocks } from '#shared/kinds/decision/record.ts';
import { asksWayBack, wayBackPoints, wayBackText } from '#shared/kinds/decision/way-back.ts';
import type { RecordSource } from '#shared/record/source.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { rustTemplate } from '#test/support/shipped.ts';
import { smallReview } from '#test/support/small-review.ts';

const template = rustTemplate;
const deciding = (choice: string | null): ReviewDocument => changeDecision(smallReview(), { choice });
const owed = (review: ReviewDocument) => wayBackPoints(review, template).map(({ target }) => target);

describe('the way back', () => {
  it('is asked of decisions for the candidate alone, and only where the template asks', () => {
    const choices = ['adopt', 'trial', 'learn', 'defer', 'stay', null];
    expect(choices.filter((choice) => asksWayBack(deciding(choice), template))).toEqual(['adopt', 'trial']);
    const sections = template.sections.map((section) =>
      section.kind === 'decision' ? { ...section, wayBack: undefined } : section,
    );
    expect(asksWayBack(deciding('adopt'), { ...template, sections })).toBe(false);
  });

  it('owes more where there is none', () => {
    const adopting = deciding('adopt');
    expect(owed(adopting)).toEqual(['decision.undo', 'decision.reach']);
    expect(owed(changeWayBack(adopting, { undo: 'yes', reach: 'team' }))).toEqual([]);
    const priced = changeWayBack(adopting, { undo: 'at-a-price', reach: 'team' });
    expect(owed(priced)).toEqual(['decision.price']);
    expect(owed(changeWayBack(priced, { price: 'Two weeks' }))).toEqual([]);
    const final = changeWayBack(adopting, { undo: 'no', reach: 'teams' });
    expect(owed(final)).toEqual(['decision.prototype', 'decision.heard']);
    expect(owed(changeWayBack(final, { prototype: 'Ten hours: it holds', heard: 'Operations' }))).toEqual([]);
  });

  it('keeps the decision from being complete', () => {
    const texts = (review: ReviewDocument) => decisionPoints(review, template).map(({ text }) => text);
    expect(texts(deciding('adopt'))).toContain('Say whether the decision can be undone');
    expect(texts(deciding('stay'))).not.toContain('Say whether the decision can be undone');
  });

  it('leaves no trace once it says nothing again, so that hashes of before stay true', () => {
    const said = changeWayBack(deciding('adopt'), { undo: 'yes' });
    expect(said.decision.wayBack).toBeDefined();
    expect(changeWayBack(said, { undo: null })).toEqual(deciding('adopt'));
  });

  it('prints no end where none is named, and any that is', () => {
    const labels = (change: Parameters<typeof changeWayBack>[1]) => {
      const review = changeWayBack(deciding('adopt'), { undo: 'yes', ...change });
      const blocks = decisionBlocks({ review, template } as RecordSource);
      const at = blocks.findIndex((block) => block.kind === 'heading' && block.text === 'The way back');
      const fields = blocks[at + 1];
      return fields?.kind === 'fields' ? fields.rows.map(({ label }) => label) : [];
    };
    expect(labels({})).toEqual(['Undoing it', 'Reaches']);
    expect(labels({ until: '2027-03-01' })).toEqual(['Undoing it', 'Until', 'Reaches']);
  });

  it('reads as a sentence', () => {
    const text = (change: Parameters<typeof changeWayBack>[1]) =>
      wayBackText(changeWayBack(deciding('adopt'), change), template);
    expect(text({})).toBe('');
    expect(text({ reach: 'team' })).toBe('Reaches: the whole team.');
    expect(text({ undo: 'at-a-price', price: 'two weeks', untilStage: 'library', until: '2027-03-01' })).toBe(
      'Can be undone at a price until “Library” or 1 Mar 2027. Price: two weeks.',
    );
    expect(text({ undo: 'no', until: '2027-03-01', reach: 'teams' })).toBe('Cannot be undone. Reaches: several teams.');
  });
});
