import { median } from './measure.js';
import { aim, ms, spread, table, times } from './print.js';

/**
 * @typedef {import('./ui.js').UiCase} UiCase
 * @typedef {import('./ui.js').SectionCase} SectionCase
 */

/** Milliseconds within which 19 of 20 keys are drawn, and a section is open: plain, and with a processor made slower. */
const KEY = { plain: 16, slowed: 50 };
const OPEN = { plain: 100, slowed: 300 };
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
 * Keys and sections, one a line.
 * @param {readonly UiCase[]} cases
 */
export function sectionTable(cases) {
  return table([
    ['program', 'review', 'processor', 'section', 'opens', 'key p50', 'p95', 'plain p50', 'p95', 'p50 to plain'],
    ...cases.flatMap(({ program, sections }) =>
      sections.map(({ review, slowdown, section, opens, keys, plain }) => [
        program,
        review,
        slowdown === 1 ? 'as it is' : `${slowdown} times slower`,
        section,
        spread(opens),
        ...(keys.length === 0
          ? ['', '', '', '', '']
          : [
              one(quantile(keys, 0.5)),
              one(quantile(keys, 0.95)),
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
    ['program', 'first button', 'loaded until then', 'memory'],
    ...cases.map(({ program, buttons, loaded, memory }) => [
      program,
      spread(buttons),
      kilobytes(loaded),
      megabytes(memory),
    ]),
  ]);
}

/**
 * Each aim, with whether it is met.
 * @param {UiCase} found of this checkout
 */
export function uiAims({ sections, buttons, loaded, memory }) {
  const conditions = [...new Set(sections.map(({ review, slowdown }) => `${review} ${slowdown}`))];
  return [
    ...conditions.flatMap((condition) =>
      conditionAims(sections.filter(({ review, slowdown }) => `${review} ${slowdown}` === condition)),
    ),
    aim(`first button within ${FIRST_BUTTON} ms`, median(buttons) <= FIRST_BUTTON, ms(median(buttons))),
    aim(`at most ${kilobytes(LOADED)} until then, packed`, loaded <= LOADED, kilobytes(loaded)),
    aim(`at most ${megabytes(MEMORY)} of memory`, memory <= MEMORY, megabytes(memory)),
  ];
}

/** @param {readonly SectionCase[]} sections of one review on one processor */
function conditionAims(sections) {
  const [{ review, slowdown } = { review: '', slowdown: 1 }] = sections;
  const where = `${review}${slowdown === 1 ? '' : `, ${slowdown} times slower`}`;
  const limit = slowdown === 1 ? 'plain' : 'slowed';
  const key = slowest(
    sections.filter(({ keys }) => keys.length > 0),
    ({ keys }) => quantile(keys, 0.95),
  );
  const open = slowest(sections, ({ opens }) => median(opens));
  return [
    aim(
      `${where}: 19 of 20 keys drawn within ${KEY[limit]} ms`,
      key.time <= KEY[limit],
      `${one(key.time)} in ${key.section}`,
    ),
    aim(
      `${where}: sections open within ${OPEN[limit]} ms`,
      open.time <= OPEN[limit],
      `${one(open.time)} for ${open.section}`,
    ),
  ];
}

/**
 * @param {readonly SectionCase[]} sections
 * @param {(found: SectionCase) => number} timeOf
 */
function slowest(sections, timeOf) {
  return sections
    .map((found) => ({ section: found.section, time: timeOf(found) }))
    .reduce((worst, found) => (found.time > worst.time ? found : worst), { section: 'none', time: 0 });
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
