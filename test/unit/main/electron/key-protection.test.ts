import { describe, expect, it, vi } from 'vitest';
import { safeStorageProtection } from '#main/electron/key-protection.ts';
import { NO_PROTECTION } from '#main/seal/key-protection.ts';
import { safeStorage } from '#test/support/electron-stand-in.ts';

describe('protection of keys by the platform', () => {
  it('gives any bytes back as they were, and keeps something else', async () => {
    const protection = await safeStorageProtection(safeStorage, 'linux');
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    const kept = await protection.protect(bytes);
    expect(Buffer.from(kept).includes(Buffer.from(bytes))).toBe(false);
    expect(new Uint8Array(await protection.unprotect(kept))).toEqual(bytes);
    expect(protection.name).toBe('safe-storage');
  });

  it('is not claimed where the platform has none', async () => {
    safeStorage.isAsyncEncryptionAvailable.mockResolvedValueOnce(false);
    expect(await safeStorageProtection(safeStorage, 'darwin')).toBe(NO_PROTECTION);
  });

  it('does not count a Linux desktop without a keyring, nor ask others for one', async () => {
    const basic = { ...safeStorage, getSelectedStorageBackend: vi.fn(() => 'basic_text' as const) };
    expect(await safeStorageProtection(basic, 'linux')).toBe(NO_PROTECTION);
    basic.getSelectedStorageBackend.mockClear();
    expect((await safeStorageProtection(basic, 'win32')).name).toBe('safe-storage');
    expect(basic.getSelectedStorageBackend).not.toHaveBeenCalled();
  });

  it('is tried and not believed: what begins with v10 is under a password that everybody knows', async () => {
    const encrypt = (prefix: string) => ({
      ...safeStorage,
      encryptStringAsync: vi.fn(async (text: string) => Buffer.from(`${prefix}${text}`)),
    });
    expect(await safeStorageProtection(encrypt('v10'), 'linux')).toBe(NO_PROTECTION);
    expect((await safeStorageProtection(encrypt('v11'), 'linux')).name).toBe('safe-storage');
    // On the other platforms the same letters stand for the real thing.
    expect((await safeStorageProtection(encrypt('v10'), 'darwin')).name).toBe('safe-storage');
  });
});
