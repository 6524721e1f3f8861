import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keyFingerprint } from '#main/certificates/key-fingerprint.ts';
import { main } from '#main/cli/run-command.ts';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { certificatePem } from '#main/seal/key-export.ts';
import { KeyStore } from '#main/seal/key-store.ts';
import { dataLayout } from '#main/store/data-folder.ts';
import { NO_POLICY } from '#main/store/policy.ts';
import { verifyReportSchema } from '#shared/verify/verify.ts';
import { commandLine } from '#test/support/command-line.ts';
import { foreignPdf } from '#test/support/foreign-pdf.ts';
import { flipBit } from '#test/support/pdf-forgery.ts';
import { sealedRecord, workbookKeys } from '#test/support/sealed-record.ts';
import { tool } from '#test/support/tools.ts';

const NAMES = ['Żaneta Nowak', '王小明'];

async function prepared() {
  const line = await commandLine();
  const record = await sealedRecord(NAMES);
  const put = (name: string, content: string | Uint8Array) => writeFile(join(line.workingFolder, name), content);
  await put('record.pdf', record.sealed);
  return { ...line, ...record, put, verify: (...argv: string[]) => line.run('verify', '--data', 'data', ...argv) };
}

describe('groundwork verify', () => {
  it('answers with words and an exit status for each verdict', async () => {
    const { sealed, unsealed, put, verify } = await prepared();
    const intact = await verify('record.pdf');
    expect(intact.status).toBe(0);
    expect(intact.err).toBe('');
    expect(intact.out).toMatch(/^Intact\./);
    for (const name of NAMES) expect(intact.out).toContain(name);
    expect(intact.out).toContain('Wording of the pages: What the review inside gives');

    await put('altered.pdf', flipBit(sealed, 80_000));
    expect(await verify('altered.pdf')).toMatchObject({ status: 1, out: expect.stringMatching(/^Altered\./) });
    await put('unsigned.pdf', unsealed);
    expect(await verify('unsigned.pdf')).toMatchObject({ status: 2, out: expect.stringMatching(/^Unsigned\./) });
    await put('invoice.pdf', await foreignPdf());
    expect((await verify('invoice.pdf')).status).toBe(2);
    await put('notes.txt', 'Not a PDF');
    expect(await verify('notes.txt')).toMatchObject({ status: 3, out: expect.stringMatching(/^Unreadable\./) });
  });

  it('gives the sealed part of a record that something was added to', async () => {
    const { sealed, put, verify, workingFolder } = await prepared();
    await put('added.pdf', Buffer.concat([sealed, Buffer.from('\n')]));
    const { status, out } = await verify('added.pdf', '--sealed-part', 'part.pdf');
    expect(status).toBe(6);
    expect(out).toMatch(/^Added to\. Up to byte \d+ it is the sealed record\./);
    expect(out).toContain('Review inside: Present and complete, in the sealed part');
    expect(await readFile(join(workingFolder, 'part.pdf'))).toEqual(Buffer.from(sealed));
    expect(await verify('record.pdf', '--sealed-part', 'other.pdf')).toMatchObject({
      status: 3,
      err: expect.stringContaining('Nothing was added'),
    });
  });

  it('has a word and a status for a record of an earlier version', async () => {
    const { put, verify } = await prepared();
    await put('old.pdf', await readFile('test/fixtures/records/version-0.2.0.pdf'));
    const expected = { status: 5, out: expect.stringMatching(/^Seals hold, pages not compared\./) };
    expect(await verify('old.pdf')).toMatchObject(expected);
    await put('newer.pdf', await readFile('test/fixtures/records/plain-table.pdf'));
    expect(await verify('newer.pdf')).toMatchObject({ status: 3, out: expect.stringMatching(/^Not checked\./) });
  });

  it('counts no key that was given up, by the list of the folder or of the trusted file', async () => {
    const { run, workingFolder, put, verify } = await prepared();
    const store = new KeyStore(nodeFileSystem, dataLayout(join(workingFolder, 'data')).keys, { now: () => new Date() });
    const { keys } = await store.open();
    await put('own.pdf', (await sealedRecord(NAMES, keys)).sealed);
    const renewed = await run(
      'key',
      'renew',
      '--since',
      'never',
      '--reason',
      'The laptop was stolen.',
      '--data',
      'data',
    );
    expect(renewed).toMatchObject({ status: 0, out: expect.stringContaining('its successor') });
    const refused = { status: 2, out: expect.stringContaining('The laptop was stolen.') };
    expect(await verify('own.pdf')).toMatchObject(refused);
    expect((await run('key', 'certificate', '--out', 'trust.pem', '--data', 'data')).status).toBe(0);
    await put('both.pem', `${await readFile(join(workingFolder, 'trust.pem'), 'utf8')}${certificatePem(keys)}`);
    expect(await run('verify', 'own.pdf', '--trust', 'both.pem')).toMatchObject(refused);
    const given = await run('key', 'give-up', keyFingerprint(workbookKeys().signingKey), '--data', 'data');
    expect(given.status).toBe(0);
    expect(await store.givenUp()).toHaveLength(3);
  });

  it('prints the whole report as JSON', async () => {
    const { verify } = await prepared();
    const { status, out } = await verify('record.pdf', '--json');
    expect(status).toBe(0);
    const report = verifyReportSchema.parse(JSON.parse(Buffer.from(out).toString()));
    expect(report.signatures.map(({ name }) => name)).toEqual(NAMES);
    expect(report.checks.visibleText).toBe(true);
  });

  it('tells a failure and a misunderstood command from a verdict', async () => {
    const { verify, put } = await prepared();
    const missing = { status: 3, err: expect.stringContaining('There is no file missing.pdf. Check its name') };
    expect(await verify('missing.pdf')).toMatchObject(missing);
    const { err } = await verify('record.pdf', '--trust', 'missing.pem');
    expect(err).toContain('There is no file missing.pem.');
    expect((await verify()).status).toBe(4);
    expect((await verify('record.pdf', '--frobnicate')).status).toBe(4);
    await put('no-certificate.pem', 'nothing');
    const refused = await verify('record.pdf', '--trust', 'no-certificate.pem');
    expect(refused.status).toBe(3);
    expect(refused.err).toContain('not a certificate');
  });

  it('takes what stands behind -- for a file, whatever it is called', async () => {
    const { verify, put } = await prepared();
    await put('--help', 'Not a PDF');
    expect(await verify('--', '--help')).toMatchObject({ status: 3, out: expect.stringMatching(/^Unreadable\./) });
  });

  it('does not wait for a pipe that nobody writes to', async () => {
    const { verify, workingFolder } = await prepared();
    tool('mkfifo', join(workingFolder, 'pipe.pdf'));
    expect(await verify('pipe.pdf')).toMatchObject({ status: 3, err: expect.stringContaining('This is not a file') });
  });

  it('never fails with the status of a verdict that it did not come to', async () => {
    const { verify, workingFolder, appFolder } = await prepared();
    await mkdir(join(workingFolder, 'data'));
    await symlink('keys', join(workingFolder, 'data/keys'));
    expect(await verify('record.pdf')).toMatchObject({ status: 3, err: expect.stringMatching(/^The keys in .*ELOOP/) });
    let said = '';
    const status = await main(['verify', 'record.pdf', '--data', 'elsewhere'], {
      policy: NO_POLICY,
      workingFolder,
      appFolder,
      out: () => {
        throw new TypeError('a fault of ours');
      },
      err: (text) => {
        said += text;
      },
      passphrase: async () => '',
    });
    expect(status).toBe(3);
    expect(said).toContain('a fault of ours');
  });

  it('counts only the keys that it is told to trust', async () => {
    const { verify, put, keys } = await prepared();
    await put('ours.pem', certificatePem(keys));
    const trusted = await verify('record.pdf', '--trust', 'ours.pem');
    expect(trusted.status).toBe(0);
    expect(trusted.out).toContain('The keys are known here');
    await put('theirs.pem', certificatePem(workbookKeys()));
    const stranger = await verify('record.pdf', '--trust', 'theirs.pem');
    expect(stranger.status).toBe(2);
    expect(stranger.out).toContain('not among those to trust');
    expect((await verify('record.pdf', '--trust', 'theirs.pem', '--trust', 'ours.pem')).status).toBe(0);
  });

  it('knows the keys of its own data folder', async () => {
    const { workingFolder, put, verify } = await prepared();
    const { keys: folder } = dataLayout(join(workingFolder, 'data'));
    const { keys } = await new KeyStore(nodeFileSystem, folder, { now: () => new Date() }).open();
    await put('own.pdf', (await sealedRecord(NAMES, keys)).sealed);
    expect((await verify('own.pdf')).out).toContain('The keys are known here');
    expect((await verify('record.pdf')).out).toContain('not known here');
  });

  it('keeps control characters of a file away from the terminal', async () => {
    const { verify, put, keys } = await prepared();
    const { sealed } = await sealedRecord(['Mallory\u001b[2J\u202eevil'], keys);
    await put('rude.pdf', sealed);
    const { out } = await verify('rude.pdf');
    expect(out).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
    expect(out).toContain('Mallory[U+001B][2J[U+202E]evil');
    const json = await verify('rude.pdf', '--json');
    expect(json.out).toContain('Mallory[U+001B][2J[U+202E]evil');
  });
});
