import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { openPdf } from '#main/pdf/pdf-file.ts';
import { workbookFingerprints } from '#main/verify/known-keys.ts';
import { trustedRoots } from '#main/verify/trusted-roots.ts';
import { verifyRecord } from '#main/verify/verify-record.ts';
import { VERIFY_SIZE_LIMIT } from '#shared/verify/verify.ts';
import type { GuardCheck } from './check.ts';
import { tiny } from './tiny-pdf.ts';

/** Files that are none of ours, and certificates that are none. */
export function fileChecks(): readonly GuardCheck[] {
  const file = (name: string, bytes: Uint8Array | string, is: readonly string[]): GuardCheck => ({
    name: `file: ${name}`,
    said: async () => {
      const { findings } = await verifyRecord(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
      return findings.flatMap(({ code, detail }) => [code, detail]);
    },
    is,
  });
  const inFolder = (name: string, look: (folder: string) => Promise<unknown>, is: unknown): GuardCheck => ({
    name: `known: ${name}`,
    said: async () => {
      const folder = await mkdtemp(join(tmpdir(), 'groundwork-guards-'));
      try {
        return await look(folder);
      } finally {
        await rm(folder, { recursive: true });
      }
    },
    is,
  });
  const noCertificate = async (folder: string) => {
    await writeFile(join(folder, 'key.pem'), 'no certificate');
    return join(folder, 'key.pem');
  };
  return [
    file('empty', '', ['not-a-pdf', 'It is empty; copy it again.']),
    file('an archive', 'PK\u0003\u0004', ['not-a-pdf', 'It is an archive; unpack it first.']),
    file('a web page', '<!DOCTYPE html>', ['not-a-pdf', 'It is a web page; download the record itself.']),
    file('a review', '{}', ['not-a-pdf', 'A review file carries no seals; check the PDF.']),
    file('words', 'words', ['not-a-pdf', '']),
    { ...file('a large one', new Uint8Array(VERIFY_SIZE_LIMIT + 1), ['too-large', '']), isSlow: true },
    inFolder(
      'a file that is no certificate vouches for nothing',
      async (folder) => {
        await noCertificate(folder);
        return [...(await workbookFingerprints(nodeFileSystem, folder))];
      },
      [],
    ),
    inFolder(
      'a root that is no certificate is told once, by its name',
      async (folder) => {
        const root = await noCertificate(folder);
        const said = await trustedRoots(nodeFileSystem, [root]).catch(String);
        return String(said).replaceAll(root, 'ROOT').split('cannot be read').length - 1;
      },
      1,
    ),
    inFolder(
      'a root that is not there is told once, by its name',
      async (folder) => {
        const said = await trustedRoots(nodeFileSystem, [join(folder, 'none.pem')]).catch(String);
        return String(said).split('which the policy').length - 1;
      },
      1,
    ),
    {
      name: 'file: more values at once than there can be',
      said: async () => {
        const options = {
          get known(): never {
            throw new RangeError('Maximum call stack size exceeded');
          },
        };
        return (await verifyRecord(tiny({}).bytes, options)).findings.flatMap(({ code, detail }) => [code, detail]);
      },
      is: ['damaged', ''],
    },
    {
      name: 'file: the words of a seal, of which no signature shows anything',
      said: async () => {
        const bytes = tiny({ 9: '(/GWRK_Kind)' }).bytes;
        return (await verifyRecord(openPdf(bytes).bytes)).findings.map(({ code }) => code);
      },
      is: ['no-signature', 'not-a-record'],
    },
    {
      name: 'file: traces of a signature of another program',
      said: async () => {
        const bytes = tiny({ 9: '(/ByteRange [0 200 210 9]) ' });
        const text = bytes.bytes.toString();
        const at = text.length;
        const signed = `${text}<0000>/ByteRange [0 ${at} ${at + 6} 9]`;
        return (await verifyRecord(Buffer.from(signed))).findings.map(({ code }) => code);
      },
      is: ['no-signature', 'not-a-record'],
    },
  ];
}
