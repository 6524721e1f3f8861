import path from 'node:path';
import { bundleForNode } from './bundle-for-node.js';
import { inProject, ROOT } from './project.js';

/** Programs of the fault suite, each in a file of its own. */
const ENTRIES = ['faults/entry', 'faults/writer', 'hold-data-folder'];

/**
 * Bundles the programs of the fault suite, so that they run without a test runner around them and can be killed.
 * @returns {Promise<string>} the folder that they lie in
 */
export function bundleFaults() {
  const input = Object.fromEntries(ENTRIES.map((name) => [path.basename(name), inProject(`test/support/${name}.ts`)]));
  // What a killed program loads each time lies in few files: it starts in three quarters of the time.
  return bundleForNode(ROOT, inProject('.cache/faults'), input, ['zod', 'lowdb', 'steno']);
}
