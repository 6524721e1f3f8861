import type { KeyObject } from 'node:crypto';
import * as asn1js from 'asn1js';

/** Order of each curve (SEC 2): with the value s of a signature, its difference from the order fits as well. */
const ORDERS: ReadonlyMap<string | undefined, bigint> = new Map([
  ['prime256v1', 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n],
  ['secp384r1', 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n],
]);

/** An ECDSA signature with the smaller of the two values that fit, so that nobody can swap it for the other one; others as they are. */
export function withLowS(signature: Uint8Array, key: KeyObject): Uint8Array {
  const order = orderOf(key);
  if (order === undefined) return signature;
  const [r, s] = valuesOf(signature);
  if (r === undefined || s === undefined || s <= order / 2n) return signature;
  const value = new asn1js.Sequence({ value: [asn1js.Integer.fromBigInt(r), asn1js.Integer.fromBigInt(order - s)] });
  return new Uint8Array(value.toBER());
}

/** Whether an ECDSA signature has the smaller of the two values; every other signature has only one. */
export function isLowS(signature: Uint8Array, key: KeyObject): boolean {
  const order = orderOf(key);
  if (order === undefined) return true;
  const [, s] = valuesOf(signature);
  return s !== undefined && s <= order / 2n;
}

function orderOf({ asymmetricKeyDetails: details }: KeyObject): bigint | undefined {
  return details?.namedCurve === undefined ? undefined : ORDERS.get(details.namedCurve);
}

function valuesOf(signature: Uint8Array): readonly (bigint | undefined)[] {
  const { result } = asn1js.fromBER(signature);
  const parts = result instanceof asn1js.Sequence ? result.valueBlock.value : [];
  return parts.map((part) => (part instanceof asn1js.Integer ? part.toBigInt() : undefined));
}
