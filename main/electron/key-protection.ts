import type { SafeStorage } from 'electron';
import { type KeyProtection, NO_PROTECTION } from '#main/seal/key-protection.ts';

type Storage = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptStringAsync' | 'decryptStringAsync'
>;

/**
 * The platform's protection of keys: Keychain, DPAPI, or the desktop's keyring on Linux. Where a Linux
 * desktop has none, Electron would encrypt with a password that everybody knows; that is not taken for one.
 * Only after Electron is ready; on macOS the first use may ask the person for leave.
 */
export async function safeStorageProtection(storage: Storage, platform: NodeJS.Platform): Promise<KeyProtection> {
  if (!(await storage.isAsyncEncryptionAvailable())) return NO_PROTECTION;
  if (platform === 'linux' && storage.getSelectedStorageBackend() === 'basic_text') return NO_PROTECTION;
  return {
    name: 'safe-storage',
    protect: (bytes) => storage.encryptStringAsync(Buffer.from(bytes).toString('base64')),
    unprotect: async (bytes) => {
      const { result } = await storage.decryptStringAsync(Buffer.from(bytes));
      return Buffer.from(result, 'base64');
    },
  };
}
