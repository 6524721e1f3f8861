import path from 'node:path';
import { keepCompiledCode } from '#main/files/compile-cache.ts';

// Before anything else is loaded, as it serves only what is loaded after it.
keepCompiledCode();
const { runHost } = await import('./host.ts');
const { HELP, parseOptions } = await import('./options.ts');

/** The program's own folder; this file lies two folders deep in it, as source and as built. */
const APP_FOLDER = path.resolve(import.meta.dirname, '../..');

const parsed = parseOptions(process.argv.slice(2));
if (parsed.kind === 'wrong') {
  console.error(parsed.message);
  process.exit(2);
}
if (parsed.kind === 'help') {
  process.stdout.write(HELP);
  process.exit(0);
}
process.exit(await runHost(APP_FOLDER, parsed.options));
