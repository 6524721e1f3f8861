import { isBlank } from '#shared/base/limits.ts';
import { strategyRule } from '#shared/kinds/strategy/answers.ts';
import { type StrategyFit, strategyFits } from '#shared/kinds/strategy/strategy.ts';
import { anchor } from '#shared/review/anchor.ts';
import { sectionOf } from '#shared/template/template.ts';
import { type Departure, hasPlan, quoted, type Reviewed, reasonOf } from './departure.ts';

const PLACE = anchor('strategy', 'chosen');

/** A way of joining old and new that the answers or the sources do not recommend, and rules not kept. */
export function strategyDepartures(source: Reviewed): readonly Departure[] {
  if (!hasPlan(source)) return [];
  const fits = strategyFits(source.review, source.template);
  const chosen = fits.find(({ strategy }) => strategy.id === source.review.strategy.chosen);
  return [
    ...(chosen ? [...unfit(source, chosen), ...lowerRanked(source, chosen, fits), ...allAtOnce(source, chosen)] : []),
    ...rulesNotKept(source),
  ];
}

function unfit({ review }: Reviewed, { strategy, suitability, text }: StrategyFit): readonly Departure[] {
  if (suitability !== 'does-not-fit') return [];
  return [
    {
      id: 'strategy-unfit',
      text: `The chosen strategy, “${strategy.name}”, does not fit. ${text}`,
      rests: [{ place: PLACE, text: `Strategy: “${strategy.name}”` }],
      place: PLACE,
      ...reasonOf(review, 'strategy-unfit'),
    },
  ];
}

/** Several fit, and one that the sources recommend later was taken. Why this one says the reason. */
function lowerRanked(
  { review, template }: Reviewed,
  { strategy, suitability }: StrategyFit,
  fits: readonly StrategyFit[],
): readonly Departure[] {
  if (!sectionOf(template, 'strategy')?.ordered || suitability !== 'fits') return [];
  const own = fits.findIndex((entry) => entry.strategy === strategy);
  const before = fits.slice(0, own).filter((entry) => entry.suitability === 'fits');
  if (before.length === 0) return [];
  const names = quoted(before.map((entry) => entry.strategy.name));
  return [
    {
      id: 'strategy-order',
      text: `“${strategy.name}” is chosen, though ${names} ${before.length === 1 ? 'fits' : 'fit'} too and the sources recommend ${before.length === 1 ? 'it' : 'them'} first.`,
      rests: [{ place: PLACE, text: `Strategy: “${strategy.name}”` }],
      place: PLACE,
      reason: review.strategy.reason,
      reasonAt: anchor('strategy', 'reason'),
    },
  ];
}

function allAtOnce({ review, template }: Reviewed, { strategy }: StrategyFit): readonly Departure[] {
  const wholesale = sectionOf(template, 'path')?.wholesale;
  if (!review.path.wholesale || !wholesale || !strategy.piecewise) return [];
  return [
    {
      id: 'strategy-wholesale',
      text: `“${strategy.name}” goes piece by piece, but the plan is “${wholesale.name}”.`,
      rests: [
        { place: PLACE, text: `Strategy: “${strategy.name}”` },
        { place: anchor('path', 'wholesale'), text: `“${wholesale.name}” is ticked` },
      ],
      place: PLACE,
      ...reasonOf(review, 'strategy-wholesale'),
    },
  ];
}

function rulesNotKept({ review, template, choice }: Reviewed): readonly Departure[] {
  if (choice?.lean !== 'for') return [];
  const broken = (sectionOf(template, 'strategy')?.rules ?? []).filter(({ id }) => !strategyRule(review, id).kept);
  if (broken.length === 0) return [];
  const notes = broken.map(({ id }) => strategyRule(review, id).note);
  const isNoted = !notes.some(isBlank);
  return [
    {
      id: 'rules-not-kept',
      text: `The plan does not keep ${quoted(broken.map(({ name }) => name))}.`,
      rests: broken.map(({ id, name }) => ({ place: anchor('strategy', 'rules', id), text: `“${name}” not kept` })),
      place: anchor('strategy', 'rules'),
      // A note on each says it all, and the same words for several rules are one reason; else one reason will do for all.
      ...(isNoted
        ? {
            reason: [...new Set(notes.map((note) => note.trim()))].join(' '),
            reasonAt: anchor('strategy', 'rules'),
          }
        : reasonOf(review, 'rules-not-kept')),
    },
  ];
}
