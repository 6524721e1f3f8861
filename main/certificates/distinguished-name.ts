import * as asn1js from 'asn1js';
import { AttributeTypeAndValue, RelativeDistinguishedNames } from 'pkijs';
import { OID } from './oid.ts';

/** RFC 5280 upper bound of a common name, in characters. */
const COMMON_NAME_LIMIT = 64;

/** Who a certificate is for; any Unicode text. */
export interface Subject {
  /** Cut to 64 characters, the most that a certificate may hold. */
  readonly commonName: string;
  /** “Groundwork” when left out. */
  readonly organization?: string;
  /** Full name of the person that it is about. */
  readonly name?: string;
}

/** A name as certificates and requests carry it. */
export function distinguishedName({
  commonName,
  organization = 'Groundwork',
  name,
}: Subject): RelativeDistinguishedNames {
  // Each attribute is a set of its own: pkijs would put them all into one.
  const part = (type: string, value: string) =>
    new asn1js.Set({
      value: [
        new AttributeTypeAndValue({ type, value: new asn1js.Utf8String({ value: value.toWellFormed() }) }).toSchema(),
      ],
    });
  const parts = [
    part(OID.organization, clippedName(organization)),
    part(OID.commonName, clippedName(commonName)),
    ...(name === undefined ? [] : [part(OID.name, name)]),
  ];
  return RelativeDistinguishedNames.fromBER(new asn1js.Sequence({ value: parts }).toBER());
}

/** A name as a certificate can hold it: the rest of a longer one is left out, with a sign for it. */
export function clippedName(text: string): string {
  const characters = [...text];
  return characters.length <= COMMON_NAME_LIMIT ? text : `${characters.slice(0, COMMON_NAME_LIMIT - 1).join('')}…`;
}
