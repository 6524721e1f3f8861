import { describe, expect, it } from 'vitest';
import { departures } from '#shared/departures/departures.ts';
import { criteriaIn, SOURCES_SILENT, sourceWords } from '#shared/kinds/options/criteria.ts';
import { addOwnCandidate, editCell, markCell, setApproach, setWeight } from '#shared/kinds/options/edit.ts';
import {
  addOwnCriterion,
  changeOwnCriterion,
  OWN_CRITERION_LIMIT,
  ownCriteria,
  removeOwnCriterion,
} from '#shared/kinds/options/edit-criteria.ts';
import { optionSensitivity } from '#shared/kinds/options/option-sensitivity.ts';
import { comparedIn, optionRanking } from '#shared/kinds/options/options.ts';
import { optionsPoints } from '#shared/kinds/options/progress.ts';
import { optionsBlocks } from '#shared/kinds/options/record.ts';
import { optionStrays } from '#shared/kinds/options/strays.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { diffReviews } from '#shared/review/revision-diff.ts';
import { unknownsOf } from '#shared/review/unknowns.ts';
import { sectionOf } from '#shared/template/template.ts';
import { rustTemplate } from '#test/support/shipped.ts';
import { smallReview } from '#test/support/small-review.ts';

const section = sectionOf(rustTemplate, 'options');
if (!section) throw new Error('no options');
const options = section;

/** A review by nothing but one criterion of the team's own, on which Rust, staying and Go score as given. */
function byOwn(scores: readonly number[], change: Parameters<typeof changeOwnCriterion>[2] = {}): ReviewDocument {
  const unweighted = options.criteria.reduce(
    (review, { id }) => setWeight(review, { id, weight: 9 }, 0),
    smallReview(),
  );
  const added = changeOwnCriterion(addOwnCriterion(unweighted, 'latency-budget'), 'latency-budget', {
    name: 'Latency reached',
    lowest: 'misses the budget',
    highest: 'half of it',
    ...change,
  });
  return comparedIn(added, rustTemplate).reduce(
    (review, { id }, index) => editCell(review, 'latency-budget', id, { score: scores[index] ?? null }),
    added,
  );
}

describe('criteria of the team’s own', () => {
  it('stand after those of the template, with a usual weight', () => {
    const own = criteriaIn(byOwn([1, 2, 3]), rustTemplate).at(-1);
    expect(own).toMatchObject({ id: 'latency-budget', name: 'Latency reached', weight: 3, isOwn: true });
  });

  it('decide the ranking, its closeness and its sensitivity like any other', () => {
    const review = byOwn([2, 5, 3]);
    expect(optionRanking(review, rustTemplate)?.winner?.id).toBe('stay');
    expect(optionRanking(byOwn([4, 5, 1]), rustTemplate)?.close).toContain('one step different');
    const flips = optionSensitivity(review, rustTemplate)?.criteria.map(({ criterion }) => criterion.id);
    expect(flips).toEqual(['latency-budget']);
    expect(optionRanking(setWeight(review, { id: 'latency-budget', weight: 3 }, 0), rustTemplate)?.winner).toBeNull();
  });

  it('count in the departures: adopting what they speak against asks for a reason', () => {
    const review = byOwn([1, 5, 2]);
    const decided = { ...review, decision: { ...review.decision, choice: 'adopt', stage: 'service' } };
    expect(departures(decided, rustTemplate).map(({ id }) => id)).toContain('ranking');
  });

  it('owe scores and a name, and stand in the record with what 1 and 5 mean', () => {
    const open = optionsPoints(byOwn([1, 5], { name: ' ' }), rustTemplate, options).map(({ text }) => text);
    expect(open).toContain('Score “Unnamed criterion” for Go');
    expect(open).toContain('Name the criterion that you added');
    const review = byOwn([2, 5, 3]);
    const record = JSON.stringify(optionsBlocks({ review, template: rustTemplate } as never, options));
    expect(record).toContain('"text":"Latency reached"');
    expect(record).toContain('misses the budget');
    expect(record).toContain('half of it');
  });

  it('are no strays, and are named in a comparison of two states', () => {
    const review = byOwn([2, 5, 3]);
    expect(optionStrays(review, options)).toEqual([]);
    const changes = diffReviews(byOwn([2, 5, 4]), review, rustTemplate).flatMap((entry) => entry.changes);
    expect(changes.map(({ where }) => where.join(' › '))).toEqual(['Cells › Latency reached › Go › score']);
  });

  it('go with their weight and their scores, and leave no trace in the document', () => {
    const before = smallReview();
    const after = removeOwnCriterion(
      setWeight(editCell(addOwnCriterion(before, 'mine'), 'mine', 'go', { score: 1 }), { id: 'mine', weight: 3 }, 5),
      'mine',
    );
    expect(after).toEqual(before);
    expect(JSON.stringify(after)).toBe(JSON.stringify(before));
  });

  it('end at a number that one table can show', () => {
    const many = Array.from({ length: 30 }).reduce<ReviewDocument>(
      (review, _, index) => addOwnCriterion(review, `c-${index}`),
      smallReview(),
    );
    expect(ownCriteria(many)).toHaveLength(OWN_CRITERION_LIMIT);
  });
});

describe('a score that is not known', () => {
  const settled = { who: 'Ada', by: '2026-12-03' };
  const marked = markCell(byOwn([2, 5, 3]), 'latency-budget', 'go', settled);

  it('takes the score away, widens the ranking, and is on the list of what is not known', () => {
    expect(optionRanking(marked, rustTemplate)?.missing).toBe(1);
    expect(unknownsOf(marked, rustTemplate)).toMatchObject([
      { what: 'Score of “Go” for “Latency reached”', place: 'options.latency-budget', who: 'Ada' },
    ]);
    const record = JSON.stringify(optionsBlocks({ review: marked, template: rustTemplate } as never, options));
    expect(record).toContain('Not known (Ada finds out by 3 Dec 2026).');
  });

  it('is owed until somebody finds it out by a day', () => {
    const owed = (review: ReviewDocument) =>
      optionsPoints(review, rustTemplate, options).some(({ text }) => text.startsWith('Score “Latency reached”'));
    expect(owed(marked)).toBe(false);
    expect(owed(markCell(marked, 'latency-budget', 'go', { who: 'Ada', by: null }))).toBe(true);
  });

  it('is known again with a score', () => {
    expect(editCell(marked, 'latency-budget', 'go', { score: 3 })).toEqual(byOwn([2, 5, 3]));
    expect(markCell(marked, 'latency-budget', 'go', null)).toEqual(byOwn([2, 5]));
  });
});

describe('what the sources say', () => {
  it('is there or said to be missing for every preselected candidate and every criterion of the template', () => {
    const preselected = options.candidates.filter((candidate) => candidate.preselected);
    const unsaid = criteriaIn(smallReview(), rustTemplate).flatMap((criterion) =>
      preselected.filter(({ id }) => sourceWords(criterion, { id, isOwn: false }).text === '').map(({ id }) => id),
    );
    expect(preselected.length).toBeGreaterThan(1);
    expect(unsaid).toEqual([]);
  });

  it('is not claimed to be silent on what the team added', () => {
    const [criterion] = criteriaIn(smallReview(), rustTemplate);
    if (!criterion) throw new Error('no criterion');
    expect(sourceWords(criterion, { id: 'other', isOwn: false }).text).toBe(SOURCES_SILENT);
    expect(sourceWords(criterion, { id: 'other', isOwn: true }).text).toBe('');
    expect(sourceWords({ ...criterion, isOwn: true, cells: {} }, { id: 'rust', isOwn: false }).text).toBe('');
  });
});

describe('an option to build, extend or adopt', () => {
  it('says so in the comparison and the record, and takes it back without a trace', () => {
    const added = addOwnCandidate(smallReview(), 'product');
    const review = setApproach(added, 'product', 'adopt');
    expect(comparedIn(review, rustTemplate).at(-1)).toMatchObject({ id: 'product', approach: 'adopt' });
    const record = JSON.stringify(optionsBlocks({ review, template: rustTemplate } as never, options));
    expect(record).toContain('Adopt what exists\\nadded by the team');
    expect(setApproach(review, 'product', null)).toEqual(added);
  });
});
