import { describe, expect, it, vi } from 'vitest';
import { patientRename } from '#main/files/patient-rename.ts';

const refusal = (code: string) => Object.assign(new Error(code), { code, syscall: 'rename' });

describe('a rename on Windows', () => {
  it.each(['EPERM', 'EACCES', 'EBUSY'])('is tried again while another program holds the file: %s', async (code) => {
    const rename = vi.fn(async () => undefined);
    rename.mockRejectedValueOnce(refusal(code)).mockRejectedValueOnce(refusal(code));
    const wait = vi.fn(async () => undefined);
    await patientRename(rename, wait)('a', 'b');
    expect(rename.mock.calls).toEqual([
      ['a', 'b'],
      ['a', 'b'],
      ['a', 'b'],
    ]);
    expect(wait.mock.calls).toEqual([[10], [20]]);
  });

  it('fails as it would have when that goes on for seconds', async () => {
    const rename = vi.fn(() => Promise.reject(refusal('EPERM')));
    let waited = 0;
    const wait = async (milliseconds: number) => {
      waited += milliseconds;
    };
    await expect(patientRename(rename, wait)('a', 'b')).rejects.toMatchObject({ code: 'EPERM' });
    expect(rename).toHaveBeenCalledTimes(9);
    expect(waited).toBeGreaterThan(2_000);
    expect(waited).toBeLessThan(5_000);
  });

  it('fails at once for every other reason', async () => {
    const rename = vi.fn(() => Promise.reject(refusal('ENOSPC')));
    const wait = vi.fn(async () => undefined);
    await expect(patientRename(rename, wait)('a', 'b')).rejects.toMatchObject({ code: 'ENOSPC' });
    expect([rename.mock.calls.length, wait.mock.calls.length]).toEqual([1, 0]);
  });
});
