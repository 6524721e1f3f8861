import { createHash } from 'node:crypto';
import type { PDFRef } from '@cantoo/pdf-lib';
import { detachedSignature } from '#main/certificates/sign-cms.ts';
import type { Signer } from '#main/certificates/signer.ts';
import { PdfTables } from '#main/pdf/pdf-tables.ts';
import { incrementalUpdate, latin1, type UpdatedObject } from '#main/pdf/pdf-update.ts';
import { sealTip } from '#shared/verify/seal-statement.ts';
import { signatureDictionary } from './signature-dictionary.ts';
import { addSignatureField } from './signature-field.ts';

/** A CMS differs in length from one signature to the next: an ECDSA value has up to 72 bytes, usually 70 or 71. */
const LENGTH_MARGIN = 8;

export interface SealOptions {
  readonly signer: Signer;
  /** The person whose sign-off this is; any Unicode text. */
  readonly name: string;
  /** What the seal states; see `sealStatement`. */
  readonly reason: string;
  /** When it was signed, ISO 8601. */
  readonly signedAt: string;
  /** SHA-256 of the content that was signed off, 64 hexadecimal digits; travels in the signature. */
  readonly contentSha256?: string;
  /** Name of the signature field, such as the approver's id; made unique in the file. */
  readonly fieldName?: string;
}

/**
 * Seals a record: adds one incremental update with a PAdES signature over everything before it. The
 * bytes given are a prefix of the bytes returned. The first seal of a file certifies it: later ones
 * may sign and fill in fields, and any other change shows (DocMDP, level 2).
 * @param pdf a record as Groundwork writes it, sealed or not
 * @throws {FailureError} `damaged` or `unsupported` when the file or the signer's key cannot be used.
 */
export async function sealPdf(pdf: Uint8Array, options: SealOptions): Promise<Uint8Array> {
  const tables = new PdfTables(pdf);
  const objects = new Map<PDFRef, UpdatedObject>();
  const { signature, certifies } = addSignatureField(tables, objects, {
    wanted: options.fieldName ?? '',
    tip: sealTip(options.name),
  });
  const length = (await detachedSignature(new Uint8Array(32), options.signer)).byteLength + LENGTH_MARGIN;
  const dictionary = signatureDictionary({ ...options, ...options.signer, certifies, length });
  objects.set(signature, dictionary.bytes);
  const update = incrementalUpdate(pdf, tables, objects);

  const sealed = Buffer.concat([pdf, update.bytes]);
  const start = update.starts.get(signature) ?? 0;
  const gap = { start: start + dictionary.contents.start, end: start + dictionary.contents.end };
  const byteRange = [0, gap.start, gap.end, sealed.byteLength - gap.end];
  sealed.set(latin1(dictionary.byteRange.write(byteRange)), start + dictionary.byteRange.start);

  const digest = createHash('sha256').update(sealed.subarray(0, gap.start)).update(sealed.subarray(gap.end)).digest();
  const cms = await detachedSignature(digest, options.signer);
  // The gap begins with `<`, which stays.
  sealed.set(latin1(Buffer.from(cms).toString('hex')), gap.start + 1);
  return sealed;
}
