import type { Signer } from '#main/certificates/signer.ts';

/**
 * Keys of approvers' own certificates between signing and sealing. They are in memory only: when the
 * program ends, they are gone.
 */
export class OwnKeys {
  readonly #signers = new Map<string, Signer>();

  hold(review: string, approver: string, signer: Signer): void {
    this.#signers.set(keyOf(review, approver), signer);
  }

  of(review: string, approver: string): Signer | null {
    return this.#signers.get(keyOf(review, approver)) ?? null;
  }

  forget(review: string, approver: string): void {
    this.#signers.delete(keyOf(review, approver));
  }
}

function keyOf(review: string, approver: string): string {
  return `${review} ${approver}`;
}
