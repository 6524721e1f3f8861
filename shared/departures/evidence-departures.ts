import { gainsByDesign } from '#shared/kinds/evidence/design.ts';
import { trackedMeasures } from '#shared/kinds/evidence/measures.ts';
import { paybackOf } from '#shared/kinds/evidence/payback.ts';
import { breakEvenText, neededText } from '#shared/kinds/evidence/payback-words.ts';
import { anchor } from '#shared/review/anchor.ts';
import { sectionOf } from '#shared/template/template.ts';
import { type Departure, quoted, type Reviewed, reasonOf } from './departure.ts';

/** A decision for the candidate whose expected gain is not measured, or comes from elsewhere. */
export function evidenceDepartures(source: Reviewed): readonly Departure[] {
  return [...unmeasuredGain(source), ...gainByDesign(source), ...doesNotPayBack(source)];
}

/** A decision for the candidate, though by the team's own figures it does not pay back, or only with a gain nobody reports. */
function doesNotPayBack({ review, template, choice }: Reviewed): readonly Departure[] {
  const result = choice?.lean === 'for' ? paybackOf(review, template) : null;
  if (!choice || !result) return [];
  const never = result.breakEven.low === Infinity;
  if (!never && result.relation !== 'beyond' && result.relation !== 'impossible') return [];
  const place = anchor('evidence', 'payback');
  const why = never ? breakEvenText(result) : neededText(result);
  return [
    {
      id: 'payback',
      text: `The decision is “${choice.name}”, but the payback speaks against it. ${why}`,
      rests: [{ place, text: `Payback: ${breakEvenText(result)}` }],
      place,
      ...reasonOf(review, 'payback'),
    },
  ];
}

/** A decision for the candidate, though most of the gain comes from a design that the present language could have. */
function gainByDesign({ review, template, choice }: Reviewed): readonly Departure[] {
  if (choice?.lean !== 'for') return [];
  const found = gainsByDesign(review, template);
  const [first] = found;
  if (!first) return [];
  return [
    {
      id: 'gain-by-design',
      text: `The decision is “${choice.name}”, but most of the gain in ${quoted(found.map(({ name }) => name))} comes from the design, which the present language could have too.`,
      rests: found.map(({ id, name }) => ({
        place: anchor('evidence', id, 'design'),
        text: `“${name}”: mostly the design`,
      })),
      place: anchor('evidence', first.id, 'design'),
      ...reasonOf(review, 'gain-by-design'),
    },
  ];
}

function unmeasuredGain({ review, template, choice }: Reviewed): readonly Departure[] {
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
