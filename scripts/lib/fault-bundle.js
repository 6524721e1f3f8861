import path from 'node:path';
import { inProject, ROOT } from './project.js';

/** Programs of the fault suite, each in a file of its own. */
const ENTRIES = ['faults/entry', 'faults/writer', 'hold-data-folder'];

/**
 * Bundles the programs of the fault suite, so that they run without a test runner around them and can be killed.
 * @returns {Promise<string>} the folder that they lie in
 */
export async function bundleFaults() {
  const outDir = inProject('.cache/faults');
  const { build } = await import('vite');
  await build({
    root: ROOT,
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
        input: Object.fromEntries(ENTRIES.map((name) => [path.basename(name), inProject(`test/support/${name}.ts`)])),
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
  return outDir;
}
