import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { onTestFinished } from 'vitest';

/** Bundles a TypeScript entry for a bare Node process and gives the file; removed after the test. */
export async function bundleEntry(entry: string): Promise<string> {
  const cache = resolve('.cache');
  await mkdir(cache, { recursive: true });
  // Inside the project, so that the libraries left outside the bundle are found.
  const outDir = await mkdtemp(join(cache, 'test-bundle-'));
  onTestFinished(() => rm(outDir, { recursive: true, force: true }));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: resolve(entry),
      outDir,
      target: 'node20',
      emptyOutDir: false,
      rollupOptions: { output: { entryFileNames: 'entry.mjs' } },
    },
  });
  return join(outDir, 'entry.mjs');
}
