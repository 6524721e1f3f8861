import { requireNode } from './lib/node-version.js';

requireNode();
import('./lib/package.js')
  .then(({ packageAll }) => packageAll(process.argv.slice(2)))
  .then((status) => process.exit(status));
