// Measures the screens of the built program in a real browser: keys, sections, the first page, memory. Run it with
// `npm run bench:ui` on an idle machine, with `--against PATH` to set another built checkout beside it;
// docs/performance.md says how to read it.
import { finish, optionsOf } from './lib/bench/command.js';
import { measureUi } from './lib/bench/ui.js';
import { loadTable, placeTable, sectionTable, uiAims } from './lib/bench/ui-report.js';
import { ROOT } from './lib/project.js';
import { buildStale, TARGETS } from './lib/targets.js';
import { ensureTestTools } from './lib/test-tools.js';

const { rounds, keys, sections, places, others } = optionsOf({ sizes: [], rounds: 7, keys: 60 });
await buildStale(TARGETS, process.stdout);
process.env.GROUNDWORK_BROWSER ??= await ensureTestTools(process.stdout);
const measured = await measureUi([ROOT, ...others], {
  rounds,
  keys,
  ...(sections && { sections }),
  ...(places && { places }),
  tell: (what) => console.log(`${what} …`),
});
const named = measured.map((entry) => ({ ...entry, program: entry.program === ROOT ? 'this' : entry.program }));
for (const lines of [sectionTable(named), placeTable(named), loadTable(named)]) console.log(`\n${lines.join('\n')}`);
finish(measured.filter(({ program }) => program === ROOT).flatMap(uiAims));
