import path from 'node:path';
import { bundleForNode } from './bundle-for-node.js';
import { inProject, ROOT } from './project.js';
import { run } from './run.js';

/** Programs of the fault suite, each in a file of its own. */
const ENTRIES = ['faults/entry', 'hold-data-folder'];

/**
 * Bundles the programs of the fault suite, so that they run without a test runner around them and can be killed.
 * @returns {Promise<string>} the folder that they lie in
 */
export async function bundleFaults() {
  const input = Object.fromEntries(ENTRIES.map((name) => [path.basename(name), inProject(`test/support/${name}.ts`)]));
  const folder = await bundleForNode(ROOT, inProject('.cache/faults'), input);
  await bundleWriter(path.join(folder, 'writer'));
  return folder;
}

/** What the writer never comes to, as its records are made beforehand; it would be a third of what it loads. */
const UNUSED = /^(?:harfbuzzjs|jspdf)$/;
/** Native code is loaded when it is used. */
const NATIVE = 'fs-native-extensions';

/**
 * Takes a picture of the loaded writer (`writer.blob`), from which Node starts it in a quarter of the work: it is killed, and so loaded,
 * ten thousand times.
 * @param {string} folder where it goes
 */
async function bundleWriter(folder) {
  const { build } = await import('vite');
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    plugins: [inPicture()],
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      copyPublicDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        shimMissingExports: true,
        input: { writer: inProject('test/support/faults/writer.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  });
  const blob = path.join(folder, 'writer.blob');
  await run(process.execPath, [
    '--no-warnings',
    '--snapshot-blob',
    blob,
    '--build-snapshot',
    path.join(folder, 'writer.cjs'),
  ]);
}

/** @returns {import('vite').Plugin} */
function inPicture() {
  const native = `import { createRequire } from 'node:module';
    const library = () => createRequire(${JSON.stringify(inProject('package.json'))})('${NATIVE}');
    ${['tryLock', 'waitForLock', 'unlock', 'swap'].map((name) => `export const ${name} = (...args) => library().${name}(...args);`).join('\n')}`;
  return {
    name: 'in-picture',
    enforce: 'pre',
    resolveId: (id) => (id === NATIVE || UNUSED.test(id) ? `\0${id}` : undefined),
    load: (id) =>
      id === `\0${NATIVE}`
        ? native
        : id.startsWith('\0') && UNUSED.test(id.slice(1))
          ? 'export default {};'
          : undefined,
  };
}
