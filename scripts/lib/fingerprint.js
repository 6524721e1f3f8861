import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * A hash over names and contents of files and folders, the same on every machine. Contents rather
 * than times: a checkout or a copy changes every time and no content.
 * @param {string} root
 * @param {readonly string[]} inputs files and folders, relative to the root; missing ones count as missing
 * @param {readonly string[]} [without] folders to leave out, relative to the root
 */
export function fingerprint(root, inputs, without = []) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => filesIn(root, input, without))) {
    const content = readFileSync(path.join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} input
 * @param {readonly string[]} without
 * @returns {string[]}
 */
function filesIn(root, input, without) {
  if (without.includes(input)) return [];
  const stats = statSync(path.join(root, input), { throwIfNoEntry: false });
  if (!stats) return [];
  if (!stats.isDirectory()) return [input];
  const names = readdirSync(path.join(root, input)).sort();
  return names.flatMap((name) => filesIn(root, `${input}/${name}`, without));
}
