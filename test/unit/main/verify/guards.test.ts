import { describe, expect, it } from 'vitest';
import { guardChecks } from '#test/support/guards/checks.ts';

describe('each guard of the verifier', () => {
  it.each(guardChecks().filter(({ isSlow }) => !isSlow || process.env.GROUNDWORK_WHOLE))('$name', async ({ run }) => {
    expect(await run()).toBe('');
  });
});
