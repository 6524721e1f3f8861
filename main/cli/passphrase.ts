import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { FailureError } from '#main/files/failure.ts';
import { UsageError } from './io.ts';

/** Where a passphrase may come from. */
export interface PassphraseSource {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  /** Where questions are shown; never the passphrase. */
  readonly ask: (question: string) => void;
}

/** Environment variable that answers instead of a person. */
export const PASSPHRASE_VARIABLE = 'GROUNDWORK_PASSPHRASE';

/**
 * A passphrase: of the environment, or else typed without being shown, or else the first line of the input
 * where nobody can type. There is no option for it, as other users of the computer can read command lines.
 * @param isNew whether it is typed twice, so that no slip locks a file for good
 * @throws {UsageError | FailureError} when there is none, or both differ.
 */
export async function readPassphrase(source: PassphraseSource, question: string, isNew: boolean): Promise<string> {
  const given = source.env[PASSPHRASE_VARIABLE];
  if (given !== undefined) return notEmpty(given);
  const isTerminal = source.input.isTTY === true;
  // What a terminal would echo goes nowhere.
  const output = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: source.input, output, terminal: isTerminal });
  reader.once('SIGINT', () => reader.close());
  const lines = reader[Symbol.asyncIterator]();
  const typed = async (text: string): Promise<string> => {
    if (isTerminal) source.ask(`${text}: `);
    const line = await lines.next();
    if (isTerminal) source.ask('\n');
    // The input ended, or the person gave up.
    return line.done ? '' : line.value;
  };
  try {
    const passphrase = notEmpty(await typed(question));
    if (isNew && isTerminal && (await typed('The same again')) !== passphrase) {
      throw new FailureError('invalid', 'The two passphrases differ, so nothing was done. Try again.');
    }
    return passphrase;
  } finally {
    reader.close();
  }
}

function notEmpty(passphrase: string): string {
  if (passphrase !== '') return passphrase;
  throw new UsageError(
    `Give the passphrase: type it, pass it as the first line of the input, or set ${PASSPHRASE_VARIABLE}.`,
  );
}
