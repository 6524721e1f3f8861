import { requireNode } from './lib/node-version.js';

requireNode();
import('./lib/start.js').then(({ start }) => start(process.argv.slice(2))).then((status) => process.exit(status));
