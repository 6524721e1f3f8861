import { trackedMeasures } from '#shared/kinds/evidence/measures.ts';
import { anchor } from '#shared/review/anchor.ts';
import { sectionOf } from '#shared/template/template.ts';
import { type Departure, quoted, type Reviewed, reasonOf } from './departure.ts';

/** A decision for the candidate whose expected gain nobody has measured the present value of. */
export function evidenceDepartures({ review, template, choice }: Reviewed): readonly Departure[] {
  if (choice?.lean !== 'for' || !sectionOf(template, 'evidence')) return [];
  const tracked = trackedMeasures(review, template);
  const unmeasured = tracked.filter(({ entry }) => entry.baseline === null);
  const [first] = unmeasured;
  if (tracked.length === 0) {
    const place = anchor('evidence', 'measures');
    return [
      {
        id: 'gain-unmeasured',
        text: `The decision is “${choice.name}”, but no measure shows what it should gain.`,
        rests: [{ place, text: 'No measure is in use' }],
        place,
        ...reasonOf(review, 'gain-unmeasured'),
      },
    ];
  }
  if (!first) return [];
  return [
    {
      id: 'gain-unmeasured',
      text: `The decision is “${choice.name}”, but ${quoted(unmeasured.map(({ name }) => name))} ${unmeasured.length === 1 ? 'has' : 'have'} no baseline, so a gain cannot be shown.`,
      rests: unmeasured.map(({ id, name }) => ({ place: anchor('evidence', id), text: `“${name}” without baseline` })),
      place: anchor('evidence', first.id),
      ...reasonOf(review, 'gain-unmeasured'),
    },
  ];
}
