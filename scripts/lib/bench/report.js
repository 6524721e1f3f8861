import { aim, ms, table, times } from './print.js';

/**
 * @typedef {object} Measured
 * @property {number} wanted pages that the case is about
 * @property {number} signers
 * @property {number} pages pages that there are
 * @property {number} size of the file, in bytes
 * @property {number} time median once everything is loaded, in milliseconds
 * @property {number} first the first time, with everything that is loaded at first use, in milliseconds
 * @property {number} stall longest stall of the main thread in any round, the first included, in milliseconds
 * @property {number | null} work longest work that it did at once, in milliseconds of a processor; null where the system does not tell
 * @property {number} memory largest resident set of the whole process, in megabytes
 * @property {import('./probe.js').Reading} checking the same while the record is checked and the review taken out of it
 *
 * @typedef {object} Other
 * @property {number} wanted
 * @property {string} name
 * @property {number} time
 * @property {number} size
 */

const KB = 1024;

/** What the project aims at; times in milliseconds, sizes in kilobytes. */
const AIMS = [
  { wanted: 10, signers: 5, time: 500, size: 150 },
  { wanted: 100, signers: 5, time: 2000, size: 600 },
];
const STALL = 50;

/**
 * The results as a table.
 * @param {readonly Measured[]} cases
 */
export function caseTable(cases) {
  return table([
    [
      'pages',
      'signers',
      'time',
      'first time',
      'size',
      'peak memory',
      'longest stall',
      'own work',
      'checking: stall',
      'own work',
    ],
    ...cases.map(({ pages, signers, time, first, size, memory, stall, work, checking }) => [
      String(pages),
      String(signers),
      ms(time),
      ms(first),
      kb(size),
      `${memory.toFixed(0)} MB`,
      ms(stall),
      workOf(work),
      ms(checking.stall),
      workOf(checking.work),
    ]),
  ]);
}

/**
 * Other printers beside the unsealed record of the same content.
 * @param {readonly Measured[]} cases
 * @param {readonly Other[]} others
 */
export function otherTable(cases, others) {
  const rows = others.flatMap(({ wanted, name, time, size }) => {
    const own = cases.find((result) => result.wanted === wanted && result.signers === 0);
    return own ? [[`${wanted} pages`, name, times(time / own.time), times(size / own.size)]] : [];
  });
  return table([['', 'printer', 'time', 'size'], ...rows]);
}

/**
 * Each aim, with whether it is met.
 * @param {readonly Measured[]} cases
 */
export function aimLines(cases) {
  const aims = AIMS.flatMap(({ wanted, signers, time, size }) => {
    const found = cases.find((result) => result.wanted === wanted && result.signers === signers);
    if (!found) return [];
    const what = `${wanted} pages, ${signers} signers`;
    return [
      aim(`${what}: at most ${time} ms`, found.time <= time, ms(found.time)),
      aim(`${what}: at most ${size} KB`, found.size <= size * KB, kb(found.size)),
    ];
  });
  const stall = Math.max(0, ...cases.map((result) => result.stall));
  const checking = Math.max(0, ...cases.map((result) => result.checking.stall));
  return [
    ...aims,
    aim(`the main process never stalls over ${STALL} ms`, stall <= STALL, ms(stall)),
    aim(`nor while records are checked and imported`, checking <= STALL, ms(checking)),
  ];
}

/** @param {number | null} milliseconds of a processor */
function workOf(milliseconds) {
  return milliseconds === null ? '–' : ms(milliseconds);
}

/** @param {number} bytes */
function kb(bytes) {
  return `${(bytes / KB).toFixed(0)} KB`;
}
