import * as asn1js from 'asn1js';
import { Certificate, ContentInfo, IssuerAndSerialNumber, SignedData, type SignerInfo } from 'pkijs';
import { sameBytes } from '#main/files/same-bytes.ts';
import { UncheckedSignature } from './cms-problem.ts';
import { OID } from './oid.ts';

const CERTIFICATE_LIMIT = 32;

/** A CMS taken apart; nothing of it is checked yet. */
export interface ReadCms {
  readonly signed: SignedData;
  readonly signer: SignerInfo;
  /** Whether it is written in the one form that DER has. What a signature is over cannot be told for sure if not. */
  readonly isCanonical: () => boolean;
}

export interface EncodedCertificate {
  readonly parsed: Certificate;
  readonly der: Uint8Array;
}

/**
 * Takes a CMS (RFC 5652) with one signer apart.
 * @param room the bytes of the signature; zeros may follow it.
 * @throws {UncheckedSignature} for what is none, or of another kind.
 */
export function readCms(room: Uint8Array): ReadCms {
  const { result, offset } = asn1js.fromBER(room);
  if (offset <= 0 || room.subarray(offset).some((byte) => byte !== 0)) {
    throw new UncheckedSignature('It is not one whole CMS.');
  }
  const info = new ContentInfo({ schema: result });
  if (info.contentType !== OID.signedData) throw new UncheckedSignature('It is no signed data.');
  const signed = new SignedData({ schema: info.content });
  const [signer, ...more] = signed.signerInfos;
  if (!signer || more.length > 0) throw new UncheckedSignature('It has not exactly one signer.');
  return { signed, signer, isCanonical: () => sameBytes(writtenAgain(signed), room.subarray(0, offset)) };
}

function writtenAgain(signed: SignedData): Uint8Array {
  const info = new ContentInfo({ contentType: OID.signedData, content: signed.toSchema(true) });
  return new Uint8Array(info.toSchema().toBER());
}

/** The certificates that came along. Those of other kinds, as of attributes, are passed over. */
export function certificatesIn(signed: SignedData): readonly EncodedCertificate[] {
  const items = signed.certificates ?? [];
  if (items.length > CERTIFICATE_LIMIT) throw new UncheckedSignature('It carries too many certificates.');
  return items.flatMap((parsed) =>
    parsed instanceof Certificate ? [{ parsed, der: new Uint8Array(parsed.toSchema().toBER()) }] : [],
  );
}

/** The certificate that a signer names, by issuer and number or by its key's identifier. */
export function certificateOf(
  { sid }: SignerInfo,
  certificates: readonly EncodedCertificate[],
): EncodedCertificate | undefined {
  const named: unknown = sid;
  if (named instanceof IssuerAndSerialNumber) {
    // Byte by byte: names compared as names would let letters change their case.
    return certificates.find(
      ({ parsed }) =>
        sameBytes(encoded(parsed.issuer), encoded(named.issuer)) && parsed.serialNumber.isEqual(named.serialNumber),
    );
  }
  if (!(named instanceof asn1js.Primitive)) {
    throw new UncheckedSignature('It does not say whose it is in a way that is known here.');
  }
  const wanted = new Uint8Array(named.valueBlock.valueHexView);
  return certificates.find(({ parsed }) => {
    const stated = parsed.extensions?.find(({ extnID }) => extnID === OID.subjectKeyIdentifier)?.parsedValue;
    return stated instanceof asn1js.OctetString && sameBytes(stated.valueBlock.valueHexView, wanted);
  });
}

function encoded(value: { toSchema(): asn1js.BaseBlock }): Uint8Array {
  return new Uint8Array(value.toSchema().toBER());
}
