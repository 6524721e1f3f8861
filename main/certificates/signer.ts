import type { KeyObject } from 'node:crypto';

/**
 * What a seal claims. `witnessed`: the workbook's own key states that it recorded the sign-off.
 * `own-certificate`: the approver's own key made it.
 */
export type SealKind = 'witnessed' | 'own-certificate';

/** A private key and the certificates that speak for it. */
export interface Signer {
  readonly kind: SealKind;
  /** Certificate of the key, DER. */
  readonly certificate: Uint8Array;
  /** Certificates of its issuers, DER, nearest first; they travel with each signature. */
  readonly chain: readonly Uint8Array[];
  /** P-256 or RSA. */
  readonly key: KeyObject;
}
