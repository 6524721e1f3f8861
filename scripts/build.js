import { requireNode } from './lib/node-version.js';

requireNode();
import('./lib/build-all.js').then(({ buildAll }) => buildAll());
