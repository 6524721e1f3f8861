// Takes the key pages of records as they look now for right: npm run pages:renew
// Look at each changed picture in test/fixtures/pages before you commit it.
import { requireNode } from './lib/node-version.js';

requireNode();
import('./lib/renew-pages.js').then(({ renewPages }) => renewPages()).then((status) => process.exit(status));
