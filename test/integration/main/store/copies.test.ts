import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '#main/files/durable-write.ts';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { mergeVersions } from '#main/reviews/merge-versions.ts';
import { dataLayout, reviewPath } from '#main/store/data-folder.ts';
import { ReviewCopies } from '#main/store/review-copies.ts';
import { printReviewFile } from '#main/store/review-file.ts';
import { ReviewStore } from '#main/store/review-store.ts';
import { parseTemplate } from '#main/templates/parse-template.ts';
import { TemplateLibrary } from '#main/templates/template-library.ts';
import { mergeReviews } from '#shared/merge/merge-reviews.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { kindsTemplate } from '#test/support/kinds-template.ts';
import { createForTests, listedReviews, openForTests, temporaryFolder } from '#test/support/open-data-folder.ts';
import { dueToday } from '#test/support/slice.ts';
import { smallReview } from '#test/support/small-review.ts';
import { leaves, ownValues, versionsByChance } from '#test/support/versions-by-chance.ts';

const NAMES = [
  " (Ada's conflicted copy 2026-11-29).json",
  '-DESKTOP-4F2K9.json',
  '.sync-conflict-20261129-210901-ABCDEF7.json',
  ' (conflicted copy 2026-11-29 210901).json',
  ' 2.json',
  ' (1).json',
  '.json~theirs',
  ' (In Konflikt stehende Kopie von Ada 2026-11-29).json',
];
/** 200 copies, of which a twentieth has its turn on a day. */
const PARTS = 20;
const CASES = dueToday(
  Array.from({ length: 200 }, (_, index) => index),
  PARTS,
);

const parsed = parseTemplate(kindsTemplate);
if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
const { loaded } = parsed;

/** A data folder whose clock goes on by a second at each look. */
async function folderWithClock() {
  const layout = dataLayout(join(await temporaryFolder(), 'data'));
  for (const folder of [layout.reviews, layout.templates, layout.trash, layout.generations]) {
    await makeFolder(nodeFileSystem, folder);
  }
  let at = Date.parse('2026-11-29T10:00:00Z');
  const now = () => {
    at += 1000;
    return new Date(at);
  };
  const store = new ReviewStore(
    nodeFileSystem,
    layout,
    new TemplateLibrary(nodeFileSystem, layout, [loaded], null),
    now,
  );
  return { layout, store, copies: new ReviewCopies(nodeFileSystem, layout, store, now), now };
}

function uuid(index: number): string {
  return `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
}

describe('a copy that another program put beside a review', () => {
  it.each(CASES)('is merged or kept, and nothing of it is lost (%i)', async (index) => {
    const { layout, store, copies, now } = await folderWithClock();
    // One after the other of those that have their turn on a day.
    const turn = Math.floor(index / PARTS);
    const isKept = turn % 4 === 3;
    const { template } = loaded;
    const named = (review: ReviewDocument): ReviewDocument => ({
      ...review,
      id: uuid(index),
      template: { id: template.id, version: template.version, sha256: loaded.sha256 },
    });
    const { base, a, b } = versionsByChance(500_000 + index);
    await store.add({ document: named(base), revision: 1, savedAt: now().toISOString() }, loaded);
    expect(await store.save({ document: named(a), baseRevision: 1 })).toMatchObject({ kind: 'saved' });
    const isStartKept = turn % 5 !== 0;
    if (!isStartKept) await rm(join(layout.generations, uuid(index)), { recursive: true });
    const file = `${uuid(index)}${NAMES[(index + turn) % NAMES.length]}`;
    const bytes = printReviewFile({ document: named(b), revision: 2, savedAt: now().toISOString() });
    await writeFile(join(layout.reviews, file), bytes);

    expect(await copies.list()).toMatchObject([{ file, id: uuid(index) }]);
    expect(await store.list()).toMatchObject({ reviews: [{ id: uuid(index) }], unreadable: [] });
    const copy = await copies.open(file);
    if (isKept) await store.add(copy, loaded);
    else {
      const here = await store.open(uuid(index));
      const starts = await copies.possibleStarts(here, copy);
      expect(starts.length > 0).toBe(isStartKept);
      const bases = starts.map(({ document }) => document);
      const { document, conflicts } = mergeVersions({ bases, a: here.document, b: copy.document, template });
      const inResult = leaves(document);
      const merged = mergeReviews(bases, here.document, copy.document);
      const asked = new Set(merged.conflicts.flatMap((conflict) => [...leaves([conflict.a, conflict.b]).values()]));
      const lost = [named(a), named(b)].flatMap((version) =>
        [...ownValues(named(base), version)].filter(([at, value]) => inResult.get(at) !== value && !asked.has(value)),
      );
      expect(lost).toEqual([]);
      // Each of them has words to be asked with.
      expect(conflicts).toHaveLength(merged.conflicts.length);
      expect(conflicts.filter(({ lines }) => lines.length === 0)).toEqual([]);
      expect(await store.save({ document, baseRevision: 2 })).toMatchObject({ kind: 'saved' });
    }
    await copies.clear(file);
    expect(await copies.list()).toEqual([]);
    const trashed = await readdir(layout.trash);
    expect(trashed).toHaveLength(1);
    expect(await readFile(join(layout.trash, trashed[0] ?? ''), 'utf8')).toBe(bytes);
    const all = await store.list();
    expect(all.reviews).toHaveLength(isKept ? 2 : 1);
    expect((await store.trashed()).reviews).toHaveLength(1);
  });

  it('is a start itself where it is an earlier version to the moment, so that nothing is asked', async () => {
    const open = await openForTests();
    const { document, revision } = await createForTests(open);
    const path = reviewPath(open.layout, document.id);
    const early = await readFile(path);
    await open.api['review.save']({ document: { ...document, component: 'Parser' }, baseRevision: revision });
    const file = `${document.id} - Copy.json`;
    await writeFile(join(open.layout.reviews, file), early);
    const now = await open.api['review.open']({ id: document.id });
    if (now.kind !== 'opened') throw new Error('The review is there');
    const looked = await open.api['merge.look']({
      document: now.document,
      other: { kind: 'copy', file },
      choices: {},
    });
    expect(looked).toMatchObject({
      kind: 'merge',
      conflicts: [],
      isStartKnown: true,
      document: { component: 'Parser' },
    });
  });

  it('is not taken for a file that cannot be read, and one that is damaged says so when it is opened', async () => {
    const open = await openForTests();
    const { document } = await createForTests(open);
    const file = `${document.id} 2.json`;
    await writeFile(join(open.layout.reviews, file), '{');
    expect(await listedReviews(open.api)).toMatchObject({ reviews: [{ id: document.id }], unreadable: [] });
    const looked = await open.api['merge.look']({ document, other: { kind: 'copy', file }, choices: {} });
    expect(looked).toMatchObject({ kind: 'failed', code: 'damaged' });
    expect(await open.api['copy.keep']({ file })).toMatchObject({ kind: 'failed', code: 'damaged' });
    expect(await readFile(join(open.layout.reviews, file), 'utf8')).toBe('{');
  });
});

describe('a review whose file is gone', () => {
  it('is put back as the same one, and never over a file that is there', async () => {
    const open = await openForTests();
    const { document, revision } = await createForTests(open);
    const path = reviewPath(open.layout, document.id);
    const typed = { ...document, component: 'Typed' };
    const putBack = () => open.api['review.putBack']({ document: typed, baseRevision: revision });
    expect(await putBack()).toMatchObject({ kind: 'stale', revision });
    await rm(path);
    expect(await open.api['review.save']({ document: typed, baseRevision: revision })).toMatchObject({
      kind: 'failed',
      code: 'not-found',
    });
    expect(await putBack()).toMatchObject({ kind: 'saved', revision: revision + 1 });
    expect(await open.api['review.open']({ id: document.id })).toMatchObject({
      document: typed,
      revision: revision + 1,
    });
    const next = { ...typed, component: 'Typed on' };
    expect(await open.api['review.save']({ document: next, baseRevision: revision + 1 })).toMatchObject({
      kind: 'saved',
    });
  });
});

describe('what two versions may have started from', () => {
  /** Saves of a review, one after the other, and a copy that began at the first. */
  async function parted(saves: number, copyRevision: number) {
    const { layout, store, copies, now } = await folderWithClock();
    const { template } = loaded;
    const first: ReviewDocument = {
      ...smallReview(),
      id: uuid(1),
      template: { id: template.id, version: template.version, sha256: loaded.sha256 },
    };
    await store.add({ document: first, revision: 1, savedAt: now().toISOString() }, loaded);
    let latest = first;
    for (let revision = 1; revision <= saves; revision++) {
      latest = revision === 1 ? { ...latest, component: 'Mine' } : { ...latest, current: `Save ${revision}` };
      await store.save({ document: latest, baseRevision: revision });
    }
    const copy = { document: { ...first, candidate: 'Theirs' }, revision: copyRevision, savedAt: now().toISOString() };
    return { layout, store, copies, copy, first };
  }

  it('is looked for among versions of which some are too young, and what they would undo is asked about', async () => {
    const { store, copies, copy } = await parted(20, 30);
    const here = await store.open(uuid(1));
    const starts = await copies.possibleStarts(here, copy);
    // The first one of all, and the one before the last save, which the copy has never seen.
    expect(starts.map(({ revision }) => revision)).toEqual([20, 1]);
    const { document, conflicts } = mergeReviews(
      starts.map((start) => start.document),
      here.document,
      copy.document,
    );
    expect(conflicts.map(({ path }) => path[0])).toEqual(['component', 'current']);
    expect(document).toMatchObject({ component: 'Mine', candidate: 'Theirs' });
  });

  it('was saved less often than both, and before both', async () => {
    const { store, copies, copy } = await parted(20, 15);
    const here = await store.open(uuid(1));
    const revisionsOf = async (other: typeof copy) =>
      (await copies.possibleStarts(here, other)).map(({ revision }) => revision);
    expect(await revisionsOf(copy)).toEqual([1]);
    const [first] = await copies.possibleStarts(here, copy);
    expect(await revisionsOf({ ...copy, revision: 30, savedAt: first?.savedAt ?? '' })).toEqual([]);
  });

  it('is the save itself where the other version is what a window made of it and could not save', async () => {
    const { store, copies, copy } = await parted(20, 30);
    const here = await store.open(uuid(1));
    const typed = { ...copy, revision: here.revision, savedAt: here.savedAt };
    expect((await copies.possibleStarts(here, typed)).map(({ revision }) => revision)).toEqual([here.revision]);
  });

  it('is not known where all earlier versions may be too young', async () => {
    const { layout, store, copies, copy } = await parted(20, 30);
    const folder = join(layout.generations, uuid(1));
    const [oldest = ''] = (await readdir(folder)).toSorted();
    await rm(join(folder, oldest));
    expect(await copies.possibleStarts(await store.open(uuid(1)), copy)).toEqual([]);
    const later = { ...copy, savedAt: '2026-12-20T10:00:00.000Z' };
    const here = { ...(await store.open(uuid(1))), savedAt: '2026-12-20T09:00:00.000Z' };
    expect((await copies.possibleStarts(here, later)).map(({ revision }) => revision)).toEqual([20]);
  });
});
