import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { departures } from '#shared/departures/departures.ts';
import { reviewFindings } from '#shared/review/findings.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { sectionOf, type Template } from '#shared/template/template.ts';
import { rustTemplate, shippedTemplates } from '#test/support/shipped.ts';
import { smallReview } from '#test/support/small-review.ts';

type Row = { readonly id: string };
const HASH = '0'.repeat(64);

function rowsOf(rows: readonly Row[] | undefined): readonly string[] {
  return (rows ?? []).map(({ id }) => id);
}

/** Answers of any kind under any of the ids. */
function keyed<Value>(ids: readonly string[], value: fc.Arbitrary<Value>): fc.Arbitrary<Record<string, Value>> {
  return ids.length === 0 ? fc.constant({}) : fc.dictionary(fc.constantFrom(...ids), value, { maxKeys: 8 });
}

const answer = fc.constantFrom('yes', 'no', 'unsure', null);
const date = fc.constantFrom(null, '2027-01-01', '2027-06-01', '2028-01-01');
const words = fc.constantFrom('', ' ', 'Because.');

/** A review of the Rust template, filled in at random where departures come from. */
const anyReview: fc.Arbitrary<ReviewDocument> = (() => {
  const screening = sectionOf(rustTemplate, 'screening');
  const options = sectionOf(rustTemplate, 'options');
  const strategy = sectionOf(rustTemplate, 'strategy');
  const stages = rowsOf(sectionOf(rustTemplate, 'path')?.stages);
  const criteria = rowsOf(options?.criteria);
  const action = fc.record({ id: fc.constant('a'), text: fc.constant('Do it'), owner: words, due: date });
  const assessment = fc.record({
    applicable: fc.constantFrom(true, false, null),
    likelihood: fc.constantFrom(null, 2, 5),
    impact: fc.constantFrom(null, 2, 5),
    response: fc.constantFrom('accept', 'mitigate', null),
    responseNote: words,
    actions: fc.array(action, { maxLength: 1 }),
  });
  const payment = fc.record({ low: fc.constantFrom(null, 0, 10), high: fc.constantFrom(null, 50) });
  const score = fc.record({ score: fc.constantFrom(null, 1, 3, 5) });
  return fc
    .record({
      rule: fc.record({
        answers: keyed(rowsOf(sectionOf(rustTemplate, 'rule')?.questions), fc.record({ answer })),
      }),
      screening: fc.record({
        signals: keyed([...rowsOf(screening?.fit), ...rowsOf(screening?.misfit)], fc.record({ present: fc.boolean() })),
        motivation: fc.constantFrom(null, ...rowsOf(screening?.motivations)),
      }),
      options: fc.record({
        projectKind: fc.constantFrom(null, ...rowsOf(options?.projectKinds)),
        ownCriteria: fc.constant([{ id: 'own-one', name: 'Own one' }]),
        cells: keyed([...criteria, 'own-one'], keyed(['rust', 'stay', 'go'], score)),
      }),
      strategy: fc.record({
        answers: keyed(rowsOf(strategy?.questions), fc.record({ answer })),
        chosen: fc.constantFrom(null, ...rowsOf(strategy?.strategies)),
        reason: words,
        rules: keyed(rowsOf(strategy?.rules), fc.record({ kept: fc.boolean(), note: words })),
      }),
      path: fc.record({
        wholesale: fc.boolean(),
        wholesaleReason: words,
        stages: keyed(
          stages,
          fc.record({
            state: fc.constantFrom('open', 'planned', 'in-progress', 'done', 'skipped'),
            targetDate: date,
            skipReason: words,
          }),
        ),
      }),
      training: fc.record({ startOn: date }),
      evidence: fc.record({
        measures: keyed(
          rowsOf(sectionOf(rustTemplate, 'evidence')?.measures),
          fc.record({
            tracked: fc.boolean(),
            baseline: fc.constantFrom(null, 10),
            target: fc.constantFrom(null, 5),
            design: fc.record({ share: fc.constantFrom('language', 'both', 'design', null) }),
          }),
        ),
        payback: fc.record({
          measure: fc.constant('cpu'),
          inputs: keyed(['week-price', 'second-stack', 'hot-share', 'unit-price', 'instances'], payment),
          stages: keyed(stages, payment),
        }),
      }),
      risks: fc.record({ assessments: keyed(rowsOf(sectionOf(rustTemplate, 'risks')?.risks), assessment) }),
      decision: fc.record({
        choice: fc.constantFrom(null, ...rowsOf(sectionOf(rustTemplate, 'decision')?.choices)),
        stage: fc.constantFrom(null, ...stages),
        reviewOn: date,
        contradictionReason: words,
      }),
    })
    .map((parts) => smallReview(parts));
})();

/** The template without one kind of section. */
function without(kind: string): Template {
  return { ...rustTemplate, sections: rustTemplate.sections.filter((section) => section.kind !== kind) };
}

function kindOf(place: string): string {
  return place.split('.')[0] ?? '';
}

describe('departures of any review', () => {
  it('have a cause each: they rest on answers, in sections that the template has, and one id stands once', () => {
    fc.assert(
      fc.property(anyReview, (review) => {
        const found = departures(review, rustTemplate);
        const kinds = new Set<string>(rustTemplate.sections.map(({ kind }) => kind));
        for (const { rests, place, reasonAt, text } of found) {
          expect(text).not.toBe('');
          expect(rests.length).toBeGreaterThan(0);
          for (const at of [place, reasonAt, ...rests.map((basis) => basis.place)]) expect(kinds).toContain(kindOf(at));
        }
        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
        expect(found.map(({ number }) => number)).toEqual(found.map((_, index) => index + 1));
      }),
    );
  });

  it('have no cause in a review that says nothing', () => {
    for (const template of shippedTemplates.values()) expect(departures(smallReview(), template)).toEqual([]);
  });

  it('end with their cause: without the answers of a section, none rests on it', () => {
    const parts = ['rule', 'screening', 'options', 'strategy', 'path', 'risks'] as const;
    const untouched = smallReview();
    fc.assert(
      fc.property(anyReview, fc.constantFrom(...parts), (review, part) => {
        const emptied = { ...review, [part]: untouched[part] };
        const before = departures(review, rustTemplate).filter(({ rests }) =>
          rests.every(({ place }) => kindOf(place) === part),
        );
        const after = departures(emptied, rustTemplate).map(({ id }) => id);
        // An empty section still breaks what is asked of every decision: rules kept, earlier stages planned.
        const asked = (id: string) => id === 'rules-not-kept' || id.startsWith('order-');
        expect(before.filter(({ id }) => after.includes(id) && !asked(id))).toEqual([]);
      }),
    );
  });

  it('are not lost when the template lacks a section that they do not speak of', () => {
    fc.assert(
      fc.property(anyReview, fc.constantFrom(...rustTemplate.sections.map(({ kind }) => kind)), (review, kind) => {
        const kept = departures(review, rustTemplate).filter(
          // Every departure is one of the decision or of the plan; which stage is decided is read off the path.
          ({ id, place, reasonAt, rests }) =>
            ![place, reasonAt, ...rests.map((basis) => basis.place)].some((at) => kindOf(at) === kind) &&
            !(
              kind === 'decision' ||
              (kind === 'path' && /late|too-soon/.test(id)) ||
              (kind === 'training' && id.startsWith('learning'))
            ),
        );
        const left = departures(review, without(kind)).map(({ id }) => id);
        expect(kept.map(({ id }) => id).filter((id) => !left.includes(id))).toEqual([]);
      }),
    );
  });

  it('are the same in the findings that are printed as JSON', () => {
    fc.assert(
      fc.property(anyReview, (review) => {
        const found = departures(review, rustTemplate);
        const printed = reviewFindings(review, rustTemplate, HASH).departures;
        expect(printed.map(({ id, text, place }) => [id, text, place])).toEqual(
          found.map(({ id, text, place }) => [id, text, place]),
        );
        expect(printed.map(({ reason }) => reason === null)).toEqual(found.map(({ reason }) => reason.trim() === ''));
      }),
      { numRuns: 30 },
    );
  });
});
