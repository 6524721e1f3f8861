/** The platform's way to encrypt what only this user of this computer may read, such as a keychain. */
export interface KeyProtection {
  /** Names the way; keys under another one are left alone. Lower-case letters and hyphens. */
  readonly name: string;
  protect(bytes: Uint8Array): Promise<Uint8Array>;
  /** Rejects what it has not protected, or cannot open any more. */
  unprotect(bytes: Uint8Array): Promise<Uint8Array>;
}

/** For hosts without a keychain: only the permissions of the file guard the key. */
export const NO_PROTECTION: KeyProtection = {
  name: 'plain',
  protect: async (bytes) => bytes,
  unprotect: async (bytes) => bytes,
};
