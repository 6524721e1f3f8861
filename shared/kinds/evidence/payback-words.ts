import { assertNever } from '#shared/base/assert-never.ts';
import { finderText, notKnownText } from '#shared/kinds/parts-words.ts';
import { formatNumber } from './measures.ts';
import type { PaybackResult } from './payback.ts';
import { DAYS_PER_WEEK, HOURS_PER_WEEK, speedUp } from './payback-amounts.ts';
import type { PaybackInput } from './payback-inputs.ts';
import type { Mover } from './payback-mover.ts';
import { type Range, rangeWords } from './payback-range.ts';

/** By which units everything is converted, for who checks the figures. */
export const PAYBACK_UNITS = `A person-week is ${DAYS_PER_WEEK} days or ${HOURS_PER_WEEK} hours, and a month has 52/12 weeks.`;

/** What the calculation comes to, sentence by sentence: the break-even first. */
export function paybackSentences(result: PaybackResult): readonly string[] {
  return [
    breakEvenText(result),
    amountsText(result),
    neededText(result),
    amdahlText(result),
    moverText(result.mover, result.payback.currency),
    gapsText(result.inputs),
  ].filter((sentence) => sentence !== '');
}

/** When it pays back, as a band. */
export function breakEvenText({ breakEven: { low, high }, inputs }: PaybackResult): string {
  if (low === Infinity) return 'It never pays back: even at best, a month costs as much as it saves, or more.';
  const open = inputs
    .filter(({ range, group }) => group !== 'load' && (range.high === Infinity || isAnything(range)))
    .map(({ name }) => `“${name}”`);
  if (high === Infinity && open.length > 0) {
    return low === 0
      ? 'Too little is known to say when it pays back.'
      : `It pays back after ${rangeWords({ low, high: low }, 'months')} at the earliest. How late it can be is open as long as these are not known: ${open.join(', ')}.`;
  }
  if (high === Infinity) {
    return `It pays back after ${rangeWords({ low, high: low }, 'months')} at the earliest. At worst it never does, because a month then costs as much as it saves, or more.`;
  }
  return `It pays back after ${rangeWords({ low, high }, 'months')}.`;
}

/** Whether any share is possible, so that the value says nothing. */
function isAnything({ low, high }: Range): boolean {
  return low === 0 && high === 100;
}

function amountsText({ once, running, saving, payback: { currency } }: PaybackResult): string {
  const spent = `Spent once: ${rangeWords(once, currency)}.`;
  const monthly = running.high === 0 ? '' : ` Spent every month: ${rangeWords(running, currency)}.`;
  return `${spent}${monthly} Saved every month: ${rangeWords(saving, currency)}.`;
}

/** The gain that would be needed to pay back in time, and how it stands to the typical one; empty where it can be any. */
export function neededText({ needed, relation, reference, payback: { within } }: PaybackResult): string {
  if (!needed || within === null || (needed.low === 0 && needed.high === Infinity)) return '';
  const fall = `To pay back within ${formatNumber(within)} months, the replaced part has to need ${rangeWords(needed, '%')} less.`;
  const typical = reference ? `the typical gain of ${rangeWords(reference, '%')}` : '';
  switch (relation) {
    case 'surely':
      return `${fall} Even the smaller end of ${typical} is enough.`;
    case 'within':
      return `${fall} That lies within ${typical}.`;
    case 'open':
      return `${fall} At best that lies within ${typical}, at worst beyond it.`;
    case 'beyond':
      return `${fall} That is more than ${typical}.`;
    case 'impossible':
      return `${fall} That is more than all of it, so no gain is enough.`;
    case 'unknown':
      return `${fall} The sources give no typical gain for it.`;
    default:
      return assertNever(relation);
  }
}

/** Amdahl’s law for the part that is replaced; empty while share or fall can be anything. */
function amdahlText({ inputs, whole }: PaybackResult): string {
  const of = (id: string) => inputs.find((input) => input.id === id && !input.isStage)?.range;
  const [share, fall, load] = [of('hot-share'), of('reduction'), inputs.find(({ id }) => id === 'load')];
  if (!share || !fall || isAnything(share) || isAnything(fall)) return '';
  const saved = `${rangeWords(share, '%')} of the work falls by ${rangeWords(fall, '%')}: that saves ${rangeWords(whole, '%')} of the whole.`;
  if (load?.origin !== 'given' || whole.high >= 100) return saved;
  const more = { low: load.range.low * speedUp(whole.low), high: load.range.high * speedUp(whole.high) };
  return `${saved} The machines that serve ${rangeWords(load.range, load.unit)} would serve ${rangeWords(more, load.unit)}.`;
}

function moverText(mover: Mover | null, currency: string): string {
  if (!mover) return '';
  switch (mover.kind) {
    case 'unbounded': {
      const names = mover.inputs.map(({ name }) => `“${name}”`);
      return names.length === 1
        ? `${names[0]} moves the result most: without it there is no upper end.`
        : 'What is not known moves the result most: without it there is no upper end.';
    }
    case 'swing':
      return `“${mover.input.name}” moves the result most: between the ends of its range (${rangeWords(mover.input.range, mover.input.unit)}), the balance after ${formatNumber(mover.months)} months goes from ${money(mover.balance.low, currency)} to ${money(mover.balance.high, currency)}.`;
    case 'tenth':
      return `“${mover.input.name}” moves the result most: a tenth less or more of it takes the balance after ${formatNumber(mover.months)} months from ${money(mover.balance.low, currency)} to ${money(mover.balance.high, currency)}.`;
    default:
      return assertNever(mover);
  }
}

function money(value: number, currency: string): string {
  return rangeWords({ low: value, high: value }, currency);
}

/** What the team does not know, with who finds it out, and what it has not filled in. */
function gapsText(inputs: readonly PaybackInput[]): string {
  const unknown = inputs
    .filter(({ origin }) => origin === 'not-known')
    .map(({ name, entry }) => `“${name}”${entry.notKnown ? finderText(entry.notKnown) : ''}`);
  const blank = inputs
    .filter(({ origin, group }) => origin === 'blank' && group !== 'load')
    .map(({ name }) => `“${name}”`);
  return [
    ...(unknown.length === 0 ? [] : [`Not known: ${unknown.join(', ')}.`]),
    ...(blank.length === 0 ? [] : [`Not filled in, and so counted as anything possible: ${blank.join(', ')}.`]),
  ].join(' ');
}

/** Value of an input in words, for the record. */
export function inputText({ range, unit, origin, takenFrom, entry }: PaybackInput): string {
  const taken = takenFrom === '' ? '' : `${rangeWords(range, unit)}, from ${takenFrom}`;
  switch (origin) {
    case 'given':
      return rangeWords(range, unit);
    case 'taken-over':
      return taken;
    case 'not-known': {
      const finder = entry.notKnown ? notKnownText(entry.notKnown) : 'Not known';
      return taken === '' ? finder : `${finder}; counted as ${taken}`;
    }
    case 'blank':
      return 'Not filled in';
    default:
      return assertNever(origin);
  }
}
