import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Signature } from '#shared/kinds/sign-off/answers.ts';
import { closeCondition, closeReview, setApprovers, setDeciding, sign } from '#shared/kinds/sign-off/edit.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { listedReviews, openedReview, openForTests, temporaryFolder } from '#test/support/open-data-folder.ts';
import { check } from '#test/support/seal.ts';
import { signaturesOf } from '#test/support/sealed-bytes.ts';
import { reviewToSign, signAs } from '#test/support/sign-in-app.ts';
import { tool } from '#test/support/tools.ts';

type Open = Awaited<ReturnType<typeof openForTests>>;

const AT = '2026-03-02T10:00:00Z';
const OBJECTION = { verdict: 'object', comment: 'The cache is not measured yet.' } as const;

/** Changes a stored review as its editor does; gives how it is on disk then. */
async function edited(open: Open, id: string, change: (review: ReviewDocument, sha256: string) => ReviewDocument) {
  const { document, revision, contentSha256 } = await openedReview(open, id);
  const answer = await open.api['review.save']({ baseRevision: revision, document: change(document, contentSha256) });
  if (answer.kind !== 'saved') throw new Error(JSON.stringify(answer));
  return openedReview(open, id);
}

const signed = (open: Open, id: string, number: number, given: Partial<Signature> = {}) =>
  edited(open, id, (review, sha256) => {
    const name = review.signOff.approvers[number - 1]?.name ?? '';
    const input = { verdict: 'approve', comment: '', typedName: name, drawing: [], signedAt: AT, ...given } as const;
    return sign(review, `approver-${number}`, { id: `s-${number}`, ...input }, sha256);
  });

async function closed(open: Open, id: string, reason = '') {
  const { template } = await openedReview(open, id);
  return edited(open, id, (review, sha256) => closeReview(review, template, sha256, { at: AT, by: 'Fay', reason }));
}

async function sealed(open: Open, id: string): Promise<Buffer> {
  const { revision, contentSha256 } = await openedReview(open, id);
  const answer = await open.api['record.seal']({ id, revision });
  if (answer.kind !== 'sealed') throw new Error(JSON.stringify(answer));
  return readFile(join(open.layout.records, id, `${contentSha256}.pdf`));
}

async function verified(open: Open, id: string) {
  const answer = await open.api['record.verifySealed']({ id });
  if (answer.kind !== 'verified') throw new Error(JSON.stringify(answer));
  return answer;
}

/** How many of a record's signatures OpenSSL finds to fit the bytes that they are for. */
async function fitByOpenSsl(bytes: Buffer): Promise<number> {
  const folder = await temporaryFolder();
  const found = signaturesOf(bytes);
  for (const [index, { cms, covered }] of found.entries()) {
    await writeFile(join(folder, `${index}.content`), covered);
    await writeFile(join(folder, `${index}.der`), cms);
    const files = ['-in', join(folder, `${index}.der`), '-content', join(folder, `${index}.content`)];
    tool('openssl', 'cms', '-verify', '-noverify', '-binary', '-inform', 'DER', ...files, '-out', join(folder, 'out'));
  }
  return found.length;
}

describe('closing a review', () => {
  it('is not done by a signature: a second approver is added, and nothing is sealed', async () => {
    const open = await openForTests();
    const id = await reviewToSign(open, ['Ada']);
    await signed(open, id, 1);
    expect(await open.api['seal.state']({ id })).toEqual({ kind: 'open' });
    const { revision } = await edited(open, id, (review) =>
      setApprovers(review, [...review.signOff.approvers, { id: 'approver-2', name: 'Bo', role: '' }]),
    );
    expect(await open.api['record.seal']({ id, revision })).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('not closed'),
    });
    await signed(open, id, 2);
    await closed(open, id);
    await sealed(open, id);
    expect((await verified(open, id)).report).toMatchObject({
      verdict: 'intact',
      record: { closedAs: 'agreed', objections: [], edition: 'Revision 1 of 1' },
    });
    // From here on nobody signs, and nothing of it changes.
    await expect(signed(open, id, 1, { verdict: 'object', comment: 'No' })).rejects.toThrow('closed');
    await expect(edited(open, id, (review) => ({ ...review, component: 'Other' }))).rejects.toThrow('closed');
  });

  it('against an objection seals that, and every check names it', async () => {
    const open = await openForTests();
    const id = await reviewToSign(open, ['Ada', 'Bo']);
    await signed(open, id, 1);
    await signed(open, id, 2, OBJECTION);
    await edited(open, id, (review) => setDeciding(review, { rule: 'decider', decider: 'approver-1' }, AT));
    expect((await closed(open, id)).document.closed).toMatchObject({ verdict: 'dissent' });
    const bytes = await sealed(open, id);
    const { report } = await verified(open, id);
    expect(report).toMatchObject({
      verdict: 'intact',
      record: { closedAs: 'dissent', objections: ['Bo objects: “The cache is not measured yet.”'] },
    });
    expect(report.record?.approvers.every(({ isSealed }) => isSealed)).toBe(true);
    const folder = await temporaryFolder();
    expect(check(folder, bytes, 'pdfsig').match(/Signature Validation: Signature is Valid/g)).toHaveLength(2);
    expect(await fitByOpenSsl(bytes)).toBe(2);
    await writeFile(join(folder, 'record.pdf'), bytes);
    const first = tool('pdftotext', '-l', '1', join(folder, 'record.pdf'), '-').toString().replace(/\s+/g, ' ');
    expect(first).toMatch(/decided with dissent/i);
    expect(first).toContain('Bo objects: “The cache is not measured yet.”');
    const target = { kind: 'named', folder: open.exportFolder, fileName: 'r.md', replace: false } as const;
    const { revision } = await openedReview(open, id);
    await open.api['record.export']({ id, revision, form: 'markdown', target });
    const markdown = await readFile(join(open.exportFolder, 'r.md'), 'utf8');
    expect(markdown).toContain('**Decided with dissent.** Bo objects: “The cache is not measured yet.”');
  });

  it('keeps a signer’s condition with the signature, open until it is closed', async () => {
    const open = await openForTests();
    const id = await reviewToSign(open, ['Ada', 'Bo']);
    await signed(open, id, 1);
    const conditions = [
      { id: 'own', text: 'The cache is measured', owner: 'Bo', due: '2026-05-01', evidence: 'A test' },
    ];
    await signed(open, id, 2, { verdict: 'approve-with-conditions', conditions });
    await closed(open, id);
    await sealed(open, id);
    const listed = async () => (await listedReviews(open.api)).reviews[0]?.signOff;
    expect(await listed()).toBe('provisional');
    await edited(open, id, (review) => closeCondition(review, 'own', { at: AT, by: 'Bo', note: 'p99 is 20 ms' }));
    expect(await listed()).toBe('signed');
    expect(await open.api['seal.state']({ id })).toMatchObject({ kind: 'sealed', isBehind: true });
  });

  it.each([
    ['nobody signed', 0, ['Fay']],
    ['one approver signed', 1, ['Ada']],
  ])('gives up a review as not agreed where %s', async (_, signatures, names) => {
    const open = await openForTests();
    const id = await reviewToSign(open, ['Ada', 'Bo']);
    if (signatures > 0) await signed(open, id, 1);
    await expect(closed(open, id)).rejects.toThrow('Say why');
    await closed(open, id, 'The product ends.');
    const bytes = await sealed(open, id);
    const { report } = await verified(open, id);
    expect(report).toMatchObject({ verdict: 'intact', record: { closedAs: 'not-agreed' } });
    expect(report.signatures.map(({ name }) => name)).toEqual(names);
    expect(check(await temporaryFolder(), bytes, 'pdfsig')).toContain('Signature is Valid');
    await expect(edited(open, id, (review) => ({ ...review, component: 'Other' }))).rejects.toThrow('closed');
  });

  it('never takes the place of the revision before where it was not agreed', async () => {
    const open = await openForTests();
    const id = await reviewToSign(open, ['Ada']);
    await signed(open, id, 1);
    const { revision } = await closed(open, id);
    const begin = async () => {
      const answer = await open.api['review.supersede']({ id, revision: (await openedReview(open, id)).revision });
      if (answer.kind !== 'started') throw new Error(JSON.stringify(answer));
      return answer.id;
    };
    expect(revision).toBeGreaterThan(0);
    const second = await begin();
    await closed(open, second, 'Nobody had time.');
    expect((await openedReview(open, id)).document.supersededBy).toMatchObject({ id: second, contentSha256: null });
    const third = await begin();
    expect(third).not.toBe(second);
    await signed(open, third, 1);
    await closed(open, third);
    const { document } = await openedReview(open, id);
    expect(document.supersededBy).toMatchObject({ id: third, contentSha256: expect.any(String) });
    expect((await openedReview(open, third)).document.supersedes?.closedAt).toBe(AT);
  });

  it('is refused where it says something else than the signatures', async () => {
    const open = await openForTests();
    const id = await reviewToSign(open, ['Ada']);
    const forged = edited(open, id, (review, contentSha256) => ({
      ...review,
      closed: { at: AT, by: 'Mallory', verdict: 'agreed', reason: '', contentSha256 },
    }));
    await expect(forged).rejects.toThrow('does not fit the signatures');
    expect((await openedReview(open, id)).document.closed).toBeUndefined();
  });

  it('is not asked of a review that an earlier version signed: it stays closed', async () => {
    const open = await openForTests();
    const id = await reviewToSign(open, ['Ada']);
    await signAs(open, id, 1);
    expect(await open.api['seal.state']({ id })).toEqual({ kind: 'unsealed' });
    await expect(edited(open, id, (review) => ({ ...review, component: 'Other' }))).rejects.toThrow('closed');
    await sealed(open, id);
    expect((await verified(open, id)).report.verdict).toBe('intact');
  });
});

describe('the trash', () => {
  it('is looked into, gives back what it holds, and forgets it for good only when told to', async () => {
    const open = await openForTests();
    const id = await reviewToSign(open, ['Ada']);
    await signed(open, id, 1);
    await open.api['review.trash']({ id });
    await writeFile(join(open.layout.trash, '00000000-0000-4000-8000-000000000000.json'), 'no review');
    const listed = async () => {
      const answer = await open.api['trash.list']({});
      if (answer.kind !== 'list') throw new Error(JSON.stringify(answer));
      return answer;
    };
    const [trashed] = (await listed()).reviews;
    expect(trashed?.summary).toMatchObject({ id, signOff: 'ready' });
    expect((await listed()).unreadable).toHaveLength(1);
    const file = trashed?.file ?? '';
    expect(await open.api['trash.open']({ file })).toMatchObject({ kind: 'opened', document: { id } });
    expect(await open.api['trash.restore']({ file })).toEqual({ kind: 'restored', id });
    expect((await openedReview(open, id)).document.signOff.signatures).toHaveLength(1);
    expect(await open.api['trash.restore']({ file })).toMatchObject({ kind: 'failed', code: 'not-found' });
    await open.api['review.trash']({ id });
    expect(await open.api['trash.delete']({ file })).toEqual({ kind: 'deleted' });
    expect((await listed()).reviews).toEqual([]);
  });

  it('reaches no file but its own', async () => {
    const open = await openForTests();
    await mkdir(open.layout.trash, { recursive: true });
    for (const file of ['../settings.json', 'x.json', '../reviews/a.json', '.', '']) {
      expect(await open.api['trash.delete']({ file })).toMatchObject({ kind: 'failed', code: 'not-found' });
      expect(await open.api['trash.open']({ file })).toMatchObject({ kind: 'failed', code: 'not-found' });
    }
    expect(await readdir(open.layout.root)).toContain('reviews');
  });
});
