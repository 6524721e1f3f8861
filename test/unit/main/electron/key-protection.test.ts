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
});
