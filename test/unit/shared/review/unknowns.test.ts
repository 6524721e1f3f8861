import { describe, expect, it } from 'vitest';
import { departures } from '#shared/departures/departures.ts';
import { editDesign, editFigure, markFigure } from '#shared/kinds/evidence/edit.ts';
import { isBlankEvidence } from '#shared/kinds/evidence/evidence.ts';
import { isMeasured } from '#shared/kinds/evidence/measures.ts';
import { evidencePoints } from '#shared/kinds/evidence/progress.ts';
import { measuresBlocks } from '#shared/kinds/evidence/record.ts';
import { raisedRisks } from '#shared/kinds/risks/raised-risks.ts';
import { editAnswer } from '#shared/kinds/rule/edit.ts';
import { editStrategyAnswer } from '#shared/kinds/strategy/edit.ts';
import { reviewFindings } from '#shared/review/findings.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { unknownsOf } from '#shared/review/unknowns.ts';
import { sectionOf } from '#shared/template/template.ts';
import { rustTemplate } from '#test/support/shipped.ts';
import { smallReview } from '#test/support/small-review.ts';

const ADA = { who: 'Ada', by: '2026-12-03' };
const section = sectionOf(rustTemplate, 'evidence');
if (!section) throw new Error('no evidence');
const evidence = section;

const tracked = smallReview({ evidence: { measures: { cpu: { tracked: true, unit: 'cores' } } } });

function named(review: ReviewDocument): readonly string[] {
  return unknownsOf(review, rustTemplate).map(({ what, who, by }) => `${what} (${who}, ${by})`);
}

describe('a figure that is not known', () => {
  const marked = markFigure(tracked, 'cpu', 'baseline', ADA);

  it('is on the list with who finds it out, in record and outcome, and is no baseline', () => {
    expect(named(marked)).toEqual(['CPU use: Baseline (Ada, 2026-12-03)']);
    expect(isMeasured(marked, rustTemplate)).toBe(false);
    const record = JSON.stringify(measuresBlocks({ review: marked, template: rustTemplate } as never));
    expect(record).toContain('Not known (Ada finds out by 3 Dec 2026)');
    expect(reviewFindings(marked, rustTemplate, '0'.repeat(64)).unknowns).toMatchObject([
      { who: 'Ada', section: 'evidence' },
    ]);
  });

  it('takes the figure away, and is known again with a figure', () => {
    const before = editFigure(tracked, 'cpu', 'baseline', 12);
    expect(markFigure(before, 'cpu', 'baseline', ADA).evidence?.measures.cpu?.baseline).toBeNull();
    expect(editFigure(marked, 'cpu', 'baseline', 12)).toEqual(before);
    expect(markFigure(marked, 'cpu', 'baseline', null)).toEqual(tracked);
  });

  it('asks for a name and a day, and for nothing once it has both', () => {
    const texts = (review: ReviewDocument) => evidencePoints(review, rustTemplate, evidence).map(({ text }) => text);
    expect(texts(markFigure(tracked, 'cpu', 'baseline', { who: 'Ada', by: null }))).toContain(
      'Say who finds out “CPU use: Baseline”, and by when',
    );
    expect(texts(marked).join()).not.toContain('finds out');
  });
});

describe('an answer that is not sure', () => {
  it('is never dropped, with or without a name', () => {
    const rule = editAnswer(tracked, 'latency', { answer: 'unsure', notKnown: ADA });
    const both = editStrategyAnswer(rule, 'gateway', { answer: 'unsure' });
    expect(named(both)).toEqual(['Latency and resources (Ada, 2026-12-03)', 'Gateway (, null)']);
  });

  it('loses its mark with another answer', () => {
    const unsure = editAnswer(tracked, 'latency', { answer: 'unsure', notKnown: ADA });
    expect(editAnswer(unsure, 'latency', { answer: 'yes' }).rule.answers.latency).not.toHaveProperty('notKnown');
  });
});

describe('how much of a gain is design', () => {
  const decided = { ...tracked, decision: { ...tracked.decision, choice: 'adopt', stage: 'service' } };
  const byDesign = editDesign(decided, 'cpu', { share: 'design' });

  it('is asked of a gain that has a target', () => {
    const target = editFigure(tracked, 'cpu', 'target', 6);
    const asked = (review: ReviewDocument) =>
      evidencePoints(review, rustTemplate, evidence).some(({ text }) => text.startsWith('Say how much of the gain'));
    expect([asked(tracked), asked(target)]).toEqual([false, true]);
    expect(asked(editDesign(target, 'cpu', { share: 'language' }))).toBe(false);
    expect(asked(editDesign(target, 'cpu', { notKnown: ADA }))).toBe(false);
  });

  it('makes a departure and raises the risk of the design where it is most of it', () => {
    expect(departures(byDesign, rustTemplate).find(({ id }) => id === 'gain-by-design')).toMatchObject({
      place: 'evidence.cpu.design',
    });
    expect(raisedRisks(byDesign, rustTemplate).map(({ risk }) => risk)).toContain('architecture-not-language');
    const both = editDesign(decided, 'cpu', { share: 'both' });
    expect(departures(both, rustTemplate).map(({ id }) => id)).not.toContain('gain-by-design');
  });

  it('is an answer or not known, never both', () => {
    const unknown = editDesign(byDesign, 'cpu', { notKnown: ADA });
    expect(unknown.evidence?.measures.cpu?.design).toMatchObject({ share: null, notKnown: ADA });
    expect(departures(unknown, rustTemplate).map(({ id }) => id)).not.toContain('gain-by-design');
    expect(editDesign(unknown, 'cpu', { share: 'design' }).evidence?.measures.cpu?.design).not.toHaveProperty(
      'notKnown',
    );
    expect(editDesign(unknown, 'cpu', { notKnown: null }).evidence).toEqual(decided.evidence);
  });
});

it('counts a prototype as evidence once it has a finding', () => {
  const prototype = { id: 'p', kind: 'prototype', text: 'Parser alone', hours: 14, finding: '' } as const;
  expect(isBlankEvidence(prototype)).toBe(true);
  expect(isBlankEvidence({ ...prototype, finding: 'Half the CPU.' })).toBe(false);
});
