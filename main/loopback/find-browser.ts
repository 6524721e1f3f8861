import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** What decides where browsers lie; a parameter so that every platform can be tested on any. */
export interface BrowserPlaces {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly homeFolder: string;
  readonly isProgram: (file: string) => boolean;
}

const ON_PATH = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
] as const;

/**
 * The Chromium, Chrome or Edge to show the workbook in, or null. `GROUNDWORK_BROWSER` decides when it
 * is set; then nothing else is looked for, so that a misspelt choice is noticed.
 */
export function findBrowser(places: BrowserPlaces = thisMachine()): string | null {
  const chosen = places.env.GROUNDWORK_BROWSER;
  if (chosen) return places.isProgram(chosen) ? chosen : null;
  return [...onPath(places), ...wellKnown(places)].find((file) => places.isProgram(file)) ?? null;
}

function onPath({ platform, env }: BrowserPlaces): readonly string[] {
  if (platform === 'win32') return [];
  const folders = (env.PATH ?? '').split(':').filter((folder) => path.posix.isAbsolute(folder));
  return ON_PATH.flatMap((name) => folders.map((folder) => path.posix.join(folder, name)));
}

function wellKnown({ platform, env, homeFolder }: BrowserPlaces): readonly string[] {
  if (platform === 'win32') {
    const roots = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return programs.flatMap((program) => roots.map((root) => path.win32.join(root, program)));
  }
  if (platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    const folders = ['/Applications', path.posix.join(homeFolder, 'Applications')];
    return names.flatMap((name) => folders.map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`));
  }
  return ['/usr/lib/chromium/chromium', '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge'];
}

function thisMachine(): BrowserPlaces {
  return { platform: process.platform, env: process.env, homeFolder: homedir(), isProgram };
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
