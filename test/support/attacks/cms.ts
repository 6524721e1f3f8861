import { type KeyObject, sign } from 'node:crypto';
import * as asn1js from 'asn1js';
import { type Attribute, ContentInfo, SignedAndUnsignedAttributes, SignedData, type SignerInfo } from 'pkijs';
import { OID } from '#main/certificates/oid.ts';

export type Change = (signed: SignedData, signer: SignerInfo) => void;

/** The CMS taken apart, changed where nothing is signed, and put together again. */
export function rebuilt(der: Uint8Array, change: Change): Uint8Array {
  const info = ContentInfo.fromBER(Buffer.from(der));
  const signed = new SignedData({ schema: info.content });
  const [signer] = signed.signerInfos;
  if (!signer) throw new Error('A signer was expected');
  change(signed, signer);
  return new Uint8Array(
    new ContentInfo({ contentType: OID.signedData, content: signed.toSchema(true) }).toSchema().toBER(),
  );
}

/** The CMS with other attributes, under a right signature. */
export function resigned(
  der: Uint8Array,
  change: (attributes: Attribute[]) => Attribute[],
  key: KeyObject,
): Uint8Array {
  return rebuilt(der, (_signed, signer) => {
    const attributes = change([...(signer.signedAttrs?.attributes ?? [])]);
    const set = new Uint8Array(new asn1js.Set({ value: attributes.map((each) => each.toSchema()) }).toBER());
    signer.signedAttrs = new SignedAndUnsignedAttributes({ type: 0, attributes });
    signer.signature = new asn1js.OctetString({ valueHex: sign('sha256', set, key) });
  });
}

/** A certificate named by a digest of it, as an attribute does. */
export function named(digest: Uint8Array): asn1js.Sequence {
  const id = new asn1js.Sequence({ value: [new asn1js.OctetString({ valueHex: digest })] });
  return new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [id] })] });
}

/** With the value s of a signature on P-256, its difference from the order of the curve fits as well. */
export function otherValue(signature: asn1js.OctetString): asn1js.OctetString {
  const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
  const { result } = asn1js.fromBER(signature.valueBlock.valueHexView);
  const [r, s] = result instanceof asn1js.Sequence ? result.valueBlock.value : [];
  if (!(r instanceof asn1js.Integer) || !(s instanceof asn1js.Integer)) throw new Error('Two numbers were expected');
  const values = [asn1js.Integer.fromBigInt(r.toBigInt()), asn1js.Integer.fromBigInt(order - s.toBigInt())];
  return new asn1js.OctetString({ valueHex: new Uint8Array(new asn1js.Sequence({ value: values }).toBER()) });
}
