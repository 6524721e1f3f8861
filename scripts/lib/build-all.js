import { ensureInstalled } from './install.js';
import { wordsOf } from './project.js';
import { buildStale, TARGETS } from './targets.js';

/** `npm run build`: every target that is stale. */
export async function buildAll() {
  try {
    await ensureInstalled(process.stdout);
    await buildStale(TARGETS, process.stdout);
    console.log('Everything is built.');
  } catch (error) {
    console.error(wordsOf(error));
    process.exitCode = 1;
  }
}
