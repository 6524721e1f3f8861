import { keepCompiledCode } from '#main/files/compile-cache.ts';

// Before anything else is loaded, as it serves only what is loaded after it.
keepCompiledCode();
const { startDesktop } = await import('./desktop.ts');
// Not awaited: Electron becomes ready only after this module has run.
startDesktop();
