import { median } from './measure.js';
import { aim, ms, spread, table, times } from './print.js';

/**
 * @typedef {import('./ui.js').UiCase} UiCase
 * @typedef {import('./ui.js').SectionCase} SectionCase
 * @typedef {import('./ui.js').PlaceCase} PlaceCase
 */

/** Milliseconds within which 19 of 20 keys are drawn, and a section is open: plain, and with a processor made slower. */
const KEY = { plain: 16, slowed: 50 };
const OPEN = { plain: 100, slowed: 300 };
/** Milliseconds that a second window may be behind the first, as a rule and 19 of 20 times. */
const LAG = 100;
/** Milliseconds until the first button, bytes until then, and bytes that the page may hold. */
const FIRST_BUTTON = 330;
const LOADED = 200 * 1024;
const MEMORY = 60 * 1024 * 1024;

/**
 * The value that so much of all lies below.
 * @param {readonly number[]} values
 * @param {number} part
 */
function quantile(values, part) {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? 0;
}

/**
 * What was found of one section, while the others are still to come.
 * @param {Pick<SectionCase, 'section' | 'opens' | 'keys'>} found
 */
export function sectionLine({ section, opens, keys }) {
  const typed = keys.length === 0 ? '' : `, keys ${one(quantile(keys, 0.5))}, p95 ${one(quantile(keys, 0.95))}`;
  return `${section}: opens ${spread(opens)}${typed}`;
}

/**
 * What was found of one place, while the others are still to come.
 * @param {Pick<PlaceCase, 'place' | 'opens'>} found
 */
export function placeLine({ place, opens }) {
  return `${place}: opens ${spread(opens)}`;
}

/**
 * Pages beside the sections, and what opens over them, one a line.
 * @param {readonly UiCase[]} cases
 */
export function placeTable(cases) {
  return table([
    ['program', 'review', 'processor', 'place', 'opens'],
    ...cases.flatMap(({ program, places }) =>
      places.map(({ review, slowdown, place, opens }) => [
        program,
        review,
        slowdown === 1 ? 'as it is' : `${slowdown} times slower`,
        place,
        spread(opens),
      ]),
    ),
  ]);
}

/**
 * Keys and sections, one a line.
 * @param {readonly UiCase[]} cases
 */
export function sectionTable(cases) {
  return table([
    [
      'program',
      'review',
      'processor',
      'section',
      'opens',
      'key p50',
      'p95',
      'still p50',
      'p95',
      'plain p50',
      'p95',
      'p50 to plain',
    ],
    ...cases.flatMap(({ program, sections }) =>
      sections.map(({ review, slowdown, section, opens, keys, still, plain }) => [
        program,
        review,
        slowdown === 1 ? 'as it is' : `${slowdown} times slower`,
        section,
        spread(opens),
        ...(keys.length === 0
          ? ['', '', '', '', '', '', '']
          : [
              one(quantile(keys, 0.5)),
              one(quantile(keys, 0.95)),
              one(quantile(still, 0.5)),
              one(quantile(still, 0.95)),
              one(quantile(plain, 0.5)),
              one(quantile(plain, 0.95)),
              times(quantile(keys, 0.5) / quantile(plain, 0.5)),
            ]),
      ]),
    ),
  ]);
}

/**
 * The first page and what the page holds, one program a line.
 * @param {readonly UiCase[]} cases
 */
export function loadTable(cases) {
  return table([
    ['program', 'first button', 'loaded until then', 'memory', 'second window behind', 'p95'],
    ...cases.map(({ program, buttons, loaded, memory, lags }) => [
      program,
      spread(buttons),
      kilobytes(loaded),
      megabytes(memory),
      ...(lags.length === 0 ? ['', ''] : [spread(lags), one(quantile(lags, 0.95))]),
    ]),
  ]);
}

/**
 * Each aim, with whether it is met.
 * @param {UiCase} found of this checkout
 */
export function uiAims({ sections, places, lags, buttons, loaded, memory }) {
  const conditions = [...new Set(sections.map(({ review, slowdown }) => `${review} ${slowdown}`))];
  return [
    ...conditions.flatMap((condition) =>
      conditionAims(sections.filter(({ review, slowdown }) => `${review} ${slowdown}` === condition)),
    ),
    ...[...new Set(places.map(({ slowdown }) => slowdown))].map((slowdown) => placeAim(places, slowdown)),
    aim(
      `a second window at most ${LAG} ms behind, 19 of 20 times`,
      quantile(lags, 0.95) <= LAG,
      `${one(quantile(lags, 0.95))}, as a rule ${one(median(lags))}`,
    ),
    aim(`first button within ${FIRST_BUTTON} ms`, median(buttons) <= FIRST_BUTTON, ms(median(buttons))),
    aim(`at most ${kilobytes(LOADED)} until then, packed`, loaded <= LOADED, kilobytes(loaded)),
    aim(`at most ${megabytes(MEMORY)} of memory`, memory <= MEMORY, megabytes(memory)),
  ];
}

/**
 * @param {readonly PlaceCase[]} places
 * @param {number} slowdown
 */
function placeAim(places, slowdown) {
  const limit = OPEN[slowdown === 1 ? 'plain' : 'slowed'];
  const found = slowest(
    places.filter((entry) => entry.slowdown === slowdown),
    ({ opens }) => median(opens),
    ({ review, place }) => `${place}, ${review}`,
  );
  const where = slowdown === 1 ? '' : `, ${slowdown} times slower`;
  return aim(
    `other pages open within ${limit} ms${where}`,
    found.time <= limit,
    `${one(found.time)} for ${found.name}`,
  );
}

/** @param {readonly SectionCase[]} sections of one review on one processor */
function conditionAims(sections) {
  const [{ review, slowdown } = { review: '', slowdown: 1 }] = sections;
  const where = `${review}${slowdown === 1 ? '' : `, ${slowdown} times slower`}`;
  const limit = slowdown === 1 ? 'plain' : 'slowed';
  const key = slowest(
    sections.filter(({ keys }) => keys.length > 0),
    ({ keys }) => quantile(keys, 0.95),
    ({ section }) => section,
  );
  const open = slowest(
    sections,
    ({ opens }) => median(opens),
    ({ section }) => section,
  );
  return [
    aim(
      `${where}: 19 of 20 keys drawn within ${KEY[limit]} ms`,
      key.time <= KEY[limit],
      `${one(key.time)} in ${key.name}`,
    ),
    aim(
      `${where}: sections open within ${OPEN[limit]} ms`,
      open.time <= OPEN[limit],
      `${one(open.time)} for ${open.name}`,
    ),
  ];
}

/**
 * @template Found
 * @param {readonly Found[]} all
 * @param {(found: Found) => number} timeOf
 * @param {(found: Found) => string} nameOf
 */
function slowest(all, timeOf, nameOf) {
  return all
    .map((found) => ({ name: nameOf(found), time: timeOf(found) }))
    .reduce((worst, found) => (found.time > worst.time ? found : worst), { name: 'none', time: 0 });
}

/** @param {number} milliseconds */
function one(milliseconds) {
  return `${milliseconds.toFixed(1)} ms`;
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1024).toFixed(0)} KB`;
}

/** @param {number} bytes */
function megabytes(bytes) {
  return `${(bytes / 1024 / 1024).toFixed(0)} MB`;
}
