// Makes the dictionaries of the desktop program from their sources: npm run dictionaries
// Needs the npm registry and Chromium's converter (Debian: qt6-webengine-dev-tools).
import { requireNode } from './lib/node-version.js';

requireNode();
import('./lib/dictionaries.js')
  .then(({ makeDictionaries }) => makeDictionaries())
  .then((status) => process.exit(status));
