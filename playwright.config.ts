import { existsSync } from 'node:fs';
import { chromium, defineConfig } from 'playwright/test';
import { findBrowser } from './main/loopback/find-browser.ts';
import { electronProgram } from './scripts/lib/electron.js';

const hosts = electronProgram() ? (['loopback', 'electron'] as const) : (['loopback'] as const);

// Workers load this file too; once is enough.
if (hosts.length === 1 && process.env.TEST_WORKER_INDEX === undefined) {
  console.log('Electron’s binary is not installed, so the end-to-end tests run in the loopback host only.');
}

/**
 * Specs that hold a test of many times the usual length. They begin first: one that began last would keep a single
 * worker busy long after the other one has nothing left to do.
 */
const LONG_SPECS = [
  ...[
    'workshop',
    'heard-script',
    'heard-elsewhere',
    'follow-up',
    'heard',
    'sign-off',
    'keys',
    'screens',
    'vote',
    'seal',
  ],
].map((name) => `**/${name}.spec.ts`);

/** A full browser readies pages for its address bar in every context, which takes a tenth of the whole run. */
const OF_THE_ADDRESS_BAR = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

/** What Playwright turns off and costs time: Chromium heeds the last list only, so that ours has to say it again. */
const OFF_BY_PLAYWRIGHT = [
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades', 'LensOverlay'],
  ...['HttpsFirstBalancedModeAutoEnable', 'MediaRouter', 'PaintHolding', 'ThirdPartyStoragePartitioning'],
  ...['AvoidCorsURLLoaderRestartOnRedirect', 'OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled'],
  'PreconnectToSearch',
];

const BROWSER_ARGS = [`--disable-features=${[...OFF_BY_PLAYWRIGHT, ...OF_THE_ADDRESS_BAR].join(',')}`];

/** `npm test` names the browser, and its shell without windows where there is one; by hand, Playwright's own comes first. */
function browserOptions() {
  if (process.env.GROUNDWORK_HEADLESS_SHELL) return { executablePath: process.env.GROUNDWORK_HEADLESS_SHELL };
  if (!process.env.GROUNDWORK_BROWSER && existsSync(chromium.executablePath())) return {};
  const executablePath = findBrowser();
  return executablePath ? { executablePath } : {};
}

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // One more than cores: pages wait for their host, and some tests for time to pass.
  workers: 3,
  // Only what hangs takes this long: a test is a whole workshop at times, and a busy machine may take many times the usual.
  timeout: 600_000,
  // How long to wait for what is not there yet.
  expect: { timeout: 120_000 },
  reporter: [['list'], ['json', { outputFile: '.cache/test/end-to-end.json' }]],
  use: {
    // A trace takes a fifth of the time: for a test that fails, run it again with `--trace retain-on-failure`.
    trace: 'off',
    actionTimeout: 120_000,
    viewport: { width: 1280, height: 720 },
    launchOptions: { ...browserOptions(), args: BROWSER_ARGS },
  },
  // `@loopback`: needs what only that host has, such as exports placed in the app instead of a native dialog; `@electron` likewise.
  projects: hosts.flatMap((name) => {
    const host = { metadata: { host: name }, grepInvert: name === 'electron' ? /@loopback/ : /@electron/ };
    return [
      { name: `${name}, long`, testMatch: LONG_SPECS, ...host },
      { name, testIgnore: LONG_SPECS, ...host },
    ];
  }),
});
