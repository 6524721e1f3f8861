import { certificateProblem } from '#main/certificates/certificate-rules.ts';
import { keyFingerprint } from '#main/certificates/key-fingerprint.ts';
import type { Signer } from '#main/certificates/signer.ts';
import { instantOf, pdfInstant } from '#main/pdf/pdf-date.ts';
import type { Signature } from '#shared/kinds/sign-off/answers.ts';
import type { SealJob } from './sealed-record.ts';
import { witnessSigner } from './workbook-keys.ts';

/** A seal that would not hold. */
export interface UnfitSeal {
  /** Id of the approver whose own certificate it is about; null when it is about the workbook's. */
  readonly approver: string | null;
  /** What is wrong and what to do. */
  readonly message: string;
}

/**
 * The first seal that would not hold by the rules by which seals are checked: certificates that may sign, and may at
 * the moment of the signature, and one key for each approver who has one. Null when all will hold.
 */
export function unfitSeal({ seals, keys }: Pick<SealJob, 'seals' | 'keys'>): UnfitSeal | null {
  const taken = new Map<string, string>([[keyFingerprint(keys.signingKey), 'the workbook']]);
  for (const { signature, own } of seals) {
    const { approver, name, signedAt } = signature;
    const text = problemText(own ?? witnessSigner(keys, name, signedAt), signedAt);
    if (text !== null) return own ? { approver, message: unfitText(signature, text) } : workbookProblem(text);
    if (!own) continue;
    const key = keyFingerprint(own.key);
    const other = taken.get(key);
    if (other !== undefined) return { approver, message: takenText(name, other) };
    taken.set(key, name);
  }
  return null;
}

/** The end of a sentence that begins with “The certificate”. A record has whole seconds. */
function problemText({ certificate, chain }: Signer, signedAt: string): string | null {
  const at = instantOf(pdfInstant(signedAt));
  return certificateProblem(certificate, chain, at === null ? null : new Date(at))?.text ?? null;
}

function unfitText({ name, signedAt }: Signature, text: string): string {
  return `${name} signed at ${pdfMoment(signedAt)}, but the certificate ${text} A seal with it would not hold. Let ${name} sign again with a certificate that is valid then, or let the workbook witness instead.`;
}

function pdfMoment(signedAt: string): string {
  return `${new Date(signedAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function takenText(name: string, other: string): string {
  return `The certificate of ${name} has the same key as that of ${other}. A key seals for one approver only: let ${name} sign again with a certificate of their own, or let the workbook witness instead.`;
}

function workbookProblem(text: string): UnfitSeal {
  return {
    approver: null,
    message: `The workbook’s own certificate ${text} A seal with it would not hold. Ask your organisation for a new certificate for this workbook, or renew the workbook’s keys, then seal again.`,
  };
}
