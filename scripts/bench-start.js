// Measures how long the built host takes until it listens, answers and lists, with 0, 100 and 1,000 reviews. Run it
// with `npm run bench:start` on an idle machine, with the path of another built checkout to set that beside;
// docs/performance.md says how to read it.
import { finish, optionsOf } from './lib/bench/command.js';
import { spread } from './lib/bench/print.js';
import { measureStarts } from './lib/bench/start.js';
import { startAims, startTable } from './lib/bench/start-report.js';
import { ROOT } from './lib/project.js';
import { buildStale, TARGETS } from './lib/targets.js';

const { sizes, rounds, others } = optionsOf({ sizes: [0, 100, 1000], rounds: 11 });
await buildStale(TARGETS, process.stdout);
const cases = [];
const node = [];
for (const count of sizes) {
  console.log(`${count} reviews …`);
  const measured = await measureStarts([ROOT, ...others], count, { rounds });
  cases.push(...measured.cases);
  node.push(...measured.node);
}
const named = cases.map((entry) => ({ ...entry, program: entry.program === ROOT ? 'this' : entry.program }));
console.log(`\nNode alone, \`node -e 0\`: ${spread(node)}\n\n${startTable(named, node).join('\n')}`);
finish(startAims(cases.filter(({ program }) => program === ROOT)));
