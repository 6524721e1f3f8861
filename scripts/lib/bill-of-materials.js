import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DICTIONARIES } from './dictionary-list.js';
import { inProject } from './project.js';
import { run } from './run.js';
import { BUNDLED } from './targets.js';

/** Where it lies until a package takes it. */
const BILL = '.cache/package/sbom.cdx.json';

/** What the build took into files of its own says so beside them. */
const BUNDLES = ['renderer', 'electron', 'workers'].map((name) => `dist/${name}/licences.md`);

/**
 * Left out of packages by electron-builder.yml: jsPDF asks for the first four only for what Groundwork does not do, and the others
 * are in files of its own.
 */
export const LEFT_OUT = ['canvg', 'core-js', 'dompurify', 'html2canvas', ...BUNDLED];

/** Fonts, which come from no registry. */
const FONTS = [
  { name: 'Noto Sans', licence: 'OFL-1.1' },
  { name: 'Noto Emoji', licence: 'OFL-1.1' },
  { name: 'DejaVu Sans', licence: 'Bitstream-Vera' },
  { name: 'DejaVu Sans Mono', licence: 'Bitstream-Vera' },
];

/**
 * @typedef {object} Component
 * @property {string} name
 * @property {string} version
 *
 * @typedef {{ metadata: { component: object } & Record<string, unknown>, components: readonly Component[], dependencies?: unknown } & Record<string, unknown>} Bill
 */

/**
 * Writes what a package is made of, as CycloneDX: the libraries that it holds or that were built into its files, Electron, the
 * fonts and the dictionaries. npm says what there is; what of it is in the package is known from the bundles and from electron-builder.yml.
 */
export async function writeBillOfMaterials() {
  const bundled = BUNDLES.flatMap((file) => bundledIn(readFileSync(inProject(file), 'utf8')));
  const { version } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
  const { packages } = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8'));
  const bill = packagedBill(await billOfAll(), { held: heldBy(packages), bundled, version });
  mkdirSync(path.dirname(inProject(BILL)), { recursive: true });
  // A copy: what lies beside the program is left out of its archive, where the licence has to be as well.
  copyFileSync(inProject('LICENSE'), inProject('.cache/package/LICENSE.groundwork.txt'));
  writeFileSync(inProject(BILL), `${JSON.stringify(bill, null, 2)}\n`);
}

/**
 * @param {Bill} all
 * @param {{ held: readonly string[], bundled: readonly string[], version: string }} known libraries that the package holds, and that were built
 *   into its files, as `name@version`
 * @returns {Bill}
 */
export function packagedBill(all, { held, bundled, version }) {
  const isIn = (/** @type {Component} */ one) =>
    one.name === 'electron' || [...held, ...bundled].includes(`${one.name}@${one.version}`);
  const fonts = FONTS.map(({ name, licence }) => ({
    type: 'data',
    name,
    version: 'as shipped',
    licenses: [{ license: { id: licence } }],
  }));
  const dictionaries = DICTIONARIES.map(({ name, version: made, licence }) => ({
    type: 'data',
    name,
    version: made,
    purl: `pkg:npm/${name}@${made}`,
    licenses: [{ license: licence.includes(' ') ? { name: licence } : { id: licence } }],
  }));
  const { serialNumber: _, dependencies: _graph, ...rest } = all;
  return {
    ...rest,
    // No moment and no name of a folder: the same sources give the same file.
    metadata: {
      component: { type: 'application', name: 'Groundwork', version, licenses: [{ license: { id: 'MIT' } }] },
    },
    components: [...all.components.filter(isIn), ...fonts, ...dictionaries],
  };
}

/**
 * Libraries that a package holds, by the lock file. (npm's own `--omit dev` leaves out what tools need as well.)
 * @param {Readonly<Record<string, { version?: string, dev?: boolean, devOptional?: boolean }>>} packages
 */
export function heldBy(packages) {
  return Object.entries(packages).flatMap(([folder, { version, dev, devOptional }]) => {
    const name = folder.split('node_modules/').at(-1) ?? '';
    return folder === '' || dev || devOptional || LEFT_OUT.includes(name) ? [] : [`${name}@${version}`];
  });
}

/**
 * What a list of licences names, as `name@version`.
 * @param {string} text
 */
export function bundledIn(text) {
  return [...text.matchAll(/^## (\S+) - (\S+)/gm)].map(([, name, version]) => `${name}@${version}`);
}

/** @returns {Promise<Bill>} */
async function billOfAll() {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const cli = process.env.npm_execpath;
  const isCli = cli !== undefined && path.basename(cli) === 'npm-cli.js';
  const { status, output } = await (isCli ? run(process.execPath, [cli, ...args]) : runNpm(args));
  if (status !== 0) throw new Error(`npm could not list what there is:\n${output}`);
  return JSON.parse(output.slice(output.indexOf('{')));
}

/** @param {readonly string[]} args */
function runNpm(args) {
  return process.platform === 'win32' ? run('cmd.exe', ['/d', '/c', 'npm', ...args]) : run('npm', args);
}
