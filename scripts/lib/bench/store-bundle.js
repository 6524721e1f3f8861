import { existsSync } from 'node:fs';
import path from 'node:path';

/** Where the two entries lie, in this checkout and in earlier ones. */
const PLACES = ['main/api', 'main'];

/**
 * Bundles what answers calls, as the built program has it but to be called without a host around it.
 * @param {string} root of this checkout or of another one
 * @returns {Promise<string>} the folder of the bundle
 */
export async function bundleStore(root) {
  const outDir = path.join(root, '.cache/bench');
  const { build } = await import('vite');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      copyPublicDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: { workbook: entry(root, 'workbook.ts'), 'answer-call': entry(root, 'answer-call.ts') },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
  return outDir;
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
