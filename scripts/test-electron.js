import { requireNode } from './lib/node-version.js';

requireNode();
import('./lib/test-electron.js')
  .then(({ testElectron }) => testElectron(process.argv.slice(2)))
  .then((status) => process.exit(status));
