import { requireNode } from './lib/node-version.js';

requireNode();
import('./lib/groundwork.js')
  .then(({ groundwork }) => groundwork(process.argv.slice(2)))
  .then((status) => process.exit(status));
