import { describe, expect, it } from 'vitest';
import { editImpactStep, editImpactUnit, setImpactScale } from '#shared/kinds/risks/edit-scale.ts';
import {
  exposureInterval,
  exposurePlaces,
  exposureScale,
  intervalText,
  placeText,
  tiesText,
} from '#shared/kinds/risks/exposure-places.ts';
import { risksOf } from '#shared/kinds/risks/risks.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { sectionOf } from '#shared/template/template.ts';
import { rustTemplate } from '#test/support/shipped.ts';
import { smallReview } from '#test/support/small-review.ts';

const section = sectionOf(rustTemplate, 'risks');
if (!section?.impactRanges) throw new Error('the template suggests no scale');
const suggested = section.impactRanges;
const ids = section.risks.map(({ id }) => id);

/** A review that rates the first risks of the template so: likelihood and impact of each. */
function rated(ratings: readonly (readonly [number, number])[]): ReviewDocument {
  const assessments = Object.fromEntries(
    ratings.map(([likelihood, impact], index) => [ids[index], { applicable: true, likelihood, impact }]),
  );
  return smallReview({ risks: { assessments } });
}

function places(review: ReviewDocument): readonly string[] {
  return [...ids.flatMap((id) => exposurePlaces(review, rustTemplate, 'before').get(id) ?? [])].map(placeText);
}

describe('places in the order of exposure', () => {
  it('are one where both ratings agree on the order', () => {
    expect(
      places(
        rated([
          [5, 5],
          [3, 3],
          [1, 1],
        ]),
      ),
    ).toEqual(['1', '2', '3']);
    expect(
      tiesText(
        risksOf(
          rated([
            [5, 5],
            [1, 1],
          ]),
          rustTemplate,
        ),
        exposurePlaces(
          rated([
            [5, 5],
            [1, 1],
          ]),
          rustTemplate,
          'before',
        ),
      ),
    ).toBe('By their ratings, all risks can be told apart.');
  });

  it('are the same for two whose product is higher one way only: 5 × 1 and 2 × 2 cannot be told apart', () => {
    const review = rated([
      [5, 1],
      [2, 2],
    ]);
    expect(places(review)).toEqual(['1–2', '1–2']);
    const text = tiesText(risksOf(review, rustTemplate), exposurePlaces(review, rustTemplate, 'before'));
    expect(text).toContain('Risks whose places overlap cannot be told apart by their ratings.');
    expect(text).toContain(
      `Each of these can be the highest: “${section?.risks[0]?.name}” and “${section?.risks[1]?.name}”.`,
    );
  });

  it('never say more than the ratings: every pair that is told apart is so by likelihood and impact', () => {
    const all = [1, 2, 3, 4, 5].flatMap((likelihood) => [1, 2, 3, 4, 5].map((impact) => [likelihood, impact] as const));
    const review = rated(all.slice(0, ids.length));
    const found = exposurePlaces(review, rustTemplate, 'before');
    for (const [left, a] of all.slice(0, ids.length).entries())
      for (const [right, b] of all.slice(0, ids.length).entries()) {
        const [upper, lower] = [found.get(ids[left] ?? ''), found.get(ids[right] ?? '')];
        if (!upper || !lower || upper.to >= lower.from) continue;
        expect(a[0] * a[1]).toBeGreaterThanOrEqual(b[0] * b[1]);
      }
  });

  it('leave out what is not rated or does not apply', () => {
    const review = smallReview({
      risks: {
        assessments: {
          [ids[0] ?? '']: { applicable: false, likelihood: 5, impact: 5 },
          [ids[1] ?? '']: { applicable: true },
        },
      },
    });
    expect(exposurePlaces(review, rustTemplate, 'before').size).toBe(0);
  });
});

describe('exposure in figures', () => {
  const review = setImpactScale(
    rated([
      [3, 3],
      [5, 1],
    ]),
    suggested,
  );

  it('is likelihood times impact, end by end', () => {
    const scale = exposureScale(review, rustTemplate);
    const interval = scale && exposureInterval(scale, { likelihood: 3, impact: 3 });
    expect(interval).toEqual({ low: 1.75, high: 13 });
    expect(interval && intervalText(interval, 'working days')).toBe('1.8 to 13 working days');
  });

  it('has no upper end where impact has none', () => {
    const scale = exposureScale(review, rustTemplate);
    const interval = scale && exposureInterval(scale, { likelihood: 4, impact: 5 });
    expect(interval && intervalText(interval, '€')).toBe('78 or more €');
  });

  it('tells risks apart whose intervals do not meet, and no others', () => {
    expect(places(review)).toEqual(['1', '2']);
    expect(
      places(
        setImpactScale(
          rated([
            [3, 3],
            [4, 2],
          ]),
          suggested,
        ),
      ),
    ).toEqual(['1–2', '1–2']);
  });

  it('is shown only where the team asked for it and the template says what likelihood means', () => {
    expect(exposureScale(rated([[1, 1]]), rustTemplate)).toBeNull();
    expect(setImpactScale(review, null)).toEqual(
      rated([
        [3, 3],
        [5, 1],
      ]),
    );
  });

  it('follows the ranges of the team', () => {
    const money = editImpactStep(editImpactUnit(review, '€'), 3, { from: 10_000, to: 20_000 });
    expect(money.risks.impact).toMatchObject({ unit: '€', steps: [{}, {}, { from: 10_000, to: 20_000 }, {}, {}] });
    expect(editImpactStep(rated([[1, 1]]), 1, { from: 2 })).toEqual(rated([[1, 1]]));
  });
});
