import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { rendererPlugins } from './vite.config.ts';

/** Only what hangs takes this long, in milliseconds; a busy machine may take many times the usual. */
const limits = { testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: 30_000 } } };

/** Run in every worker, before the tests of each file. */
const setupFiles = ['test/support/equal-bytes.ts'];

export default defineConfig({
  test: {
    // The projects, and the two runs of `npm test`, share what was made of the sources.
    experimental: { fsModuleCache: true },
    // One more than cores: some tests wait for programs, for a disk, or for the host, which slows guesses.
    maxWorkers: availableParallelism() + 1,
    projects: [
      // Files of a project share what they load: a test that leaves something behind is a fault of that test.
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'], setupFiles, isolate: false, ...limits } },
      {
        plugins: rendererPlugins(),
        test: {
          name: 'components',
          include: ['test/unit/**/*.test.tsx'],
          environment: 'happy-dom',
          setupFiles: [...setupFiles, 'test/support/component-setup.ts'],
          isolate: false,
          ...limits,
        },
      },
      // Only by `npm run test:packages`: it needs programs that build packages.
      { test: { name: 'packages', include: ['test/packages/**/*.test.ts'], ...limits } },
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          setupFiles,
          isolate: false,
          ...limits,
        },
      },
    ],
  },
});
