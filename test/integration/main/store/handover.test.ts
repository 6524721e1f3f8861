import { randomUUID } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { dataLayout } from '#main/store/data-folder.ts';
import { type Handover, handOver, takeHandovers } from '#main/store/handover.ts';
import { temporaryFolder } from '#test/support/open-data-folder.ts';

/** Milliseconds; for what nobody takes. */
const SOON = 200;

let layout: ReturnType<typeof dataLayout>;
beforeEach(async () => {
  layout = dataLayout(await temporaryFolder());
});

const waiting = () => readdir(layout.handover);

describe('what a second start is asked to show', () => {
  it('reaches the program that has the data folder, in order, and leaves nothing behind', async () => {
    const shown: Handover[] = [];
    onTestFinished(await takeHandovers(nodeFileSystem, layout, (asked) => shown.push(asked)));
    const first = { files: ['/a/ä b.groundwork', '/b.pdf'], reviews: [] };
    const second = { files: [], reviews: [randomUUID()] };
    expect(await handOver(nodeFileSystem, layout, first)).toBe(true);
    expect(await handOver(nodeFileSystem, layout, second)).toBe(true);
    expect(shown).toEqual([first, second]);
    expect(await waiting()).toEqual([]);
  });

  it('is taken back where nobody takes it', async () => {
    expect(await handOver(nodeFileSystem, layout, { files: ['/a.pdf'], reviews: [] }, SOON)).toBe(false);
    expect(await waiting()).toEqual([]);
  });

  it('is not shown by a program that starts later', async () => {
    await mkdir(layout.handover);
    await writeFile(join(layout.handover, `${randomUUID()}.json`), JSON.stringify({ files: ['/a.pdf'], reviews: [] }));
    const show = vi.fn();
    onTestFinished(await takeHandovers(nodeFileSystem, layout, show));
    expect(await waiting()).toEqual([]);
    await handOver(nodeFileSystem, layout, { files: [], reviews: [] });
    expect(show.mock.calls).toEqual([[{ files: [], reviews: [] }]]);
  });

  it('is dropped where it is nothing of the kind', async () => {
    const show = vi.fn();
    onTestFinished(await takeHandovers(nodeFileSystem, layout, show));
    for (const text of ['{', '{"files":[7],"reviews":[]}', '{"files":[],"reviews":["../../x"]}']) {
      await writeFile(join(layout.handover, `${randomUUID()}.json`), text);
    }
    await handOver(nodeFileSystem, layout, { files: [], reviews: [] });
    await expect.poll(waiting).toEqual([]);
    expect(show).toHaveBeenCalledOnce();
  });

  it('is not taken any more once that program has ended', async () => {
    const show = vi.fn();
    (await takeHandovers(nodeFileSystem, layout, show))();
    expect(await handOver(nodeFileSystem, layout, { files: [], reviews: [] }, SOON)).toBe(false);
    expect(show).not.toHaveBeenCalled();
  });
});
