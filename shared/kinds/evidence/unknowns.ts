import type { Unknown } from '#shared/kinds/not-known.ts';
import { anchor } from '#shared/review/anchor.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionOf, Template } from '#shared/template/template.ts';
import { trackedMeasures } from './measures.ts';
import { paybackInputs } from './payback-inputs.ts';
import { FIGURE_WORDS, FIGURES } from './words.ts';

/** Figures of measures, origins of gains and inputs of the payback that nobody knows yet. */
export function evidenceUnknowns(
  review: ReviewDocument,
  _section: SectionOf<'evidence'>,
  template: Template,
): readonly Unknown[] {
  const measures = trackedMeasures(review, template).flatMap(({ id, name, entry }) => [
    ...FIGURES.flatMap((figure) => {
      const notKnown = entry.notKnown?.[figure];
      if (!notKnown) return [];
      return [
        {
          key: `${id}/${figure}`,
          place: anchor('evidence', id),
          what: `${name}: ${FIGURE_WORDS[figure]}`,
          ...notKnown,
        },
      ];
    }),
    ...(entry.design?.notKnown
      ? [
          {
            key: `${id}/design`,
            place: anchor('evidence', id, 'design'),
            what: `${name}: how much is design`,
            ...entry.design.notKnown,
          },
        ]
      : []),
  ]);
  const inputs = paybackInputs(review, template).flatMap(({ id, isStage, name, entry }) =>
    entry.notKnown
      ? [
          {
            key: `payback/${isStage ? 'stage/' : ''}${id}`,
            place: anchor('evidence', 'payback', id),
            what: `Payback: ${name}`,
            ...entry.notKnown,
          },
        ]
      : [],
  );
  return [...measures, ...inputs];
}
