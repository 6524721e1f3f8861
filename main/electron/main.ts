import { keepCompiledCode } from '#main/files/compile-cache.ts';

// Before anything else is loaded, as it serves only what is loaded after it.
keepCompiledCode();
const { startDesktop } = await import('./desktop.ts');
const { readPolicy } = await import('#main/store/policy.ts');
const { nodeFileSystem } = await import('#main/files/file-system.ts');

// Electron becomes ready only after this module has run, so the policy is read before that, and the start is not awaited.
startDesktop(
  await readPolicy(nodeFileSystem).catch((error: unknown) =>
    error instanceof Error ? error : new Error(String(error)),
  ),
);
