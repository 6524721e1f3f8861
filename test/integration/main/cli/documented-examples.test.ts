import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { main } from '#main/cli/run-command.ts';
import { NO_POLICY } from '#main/store/policy.ts';
import { temporaryFolder } from '#test/support/open-data-folder.ts';
import { inProject, ROOT } from '#test/support/project.ts';
import { fencedBlocks } from '#test/support/shipped.ts';

const PAGE = 'docs/command-line.md';

interface Example {
  readonly argv: readonly string[];
  /** The lines that the page shows below the command. */
  readonly printed: readonly string[];
}

function examplesOf(block: string): readonly Example[] {
  return block
    .split(/^\$ groundwork /m)
    .slice(1)
    .map((text) => {
      const [line = '', ...printed] = text.trimEnd().split('\n');
      const argv = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
      return { argv, printed };
    });
}

it('the examples of the page print what it says', async () => {
  const workingFolder = await temporaryFolder();
  await mkdir(path.join(workingFolder, 'examples'));
  await symlink(inProject('templates'), path.join(workingFolder, 'templates'), 'junction');
  const examples = fencedBlocks(PAGE, 'console').flatMap(examplesOf);
  expect(examples.length).toBeGreaterThan(5);

  for (const { argv, printed } of examples) {
    const written = { out: '', err: '' };
    const status = await main(argv, {
      policy: NO_POLICY,
      workingFolder,
      appFolder: ROOT,
      out: (text) => {
        written.out += String(text);
      },
      err: (text) => {
        written.err += text;
      },
      passphrase: async () => '',
    });
    const command = argv.join(' ');
    expect(written.err, command).toBe('');
    // Nobody has signed the sample, as the page says.
    expect(status, command).toBe(argv[0] === 'verify' ? 2 : 0);
    expect(written.out.split('\n').slice(0, printed.length), command).toEqual(printed);
    if (printed.length === 0) expect(written.out, command).toBe('');
  }
});
