import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inProject, ROOT } from '../project.js';
import { load } from './load.js';

/** A review that ships with the program; its file has about 35 KB without its template. */
const SAMPLE = 'prisma-query-engine';

const FILE_SYSTEM = 'main/files/file-system.ts';

/**
 * Fills a data folder with reviews of the usual size, as the program stores them.
 * @param {string} folder
 * @param {number} count
 * @param {string} [program] the checkout whose program is to read them
 * @returns {Promise<{ readonly ids: readonly string[], readonly size: number }>} `size`: bytes of one of them
 */
export async function fillDataFolder(folder, count, program = ROOT) {
  // Where a much earlier program has it elsewhere, ours stands in for it.
  const from = existsSync(path.join(program, FILE_SYSTEM)) ? program : ROOT;
  const { loadBuiltIn } = /** @type {typeof import('../../../main/store/built-in.ts')} */ (
    await load('main/store/built-in.ts', from)
  );
  const { nodeFileSystem } = /** @type {typeof import('../../../main/files/file-system.ts')} */ (
    await load(FILE_SYSTEM, from)
  );
  const { printReviewFile } = /** @type {typeof import('../../../main/store/review-file.ts')} */ (
    await load('main/store/review-file.ts', from)
  );
  const { samples } = await loadBuiltIn(nodeFileSystem, from);
  const sample = samples.find(({ id }) => id === SAMPLE);
  if (!sample) throw new Error(`${inProject('templates/samples', SAMPLE)} cannot be used`);
  const reviews = path.join(folder, 'reviews');
  await mkdir(reviews, { recursive: true });
  const ids = [];
  let size = 0;
  for (let number = 1; number <= count; number++) {
    const id = `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
    const document = { ...sample.review.document, id, title: `Review ${number} of many` };
    const savedAt = new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString();
    const text = printReviewFile({ document, revision: 1, savedAt });
    await writeFile(path.join(reviews, `${id}.json`), text);
    ids.push(id);
    size = Buffer.byteLength(text);
  }
  return { ids, size };
}
