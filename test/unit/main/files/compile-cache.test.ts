import { homedir } from 'node:os';
import { describe, expect, it, vi } from 'vitest';
import { keepCompiledCode } from '#main/files/compile-cache.ts';

describe('compiled code', () => {
  it('is kept in a folder of the person, where Node can keep it', () => {
    const enableCompileCache = vi.fn();
    keepCompiledCode({ enableCompileCache });
    const [folder] = enableCompileCache.mock.lastCall ?? [];
    expect(enableCompileCache).toHaveBeenCalledOnce();
    expect(folder).toContain('groundwork');
    expect(folder).toContain(process.env.XDG_CACHE_HOME ?? homedir());
  });

  it('is not kept where Node cannot, and the program starts all the same', () => {
    keepCompiledCode({});
    keepCompiledCode({ enableCompileCache: undefined });
  });
});
