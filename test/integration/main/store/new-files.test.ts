import { describe, expect, it } from 'vitest';
import type { Client } from '#shared/contract/contract.ts';
import { FOREIGN } from '#test/support/faults/prepared-folder.ts';
import {
  createForTests,
  listedReviews,
  openForTests,
  SAMPLE_ID,
  SMALL_TEMPLATE_SHA256,
} from '#test/support/open-data-folder.ts';
import { systemError, watchedFiles } from '#test/support/watched-files.ts';

const NEW = { templateSha256: SMALL_TEMPLATE_SHA256, title: 'New', component: '', candidate: '', current: '' };

/** What makes a file of its own, and how it is acknowledged. */
const WISHES: readonly (readonly [string, (api: Client, id: string) => Promise<{ kind: string }>, string])[] = [
  ['a new review', (api) => api['review.create'](NEW), 'created'],
  ['a copy', (api, id) => api['review.duplicate']({ id }), 'imported'],
  ['a sample', (api) => api['sample.open']({ id: SAMPLE_ID }), 'imported'],
  ['an import', (api) => api['review.import']({ text: FOREIGN }), 'imported'],
  ['a milestone', (api, id) => api['milestone.keep']({ id, revision: 1, name: 'Now' }), 'kept'],
];

describe.each(WISHES)('%s that could not be written through', (_, wish, kind) => {
  it.each([
    ['is not there, and comes once when it is tried again', false],
    ['stays where it cannot be removed either, and comes once when it is tried again', true],
  ])('%s', async (__, isStuck) => {
    let isBroken = false;
    const { files } = watchedFiles(({ name, file }) => {
      if (!isBroken) return;
      if (name === 'sync' && (file === 'reviews' || file === 'milestones')) throw systemError('EIO');
      if (name === 'unlink' && isStuck && !file.endsWith('.tmp')) throw systemError('EROFS');
    });
    const { api } = await openForTests({ files });
    const { id } = (await createForTests({ api })).document;
    const count = async () => {
      const milestones = await api['milestone.list']({ id });
      return (
        (await listedReviews(api)).reviews.length + (milestones.kind === 'listed' ? milestones.milestones.length : 0)
      );
    };
    isBroken = true;
    expect((await wish(api, id)).kind).toBe('failed');
    expect((await wish(api, id)).kind).toBe('failed');
    isBroken = false;
    expect(await count()).toBe(isStuck ? 2 : 1);
    expect((await wish(api, id)).kind).toBe(kind);
    expect(await count()).toBe(2);
    // The same once more is wished for, and not tried again.
    expect((await wish(api, id)).kind).toBe(kind);
    expect(await count()).toBe(3);
  });
});
