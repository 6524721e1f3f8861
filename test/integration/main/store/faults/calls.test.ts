import { expect, it } from 'vitest';
import { runFaults } from '#test/support/faults/fault-run.ts';
import { temporaryFolder } from '#test/support/open-data-folder.ts';
import { ofToday } from '#test/support/slice.ts';

it('nothing that was acknowledged is lost, and nothing is half done, whatever call goes wrong', async () => {
  const { wrong, counts } = await runFaults({ count: 15, seed: ofToday(), folder: await temporaryFolder() });
  expect(wrong).toEqual([]);
  expect(counts.refused).toBeGreaterThan(0);
});

it('saving into the file itself is caught', async () => {
  const { wrong } = await runFaults({ count: 30, seed: 1, folder: await temporaryFolder(), isControl: true });
  expect(wrong.length).toBeGreaterThan(0);
});
