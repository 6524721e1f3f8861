import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fingerprint } from './fingerprint.js';
import { timed } from './progress.js';
import { inProject, ROOT } from './project.js';

/**
 * @typedef {object} Target
 * @property {string} name
 * @property {readonly string[]} inputs what it is made from
 * @property {readonly string[]} [without] parts of the inputs that it does not contain
 * @property {string} output its main file
 * @property {() => Promise<unknown>} build
 */

const COMMON = ['shared', 'package.json', 'package-lock.json', 'scripts/lib/targets.js'];
const NODE_INPUTS = ['main', ...COMMON];

/** @type {readonly Target[]} */
export const TARGETS = [
  {
    name: 'screens',
    inputs: ['renderer', 'vite.config.ts', 'main/page/content-security-policy.ts', ...COMMON],
    output: 'dist/renderer/index.html',
    build: buildRenderer,
  },
  {
    name: 'worker thread',
    inputs: NODE_INPUTS,
    without: ['main/electron', 'main/loopback', 'main/cli'],
    output: 'dist/workers/worker.js',
    build: () => buildForNode('main/workers/worker.ts', 'dist/workers/worker.js'),
  },
  {
    name: 'loopback host',
    inputs: NODE_INPUTS,
    without: ['main/electron', 'main/cli'],
    output: 'dist/loopback/main.js',
    build: () => buildForNode('main/loopback/main.ts', 'dist/loopback/main.js'),
  },
  {
    name: 'Electron host',
    inputs: NODE_INPUTS,
    without: ['main/loopback', 'main/cli'],
    output: 'dist/electron/main.js',
    build: () => buildForNode('main/electron/main.ts', 'dist/electron/main.js'),
  },
  {
    name: 'preload script',
    inputs: NODE_INPUTS,
    without: ['main/loopback', 'main/cli'],
    output: 'dist/electron/preload.cjs',
    build: buildPreload,
  },
  {
    name: 'command line',
    inputs: NODE_INPUTS,
    without: ['main/loopback', 'main/electron'],
    output: 'dist/cli/groundwork.js',
    build: buildCli,
  },
];

/**
 * Builds what is missing or no longer made from what is there now.
 * @param {readonly Target[]} targets
 * @param {import('./progress.js').Output} output
 */
export async function buildStale(targets, output) {
  for (const target of targets) {
    const stamp = inProject(
      '.cache/build',
      `${path.basename(path.dirname(target.output))}-${path.basename(target.output)}.sha256`,
    );
    const now = fingerprint(ROOT, target.inputs, target.without);
    if (existsSync(inProject(target.output)) && (await readStamp(stamp)) === now) continue;
    await rm(stamp, { force: true });
    await timed(`Building the ${target.name}`, target.build, output);
    await mkdir(path.dirname(stamp), { recursive: true });
    await writeFile(stamp, now);
  }
}

/** @param {string} stamp */
async function readStamp(stamp) {
  return existsSync(stamp) ? readFile(stamp, 'utf8') : null;
}

async function buildRenderer() {
  // Vite would take over what our caller had, and React is several times slower in any other mode.
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  await build({ root: inProject('renderer'), configFile: inProject('vite.config.ts'), logLevel: 'warn' });
}

/**
 * Libraries of many small files, with what they need: a record that is checked or made would have to find and open 540 of
 * them. electron-builder.yml leaves them out of packages.
 */
export const BUNDLED = [
  ...['zod', '@zip.js/zip.js', '@cantoo/pdf-lib', 'culori', 'tslib', '@noble/hashes', 'node-html-better-parser'],
  ...['html-entities', 'pkijs', 'asn1js', 'pvutils', 'bytestreamjs', '@peculiar/utils'],
  ...['jspdf', 'fast-png', 'iobuffer', 'pako', 'fflate', 'bidi-js'],
];

/**
 * Bundles one entry for Node, as an ES module. Libraries of few files stay outside and are found in node_modules.
 * @param {string} entry
 * @param {string} output
 * @param {import('vite').Rolldown.OutputOptions} [outputOptions]
 */
async function buildForNode(entry, output, outputOptions = {}) {
  const { build } = await import('vite');
  const folder = path.dirname(output);
  // Not the whole folder: the preload script lives beside the Electron host.
  await rm(inProject(folder, 'chunks'), { recursive: true, force: true });
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: BUNDLED },
    build: {
      license: { fileName: 'licences.md' },
      ssr: inProject(entry),
      outDir: inProject(folder),
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        output: { entryFileNames: path.basename(output), chunkFileNames: 'chunks/[name]-[hash].js', ...outputOptions },
      },
    },
  });
}

/** The sandbox gives a preload script no module loader but for `electron`: one CommonJS file. */
async function buildPreload() {
  const { build } = await import('vite');
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: inProject('main/electron/preload.ts'),
      outDir: inProject('dist/electron'),
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'chrome140',
      minify: false,
      rolldownOptions: { output: { format: 'cjs', codeSplitting: false, entryFileNames: 'preload.cjs' } },
    },
  });
}

async function buildCli() {
  await buildForNode('main/cli/bin.ts', 'dist/cli/groundwork.js');
  const file = inProject('dist/cli/groundwork.js');
  const code = await readFile(file, 'utf8');
  if (!code.startsWith('#!')) await writeFile(file, `#!/usr/bin/env node\n${code}`);
  await chmod(file, 0o755);
}
