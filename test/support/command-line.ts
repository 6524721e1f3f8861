import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { main } from '#main/cli/run-command.ts';
import { NO_POLICY, type Policy } from '#main/store/policy.ts';
import { appFolderForTests, temporaryFolder } from './open-data-folder.ts';

/**
 * A working folder with its own data folder, and a way to run commands there.
 * @param passphrase what a person would type
 * @param from folder of the program; one with a small template if left out
 */
export async function commandLine(passphrase = 'correct horse battery', from?: string, policy: Policy = NO_POLICY) {
  const workingFolder = await temporaryFolder();
  const appFolder = from ?? (await appFolderForTests());
  const run = async (...argv: string[]) => {
    const written = { out: '', err: '' };
    const status = await main(argv, {
      workingFolder,
      appFolder,
      policy,
      out: (text) => {
        written.out += typeof text === 'string' ? text : Buffer.from(text).toString('latin1');
      },
      err: (text) => {
        written.err += text;
      },
      passphrase: async () => passphrase,
    });
    return { status, ...written };
  };
  const write = (name: string, document: Readonly<Record<string, unknown>>) =>
    writeFile(
      join(workingFolder, name),
      JSON.stringify({
        format: 'groundwork-review',
        schemaVersion: 1,
        document: { title: 'By hand', template: { id: 'small' }, ...document },
      }),
    );
  return { workingFolder, appFolder, run, write };
}
