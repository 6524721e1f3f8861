import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { writeBillOfMaterials } from './bill-of-materials.js';
import { ensureInstalled } from './install.js';
import { timed } from './progress.js';
import { inProject, wordsOf } from './project.js';
import { run } from './run.js';
import { buildStale, TARGETS } from './targets.js';

/** What is handed on, and so gets a checksum. */
const PACKAGE = /\.(AppImage|deb|rpm|tar\.gz|dmg|zip|exe|msi)$/;

/**
 * `npm run package`: builds, lists what a package is made of, and packs; arguments are those of electron-builder. The packages get
 * a list of their checksums beside them.
 * @param {readonly string[]} argv
 * @returns {Promise<number>} the exit status
 */
export async function packageAll(argv) {
  try {
    await ensureInstalled(process.stdout);
    await buildStale(TARGETS, process.stdout);
    await timed('Listing what is in it', writeBillOfMaterials, process.stdout);
  } catch (error) {
    console.error(wordsOf(error));
    return 1;
  }
  const cli = inProject('node_modules/electron-builder/cli.js');
  const { status } = await run(process.execPath, [cli, '--publish', 'never', ...argv], { show: true });
  if (status === 0) await writeChecksums(inProject('release'));
  return status ?? 1;
}

/**
 * Writes SHA256SUMS beside the packages of a folder, as `sha256sum --check` reads it; none where there are none.
 * @param {string} folder
 */
export async function writeChecksums(folder) {
  const names = (await readdir(folder)).filter((name) => PACKAGE.test(name)).toSorted();
  if (names.length === 0) return;
  const lines = [];
  for (const name of names) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(path.join(folder, name)), hash);
    lines.push(`${hash.digest('hex')}  ${name}\n`);
  }
  await writeFile(path.join(folder, 'SHA256SUMS'), lines.join(''));
}
