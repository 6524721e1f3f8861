import { join } from 'node:path';
import { explain, FailureError } from '#main/files/failure.ts';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { readPolicy } from '#main/store/policy.ts';
import { readPassphrase } from './passphrase.ts';
import { failedStatus, main } from './run-command.ts';

// The same two steps up from main/cli and from dist/cli.
const appFolder = join(import.meta.dirname, '../..');

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of a pipe may have enough, as `head` does; that is no fault, and the status says the same as ever.
  if (error.code === 'EPIPE') return;
  const told = explain(error, 'The output could not be written');
  process.stderr.write(`${told instanceof FailureError ? told.message : error.stack}\n`);
  process.exit(failedStatus(process.argv.slice(2)));
});

const policy = await readPolicy(nodeFileSystem).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return null;
});

// The exit status is set rather than taken at once, so that all output is written first.
process.exitCode =
  policy === null
    ? failedStatus(process.argv.slice(2))
    : await main(process.argv.slice(2), {
        policy,
        workingFolder: process.cwd(),
        appFolder,
        out: (text) => process.stdout.write(text),
        err: (text) => process.stderr.write(text),
        passphrase: (question, isNew) =>
          readPassphrase(
            { env: process.env, input: process.stdin, ask: (text) => process.stderr.write(text) },
            question,
            isNew,
          ),
      });
