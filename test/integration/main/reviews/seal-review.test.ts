import { chmod, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FileSystem, nodeFileSystem } from '#main/files/file-system.ts';
import { verifyRecord } from '#main/verify/verify-record.ts';
import { witnessInstead } from '#shared/kinds/sign-off/edit.ts';
import type { RecordLength } from '#shared/record/model.ts';
import { pkcs12ByOpenSsl } from '#test/support/certificates.ts';
import { commandLine } from '#test/support/command-line.ts';
import {
  hostInfo,
  openedReview,
  openForTests,
  reopenForTests,
  temporaryFolder,
} from '#test/support/open-data-folder.ts';
import { pageTexts } from '#test/support/pdf.ts';
import { check } from '#test/support/seal.ts';
import { reviewToSign, signAs } from '#test/support/sign-in-app.ts';
import { tool } from '#test/support/tools.ts';
import { writeBoth } from '#test/support/twins.ts';
import { systemError, watchedFiles } from '#test/support/watched-files.ts';

type Open = Awaited<ReturnType<typeof openForTests>>;
const PASSPHRASE = 'a long passphrase';

const seal = ({ api }: Open, id: string, revision: number) => api['record.seal']({ id, revision });

async function exported(open: Open, id: string, fileName = 'record.pdf', length?: RecordLength): Promise<Buffer> {
  return readFile((await exportAnswer(open, id, fileName, length)).path);
}

async function exportAnswer({ api, exportFolder }: Open, id: string, fileName: string, length?: RecordLength) {
  const { revision } = await openedReview({ api }, id);
  const target = { kind: 'named', folder: exportFolder, fileName, replace: false } as const;
  const answer = await api['record.export']({ id, revision, form: 'pdf', length, target });
  if (answer.kind !== 'exported') throw new Error(JSON.stringify(answer));
  return answer;
}

async function ownCertificate({ api }: Open, id: string, file: Buffer, approver = 'approver-2') {
  const read = { id, approver, file: file.toString('base64'), passphrase: PASSPHRASE };
  const answer = await api['certificate.read'](read);
  if (answer.kind !== 'certificate') throw new Error(answer.message);
  return answer.certificate;
}

async function p12(commonName = 'Bob Own'): Promise<Buffer> {
  return pkcs12ByOpenSsl({ folder: await temporaryFolder(), commonName, passphrase: PASSPHRASE });
}

async function filesOf({ layout }: Open, id: string): Promise<readonly string[]> {
  return readdir(join(layout.records, id)).catch(() => []);
}

describe('sealing a signed review', () => {
  it.each([[['Ada Lovelace']], [['Ada Lovelace', '王小明', 'Bob Noyce']]])(
    'adds a signature for each of %j, keeps the file and exports exactly that',
    async (names) => {
      const open = await openForTests();
      const id = await reviewToSign(open, names);
      let revision = 0;
      for (const [index] of names.entries()) revision = await signAs(open, id, index + 1);
      expect(await open.api['seal.state']({ id })).toEqual({ kind: 'unsealed' });
      const answer = await seal(open, id, revision);
      expect(answer).toMatchObject({
        kind: 'sealed',
        signatures: names.map((name) => ({ name, kind: 'witnessed' })),
        isBehind: false,
        notes: [],
      });
      const { contentSha256 } = await openedReview(open, id);
      expect((await filesOf(open, id)).toSorted()).toEqual([`${contentSha256}.pdf`, `${contentSha256}.short.pdf`]);
      const stored = await readFile(join(open.layout.records, id, `${contentSha256}.pdf`));
      const file = await exported(open, id);
      expect(file.equals(stored)).toBe(true);
      expect((await exported(open, id, 'again.pdf')).equals(stored)).toBe(true);

      const report = check(await temporaryFolder(), file, 'pdfsig');
      expect(report.match(/Signature Validation: Signature is Valid/g)).toHaveLength(names.length);
      const [last] = report.split(/Signature #\d+:/).slice(-1);
      expect(last).toContain('Total document signed');
      const line = await commandLine();
      const command = await line.run('verify', '--data', open.layout.root, join(open.exportFolder, 'record.pdf'));
      expect(command).toMatchObject({ status: 0, out: expect.stringMatching(/^Intact\./) });
      await line.run('export', id, '--data', open.layout.root, '--pdf', 'command.pdf');
      expect((await readFile(join(line.workingFolder, 'command.pdf'))).equals(stored)).toBe(true);
    },
  );

  it('says that the key is a new one, although something was exported with it before', async () => {
    const first = await openForTests();
    const id = await reviewToSign(first, ['Ada']);
    const revision = await signAs(first, id, 1);
    const exportRoot = ({ api, exportFolder: folder }: Open, fileName: string) =>
      api['key.exportCertificates']({ which: 'root', target: { kind: 'named', folder, fileName, replace: false } });
    expect(await exportRoot(first, 'first.cer')).toMatchObject({ kind: 'exported' });
    await first.workbook.close();
    await writeBoth(join(first.layout.keys, 'plain.json'), 'not a key');
    const open = await openForTests({ dataFolder: first.layout.root, appFolder: first.appFolder });
    expect(await exportRoot(open, 'second.cer')).toMatchObject({ kind: 'exported' });
    const notes = [expect.stringContaining('could not be read, so a new one was made')];
    expect(await seal(open, id, revision)).toMatchObject({ kind: 'sealed', notes });
  });

  it('says once that others could read the file of the keys', async () => {
    const open = await openForTests();
    await open.api['key.request']({
      target: { kind: 'named', folder: open.exportFolder, fileName: 'a.csr', replace: false },
    });
    await chmod(join(open.layout.keys, 'plain.json'), 0o644);
    const again = await reopenForTests(open);
    const id = await reviewToSign(again, ['Ada Lovelace']);
    const notes = [expect.stringContaining('let other users of this computer read it until')];
    expect(await seal(again, id, await signAs(again, id, 1))).toMatchObject({ kind: 'sealed', notes });
    const other = await reviewToSign(again, ['Bob Noyce']);
    expect(await seal(again, other, await signAs(again, other, 1))).toMatchObject({ kind: 'sealed', notes: [] });
  });

  it('never says that it recorded a signature that came with a review', async () => {
    const [there, here] = [await openForTests(), await openForTests()];
    const id = await reviewToSign(there, ['Ada', 'Bob']);
    await signAs(there, id, 1);
    const target = { kind: 'named', folder: there.exportFolder, fileName: 'r.json', replace: false } as const;
    const { revision: half } = await openedReview(there, id);
    await there.api['record.export']({ id, revision: half, form: 'json', target });
    const text = await readFile(join(there.exportFolder, 'r.json'), 'utf8');
    const reasons = async (open: Open) => {
      await seal(open, id, await signAs(open, id, 2));
      return (await verifyRecord(await exported(open, id))).signatures.map(({ reason }) => reason);
    };
    expect(await here.api['review.import']({ text })).toMatchObject({ kind: 'imported', id });
    const recorded = expect.stringContaining('This workbook recorded the sign-off');
    const brought = expect.stringContaining('Signed in another workbook; this one did not record it');
    expect(await reasons(here)).toEqual([brought, recorded]);
    // What comes back to where it was signed was recorded there all the same.
    expect(await there.api['review.import']({ text })).toMatchObject({ kind: 'imported' });
    expect(await reasons(there)).toEqual([recorded, recorded]);
  });

  it('waits until everybody has signed, also over a restart', async () => {
    const first = await openForTests();
    const id = await reviewToSign(first, ['Ada', 'Bob']);
    const revision = await signAs(first, id, 1);
    expect(await first.api['seal.state']({ id })).toEqual({ kind: 'open' });
    expect(await seal(first, id, revision)).toMatchObject({ kind: 'failed', code: 'invalid' });
    const second = await reopenForTests(first);
    const done = await seal(second, id, await signAs(second, id, 2));
    expect(done).toMatchObject({ kind: 'sealed', signatures: [{ name: 'Ada' }, { name: 'Bob' }] });
  });

  it('sets the record on the paper that was used last, or that is asked for', async () => {
    const open = await openForTests();
    const id = await reviewToSign(open, ['Ada']);
    const paperOf = async (file: Buffer) =>
      /Page size: .*\((\w+)\)/.exec(check(await temporaryFolder(), file, 'pdfinfo'))?.[1];
    const { revision } = await openedReview(open, id);
    expect((await hostInfo(open.api)).paper).toBe('a4');
    const target = { kind: 'named', folder: open.exportFolder, fileName: 'draft.pdf', replace: false } as const;
    await open.api['record.export']({ id, revision, form: 'pdf', paper: 'letter', target });
    expect((await hostInfo(open.api)).paper).toBe('letter');
    expect(await seal(open, id, await signAs(open, id, 1))).toMatchObject({ kind: 'sealed', paper: 'letter' });
    expect(await paperOf(await exported(open, id))).toBe('letter');
    expect(await open.api['seal.state']({ id })).toMatchObject({ kind: 'sealed', paper: 'letter' });
    // Exporting what is sealed changes neither it nor what is remembered.
    const again = { ...target, fileName: 'again.pdf' };
    const now = (await openedReview(open, id)).revision;
    await open.api['record.export']({ id, revision: now, form: 'pdf', paper: 'a4', target: again });
    expect(await paperOf(await readFile(join(open.exportFolder, 'again.pdf')))).toBe('letter');

    const other = await reviewToSign(open, ['Bo']);
    const asked = { id: other, revision: await signAs(open, other, 1), paper: 'a4' } as const;
    expect(await open.api['record.seal'](asked)).toMatchObject({ kind: 'sealed', paper: 'a4' });
    const restarted = await reopenForTests(open);
    expect((await hostInfo(restarted.api)).paper).toBe('a4');
  });

  it('says as of when it is sealed by the record itself, whatever time a restored file has', async () => {
    const open = await openForTests();
    const id = await reviewToSign(open, ['Ada']);
    const revision = await signAs(open, id, 1);
    const { savedAt } = await openedReview(open, id);
    expect(await seal(open, id, revision)).toMatchObject({ kind: 'sealed', savedAt });
    for (const name of await filesOf(open, id)) await utimes(join(open.layout.records, id, name), 0, 0);
    expect(await open.api['seal.state']({ id })).toMatchObject({ kind: 'sealed', savedAt });

    const { document } = await openedReview(open, id);
    const deprecated = { at: '2026-02-01T00:00:00Z', by: 'Ada', reason: 'Gone' };
    await open.api['review.save']({ baseRevision: revision, document: { ...document, deprecated } });
    expect(await open.api['seal.state']({ id })).toMatchObject({ isBehind: true, savedAt });
    const later = (await openedReview(open, id)).savedAt;
    expect(later > savedAt).toBe(true);
    expect(await seal(open, id, revision + 1)).toMatchObject({ kind: 'sealed', savedAt: later });
  });

  it('refuses to seal another revision than the one on the screen', async () => {
    const open = await openForTests();
    const id = await reviewToSign(open, ['Ada']);
    const revision = await signAs(open, id, 1);
    expect(await seal(open, id, revision - 1)).toMatchObject({ kind: 'stale', revision });
    expect(await filesOf(open, id)).toEqual([]);
  });

  it('keeps the content as it is and issues the record again for what is added', async () => {
    const open = await openForTests();
    const id = await reviewToSign(open, ['Ada']);
    await seal(open, id, await signAs(open, id, 1));
    const first = await exported(open, id);
    const { document, revision } = await openedReview(open, id);
    const save = open.api['review.save'];
    expect(await save({ baseRevision: revision, document: { ...document, title: 'Other' } })).toMatchObject({
      kind: 'failed',
      code: 'sealed',
    });
    const deprecated = { at: '2026-02-01T00:00:00Z', by: 'Ada', reason: 'Gone' };
    expect(await save({ baseRevision: revision, document: { ...document, deprecated } })).toMatchObject({
      kind: 'saved',
    });
    expect(await open.api['seal.state']({ id })).toMatchObject({ kind: 'sealed', isBehind: true });
    const still = await exportAnswer(open, id, 'still.pdf');
    expect((await readFile(still.path)).equals(first)).toBe(true);
    expect(still.findings).toEqual([expect.stringContaining('issue and seal it again')]);
    const { run } = await commandLine();
    expect((await run('export', id, '--pdf', 'still.pdf', '--data', open.layout.root)).err).toContain(
      'note: This is the record as it was sealed.',
    );
    expect(await seal(open, id, revision + 1)).toMatchObject({ kind: 'sealed', isBehind: false });
    expect(await filesOf(open, id)).toHaveLength(4);
    const issued = await exportAnswer(open, id, 'new.pdf');
    expect(issued.findings).toEqual([]);
    expect((await verifyRecord(await readFile(issued.path))).verdict).toBe('intact');
    // What is taken back is still in the sealed record.
    expect(await save({ baseRevision: revision + 1, document })).toMatchObject({ kind: 'saved' });
    expect(await open.api['seal.state']({ id })).toMatchObject({ kind: 'sealed', isBehind: true });
  });

  it('is to be issued again when the next revision is begun and, once more, when that is signed', async () => {
    const open = await openForTests();
    const { api } = open;
    const id = await reviewToSign(open, ['Ada']);
    await seal(open, id, await signAs(open, id, 1));
    const isBehind = async () => {
      const state = await api['seal.state']({ id });
      return state.kind === 'sealed' && state.isBehind;
    };
    const { revision } = await openedReview(open, id);
    const begun = await api['review.supersede']({ id, revision });
    if (begun.kind !== 'started') throw new Error(begun.kind);
    expect(await isBehind()).toBe(true);
    await seal(open, id, revision + 1);
    expect(await isBehind()).toBe(false);
    const issuedBefore = (await exported(open, id)).toString('base64');

    await signAs(open, begun.id, 1);
    expect(await isBehind()).toBe(true);
    await seal(open, id, (await openedReview(open, id)).revision);
    expect(await isBehind()).toBe(false);
    const issued = (await exported(open, id, 'again.pdf')).toString('base64');
    // Somebody who has the record of before gets something new with this one, and nothing the other way round.
    const other = await openForTests();
    await other.api['record.import']({ pdf: issuedBefore });
    expect(await other.api['record.import']({ pdf: issued })).toMatchObject({ standing: 'beside' });
    expect(await api['record.import']({ pdf: issuedBefore })).toMatchObject({ standing: 'here' });
  });

  it('loses nothing on a full disk, and seals later', async () => {
    let isFull = false;
    const { files } = watchedFiles((call) => {
      if (isFull && call.name === 'write') throw systemError('ENOSPC');
    });
    const open = await openForTests({ files });
    const id = await reviewToSign(open, ['Ada']);
    const revision = await signAs(open, id, 1);
    isFull = true;
    expect(await seal(open, id, revision)).toMatchObject({ kind: 'failed', code: 'disk-full' });
    expect(await open.api['seal.state']({ id })).toEqual({ kind: 'unsealed' });
    expect((await openedReview(open, id)).document.signOff.signatures).toHaveLength(1);
    isFull = false;
    expect(await seal(open, id, revision)).toMatchObject({ kind: 'sealed' });
    expect(await filesOf(open, id)).toHaveLength(2);
  });

  it('does not export a sealed record that was changed, and seals anew beside it', async () => {
    const open = await openForTests();
    const id = await reviewToSign(open, ['Ada']);
    const revision = await signAs(open, id, 1);
    await seal(open, id, revision);
    const name = (await filesOf(open, id)).find((file) => !file.endsWith('.short.pdf')) ?? '';
    const path = join(open.layout.records, id, name);
    const bytes = await readFile(path);
    bytes[200] = (bytes[200] ?? 0) ^ 1;
    await writeFile(path, bytes);
    expect(await open.api['seal.state']({ id })).toEqual({ kind: 'damaged' });
    await expect(exported(open, id)).rejects.toThrow('changed or is damaged');
    expect(await seal(open, id, revision)).toMatchObject({ kind: 'sealed' });
    expect((await verifyRecord(await exported(open, id))).verdict).toBe('intact');
    expect((await readFile(path)).equals(bytes)).toBe(true);
  });
});

describe('the short record of a sealed review', () => {
  const shortFile = async (open: Open, id: string) =>
    (await filesOf(open, id)).find((file) => file.endsWith('.short.pdf')) ?? '';

  it('is sealed at the same moment by everybody, and exported as it was sealed, by the dialog and the command', async () => {
    const open = await openForTests();
    const names = ['Ada Lovelace', '王小明'];
    const id = await reviewToSign(open, names);
    let revision = 0;
    for (const [index] of names.entries()) revision = await signAs(open, id, index + 1);
    expect(await seal(open, id, revision)).toMatchObject({ kind: 'sealed', hasShort: true });
    expect(await open.api['seal.state']({ id })).toMatchObject({ kind: 'sealed', hasShort: true });
    const stored = await readFile(join(open.layout.records, id, await shortFile(open, id)));
    const answer = await exportAnswer(open, id, 'short.pdf', 'short');
    expect(answer.findings).toEqual([]);
    expect((await readFile(answer.path)).equals(stored)).toBe(true);

    const report = check(await temporaryFolder(), stored, 'pdfsig');
    expect(report.match(/Signature Validation: Signature is Valid/g)).toHaveLength(names.length);
    expect(report.split(/Signature #\d+:/).at(-1)).toContain('Total document signed');
    const line = await commandLine();
    const command = await line.run('verify', '--data', open.layout.root, join(open.exportFolder, 'short.pdf'));
    expect(command).toMatchObject({ status: 0, out: expect.stringMatching(/^Intact\./) });
    const written = await line.run('export', id, '--data', open.layout.root, '--pdf', 'short.pdf', '--short');
    expect(written).toMatchObject({ status: 0, err: '' });
    expect((await readFile(join(line.workingFolder, 'short.pdf'))).equals(stored)).toBe(true);
    const [full, short] = [await verifyRecord(await exported(open, id)), await verifyRecord(stored)];
    expect(short).toMatchObject({ verdict: 'intact', signatures: [{ name: names[0] }, { name: names[1] }] });
    expect(short.signatures.map(({ reason }) => reason)).toEqual(full.signatures.map(({ reason }) => reason));
  });

  it('is issued again with the full one', async () => {
    const open = await openForTests();
    const id = await reviewToSign(open, ['Ada']);
    await seal(open, id, await signAs(open, id, 1));
    const first = await exported(open, id, 'first.pdf', 'short');
    const { document, revision } = await openedReview(open, id);
    const deprecated = { at: '2026-02-01T00:00:00Z', by: 'Ada', reason: 'Gone' };
    await open.api['review.save']({ baseRevision: revision, document: { ...document, deprecated } });
    const behind = await exportAnswer(open, id, 'behind.pdf', 'short');
    expect(behind.findings).toEqual([expect.stringContaining('issue and seal it again')]);
    expect((await readFile(behind.path)).equals(first)).toBe(true);
    await seal(open, id, revision + 1);
    const again = await exported(open, id, 'again.pdf', 'short');
    expect(again.equals(first)).toBe(false);
    expect((await verifyRecord(again)).verdict).toBe('intact');
  });

  it('of a review that was sealed without one is printed, and says in the file and beside it that it has no seals', async () => {
    const open = await openForTests();
    const id = await reviewToSign(open, ['Ada']);
    await seal(open, id, await signAs(open, id, 1));
    await rm(join(open.layout.records, id, await shortFile(open, id)));
    expect(await open.api['seal.state']({ id })).toMatchObject({ kind: 'sealed', hasShort: false });
    const { path, findings } = await exportAnswer(open, id, 'short.pdf', 'short');
    const told = 'This short record has no seals and says so';
    expect(findings).toEqual([expect.stringContaining(told)]);
    const pages = await pageTexts(await readFile(path));
    for (const page of pages) expect(page).toContain('SIGNED, NOT SEALED');
    expect(pages.join('\n')).toContain('This copy is not sealed');
    expect((await verifyRecord(await readFile(path))).verdict).toBe('unsigned');
    const line = await commandLine();
    const { status, err } = await line.run('export', id, '--data', open.layout.root, '--pdf', 's.pdf', '--short');
    expect({ status, err }).toEqual({ status: 0, err: expect.stringContaining(`note: ${told}`) });
  });

  it.each([
    ['short', /\.short\.pdf$/],
    ['full', /[0-9a-f]{64}\.pdf$/],
  ])('is acknowledged with the full one or not at all, where the %s file cannot be written', async (_, file) => {
    let isRefused = false;
    const rename: FileSystem['rename'] = async (from, to) => {
      if (isRefused && file.test(String(to))) throw systemError('EIO');
      await nodeFileSystem.rename(from, to);
    };
    const open = await openForTests({ files: { ...nodeFileSystem, rename } });
    const id = await reviewToSign(open, ['Ada']);
    const revision = await signAs(open, id, 1);
    isRefused = true;
    expect(await seal(open, id, revision)).toMatchObject({ kind: 'failed' });
    expect(await open.api['seal.state']({ id })).toEqual({ kind: 'unsealed' });
    isRefused = false;
    expect(await seal(open, id, revision)).toMatchObject({ kind: 'sealed', hasShort: true });
    expect((await filesOf(open, id)).length).toBe(2);
    expect((await verifyRecord(await exported(open, id, 'short.pdf', 'short'))).verdict).toBe('intact');
  });

  it('is not exported when it was changed; the full one still is', async () => {
    const open = await openForTests();
    const id = await reviewToSign(open, ['Ada']);
    await seal(open, id, await signAs(open, id, 1));
    const path = join(open.layout.records, id, await shortFile(open, id));
    const bytes = await readFile(path);
    bytes[200] = (bytes[200] ?? 0) ^ 1;
    await writeFile(path, bytes);
    await expect(exported(open, id, 'short.pdf', 'short')).rejects.toThrow('The full record is whole');
    expect((await verifyRecord(await exported(open, id))).verdict).toBe('intact');
  });
});

/** A review that Ada signed and Bob, who used an own certificate, in a run that has ended since. */
async function signedOnAnotherDay() {
  const first = await openForTests();
  const id = await reviewToSign(first, ['Ada', 'Bob']);
  await signAs(first, id, 1);
  const file = await p12();
  const revision = await signAs(first, id, 2, { certificate: await ownCertificate(first, id, file) });
  return { open: await reopenForTests(first), id, revision, file };
}

describe('sealing with an own certificate', () => {
  it('seals with the approver’s key, and names it in the record', async () => {
    const open = await openForTests();
    const id = await reviewToSign(open, ['Ada', 'Bob', 'Cy']);
    await signAs(open, id, 1);
    const certificate = await ownCertificate(open, id, await p12());
    expect(certificate).toMatchObject({ subject: 'Bob Own', issuer: 'Issuer' });
    await signAs(open, id, 2, { certificate });
    const kinds = ['witnessed', 'own-certificate', 'witnessed'];
    const answer = await seal(open, id, await signAs(open, id, 3));
    expect(answer).toMatchObject({ kind: 'sealed', signatures: kinds.map((kind) => ({ kind })) });
    const file = await exported(open, id);
    const report = check(await temporaryFolder(), file, 'pdfsig');
    expect(report.match(/Signature is Valid/g)).toHaveLength(3);
    expect(report).toContain('Bob Own');
    const { verdict, signatures } = await verifyRecord(file);
    expect([verdict, signatures[1]?.certificate?.sha256]).toEqual(['intact', certificate.sha256]);
    expect(open.log.entries.join('\n')).not.toContain(PASSPHRASE);
  });

  it('asks for the certificate again after a restart, takes no other one, or witnesses and says so on its pages', async () => {
    const { open, id, revision } = await signedOnAnotherDay();
    const asks = { kind: 'needs-certificates', approvers: [{ id: 'approver-2', name: 'Bob' }] };
    expect(await open.api['seal.state']({ id })).toEqual(asks);
    expect(await seal(open, id, revision)).toEqual(asks);
    await ownCertificate(open, id, await p12('Somebody Else'));
    expect(await seal(open, id, revision)).toMatchObject({ kind: 'failed', code: 'invalid' });
    expect(await open.api['certificate.forget']({ id, approver: 'approver-2' })).toEqual({ kind: 'forgotten' });
    expect(await seal(open, id, revision)).toEqual(asks);
    expect(await filesOf(open, id)).toEqual([]);

    // What the screen does where the certificate cannot be had.
    const { document } = await openedReview(open, id);
    const noted = witnessInstead(document, ['approver-2'], '2026-02-01T00:00:00Z');
    await open.api['review.save']({ baseRevision: revision, document: noted });
    const witnessed = await seal(open, id, revision + 1);
    const signatures = [
      { name: 'Ada', kind: 'witnessed' },
      { name: 'Bob', kind: 'witnessed-instead' },
    ];
    expect(witnessed).toMatchObject({ kind: 'sealed', signatures });
    expect(await open.api['seal.state']({ id })).toMatchObject({ kind: 'sealed', signatures });
    const record = await exported(open, id);
    expect((await verifyRecord(record)).verdict).toBe('intact');
    const printed = tool('pdftotext', '-raw', join(open.exportFolder, 'record.pdf'), '-')
      .toString()
      .replaceAll(/\s+/g, ' ');
    expect(printed).toMatch(/Witnessed by the workbook: the own certificate of Bob Own, .* was not at hand/);
  });

  it('seals with the same certificate chosen again', async () => {
    const { open, id, revision, file } = await signedOnAnotherDay();
    await ownCertificate(open, id, file);
    expect(await open.api['seal.state']({ id })).toEqual({ kind: 'unsealed' });
    expect(await seal(open, id, revision)).toMatchObject({
      kind: 'sealed',
      signatures: [{ kind: 'witnessed' }, { kind: 'own-certificate' }],
    });
  });

  it('refuses a certificate that is younger than the signature, and lets another way be chosen', async () => {
    const open = await openForTests();
    const id = await reviewToSign(open, ['Ada', 'Bob']);
    await signAs(open, id, 1);
    const file = await p12();
    const certificate = await ownCertificate(open, id, file);
    const revision = await signAs(open, id, 2, { certificate, signedAt: '2026-01-05T02:00:00Z' });
    const refused = await seal(open, id, revision);
    const message = expect.stringMatching(
      /Bob signed at 2026-01-05 02:00 UTC, but the certificate was not valid before/,
    );
    expect(refused).toMatchObject({ kind: 'failed', code: 'invalid', message });
    expect(await filesOf(open, id)).toEqual([]);
    expect(await open.api['seal.state']({ id })).toMatchObject({ kind: 'needs-certificates' });
    // Chosen again, it is judged as of the signature, too.
    await expect(ownCertificate(open, id, file)).rejects.toThrow('not valid before');
    const { document } = await openedReview(open, id);
    const noted = witnessInstead(document, ['approver-2'], '2026-02-01T00:00:00Z');
    await open.api['review.save']({ baseRevision: revision, document: noted });
    expect(await seal(open, id, revision + 1)).toMatchObject({ kind: 'sealed' });
    expect((await verifyRecord(await exported(open, id))).verdict).toBe('intact');
  });

  it('refuses one key for two approvers', async () => {
    const open = await openForTests();
    const id = await reviewToSign(open, ['Ada', 'Bob']);
    const file = await p12();
    await signAs(open, id, 1, { certificate: await ownCertificate(open, id, file, 'approver-1') });
    const revision = await signAs(open, id, 2, { certificate: await ownCertificate(open, id, file) });
    const message = expect.stringContaining('the same key as that of Ada');
    expect(await seal(open, id, revision)).toMatchObject({ kind: 'failed', code: 'invalid', message });
    expect(await filesOf(open, id)).toEqual([]);
  });

  it('says what is wrong with a passphrase, a file or an approver', async () => {
    const open = await openForTests();
    const id = await reviewToSign(open, ['Ada']);
    const read = open.api['certificate.read'];
    const given = { id, approver: 'approver-1', file: (await p12()).toString('base64'), passphrase: PASSPHRASE };
    expect(await read({ ...given, passphrase: 'wrong' })).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('passphrase'),
    });
    expect(await read({ ...given, file: Buffer.from('no').toString('base64') })).toMatchObject({ kind: 'failed' });
    expect(await read({ ...given, approver: 'nobody' })).toMatchObject({ kind: 'failed', code: 'not-found' });
  });

  it('spells out what hides in the name on a certificate', async () => {
    const open = await openForTests();
    const id = await reviewToSign(open, ['Ada']);
    const { subject } = await ownCertificate(open, id, await p12('Ada\u202eeve\nRoot'), 'approver-1');
    expect(subject).toBe('Ada[U+202E]eve Root');
  });

  it('writes neither key nor passphrase anywhere', async () => {
    const { files, calls } = watchedFiles();
    const open = await openForTests({ files });
    const id = await reviewToSign(open, ['Ada']);
    calls.length = 0;
    await ownCertificate(open, id, await p12(), 'approver-1');
    expect(calls.filter(({ name }) => ['write', 'rename', 'mkdir'].includes(name))).toEqual([]);
  });
});
