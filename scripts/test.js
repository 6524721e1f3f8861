import { requireNode } from './lib/node-version.js';

requireNode();
import('./lib/test-all.js')
  .then(({ testAll }) => testAll(process.argv.slice(2)))
  .then((status) => process.exit(status));
