// Takes the pictures of README.md, docs/user-guide.md and docs/samples.md again: npm run screenshots
// Look at each of them before you commit it.
import { requireNode } from './lib/node-version.js';

requireNode();
import('./lib/screenshots.js').then(({ takeScreenshots }) => takeScreenshots()).then((status) => process.exit(status));
