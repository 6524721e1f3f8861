import type { SafeStorage } from 'electron';
import { type KeyProtection, NO_PROTECTION } from '#main/seal/key-protection.ts';

type Storage = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptStringAsync' | 'decryptStringAsync'
>;

/** How Chromium on Linux begins what it encrypts with a password that everybody knows, for want of a keyring. */
const SHARED_PASSWORD = Buffer.from('v10');

/**
 * The platform's protection of keys: Keychain, DPAPI, or the desktop's keyring on Linux. Where a Linux
 * desktop has none, Electron would encrypt with a password that everybody knows; that is not taken for one. Tried and
 * not asked, as a keyring that is named may still not answer.
 * Only after Electron is ready; on macOS the first use may ask the person for leave.
 */
export async function safeStorageProtection(storage: Storage, platform: NodeJS.Platform): Promise<KeyProtection> {
  if (!(await storage.isAsyncEncryptionAvailable())) return NO_PROTECTION;
  if (platform === 'linux' && !(await hasKeyring(storage))) return NO_PROTECTION;
  return {
    name: 'safe-storage',
    protect: (bytes) => storage.encryptStringAsync(Buffer.from(bytes).toString('base64')),
    unprotect: async (bytes) => {
      const { result } = await storage.decryptStringAsync(Buffer.from(bytes));
      return Buffer.from(result, 'base64');
    },
  };
}

async function hasKeyring(storage: Storage): Promise<boolean> {
  if (storage.getSelectedStorageBackend() === 'basic_text') return false;
  const tried = await storage.encryptStringAsync('Groundwork');
  return !tried.subarray(0, SHARED_PASSWORD.length).equals(SHARED_PASSWORD);
}
