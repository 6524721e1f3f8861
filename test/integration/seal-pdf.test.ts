import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/open-data-folder.ts';
import { check, sealedRevisions } from '../support/seal.ts';

const NAMES = ['Żaneta Nowak', '王小明', 'Ольга Иванова', 'Zoë', 'بسمة'];

describe('a sealed record', () => {
  it.each([1, 3, 5])('verifies with pdfsig for %d signers', async (count) => {
    const folder = await temporaryFolder();
    const revisions = await sealedRevisions(NAMES.slice(0, count));
    const last = revisions.at(-1) ?? new Uint8Array();
    const report = check(folder, last, 'pdfsig');
    expect(report.match(/Signature is Valid\./g)).toHaveLength(count);
    expect(report.match(/Not total document signed/g) ?? []).toHaveLength(count - 1);
    expect(report.split('Signature #').at(-1)).toContain('- Total document signed');
    for (const name of NAMES.slice(0, count)) expect(report).toContain(`Certificate Common Name: ${name}`);
    expect(check(folder, last, 'qpdf', '--check')).toContain('No syntax or stream encoding errors found');
  });

  it('keeps every revision as a prefix of the next', async () => {
    const revisions = await sealedRevisions(NAMES);
    for (const [index, revision] of revisions.slice(1).entries()) {
      const before = revisions[index] ?? new Uint8Array();
      expect(Buffer.from(revision.subarray(0, before.byteLength)).equals(before)).toBe(true);
    }
  });
});
