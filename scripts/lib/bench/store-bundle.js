import { existsSync } from 'node:fs';
import path from 'node:path';
import { bundleForNode } from '../bundle-for-node.js';

/** Where the two entries lie, in this checkout and in earlier ones. */
const PLACES = ['main/api', 'main'];

/**
 * Bundles what answers calls, as the built program has it but to be called without a host around it.
 * @param {string} root of this checkout or of another one
 * @returns {Promise<string>} the folder of the bundle
 */
export function bundleStore(root) {
  return bundleForNode(root, path.join(root, '.cache/bench'), {
    workbook: entry(root, 'workbook.ts'),
    'answer-call': entry(root, 'answer-call.ts'),
  });
}

/**
 * @param {string} root
 * @param {string} name
 */
function entry(root, name) {
  const found = PLACES.map((place) => path.join(root, place, name)).find((file) => existsSync(file));
  if (!found) throw new Error(`${root} is no checkout of the program: it has no ${name}.`);
  return found;
}
