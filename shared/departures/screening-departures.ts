import { type PresentSignal, type ScreeningResult, screeningResult } from '#shared/kinds/screening/screening.ts';
import { anchor } from '#shared/review/anchor.ts';
import { type Basis, type Departure, departureId, quoted, type Reviewed, reasonOf } from './departure.ts';

/** A decision against the signals or without a sound motivation, and signals that clash with the rule. */
export function screeningDepartures(source: Reviewed): readonly Departure[] {
  const result = screeningResult(source.review, source.template);
  if (!result) return [];
  return [
    ...leanDepartures(source, result),
    ...motivationDepartures(source, result),
    ...clashDepartures(source, result),
  ];
}

function leanDepartures({ review, choice }: Reviewed, { fit, misfit, lean }: ScreeningResult): readonly Departure[] {
  if (!choice || choice.lean === 'open') return [];
  const prevails = lean !== 'open' && lean !== choice.lean;
  // Against the candidate a single misfit is worth a word; signals for it only where they prevail.
  const away = choice.lean === 'for' ? misfit : prevails ? fit : [];
  const [first] = away;
  if (!first) return [];
  const counted = `${fit.length} ${fit.length === 1 ? 'signal speaks' : 'signals speak'} for the candidate and ${misfit.length} against`;
  const names = quoted(away.map(({ signal }) => signal.name));
  return [
    {
      id: 'screening',
      text: prevails
        ? `The decision is “${choice.name}”, but the screening leans the other way: ${counted} (${names}).`
        : `The decision is “${choice.name}” in spite of ${names}, which ${away.length === 1 ? 'speaks' : 'speak'} against it.`,
      rests: away.map(restsOn),
      place: anchor('screening', first.signal.id),
      ...reasonOf(review, 'screening'),
    },
  ];
}

function restsOn({ signal }: PresentSignal): Basis {
  return { place: anchor('screening', signal.id), text: `“${signal.name}” is ticked` };
}

function motivationDepartures({ review, choice }: Reviewed, { motivation }: ScreeningResult): readonly Departure[] {
  if (choice?.lean !== 'for' || !motivation || motivation.sound) return [];
  const place = anchor('screening', 'motivation');
  return [
    {
      id: 'motivation',
      text: `The decision is “${choice.name}”, but the motivation is “${motivation.name}”, which is no reason for a change.`,
      rests: [{ place, text: `Motivation: “${motivation.name}”` }],
      place,
      ...reasonOf(review, 'motivation'),
    },
  ];
}

function clashDepartures({ review }: Reviewed, { clashes }: ScreeningResult): readonly Departure[] {
  return clashes.map(({ signal, text, questions }) => {
    const id = departureId('clash', signal.id);
    const place = anchor('screening', signal.id);
    return {
      id,
      text,
      rests: [
        { place, text: `“${signal.name}” is ticked` },
        ...questions.map(({ id: question, name, answer }) => ({
          place: anchor('rule', question),
          text: `“${name}” ${answer}`,
        })),
      ],
      place,
      ...reasonOf(review, id),
    };
  });
}
