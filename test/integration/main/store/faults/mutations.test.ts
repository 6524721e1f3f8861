import { expect, it } from 'vitest';
import { runMutations } from '#test/support/faults/mutation-run.ts';
import { temporaryFolder } from '#test/support/open-data-folder.ts';
import { ofToday } from '#test/support/slice.ts';

it('a harmed file of no kind is believed, and one that lies twice comes back', async () => {
  const { wrong, counts } = await runMutations({ count: 60, seed: ofToday(), folder: await temporaryFolder() });
  expect(wrong).toEqual([]);
  expect(counts['brought back']).toBeGreaterThan(0);
  expect(counts['said to be damaged']).toBeGreaterThan(0);
});

it('a reader without checksums is caught', async () => {
  const folder = await temporaryFolder();
  const { wrong } = await runMutations({ count: 60, seed: 1, folder, isControl: true });
  expect(wrong.length).toBeGreaterThan(5);
});
