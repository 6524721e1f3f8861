import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { downloadPatiently } from './patient-download.js';
import { inProject } from './project.js';

/** Where a download that was not finished is kept, to go on from. */
const PARTS = '.cache/electron';

/**
 * Puts Electron's archive into its cache, where its installer looks first. Checksums are those of the package;
 * `ELECTRON_MIRROR` and `electron_config_cache` count as they do for the installer.
 * @param {import('./patient-download.js').DownloadOptions} [options]
 */
export async function downloadElectron(options = {}) {
  const { downloadArtifact } = await import('@electron/get');
  const require = createRequire(inProject('package.json'));
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(require.resolve('electron/package.json'), 'utf8'));
  await downloadArtifact({
    version,
    artifactName: 'electron',
    platform: process.platform,
    arch: process.arch,
    checksums: require('electron/checksums.json'),
    ...(process.env.electron_config_cache && { cacheRoot: process.env.electron_config_cache }),
    downloader: { download: (url, target) => downloadInto(url, target, options) },
  });
}

/**
 * Its own target is in a folder that goes when it fails, so the download is kept elsewhere until it is whole.
 * @param {string} url
 * @param {string} target
 * @param {import('./patient-download.js').DownloadOptions} options
 */
async function downloadInto(url, target, options) {
  const kept = inProject(PARTS, path.basename(target));
  await downloadPatiently(url, kept, options);
  mkdirSync(path.dirname(target), { recursive: true });
  copyFileSync(kept, target);
  rmSync(kept);
}
