import { keyFingerprint } from '#main/certificates/key-fingerprint.ts';
import type { Signer } from '#main/certificates/signer.ts';
import { sha256 } from '#main/files/hash.ts';
import { stepsOf, type WorkOptions } from '#main/files/work-options.ts';
import type { PrintJob, RecordPrinter } from '#main/record/record-file.ts';
import type { SealedSignature } from '#shared/kinds/sign-off/closing.ts';
import { sealSignOff } from './seal-sign-off.ts';
import { type WorkbookKeys, witnessSigner } from './workbook-keys.ts';

/** A record to print and to seal. */
export interface SealJob extends Pick<PrintJob, 'review' | 'paper' | 'length'> {
  /** The signatures in the order of their seals. */
  readonly seals: readonly {
    readonly signature: SealedSignature;
    /** The signer's own certificate if it is to be used. */
    readonly own: Signer | null;
    /** Whether the signature came with the review from another workbook. */
    readonly isFromElsewhere: boolean;
  }[];
  /** For everybody else. */
  readonly keys: WorkbookKeys;
}

/**
 * Prints the record of a signed review, naming the keys on its pages, and adds the digital signatures.
 * @throws {FailureError} see `sealPdf`.
 */
export async function sealedRecord(
  print: RecordPrinter,
  { review, paper, length = 'full', seals, keys }: SealJob,
  options: WorkOptions = {},
): Promise<Uint8Array> {
  const signed = seals.map(({ signature, own, isFromElsewhere }) => ({
    signature,
    isFromElsewhere,
    signer: own ?? witnessSigner(keys, signature.name, signature.signedAt),
  }));
  const sealFingerprints = signed.map(({ signer }) =>
    signer.kind === 'witnessed' ? keyFingerprint(signer.key) : sha256(signer.certificate),
  );
  let pdf = await print({ review, paper, length, sealFingerprints }, options);
  for (const [index, { signature, signer, isFromElsewhere }] of signed.entries()) {
    stepsOf(options)({ kind: 'seal', at: index + 1, of: signed.length });
    pdf = await sealSignOff(pdf, signature, signer, isFromElsewhere);
  }
  return pdf;
}
