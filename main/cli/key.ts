import { keyFingerprint } from '#main/certificates/key-fingerprint.ts';
import { printable } from '#main/files/printable.ts';
import type { KeyStore } from '#main/seal/key-store.ts';
import { LINE_LIMIT } from '#shared/base/limits.ts';
import { PASSPHRASE_MINIMUM } from '#shared/contract/key-contract.ts';
import { keyLines } from '#shared/contract/key-words.ts';
import { groupedFingerprint } from '#shared/verify/verify-words.ts';
import { type CommandIo, type ExitStatus, UsageError } from './io.ts';
import { type Actions, noOperands, OUT_OPTIONS, onlyOperand, outOf, readOptions, runAction } from './options.ts';
import { PASSPHRASE_VARIABLE } from './passphrase.ts';
import { allFacts, openKeys, readKeyFile, withKeys } from './workbook-keys.ts';
import { writeOut } from './write-out.ts';

export const KEY_HELP = `groundwork key show [--json]
groundwork key certificate --out OUT.pem
groundwork key certificate --root --out OUT.cer
groundwork key export --out OUT.p12
groundwork key restore FILE.p12
groundwork key request --out OUT.csr
groundwork key adopt FILE.pem
groundwork key authority --name NAME --out OUT.p12
groundwork key issue REQUEST.csr --authority FILE.p12 --out OUT.pem
groundwork key renew [--since DATE] [--reason TEXT]
groundwork key give-up FINGERPRINT [--since DATE] [--reason TEXT]

  show          print the fingerprint of the workbook's key, where the private keys lie, how they
                are protected, and whom to trust; exit status 1 when there are no keys yet
  certificate   write the certificates of the workbook up to the root, for others to trust;
                with --root only the root, as most programs want it (DER)
  export        write the private keys under a passphrase, to keep them or move them
  restore       put exported keys in the place of those here, which are kept
  request       ask an authority for a certificate: write the request to send to it
  adopt         take the certificate that the authority issued on that request
  authority     make an authority that an organisation trusts once; its key is in OUT only
  issue         let an authority issue the certificate that a request asks for
  renew         give the workbook's key up and make its successor: seals that it made before
                stay valid, later ones count for nothing
  give-up       put another key on the list of those given up: verify and the file of
                certificates tell of it; without --since, none of its seals counts any more

  --since DATE  moment (2026-05-31T12:00:00Z) from which on the seals of the key count for
                nothing; renew takes now, and “never” for a key that was stolen
  --reason TEXT why, for those who check its seals
  --out OUT     write this file; - is the standard output
  --force       replace OUT if it exists
  --data DIR    data folder whose keys are meant

A passphrase is asked for and not shown; a new one needs ${PASSPHRASE_MINIMUM} characters. Where nobody can type, it is
the first line of the input, or the variable ${PASSPHRASE_VARIABLE}.
`;

const OWNER_ONLY = 0o600;

const ACTIONS: Actions = new Map([
  ['show', runShow],
  ['certificate', runCertificate],
  ['export', runExportKeys],
  ['restore', runRestore],
  ['request', runRequest],
  ['adopt', runAdopt],
  ['authority', runAuthority],
  ['issue', runIssue],
  ['renew', runRenew],
  ['give-up', runGiveUp],
]);

export function runKey(io: CommandIo, argv: readonly string[]): Promise<ExitStatus> {
  return runAction('key', ACTIONS, io, argv);
}

async function runShow(io: CommandIo, argv: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = readOptions(argv, {
    json: { type: 'boolean', default: false },
    data: { type: 'string' },
  });
  noOperands(positionals);
  const found = await allFacts(io, values.data);
  if (values.json) io.out(`${JSON.stringify(found, null, 2)}\n`);
  else if (found.length === 0) io.err('There are no keys yet. They are made at the first seal, export or request.\n');
  else io.out(found.map((facts) => `${keyLines(facts).map(printable).join('\n')}\n`).join('\n'));
  return found.length === 0 ? 1 : 0;
}

async function runCertificate(io: CommandIo, argv: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = readOptions(argv, { ...OUT_OPTIONS, root: { type: 'boolean', default: false } });
  noOperands(positionals);
  const out = outOf(values);
  const { certificatePem, trustedCertificate } = await import('#main/seal/key-export.ts');
  const bytes = await withKeys(io, values.data, async (store) => {
    const keys = await openKeys(io, store);
    return values.root ? trustedCertificate(keys) : Buffer.from(certificatePem(keys, await store.givenUp()));
  });
  await writeOut(io, out, bytes, values.force);
  return 0;
}

async function runExportKeys(io: CommandIo, argv: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = readOptions(argv, OUT_OPTIONS);
  noOperands(positionals);
  const out = outOf(values);
  const passphrase = await io.passphrase('New passphrase for the exported keys', true);
  const { keysPkcs12 } = await import('#main/seal/key-export.ts');
  const bytes = await withKeys(io, values.data, async (store) => keysPkcs12(await openKeys(io, store), passphrase));
  await writeOut(io, out, bytes, values.force, OWNER_ONLY);
  return 0;
}

async function runRestore(io: CommandIo, argv: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = readOptions(argv, { data: { type: 'string' } });
  const bytes = await readKeyFile(io, onlyOperand(positionals, 'a file with exported keys (.p12)'));
  const { readKeysPkcs12 } = await import('#main/seal/key-export.ts');
  const keys = await readKeysPkcs12(bytes, await io.passphrase('Passphrase of the exported keys', false));
  return changeKeys(io, values.data, (store) => store.restore(keys));
}

async function runRequest(io: CommandIo, argv: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = readOptions(argv, OUT_OPTIONS);
  noOperands(positionals);
  const out = outOf(values);
  const { printRequest } = await import('#main/seal/certificate-request.ts');
  const keys = await withKeys(io, values.data, (store) => openKeys(io, store));
  await writeOut(io, out, Buffer.from(printRequest(keys)), values.force);
  tell(io, 'Key of the request', keyFingerprint(keys.authority.key));
  return 0;
}

async function runAdopt(io: CommandIo, argv: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = readOptions(argv, { data: { type: 'string' } });
  const bytes = await readKeyFile(io, onlyOperand(positionals, 'the certificate that the authority issued (.pem)'));
  return changeKeys(io, values.data, (store) => store.adopt(bytes));
}

async function runAuthority(io: CommandIo, argv: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = readOptions(argv, { ...OUT_OPTIONS, name: { type: 'string' } });
  noOperands(positionals);
  const out = outOf(values);
  const name = values.name?.trim() ?? '';
  if (name === '') throw new UsageError('Say whose authority it is: --name NAME.');
  if (name.length > LINE_LIMIT) throw new UsageError(`The name is longer than ${LINE_LIMIT} characters.`);
  const passphrase = await io.passphrase('New passphrase for the authority', true);
  const { authorityPkcs12, newAuthority } = await import('#main/seal/authority.ts');
  const authority = newAuthority(name, new Date());
  await writeOut(io, out, await authorityPkcs12(authority, passphrase), values.force, OWNER_ONLY);
  tell(io, 'Key of the authority', keyFingerprint(authority.key));
  return 0;
}

async function runIssue(io: CommandIo, argv: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = readOptions(argv, { ...OUT_OPTIONS, authority: { type: 'string' } });
  const request = onlyOperand(positionals, 'the request of a workbook (.csr)');
  const out = outOf(values);
  if (values.authority === undefined) throw new UsageError('Name the file of the authority: --authority FILE.p12.');
  const [asked, file] = [await readKeyFile(io, request), await readKeyFile(io, values.authority)];
  const { issueCertificate, readAuthority } = await import('#main/seal/authority.ts');
  const authority = await readAuthority(file, await io.passphrase('Passphrase of the authority', false), new Date());
  const { pem, keySha256 } = issueCertificate(asked, authority, new Date());
  await writeOut(io, out, Buffer.from(pem), values.force);
  tell(io, 'Issued for the key', keySha256);
  return 0;
}

async function runRenew(io: CommandIo, argv: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = readOptions(argv, GIVING_UP);
  noOperands(positionals);
  const since = values.since === 'never' ? null : (momentOf(values.since) ?? new Date().toISOString());
  return changeKeys(io, values.data, (store) => store.renew(since, values.reason));
}

async function runGiveUp(io: CommandIo, argv: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = readOptions(argv, GIVING_UP);
  const keySha256 = onlyOperand(positionals, 'the fingerprint of a key').replace(/[\s:]/g, '').toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(keySha256)) throw new UsageError('A key fingerprint has 64 hexadecimal digits.');
  const since = momentOf(values.since);
  await withKeys(io, values.data, (store) =>
    store.giveUp({ keySha256, since, reason: values.reason, successor: null }),
  );
  tell(io, 'Given up', keySha256);
  return 0;
}

const GIVING_UP = {
  since: { type: 'string' },
  reason: { type: 'string', default: 'It was given up.' },
  data: { type: 'string' },
} as const;

/** Null when no moment is named. */
function momentOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime())) throw new UsageError('Say the moment as 2026-05-31T12:00:00Z: --since DATE.');
  return moment.toISOString();
}

/** Changes the keys and prints what they are now. */
async function changeKeys(
  io: CommandIo,
  data: string | undefined,
  change: (store: KeyStore) => Promise<void>,
): Promise<ExitStatus> {
  const facts = await withKeys(io, data, async (store) => {
    await change(store);
    return store.facts();
  });
  if (facts) io.out(`${keyLines(facts).map(printable).join('\n')}\n`);
  return 0;
}

/** On the error output, as the file may go to the standard output. For two people to compare. */
function tell(io: CommandIo, what: string, sha256: string): void {
  io.err(`${what}: ${groupedFingerprint(sha256)}\n`);
}
