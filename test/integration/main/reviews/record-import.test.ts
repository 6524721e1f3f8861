import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAttachedReview } from '#main/pdf/attachment.ts';
import { attachReview } from '#main/record/attach-review.ts';
import { commandLine } from '#test/support/command-line.ts';
import { createForTests, listedReviews, openedReview, openForTests } from '#test/support/open-data-folder.ts';
import { pdfOf, recordOf } from '#test/support/pdf.ts';
import { turned } from '#test/support/pdf-forgery.ts';
import { sealedRecord } from '#test/support/sealed-record.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

type Open = Awaited<ReturnType<typeof openForTests>>;

/** A review exported as a record, with where it came from. */
async function exported(title = 'Żółć → 王小明') {
  const open = await openForTests();
  const { document } = await createForTests(open, title);
  return { open, document, pdf: await exportPdf(open, document.id, 1, 'record.pdf') };
}

async function exportPdf({ api, exportFolder }: Open, id: string, revision: number, fileName: string) {
  const target = { kind: 'named', folder: exportFolder, fileName, replace: false } as const;
  const out = await api['record.export']({ id, revision, form: 'pdf', target });
  if (out.kind !== 'exported') throw new Error(out.kind);
  return readFile(out.path);
}

function importing({ api }: Open, pdf: Uint8Array) {
  return api['record.import']({ pdf: Buffer.from(pdf).toString('base64') });
}

function dataOf(pdf: Uint8Array): string {
  const attached = readAttachedReview(pdf);
  if (attached.kind !== 'found') throw new Error(attached.reason);
  return Buffer.from(attached.bytes).toString();
}

/** A sound record around any data. */
async function recordAround(data: string): Promise<Uint8Array> {
  const pages = await pdfOf(recordOf(smallReview(), smallTemplate));
  return attachReview(pages, Buffer.from(data), { savedAt: '2026-01-01T00:00:00Z' });
}

describe('importing a record', () => {
  it('opens an exact copy in another data folder, which exports the very same record', async () => {
    const { open, document, pdf } = await exported();
    const other = await openForTests();
    const { id, title } = document;
    expect(await importing(other, pdf)).toEqual({ kind: 'imported', id, title, standing: 'new', isAltered: false });
    const [there, here] = [await openedReview(open, id), await openedReview(other, id)];
    expect(here).toEqual(there);
    const again = await exportPdf(other, id, 1, 'again.pdf');
    expect(dataOf(again)).toBe(dataOf(pdf));
    expect(Buffer.compare(again, pdf)).toBe(0);
  });

  it('brings in what an altered record holds, and says that it was altered', async () => {
    const { sealed, review } = await sealedRecord(['Ada']);
    const whole = await importing(await openForTests(), sealed);
    expect(whole).toMatchObject({ kind: 'imported', id: review.id, standing: 'new', isAltered: false });
    const altered = await importing(await openForTests(), turned(sealed));
    expect(altered).toMatchObject({ kind: 'imported', id: review.id, standing: 'new', isAltered: true });
    const longer = await importing(await openForTests(), Buffer.concat([sealed, Buffer.from('\n')]));
    expect(longer).toMatchObject({ kind: 'imported', isAltered: false });
  });

  it('stores nothing when the very same review is here', async () => {
    const { open, document, pdf } = await exported();
    expect(await importing(open, pdf)).toMatchObject({ kind: 'imported', id: document.id, standing: 'here' });
    expect((await listedReviews(open.api)).reviews).toHaveLength(1);
  });

  it('stores nothing when it has only been signed further since', async () => {
    const { open, document, pdf } = await exported();
    const approvers = [{ id: 'a', name: 'Ada', role: 'Lead' }];
    const { contentSha256 } = await openedReview(open, document.id);
    const signature = {
      id: 's',
      approver: 'a',
      name: 'Ada',
      role: 'Lead',
      verdict: 'approve',
      comment: '',
      typedName: 'Ada',
      drawing: [],
      signedAt: '2026-03-03T10:00:00Z',
      contentSha256,
    } as const;
    const signed = { ...document, signOff: { approvers, signatures: [signature] } };
    expect(await open.api['review.save']({ baseRevision: 1, document: signed })).toMatchObject({ kind: 'saved' });
    const later = await exportPdf(open, document.id, 2, 'signed.pdf');
    expect(await importing(open, pdf)).toMatchObject({ standing: 'here' });
    // The other way round there is something to bring in.
    const other = await openForTests();
    await importing(other, pdf);
    expect(await importing(other, later)).toMatchObject({ standing: 'beside' });
    expect(await importing(other, pdf)).toMatchObject({ standing: 'here' });
  });

  it('leaves another version of it alone and says that this one stands beside it', async () => {
    const { open, document, pdf } = await exported();
    await open.api['review.save']({ baseRevision: 1, document: { ...document, title: 'Later' } });
    const answer = await importing(open, pdf);
    if (answer.kind !== 'imported') throw new Error(answer.message);
    expect(answer).toMatchObject({ title: document.title, standing: 'beside' });
    expect((await openedReview(open, answer.id)).document).toEqual({ ...document, id: answer.id });
    expect((await openedReview(open, document.id)).document.title).toBe('Later');
  });

  it('brings one back that is in the trash', async () => {
    const { open, document, pdf } = await exported();
    await open.api['review.trash']({ id: document.id });
    expect(await importing(open, pdf)).toMatchObject({ id: document.id, standing: 'new' });
  });

  it.each([
    ['is no PDF', () => Buffer.from('{}'), 'invalid', /not a PDF/],
    ['carries no review', async () => pdfOf(recordOf(smallReview(), smallTemplate)), 'invalid', /carries no review/],
    ['is cut off', async () => (await recordAround('{}')).subarray(0, 20_000), 'damaged', /cannot be read/],
    ['carries no JSON', () => recordAround('hello'), 'invalid', /JSON/],
    ['carries something else', () => recordAround('{"format":"x"}'), 'invalid', /not a Groundwork review/],
    [
      'carries a newer format',
      () => recordAround('{"format":"groundwork-review","schemaVersion":99}'),
      'newer-format',
      /newer Groundwork/,
    ],
  ] as const)('refuses one that %s', async (_, make, code, message) => {
    const open = await openForTests();
    const answer = await importing(open, await make());
    expect(answer).toMatchObject({ kind: 'failed', code, message: expect.stringMatching(message) });
    expect((await listedReviews(open.api)).reviews).toEqual([]);
  });

  it('refuses a record whose review was changed after it was saved', async () => {
    const { open, pdf } = await exported('Original');
    const changed = await recordAround(dataOf(pdf).replaceAll('Original', 'Tampered'));
    expect(await importing(open, changed)).toMatchObject({ kind: 'failed', code: 'damaged' });
  });
});

describe('groundwork import', () => {
  it('warns of a record that was altered after it was signed', async () => {
    const { sealed, review } = await sealedRecord(['Ada']);
    const { run, workingFolder } = await commandLine();
    await writeFile(join(workingFolder, 'record.pdf'), sealed);
    expect(await run('import', 'record.pdf', '--data', 'one')).toEqual({ status: 0, out: `${review.id}\n`, err: '' });
    await writeFile(join(workingFolder, 'altered.pdf'), turned(sealed));
    const altered = await run('import', 'altered.pdf', '--data', 'two');
    expect(altered).toMatchObject({ status: 0, out: `${review.id}\n` });
    expect(altered.err).toContain('altered.pdf was altered after it was signed');
  });

  it('takes a record or a review file, and prints the id', async () => {
    const { document, pdf } = await exported();
    const { run, workingFolder } = await commandLine();
    await writeFile(join(workingFolder, 'record.pdf'), pdf);
    await writeFile(join(workingFolder, 'review.json'), dataOf(pdf));
    const first = await run('import', 'record.pdf', '--data', 'data');
    expect(first).toEqual({ status: 0, out: `${document.id}\n`, err: '' });
    const again = await run('import', 'review.json', '--data', 'data');
    expect(again).toMatchObject({ status: 0, out: `${document.id}\n` });
    expect(again.err).toContain('is here already');
    expect(await run('export', document.id, '--data', 'data', '--pdf', 'again.pdf')).toMatchObject({ status: 0 });
    expect(dataOf(await readFile(join(workingFolder, 'again.pdf')))).toBe(dataOf(pdf));
  });

  it('says when another version is there', async () => {
    const { pdf } = await exported('Original');
    const { run, workingFolder } = await commandLine();
    const { sha256: _, ...envelope } = JSON.parse(dataOf(pdf));
    const other = { ...envelope, document: { ...envelope.document, title: 'Another' } };
    await writeFile(join(workingFolder, 'other.json'), JSON.stringify(other));
    await writeFile(join(workingFolder, 'record.pdf'), pdf);
    const first = await run('import', 'other.json', '--data', 'data');
    const second = await run('import', 'record.pdf', '--data', 'data');
    expect(second).toMatchObject({ status: 0, err: expect.stringContaining('an id of its own') });
    expect(second.out).not.toBe(first.out);
  });

  it('changes nothing for a file that is no review', async () => {
    const { run, workingFolder } = await commandLine();
    await writeFile(join(workingFolder, 'a.pdf'), await pdfOf(recordOf(smallReview(), smallTemplate)));
    expect(await run('import', 'a.pdf', '--data', 'data')).toMatchObject({
      status: 1,
      out: '',
      err: expect.stringContaining('carries no review'),
    });
    expect(await run('list', '--data', 'data')).toMatchObject({ status: 1 });
    expect(await run('import', '--data', 'data')).toMatchObject({ status: 2 });
  });

  it('is not alone in reading records: so do the other commands', async () => {
    const { document, pdf } = await exported();
    const { run, workingFolder } = await commandLine();
    await writeFile(join(workingFolder, 'record.pdf'), pdf);
    const valid = await run('validate', 'record.pdf');
    expect(valid).toMatchObject({ status: 0, out: expect.stringContaining('is a valid review') });
    const json = await run('export', 'record.pdf', '--json', '-');
    expect(JSON.parse(Buffer.from(json.out, 'latin1').toString('utf8')).document).toEqual(document);
  });
});
