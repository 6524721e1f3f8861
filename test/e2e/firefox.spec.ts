import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Firefox, findFirefox } from '#test/support/firefox.ts';
import { expect, spawnLoopback, test } from './host.ts';

/** Pages beside the reviews, with their headings. */
const PAGES = {
  due: 'Due',
  overview: 'Overview',
  backups: 'Backups',
  verify: 'Verify a record',
  keys: 'Keys',
} as const;

/** The key as WebDriver writes it. */
const TAB = '\uE004';

const program = findFirefox();

/** A smoke: the one page that a person without Chromium, Chrome or Edge gets. */
test('a review is begun, written in and saved in Firefox, and no page is refused anything', {
  tag: '@loopback',
}, async () => {
  test.skip(program === null, 'There is no Firefox here. Debian: apt-get install firefox-esr');
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'groundwork przegląd '));
  const host = await spawnLoopback(dataFolder);
  const firefox = await Firefox.start(program ?? '');
  try {
    await firefox.open(host.launchUrl);
    await firefox.click({ role: 'button', name: 'New review' });
    await firefox.click({ role: 'textbox', name: 'Title (needed)' });
    await firefox.type(`Читатель журналов → Rust?${TAB}Log reader`);
    await firefox.click({ role: 'button', name: 'Start the review' });

    await firefox.click({ role: 'textbox', name: 'Problem observed (needed)' });
    await firefox.type('Pauses at peak hours.');
    await firefox.read('Saved');
    const file = async () => {
      const [name = ''] = (await readdir(path.join(dataFolder, 'reviews'))).filter((one) => one.endsWith('.json'));
      return readFile(path.join(dataFolder, 'reviews', name), 'utf8');
    };
    await expect.poll(file).toContain('Pauses at peak hours.');

    await firefox.click({ role: 'button', name: 'Export' });
    await firefox.read('What to write');
    // Pages that are loaded by themselves, in pieces of their own.
    for (const [page, heading] of Object.entries(PAGES)) {
      await firefox.open(new URL(`#/${page}`, host.launchUrl).href);
      await firefox.see({ role: 'heading', name: heading });
    }
    expect(firefox.complaints).toEqual([]);
  } finally {
    await firefox.end();
    await host.end();
    await rm(dataFolder, { recursive: true });
  }
});
