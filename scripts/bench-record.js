// Measures how a record is printed, beside pdfmake and Chromium's print of the same content. Run it with
// `npm run bench:record`; pass a browser's path as GROUNDWORK_BROWSER to include Chromium.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { buildStale, TARGETS } from './lib/targets.js';

/** @typedef {typeof import('../main/record/off-thread.ts')} OffThread */
/** @typedef {typeof import('../shared/record/build.ts')} Build */
/** @typedef {typeof import('../shared/review.ts')} Review */
/** @typedef {typeof import('../shared/template.ts')} Template */
/** @typedef {import('../shared/record/model.ts').RecordModel} RecordModel */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ROUNDS = 5;
const SAMPLE = 'templates/samples/grab-counter-service.json';

/**
 * @param {string} file
 * @returns {Promise<unknown>}
 */
async function load(file) {
  const { module } = await runnerImport(path.join(ROOT, file), { root: ROOT, configFile: false, logLevel: 'error' });
  return module;
}

const { workerPrinter } = /** @type {OffThread} */ (await load('main/record/off-thread.ts'));
const { buildRecord } = /** @type {Build} */ (await load('shared/record/build.ts'));
const { reviewDocumentSchema } = /** @type {Review} */ (await load('shared/review.ts'));
const { templateSchema } = /** @type {Template} */ (await load('shared/template.ts'));

await buildStale(
  TARGETS.filter((target) => target.output.includes('render-worker')),
  process.stdout,
);
const data = await readFile(path.join(ROOT, SAMPLE));
const template = templateSchema.parse(
  JSON.parse(await readFile(path.join(ROOT, 'templates/rust-adoption.json'), 'utf8')),
);
const review = reviewDocumentSchema.parse(JSON.parse(data.toString()).document);
const whole = buildRecord(review, template, {
  contentSha256: '0'.repeat(64),
  revision: 1,
  savedAt: '2026-01-01T00:00:00.000Z',
});
const print = workerPrinter(path.join(ROOT, 'dist/record/render-worker.js'), ROOT);

/** @type {Record<string, RecordModel>} */
const records = {
  '10 pages': { ...whole, sections: whole.sections.slice(0, 5) },
  '100 pages': { ...whole, sections: Array.from({ length: 4 }, () => whole.sections).flat() },
};
for (const [name, record] of Object.entries(records)) {
  await print({ record, data, paper: 'a4' });
  const stalls = monitorEventLoopDelay({ resolution: 1 });
  stalls.enable();
  const own = await measure(() => print({ record, data, paper: 'a4' }));
  stalls.disable();
  const pages = own.bytes.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
  const memory = process.resourceUsage().maxRSS / 1024;
  console.log(
    `${name} (${pages}): ${own.time.toFixed(0)} ms, ${(own.bytes.length / 1024).toFixed(0)} KB, ` +
      `main thread stalled ${(stalls.max / 1e6).toFixed(0)} ms at most, peak memory ${memory.toFixed(0)} MB`,
  );
  const text = linesOf(record);
  const others = { pdfmake: await pdfmake(text), Chromium: await chromium(text) };
  for (const [other, result] of Object.entries(others)) {
    if (!result) console.log(`  ${other}: not here`);
    else
      console.log(
        `  ${other} takes ×${(result.time / own.time).toFixed(2)}, ${(result.bytes.length / 1024).toFixed(0)} KB`,
      );
  }
}
process.exit(0);

/**
 * The median time of some rounds, and what came out.
 * @param {() => Promise<Uint8Array>} make
 */
async function measure(make) {
  const times = [];
  let bytes = Buffer.alloc(0);
  for (let round = 0; round < ROUNDS; round++) {
    const since = performance.now();
    bytes = Buffer.from(await make());
    times.push(performance.now() - since);
  }
  return { time: times.toSorted((left, right) => left - right)[Math.floor(ROUNDS / 2)] ?? 0, bytes };
}

/**
 * Every text of a record, for printers that know nothing of records.
 * @param {unknown} value
 * @returns {string[]}
 */
function linesOf(value) {
  if (typeof value === 'string') return value.includes(' ') ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(linesOf) : [];
}

/** @param {readonly string[]} lines */
async function pdfmake(lines) {
  const { default: library } = await import('pdfmake');
  const font = (/** @type {string} */ name) => path.join(ROOT, `main/record/fonts/noto-sans-${name}.ttf`);
  library.setLocalAccessPolicy(() => true);
  library.setUrlAccessPolicy(() => false);
  library.setFonts({ Noto: { normal: font('regular'), bold: font('bold') } });
  const content = lines.map((text) => ({ text, margin: [0, 0, 0, 4] }));
  return measure(() => library.createPdf({ content, defaultStyle: { font: 'Noto', fontSize: 9.5 } }).getBuffer());
}

/** @param {readonly string[]} lines */
async function chromium(lines) {
  const { chromium: browsers } = await import('playwright');
  const executablePath = process.env.GROUNDWORK_BROWSER;
  const browser = await browsers
    .launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox'] })
    .catch(() => null);
  if (!browser) return null;
  const page = await browser.newPage();
  const escaped = lines.map((line) => `<p>${line.replace(/[&<]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</p>`);
  await page.setContent(`<body style="font: 9.5pt sans-serif">${escaped.join('')}</body>`);
  const result = await measure(() => page.pdf({ format: 'A4', tagged: true, outline: true }));
  await browser.close();
  return result;
}
