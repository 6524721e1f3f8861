import { defineConfig } from 'vitest/config';

/** Only what hangs takes this long, in milliseconds; a busy machine may take many times the usual. */
const limits = { testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: 30_000 } } };

export default defineConfig({
  test: {
    // Vitest leaves a core free by itself; nothing else runs beside it here.
    maxWorkers: '100%',
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], ...limits } },
      { test: { name: 'integration', include: ['test/integration/**/*.test.ts'], ...limits } },
    ],
  },
});
