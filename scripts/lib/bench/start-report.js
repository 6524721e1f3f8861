import { median } from './measure.js';
import { aim, ms, spread, table, times } from './print.js';

/** @typedef {import('./start.js').StartCase} StartCase */

/** Milliseconds until a host listens, whatever lies in its data folder. */
const LISTENS = 250;

/**
 * The starts, as multiples of a start of Node alone.
 * @param {readonly StartCase[]} cases
 * @param {readonly number[]} node
 */
export function startTable(cases, node) {
  const alone = median(node);
  return table([
    ['reviews', 'program', 'listens', 'of Node alone', 'first answer', 'list'],
    ...cases.map(({ count, program, listens, answers, lists }) => [
      String(count),
      program,
      spread(listens),
      times(median(listens) / alone),
      spread(answers),
      spread(lists),
    ]),
  ]);
}

/**
 * Each aim, with whether it is met.
 * @param {readonly StartCase[]} cases of this checkout
 */
export function startAims(cases) {
  return cases.map(({ count, listens }) =>
    aim(`with ${count} reviews the host listens within ${LISTENS} ms`, median(listens) <= LISTENS, ms(median(listens))),
  );
}
