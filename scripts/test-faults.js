// Tries everything that can happen to a data folder, many times over, and writes the figures to docs/reliability.md.
// usage: npm run test:faults [-- --only RUN,RUN] [--count N] [--seed N] [--folder DIR]
import path from 'node:path';
import { bundleFaults } from './lib/fault-bundle.js';
import { run } from './lib/run.js';

const folder = await bundleFaults();
const { status } = await run(process.execPath, [path.join(folder, 'entry.js'), ...process.argv.slice(2)], {
  show: true,
});
process.exitCode = status ?? 1;
