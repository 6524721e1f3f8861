import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDue } from '#test/support/slice.ts';
import { findWebKit, WebKit } from '#test/support/webkit.ts';
import { expect, spawnLoopback, test } from './host.ts';

/** The key as WebDriver writes it. */
const TAB = '\uE004';

/** Faults that the page itself comes to know of; those of its start are looked for in what it shows. */
const LISTEN = `
  window.complaints = [];
  addEventListener('securitypolicyviolation', ({ violatedDirective }) => complaints.push(violatedDirective));
  addEventListener('error', ({ message }) => complaints.push(message));
  addEventListener('unhandledrejection', ({ reason }) => complaints.push(String(reason)));
`;

const program = findWebKit();

/** A smoke, as in Firefox, for who has Safari alone. A run takes it once a week; `npm run test:e2e` always. */
if (isDue(3, 7)) {
  test('a review is begun, written in and saved in WebKit, and no page is refused anything', {
    tag: '@loopback',
  }, async () => {
    test.skip(program === null, 'There is no WebKit here. Debian: apt-get install webkit2gtk-driver xvfb');
    if (!program) return;
    const dataFolder = await mkdtemp(path.join(tmpdir(), 'groundwork przegląd '));
    const host = await spawnLoopback(dataFolder);
    const webkit = await WebKit.start(program);
    try {
      await webkit.open(host.launchUrl);
      await webkit.run(LISTEN);
      await webkit.click({ css: 'button', name: 'New review' });
      await webkit.click({ css: 'input', name: 'Title (needed)' });
      await webkit.type(`Читатель журналов → Rust?${TAB}Log reader`);
      await webkit.click({ css: 'button', name: 'Start the review' });
      await webkit.click({ css: 'textarea', name: 'Problem observed (needed)' });
      await webkit.type('Pauses at peak hours.');
      await webkit.read('Saved');
      const file = async () => {
        const [name = ''] = (await readdir(path.join(dataFolder, 'reviews'))).filter((one) => one.endsWith('.json'));
        return readFile(path.join(dataFolder, 'reviews', name), 'utf8');
      };
      await expect.poll(file).toContain('Pauses at peak hours.');
      await webkit.click({ css: 'button', name: 'Export' });
      await webkit.see({ css: 'h2', name: 'Export' });
      for (const [page, heading] of Object.entries({ overview: 'Overview', verify: 'Verify a record', keys: 'Keys' })) {
        await webkit.open(new URL(`#/${page}`, host.launchUrl).href);
        await webkit.see({ css: 'h1', name: heading });
      }
      expect(await webkit.run('return complaints')).toEqual([]);
    } finally {
      await webkit.end();
      await host.end();
      await rm(dataFolder, { recursive: true });
    }
  });
}
