// Measures how records are made, in the built program and from end to end, beside pdfmake and Chromium's print of
// the same content. Run it with `npm run bench:record` on an idle machine; docs/exports.md says how to read it.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { contentOf } from './lib/bench/content.js';
import { measureExport } from './lib/bench/host.js';
import { aimLines, caseTable, otherTable } from './lib/bench/report.js';
import { recordOfSize } from './lib/bench/reviews.js';
import { buildStale, TARGETS } from './lib/targets.js';
import { findTestBrowser } from './lib/test-tools.js';

/** @typedef {import('./lib/bench/report.js').Other} Other */

const SIZES = /** @type {const} */ ([10, 100]);
const SIGNERS = [0, 1, 5];

await buildStale(TARGETS, process.stdout);
const browser = await findTestBrowser();
if (!browser) console.log('No Chromium, Chrome or Edge was found; set GROUNDWORK_BROWSER to the path of one.');

const cases = [];
for (const wanted of SIZES) {
  for (const signers of SIGNERS) {
    process.stdout.write(`${wanted} pages, ${signers} signers … `);
    cases.push({ wanted, signers, ...(await measureExport(wanted, signers)) });
    console.log('done');
  }
}
/** @type {Other[]} */
const others = [];
for (const wanted of SIZES) {
  others.push({ wanted, name: 'pdfmake', ...(await measureOther('pdfmake', wanted)) });
  if (browser) others.push({ wanted, name: 'Chromium', ...(await measureOther(browser, wanted)) });
}

const [processor] = cpus();
console.log(`\nNode ${process.version}, ${cpus().length} × ${processor?.model ?? 'unknown processor'}\n`);
console.log(caseTable(cases).join('\n'));
console.log(`\nThe same content by others, as multiples of the record without signers:\n`);
console.log(otherTable(cases, others).join('\n'));
console.log(`\n${aimLines(cases).join('\n')}`);

/**
 * Another printer, in a process of its own.
 * @param {string} printer
 * @param {typeof SIZES[number]} wanted
 * @returns {Promise<{ readonly time: number, readonly size: number }>}
 */
async function measureOther(printer, wanted) {
  process.stdout.write(`${wanted} pages, ${printer} … `);
  const folder = await mkdtemp(path.join(tmpdir(), 'groundwork-bench-'));
  try {
    const file = path.join(folder, 'content.json');
    await writeFile(file, JSON.stringify(contentOf(await recordOfSize(wanted))));
    const child = fork(new URL('./lib/bench/other-printer.js', import.meta.url), [printer, file]);
    const [result] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
    if (typeof result !== 'object') throw new Error(`${printer} ended with status ${result}`);
    console.log('done');
    return result;
  } finally {
    await rm(folder, { recursive: true });
  }
}
