import { describe, expect, it } from 'vitest';
import { readManifestFile } from '#renderer/base/read-file.ts';

describe('readManifestFile', () => {
  it('reads UTF-8, and UTF-16 as PowerShell writes it', async () => {
    const utf16 = (text: string) => [0xff, 0xfe, ...[...text].flatMap((char) => [char.charCodeAt(0), 0])];
    const read = (bytes: readonly number[]) => readManifestFile(new Blob([new Uint8Array(bytes)]));
    expect(await read(utf16('flask==3.0\r\n'))).toEqual({ kind: 'read', text: 'flask==3.0\r\n' });
    expect(await readManifestFile(new Blob(['flask==3.0']))).toEqual({ kind: 'read', text: 'flask==3.0' });
    expect(await read([0x80, 0x81])).toMatchObject({ kind: 'failed', message: expect.stringContaining('not text') });
  });
});
