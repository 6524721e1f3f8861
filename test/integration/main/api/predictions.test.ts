import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Answer } from '#shared/contract/contract.ts';
import { revealChances, setStatements } from '#shared/follow-up/edit.ts';
import { openedReview, openForTests, reopenForTests } from '#test/support/open-data-folder.ts';
import { reviewToSign } from '#test/support/sign-in-app.ts';
import { forgeBoth, writeBoth } from '#test/support/twins.ts';
import { watchedFiles } from '#test/support/watched-files.ts';

type Open = Awaited<ReturnType<typeof openForTests>>;
const AT = '2026-03-02T10:00:00Z';

/** A stored review of two approvers with one statement. */
async function predicted(open: Open): Promise<string> {
  const id = await reviewToSign(open, ['Ada', 'Bo']);
  const { document, revision } = await openedReview(open, id);
  const changed = setStatements(document, [{ id: 'p', text: 'Latency falls', on: '2026-09-01' }]);
  await open.api['review.save']({ baseRevision: revision, document: changed });
  return id;
}

async function give(open: Open, id: string, by: string, chance: number): Promise<Answer<'prediction.give'>> {
  const answer = await open.api['prediction.give']({ id, by, at: AT, chances: { p: chance } });
  if (answer.kind === 'failed') throw new Error(answer.message);
  return answer;
}

describe('chances', () => {
  it('are told by nobody and nothing before all have given theirs', async () => {
    const open = await openForTests();
    const id = await predicted(open);
    expect(await give(open, id, 'approver-1', 73)).toEqual({ kind: 'given', by: ['approver-1'], chances: null });
    const again = await reopenForTests(open);
    expect(await again.api['prediction.state']({ id })).toEqual({ kind: 'given', by: ['approver-1'], chances: null });
    const kept = await readFile(join(again.layout.predictions, `${id}.json`), 'utf8');
    expect(kept).not.toMatch(/"p"|chances|Latency/);
    const both = await give(again, id, 'approver-2', 40);
    expect(both.chances?.map(({ name, chances }) => [name, chances.p])).toEqual([
      ['Ada', 73],
      ['Bo', 40],
    ]);
  });

  it('are found by no search and stand in no stored text, neither before all have given theirs nor after', async () => {
    const open = await openForTests();
    const id = await predicted(open);
    const found = async (text: string) => {
      await open.api['review.list']({});
      const answer = await open.api['review.search']({ text, most: 100 });
      if (answer.kind === 'failed' || answer.reading > 0) throw new Error('Everything is read by now');
      return answer.reviews.flatMap(({ passages }) => passages.map(({ where }) => where));
    };
    const secrets = ['73', '73 %', '"Ada 73"', 'chances'];
    await give(open, id, 'approver-1', 73);
    expect(await found('latency falls')).toHaveLength(1);
    for (const text of secrets) expect(await found(text)).toEqual([]);
    const { chances } = await give(open, id, 'approver-2', 40);
    const { document, revision } = await openedReview(open, id);
    await open.api['review.save']({ baseRevision: revision, document: revealChances(document, chances ?? []) });
    for (const text of secrets) expect(await found(text)).toEqual([]);
    await open.workbook.close();
    const stored = await readFile(open.layout.texts, 'utf8');
    expect(stored).toContain('Latency falls');
    expect(stored).not.toMatch(/\b73\b.*%|chances/);
  });

  it('that are on their way to the disk are waited for when the workbook closes, and later ones refused', async () => {
    let goOn = () => {};
    const held = new Promise<void>((resolve) => (goOn = resolve));
    let reached = () => {};
    const underWay = new Promise<void>((resolve) => (reached = resolve));
    let isHeld = false;
    const { files } = watchedFiles(async ({ name, file }) => {
      if (!isHeld || name !== 'rename' || !file.endsWith('.tmp')) return;
      reached();
      await held;
    });
    const open = await openForTests({ files });
    const id = await predicted(open);
    // The key for them is made by now, so that the next file is theirs.
    await give(open, id, 'approver-1', 73);
    isHeld = true;
    const given = give(open, id, 'approver-2', 40);
    await underWay;
    let isClosed = false;
    const closing = open.workbook.close().then(() => (isClosed = true));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(isClosed).toBe(false);
    goOn();
    await Promise.all([given, closing]);
    await expect(give(open, id, 'approver-1', 1)).rejects.toThrow();
  });

  it('are kept apart no longer than until they stand in the review', async () => {
    const open = await openForTests();
    const id = await predicted(open);
    await give(open, id, 'approver-1', 73);
    const { chances } = await give(open, id, 'approver-2', 40);
    const { document, revision } = await openedReview(open, id);
    await open.api['review.save']({ baseRevision: revision, document: revealChances(document, chances ?? []) });
    expect(await open.api['prediction.state']({ id })).toMatchObject({ by: ['approver-1', 'approver-2'], chances });
    expect(await readdir(open.layout.predictions)).toEqual([]);
  });

  it('are for the statements as they were, and from approvers of the review', async () => {
    const open = await openForTests();
    const id = await predicted(open);
    await give(open, id, 'approver-1', 73);
    const failed = await open.api['prediction.give']({ id, by: 'nobody', at: AT, chances: { p: 1 } });
    expect(failed).toMatchObject({ kind: 'failed', code: 'not-found' });
    const short = await open.api['prediction.give']({ id, by: 'approver-2', at: AT, chances: {} });
    expect(short).toMatchObject({ kind: 'failed', code: 'invalid' });
    const { document, revision } = await openedReview(open, id);
    const changed = setStatements(document, [{ id: 'p', text: 'Latency halves', on: '2026-09-01' }]);
    await open.api['review.save']({ baseRevision: revision, document: changed });
    expect(await open.api['prediction.state']({ id })).toEqual({ kind: 'given', by: [], chances: null });
  });

  it('that were changed on disk count for nothing, and it is said', async () => {
    const open = await openForTests();
    const id = await predicted(open);
    await give(open, id, 'approver-1', 73);
    const path = join(open.layout.predictions, `${id}.json`);
    type Stored = { readonly given: readonly object[] };
    await forgeBoth(path, (file: Stored) => ({ ...file, given: [{ ...file.given[0], by: 'approver-2' }] }));
    await expect(give(open, id, 'approver-1', 1)).rejects.toThrow('is damaged');
  });

  it('are not taken for absent when their file is damaged', async () => {
    const open = await openForTests();
    const id = await predicted(open);
    await give(open, id, 'approver-1', 73);
    const path = join(open.layout.predictions, `${id}.json`);
    // Of other statements, as it seems.
    const harmed = (await readFile(path, 'utf8')).replace(
      /("statementsSha256": ")(.)/,
      (_, before: string, digit: string) => `${before}${digit === '0' ? '1' : '0'}`,
    );
    await writeFile(path, harmed);
    expect(await open.api['prediction.state']({ id })).toMatchObject({ by: ['approver-1'] });
    await writeBoth(path, harmed);
    expect(await open.api['prediction.state']({ id })).toMatchObject({ kind: 'failed', code: 'damaged' });
  });
});
