// Measures saving, listing and searching from 1 to 10,000 reviews, beside the raw durable write and lowdb in one file. Run it
// with `npm run bench:store` on an idle machine, with the path of another checkout to set that beside;
// docs/performance.md says how to read it.
import { finish, optionsOf } from './lib/bench/command.js';
import { measureStores } from './lib/bench/store.js';
import { listTable, saveTable, searchTable, storeAims } from './lib/bench/store-report.js';
import { ROOT } from './lib/project.js';
import { buildStale, TARGETS } from './lib/targets.js';

const { sizes, rounds, others } = optionsOf({ sizes: [1, 100, 1000, 10_000], rounds: 40 });
// A long list is summed up in threads, which run what is built.
await buildStale(TARGETS, process.stdout);
const cases = [];
for (const count of sizes) {
  cases.push(...(await measureStores([ROOT, ...others], count, { rounds, say: (words) => console.log(words) })));
}
const named = cases.map((entry) => ({ ...entry, program: entry.program === ROOT ? 'this' : entry.program }));
const [first] = cases;
console.log(`\nReviews of ${((first?.size ?? 0) / 1024).toFixed(0)} KB\n`);
console.log(`${saveTable(named).join('\n')}\n`);
console.log(`${listTable(named).join('\n')}\n`);
console.log(searchTable(named).join('\n'));
finish(storeAims(cases.filter(({ program }) => program === ROOT)));
