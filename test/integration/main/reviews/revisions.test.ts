import { randomUUID } from 'node:crypto';
import { chmod, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonicalSha256, contentSha256 } from '#main/files/hash.ts';
import type { Client, Output } from '#shared/contract/contract.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { supersededContent } from '#shared/review/superseded-content.ts';
import {
  createForTests,
  listedReviews,
  openedReview,
  openForTests,
  reopenForTests,
} from '#test/support/open-data-folder.ts';
import { writeBoth } from '#test/support/twins.ts';

type Opened = Extract<Output<'review.open'>, { kind: 'opened' }>;
type Held = { readonly api: Client };

async function saved({ api }: Held, document: ReviewDocument, baseRevision: number): Promise<Opened> {
  const answer = await api['review.save']({ document, baseRevision });
  if (answer.kind !== 'saved') throw new Error(JSON.stringify(answer));
  return openedReview({ api }, document.id);
}

/** The review with one approver, who has signed it as it is. */
function signed(document: ReviewDocument): ReviewDocument {
  const signature = {
    id: randomUUID(),
    approver: 'ada',
    name: 'Ada',
    role: 'Lead',
    verdict: 'approve' as const,
    comment: '',
    typedName: 'Ada',
    drawing: [],
    signedAt: '2026-02-03T04:05:06Z',
    contentSha256: contentSha256(document),
  };
  return {
    ...document,
    signOff: { approvers: [{ id: 'ada', name: 'Ada', role: 'Lead' }], signatures: [signature] },
  };
}

async function sealedReview(held: Held, title?: string): Promise<Opened> {
  const { document, revision } = await createForTests(held, title);
  const conditions = [{ id: 'budget', text: 'Budget', owner: 'Ada', due: '2026-05-01', met: false }];
  return saved(held, signed({ ...document, decision: { ...document.decision, conditions } }), revision);
}

async function begin({ api }: Held, { document, revision }: Opened): Promise<Opened> {
  const answer = await api['review.supersede']({ id: document.id, revision });
  if (answer.kind !== 'started') throw new Error(JSON.stringify(answer));
  return openedReview({ api }, answer.id);
}

describe('a signed review', () => {
  it('cannot be changed by any save, and nothing is written', async () => {
    const { workbook, layout } = await openForTests();
    const { document, revision } = await sealedReview(workbook);
    const file = join(layout.reviews, `${document.id}.json`);
    const before = await readFile(file, 'utf8');
    const answer = await workbook.api['review.save']({
      document: { ...document, title: 'Changed' },
      baseRevision: revision,
    });
    expect(answer).toMatchObject({ kind: 'failed', code: 'sealed' });
    expect(await readFile(file, 'utf8')).toBe(before);
  });

  it('takes the closing of a condition, and is final then', async () => {
    const { workbook } = await openForTests();
    const { document, revision } = await sealedReview(workbook);
    const listed = async () => (await listedReviews(workbook.api)).reviews[0]?.signOff;
    expect(await listed()).toBe('provisional');
    const closings = { budget: { at: '2026-03-01T00:00:00Z', by: 'Ada', note: 'Granted' } };
    await saved(workbook, { ...document, closings }, revision);
    expect(await listed()).toBe('signed');
  });

  it('is copied without its signatures and without what they led to', async () => {
    const { workbook } = await openForTests();
    const first = await sealedReview(workbook);
    const second = await begin(workbook, first);
    for (const { document } of [second, await openedReview(workbook, first.document.id)]) {
      const copied = await workbook.api['review.duplicate']({ id: document.id });
      if (copied.kind !== 'imported') throw new Error('It is copied');
      const copy = (await openedReview(workbook, copied.id)).document;
      expect(copy).toMatchObject({ title: `${document.title} (copy)`, signOff: { signatures: [] } });
      expect([copy.supersedes, copy.supersededBy, copy.closings, copy.deprecated]).toEqual(Array(4).fill(undefined));
    }
  });
});

describe('the next revision', () => {
  it('is not for a review that nobody has signed, nor for another revision of the file', async () => {
    const { workbook } = await openForTests();
    const { api } = workbook;
    const { document, revision } = await createForTests(workbook);
    expect(await api['review.supersede']({ id: document.id, revision })).toMatchObject({ code: 'invalid' });
    const sealed = await sealedReview(workbook);
    expect(await api['review.supersede']({ id: sealed.document.id, revision: 99 })).toMatchObject({ kind: 'stale' });
  });

  it('leaves the signed one as it was but for the mark, and is found again when asked for twice', async () => {
    const { workbook } = await openForTests();
    const first = await sealedReview(workbook);
    const second = await begin(workbook, first);
    const again = await begin(workbook, first);
    expect(again.document.id).toBe(second.document.id);
    const marked = await openedReview(workbook, first.document.id);
    expect(marked.contentSha256).toBe(first.contentSha256);
    expect(marked.document).toEqual({
      ...first.document,
      supersededBy: { id: second.document.id, title: first.document.title, contentSha256: null },
    });
    expect(second.document.supersedes).toMatchObject({ id: first.document.id, contentSha256: first.contentSha256 });
    expect(second.document.signOff.signatures).toEqual([]);
  });

  it('begun twice at once is begun once', async () => {
    const { workbook } = await openForTests();
    const first = await sealedReview(workbook);
    const both = await Promise.all([begin(workbook, first), begin(workbook, first)]);
    expect(both[0]?.document.id).toBe(both[1]?.document.id);
    expect((await listedReviews(workbook.api)).reviews).toHaveLength(2);
  });

  it('is begun anew when the one before is in the trash', async () => {
    const { workbook } = await openForTests();
    const first = await sealedReview(workbook);
    const second = await begin(workbook, first);
    await workbook.api['review.trash']({ id: second.document.id });
    const third = await begin(workbook, await openedReview(workbook, first.document.id));
    expect(third.document.id).not.toBe(second.document.id);
    expect((await openedReview(workbook, first.document.id)).document.supersededBy?.id).toBe(third.document.id);
  });

  it('takes the place of the signed one when it is signed itself', async () => {
    const { workbook } = await openForTests();
    const first = await sealedReview(workbook);
    const second = await begin(workbook, first);
    const inForce = await saved(workbook, signed({ ...second.document, title: 'Second' }), second.revision);
    const { supersededBy } = (await openedReview(workbook, first.document.id)).document;
    expect(supersededBy).toEqual({ id: second.document.id, title: 'Second', contentSha256: inForce.contentSha256 });
    const { reviews } = await listedReviews(workbook.api);
    expect(reviews.map(({ number, afterwards }) => [number, afterwards]).toSorted()).toEqual([
      [1, 'superseded'],
      [2, null],
    ]);
  });

  it('marks the signed one at its next opening when that was not possible before', async () => {
    const { workbook, layout } = await openForTests();
    const first = await sealedReview(workbook);
    const second = await begin(workbook, first);
    const file = join(layout.reviews, `${first.document.id}.json`);
    await rename(file, `${file}.away`);
    await saved(workbook, signed(second.document), second.revision);
    await rename(`${file}.away`, file);
    expect((await openedReview(workbook, first.document.id)).document.supersededBy?.contentSha256).toBeNull();
    const { contentSha256: now } = await openedReview(workbook, second.document.id);
    expect((await openedReview(workbook, first.document.id)).document.supersededBy?.contentSha256).toBe(now);
  });
});

describe('a review that carries what it supersedes', () => {
  async function exported(held: Awaited<ReturnType<typeof openForTests>>): Promise<string> {
    const second = await begin(held.workbook, await sealedReview(held.workbook));
    const answer = await held.api['record.export']({
      id: second.document.id,
      revision: second.revision,
      form: 'json',
      target: { kind: 'named', folder: held.exportFolder, fileName: 'second.json', replace: false },
    });
    if (answer.kind !== 'exported') throw new Error(JSON.stringify(answer));
    return readFile(answer.path, 'utf8');
  }

  it('says what changed wherever it is imported', async () => {
    const text = await exported(await openForTests());
    const { api } = (await openForTests()).workbook;
    const imported = await api['review.import']({ text });
    if (imported.kind !== 'imported') throw new Error(JSON.stringify(imported));
    const { document } = await openedReview({ api }, imported.id);
    expect(supersededContent(document)?.title).toBe('A review');
  });

  it('is refused when that text is not what was signed', async () => {
    const held = await openForTests();
    const text = (await exported(held))
      .replace(String.raw`\"title\":\"A review\"`, String.raw`\"title\":\"Another\"`)
      .replace(/^ {2}"sha256": ".*",$/m, '');
    expect(text).toContain('Another');
    expect(await held.api['review.import']({ text })).toMatchObject({
      kind: 'failed',
      details: [expect.stringContaining('supersedes.content')],
    });
  });
});

async function listedMilestones({ api }: Held, id: string) {
  const answer = await api['milestone.list']({ id });
  if (answer.kind !== 'listed') throw new Error(answer.message);
  return answer;
}

describe('milestones', () => {
  async function kept({ api }: Held, { document, revision }: Opened, name: string) {
    const answer = await api['milestone.keep']({ id: document.id, revision, name });
    if (answer.kind !== 'kept') throw new Error(JSON.stringify(answer));
    return answer.milestone;
  }

  it('stay as they were whatever is saved later, over a restart and the trash', async () => {
    const first = await openForTests();
    const before = await createForTests(first.workbook);
    const { id } = before.document;
    const milestone = await kept(first.workbook, before, 'Before the workshop');
    const after = await saved(first.workbook, { ...before.document, title: 'After' }, before.revision);
    const second = await kept(first.workbook, after, 'After it');
    await first.workbook.api['review.trash']({ id });
    const { workbook } = await reopenForTests(first);
    const { api } = workbook;
    expect(await api['milestone.list']({ id })).toEqual({
      kind: 'listed',
      milestones: expect.arrayContaining([second, milestone]),
      unreadable: [],
    });
    expect(await api['milestone.open']({ id, milestone: milestone.id })).toEqual({
      kind: 'milestone',
      milestone,
      document: before.document,
    });
  });

  it('come back as a copy', async () => {
    const { workbook } = await openForTests();
    const sealed = await sealedReview(workbook);
    const milestone = await kept(workbook, sealed, 'Signed');
    const answer = await workbook.api['milestone.restore']({ id: sealed.document.id, milestone: milestone.id });
    if (answer.kind !== 'imported') throw new Error(JSON.stringify(answer));
    const { document } = await openedReview(workbook, answer.id);
    expect(document).toMatchObject({ title: 'A review (Signed)', signOff: { signatures: [] } });
    expect(document.decision).toEqual(sealed.document.decision);
    expect(await openedReview(workbook, sealed.document.id)).toEqual(sealed);
  });

  it('are refused for another revision than the one on the screen, and without a name', async () => {
    const { workbook } = await openForTests();
    const { document, revision } = await createForTests(workbook);
    const keep = workbook.api['milestone.keep'];
    expect(await keep({ id: document.id, revision: revision + 1, name: 'Later' })).toMatchObject({ kind: 'stale' });
    expect(await keep({ id: randomUUID(), revision, name: 'Gone' })).toMatchObject({ code: 'not-found' });
  });

  it('that are damaged are named and left as they are', async () => {
    const { workbook, layout } = await openForTests();
    const review = await createForTests(workbook);
    const { id } = review.document;
    const [good, bad] = [await kept(workbook, review, 'Good'), await kept(workbook, review, 'Bad')];
    const file = join(layout.milestones, `${id}.${bad.id}.json`);
    const text = (await readFile(file, 'utf8')).replace('A review', 'B review');
    await writeBoth(file, text);
    const { api } = workbook;
    expect(await api['milestone.list']({ id })).toEqual({
      kind: 'listed',
      milestones: [good],
      unreadable: [{ file: `${id}.${bad.id}.json`, reason: expect.stringContaining('damaged') }],
    });
    expect(await api['milestone.open']({ id, milestone: bad.id })).toMatchObject({ code: 'damaged' });
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  it('that are damaged in one place, be it in the name or the moment, are as they were', async () => {
    const { workbook, layout, log } = await openForTests();
    const review = await createForTests(workbook);
    const { id } = review.document;
    const [one, other] = [await kept(workbook, review, 'One'), await kept(workbook, review, 'Other')];
    const path = (milestone: { id: string }) => join(layout.milestones, `${id}.${milestone.id}.json`);
    const [whole, another] = [await readFile(path(one), 'utf8'), await readFile(path(other), 'utf8')];
    const harm = [
      () => writeFile(path(one), whole.replace('"name": "One"', '"name": "Ome"')),
      () => writeFile(path(one), whole.replace('"revision": 1', '"revision": 3')),
      () => writeFile(path(one), another),
      () => rm(path(one)),
    ];
    for (const damage of harm) {
      await damage();
      const { milestones, unreadable } = await listedMilestones(workbook, id);
      expect([milestones, unreadable]).toEqual([expect.arrayContaining([one, other]), []]);
      expect(await readFile(path(one), 'utf8')).toBe(whole);
    }
    expect(log.entries.filter((entry) => entry.includes('brought back from its copy'))).toHaveLength(harm.length);
  });

  it('of earlier versions are read as they are', async () => {
    const { workbook, layout } = await openForTests();
    const review = await createForTests(workbook);
    const { id } = review.document;
    const one = await kept(workbook, review, 'One');
    const path = join(layout.milestones, `${id}.${one.id}.json`);
    const { content } = JSON.parse(await readFile(path, 'utf8'));
    await rm(`${path}.copy`);
    const first = { ...content, formatVersion: 1, sha256: canonicalSha256(content.document) };
    await writeFile(path, JSON.stringify(first));
    expect(await listedMilestones(workbook, id)).toMatchObject({ milestones: [one], unreadable: [] });
    await writeFile(path, JSON.stringify({ ...first, document: { ...content.document, title: 'Another' } }));
    expect(await listedMilestones(workbook, id)).toMatchObject({ milestones: [], unreadable: [{}] });
  });

  it('that are too many are refused with a word', async () => {
    const { workbook, layout } = await openForTests();
    const { document, revision } = await createForTests(workbook);
    const names = Array.from({ length: 200 }, (_, index) => join(layout.milestones, `${document.id}.${index}.json`));
    await Promise.all(names.map((name) => writeFile(name, '{}')));
    expect(await workbook.api['milestone.keep']({ id: document.id, revision, name: 'One more' })).toMatchObject({
      kind: 'failed',
      code: 'too-large',
    });
  });

  it('are acknowledged only when they are on disk', async () => {
    const { workbook, layout } = await openForTests();
    const { document, revision } = await createForTests(workbook);
    await rename(layout.milestones, `${layout.milestones}-away`);
    const answer = await workbook.api['milestone.keep']({ id: document.id, revision, name: 'Nowhere' });
    expect(answer).toMatchObject({ kind: 'failed', code: 'folder-missing' });
    await rename(`${layout.milestones}-away`, layout.milestones);
    await chmod(layout.milestones, 0o700);
    expect(await readdir(layout.milestones)).toEqual([]);
  });
});
