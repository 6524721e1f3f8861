import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { UsageError } from '#main/cli/io.ts';
import { readPassphrase } from '#main/cli/passphrase.ts';

/** Input with these bytes; on a terminal it stays open, as somebody sits there. */
function source(bytes: string, { isTTY = false, env = {} } = {}) {
  const asked: string[] = [];
  const input = Object.assign(new PassThrough(), { isTTY });
  input.write(bytes);
  if (!isTTY) input.end();
  return { asked, env, input, ask: (text: string) => void asked.push(text) };
}

describe('a passphrase on the command line', () => {
  it('is the first line of the input where nobody can type', async () => {
    const given = source('zażółć gęślą 日本 \nsecond line\n');
    expect(await readPassphrase(given, 'Passphrase', true)).toBe('zażółć gęślą 日本 ');
    expect(given.asked).toEqual([]);
  });

  it('is that of the environment before anything else', async () => {
    const given = source('typed\n', { isTTY: true, env: { GROUNDWORK_PASSPHRASE: 'from the environment' } });
    expect(await readPassphrase(given, 'Passphrase', true)).toBe('from the environment');
  });

  it('is asked for on a terminal, a new one twice, and never shown', async () => {
    const given = source('correct horse\rcorrect horse\r', { isTTY: true });
    expect(await readPassphrase(given, 'New passphrase', true)).toBe('correct horse');
    expect(given.asked.join('')).toBe('New passphrase: \nThe same again: \n');
    expect(await readPassphrase(source('once\r', { isTTY: true }), 'Passphrase', false)).toBe('once');
  });

  it('that is typed otherwise the second time does nothing', async () => {
    const given = source('correct horse\rcorrect house\r', { isTTY: true });
    await expect(readPassphrase(given, 'New passphrase', true)).rejects.toThrow('differ');
  });

  it('has to be there: no input, an empty line, Ctrl-C and Ctrl-D are none', async () => {
    for (const given of [
      source(''),
      source('\n'),
      source('\u0003', { isTTY: true }),
      source('\u0004', { isTTY: true }),
    ]) {
      await expect(readPassphrase(given, 'Passphrase', false)).rejects.toThrow(UsageError);
    }
  });
});
