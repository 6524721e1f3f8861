import { PDFHexString } from '@cantoo/pdf-lib';
import type { SealKind } from '#main/certificates/signer.ts';
import { sha256 } from '#main/files/hash.ts';
import { pdfInstant } from '#main/pdf/pdf-date.ts';
import { latin1 } from '#main/pdf/pdf-update.ts';

/** Offsets have at most ten digits in a PDF, as in its cross-reference tables. */
const BYTE_RANGE_WIDTH = '[0 0000000000 0000000000 0000000000]'.length;

interface Contents {
  readonly name: string;
  readonly reason: string;
  readonly signedAt: string;
  readonly contentSha256?: string;
  readonly kind: SealKind;
  readonly certifies: boolean;
  /** Certificates of the signer's issuers, DER. */
  readonly chain: readonly Uint8Array[];
  /** Room for the signature, in bytes. */
  readonly length: number;
}

/** A signature dictionary written out, with what is filled in once the whole file is known. */
export interface SignatureDictionary {
  readonly bytes: Uint8Array;
  /** From `<` to behind `>` of the signature, which is all that the signature does not cover. */
  readonly contents: { readonly start: number; readonly end: number };
  readonly byteRange: { readonly start: number; readonly write: (range: readonly number[]) => string };
}

/** How seals are written since 0.4.0; those of earlier versions state none. */
const SEAL_FORM = 2;

/**
 * The signature dictionary of ISO 32000-1, 12.8.1, for PAdES. Keys of our own (prefix `GWRK_`) say which
 * kind of seal it is, what content it is about, and which issuers' certificates come along: a CMS does
 * not sign these, so without a root they could be changed unnoticed. Viewers pass over them.
 */
export function signatureDictionary(contents: Contents): SignatureDictionary {
  const { name, reason, signedAt, contentSha256, kind, certifies, chain, length } = contents;
  const head = [
    '<<',
    '/Type /Sig',
    '/Filter /Adobe.PPKLite',
    '/SubFilter /ETSI.CAdES.detached',
    `/Name ${textString(name)}`,
    `/Reason ${textString(reason)}`,
    `/M (${pdfInstant(signedAt)})`,
    `/GWRK_Form ${SEAL_FORM}`,
    `/GWRK_Kind /${kind}`,
    ...(contentSha256 === undefined ? [] : [`/GWRK_ContentSHA256 <${contentSha256}>`]),
    ...(chain.length === 0 ? [] : [`/GWRK_Issuers [${chain.map((der) => `<${sha256(der)}>`).join(' ')}]`]),
    ...(certifies ? [CERTIFICATION] : []),
    '/ByteRange ',
  ].join('\n');
  const beforeContents = `${head}${' '.repeat(BYTE_RANGE_WIDTH)}\n/Contents `;
  const digits = `<${'0'.repeat(2 * length)}>`;
  return {
    bytes: latin1(`${beforeContents}${digits}\n>>`),
    contents: { start: beforeContents.length, end: beforeContents.length + digits.length },
    byteRange: { start: head.length, write: (range) => `[${range.join(' ')}]`.padEnd(BYTE_RANGE_WIDTH) },
  };
}

/** DocMDP of level 2: fields may be filled in and signed, nothing else may change. */
const CERTIFICATION =
  '/Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P 2 /V /1.2 >> >>]';

/** Any text as a PDF text string: UTF-16 with a byte order mark, in hexadecimal digits. */
function textString(text: string): string {
  return PDFHexString.fromText(text.toWellFormed()).toString();
}
