import { median } from './measure.js';
import { aim, ms, spread, table, times } from './print.js';

/** @typedef {import('./store.js').StoreCase} StoreCase */

/** An autosave as a multiple of the raw durable write, whatever else lies in the folder. */
const SAVE = 2;
/** Milliseconds for lists, by the number of reviews. */
const LISTS = /** @type {const} */ ([
  { count: 1000, what: 'without index', limit: 1500, of: (/** @type {StoreCase} */ found) => found.unknown.whole },
  { count: 1000, what: 'after a restart', limit: 60, of: (/** @type {StoreCase} */ found) => found.known.whole },
  { count: 1000, what: 'again', limit: 20, of: (/** @type {StoreCase} */ found) => median(found.known.again) },
  { count: 10_000, what: 'after a restart', limit: 300, of: (/** @type {StoreCase} */ found) => found.known.whole },
]);
/** Milliseconds for a search over 1,000 reviews whose texts are there. */
const SEARCH = 50;
/** Milliseconds for which an answer may be held up. */
const STALL = 50;

/**
 * One autosave, beside the raw durable write and a database in one file.
 * @param {readonly StoreCase[]} cases
 */
export function saveTable(cases) {
  return table([
    ['reviews', 'program', 'one autosave', 'raw write', 'ratio', 'lowdb in one file'],
    ...cases.map(({ count, program, saves, oneFile }) => [
      String(count),
      program,
      spread(saves.save),
      spread(saves.raw),
      times(saveRatio(saves)),
      oneFile.length > 0 ? spread(oneFile) : '–',
    ]),
  ]);
}

/**
 * The list of all reviews.
 * @param {readonly StoreCase[]} cases
 */
export function listTable(cases) {
  return table([
    ['reviews', 'program', 'without index', 'first shown', 'longest stall', 'own work', 'after a restart', 'again'],
    ...cases.map(({ count, program, unknown, known, reading }) => [
      String(count),
      program,
      ms(unknown.whole),
      ms(unknown.first),
      ms(reading.stall),
      reading.work === null ? '–' : ms(reading.work),
      ms(known.whole),
      spread(known.again),
    ]),
  ]);
}

/**
 * A search over all reviews.
 * @param {readonly StoreCase[]} cases
 */
export function searchTable(cases) {
  return table([
    ['reviews', 'a search', 'slowest', 'first ever', 'longest stall', 'own work', 'first after a restart'],
    ...cases.flatMap(({ count, search, searchKnown, searching }) =>
      search && searchKnown
        ? [
            [
              String(count),
              spread(search.again),
              ms(Math.max(...search.again)),
              ms(search.whole),
              searching ? ms(searching.stall) : '–',
              searching?.work == null ? '–' : ms(searching.work),
              ms(searchKnown.whole),
            ],
          ]
        : [],
    ),
  ]);
}

/**
 * Each aim, with whether it is met.
 * @param {readonly StoreCase[]} cases of this checkout
 */
export function storeAims(cases) {
  const worst = cases.map(({ saves }) => saveRatio(saves));
  const ratios = cases.map(({ count }, index) => `${count}: ${times(worst[index] ?? 0)}`).join(', ');
  const lists = LISTS.flatMap(({ count, what, limit, of }) => {
    const found = cases.find((entry) => entry.count === count);
    return found ? [aim(`the list of ${count} ${what}: at most ${limit} ms`, of(found) <= limit, ms(of(found)))] : [];
  });
  const thousand = cases.find(({ count }) => count === 1000)?.search;
  const slowest = thousand ? Math.max(...thousand.again) : 0;
  const searches = thousand
    ? [aim(`a search over 1000 reviews: at most ${SEARCH} ms`, slowest <= SEARCH, ms(slowest))]
    : [];
  // Of a stall, what is ours: a busy machine keeps every program waiting.
  const held = Math.max(0, ...cases.map(({ reading }) => reading.work ?? reading.stall));
  return [
    aim(`an autosave at most ${times(SAVE)} the raw write at every size`, Math.max(...worst) <= SAVE, ratios),
    ...lists,
    ...searches,
    aim(`the list holds up no answer over ${STALL} ms`, held <= STALL, ms(held)),
  ];
}

/** @param {StoreCase['saves']} saves */
function saveRatio({ save, raw }) {
  return median(save) / median(raw);
}
