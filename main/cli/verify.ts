import type { GivenUpKey } from '#main/certificates/given-up.ts';
import { explaining, FailureError } from '#main/files/failure.ts';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { printable } from '#main/files/printable.ts';
import { recordRenderer } from '#main/record/render-record.ts';
import { dataLayout } from '#main/store/data-folder.ts';
import { finding, report } from '#main/verify/finding.ts';
import { CERTIFICATE_FILE_LIMIT } from '#shared/base/size-limits.ts';
import { VERIFY_SIZE_LIMIT, type VerifyReport } from '#shared/verify/verify.ts';
import { reportLines } from '#shared/verify/verify-text.ts';
import { VERDICT_STATUS } from '#shared/verify/verify-words.ts';
import type { CommandIo, ExitStatus } from './io.ts';
import { dataFolderOf } from './load.ts';
import { onlyOperand, readOptions } from './options.ts';
import { readNamed } from './read-named.ts';
import { writeOut } from './write-out.ts';

export const VERIFY_HELP = `groundwork verify FILE [--json] [--trust CERTIFICATE]… [--data DIR] [--sealed-part OUT]

Checks a record (PDF): who signed it, in which order and with which key; whether anything was
changed or added since; whether the review inside, the printed hash and the wording of the
pages belong together. Nothing in the file is executed. Any PDF can be given.

  --json               as JSON, with everything that was found
  --trust CERTIFICATE  count only signatures under this certificate (PEM or DER), of a workbook,
                       its authority or a person; may be given several times
  --data DIR           data folder whose own keys count as known
  --sealed-part OUT    where something was added later: write what stands before it, the sealed
                       record, as a file of its own

Exit status: 0 intact, 1 altered, 2 unsigned, not fully signed or saved anew, 3 unreadable, not
checked or no such file, 4 the command was not understood, 5 seals hold but the pages could not be
compared, 6 something was added later to what was signed.
`;

/** Told apart from “altered” and “unsigned”, which have the usual ones. */
export const VERIFY_REFUSALS = { usage: 4, failed: VERDICT_STATUS.unreadable } as const;

export async function runVerify(io: CommandIo, argv: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = readOptions(argv, {
    json: { type: 'boolean', default: false },
    trust: { type: 'string', multiple: true, default: [] },
    data: { type: 'string' },
    'sealed-part': { type: 'string' },
  });
  const file = onlyOperand(positionals, 'a record');
  const checked = await verifyFile(io, file, { trust: values.trust, data: values.data });
  await writeSealedPart(io, file, checked, values['sealed-part']);
  io.out(values.json ? `${JSON.stringify(checked, null, 2)}\n` : `${reportLines(checked).map(printable).join('\n')}\n`);
  return VERDICT_STATUS[checked.verdict];
}

/** Writes the sealed part of a record that something was added to. @throws {FailureError} when there is none, or the disk refuses. */
async function writeSealedPart(io: CommandIo, file: string, { sealedBytes }: VerifyReport, out: string | undefined) {
  if (out === undefined) return;
  if (sealedBytes === null) {
    throw new FailureError('not-found', 'Nothing was added to this file later, so there is no part to write.');
  }
  const bytes = await readNamed(io, file, VERIFY_SIZE_LIMIT);
  await writeOut(io, out, bytes.subarray(0, sealedBytes), false);
}

async function verifyFile(
  io: CommandIo,
  file: string,
  { trust, data }: { readonly trust: readonly string[]; readonly data: string | undefined },
): Promise<VerifyReport> {
  const [
    { verifyRecord },
    { pageComparer },
    { certificateFingerprints, workbookFingerprints },
    { givenUpIn },
    { readGivenUp },
  ] = await Promise.all([
    import('#main/verify/verify-record.ts'),
    import('#main/verify/compare-pages.ts'),
    import('#main/verify/known-keys.ts'),
    import('#main/certificates/given-up.ts'),
    import('#main/seal/given-up-file.ts'),
  ]);
  const known = new Set<string>();
  const givenUp: GivenUpKey[] = [];
  for (const certificate of trust) {
    const bytes = await readNamed(io, certificate, CERTIFICATE_FILE_LIMIT);
    for (const fingerprint of certificateFingerprints(bytes)) known.add(fingerprint);
    givenUp.push(...givenUpIn(bytes));
  }
  if (trust.length === 0) {
    const { keys } = dataLayout(dataFolderOf(io, data));
    const own = await explaining(`The keys in ${keys} could not be read`, () =>
      workbookFingerprints(nodeFileSystem, keys),
    );
    for (const fingerprint of own) known.add(fingerprint);
    givenUp.push(...(await readGivenUp(nodeFileSystem, keys)));
    const { trustedRoots } = await import('#main/verify/trusted-roots.ts');
    const trusted = await trustedRoots(nodeFileSystem, io.policy.trustedRoots);
    for (const fingerprint of trusted.known) known.add(fingerprint);
    givenUp.push(...trusted.givenUp);
  }
  const bytes = await read(io, file);
  if (bytes === 'too-large') return report([finding('too-large')]);
  return verifyRecord(bytes, {
    known,
    knownOnly: trust.length > 0,
    givenUp,
    comparePages: pageComparer(recordRenderer(io.appFolder)),
  });
}

async function read(io: CommandIo, file: string): Promise<Uint8Array | 'too-large'> {
  try {
    return await readNamed(io, file, VERIFY_SIZE_LIMIT);
  } catch (error) {
    if (error instanceof FailureError && error.failure.code === 'too-large') return 'too-large';
    throw error;
  }
}
