import { createHash } from 'node:crypto';
import { PDFRef } from '@cantoo/pdf-lib';
import { detachedSignature } from '#main/certificates/sign-cms.ts';
import type { Signer } from '#main/certificates/signer.ts';
import { PdfTables } from '#main/pdf/pdf-tables.ts';
import { incrementalUpdate, latin1, type UpdatedObject } from '#main/pdf/pdf-update.ts';
import { signatureDictionary } from '#main/seal/signature-dictionary.ts';
import { addSignatureField } from '#main/seal/signature-field.ts';
import type { Signature } from '#shared/kinds/sign-off/answers.ts';
import { sealStatement, sealTip } from '#shared/verify/seal-statement.ts';
import type { Objects } from './pdf-forgery.ts';

interface Dishonest {
  /** Objects that the update of the seal brings beside it. */
  readonly objects?: Objects;
  /** The byte range to state and to sign, of the one that is right. */
  readonly range?: (right: readonly [0, number, number, number]) => readonly number[];
}

/**
 * Seals as somebody can who has the key and a program of their own: the signature is valid for what its byte range
 * names, but the update brings more than it, or the range leaves out more.
 */
export async function coSign(
  pdf: Uint8Array,
  signature: Signature,
  signer: Signer,
  { objects: more = {}, range = (right) => right }: Dishonest,
): Promise<Uint8Array> {
  const { name, signedAt, contentSha256, approver } = signature;
  const tables = new PdfTables(pdf);
  const objects = new Map<PDFRef, UpdatedObject>();
  const { signature: reference, certifies } = addSignatureField(tables, objects, {
    wanted: approver,
    tip: sealTip(name),
  });
  const length = 2_000;
  const dictionary = signatureDictionary({
    ...signer,
    name,
    reason: sealStatement(signature, signer.kind),
    signedAt,
    contentSha256,
    certifies,
    length,
  });
  objects.set(reference, dictionary.bytes);
  for (const [number, text] of Object.entries(more)) objects.set(PDFRef.of(Number(number)), latin1(text));
  const update = incrementalUpdate(pdf, tables, objects);

  const sealed = Buffer.concat([pdf, update.bytes]);
  const start = update.starts.get(reference) ?? 0;
  const gap = start + dictionary.contents.start;
  const end = start + dictionary.contents.end;
  const stated = range([0, gap, end, sealed.byteLength - end]);
  sealed.set(latin1(dictionary.byteRange.write(stated)), start + dictionary.byteRange.start);
  const [first = 0, firstLength = 0, second = 0, secondLength = 0] = stated;
  const digest = createHash('sha256')
    .update(sealed.subarray(first, first + firstLength))
    .update(sealed.subarray(second, second + secondLength))
    .digest();
  sealed.set(latin1(Buffer.from(await detachedSignature(digest, signer)).toString('hex')), gap + 1);
  return sealed;
}
