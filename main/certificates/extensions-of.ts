import * as asn1js from 'asn1js';
import { BasicConstraints, type Certificate, ExtKeyUsage, NameConstraints } from 'pkijs';
import { OID } from './oid.ts';

/** What a certificate says that it is for; null for what it leaves out. */
export interface StatedUse {
  readonly isAuthority: boolean;
  /** How many authorities may stand between it and a person. */
  readonly pathLength: number | null;
  /** The first bytes of its key usage (RFC 5280, 4.2.1.3). */
  readonly keyUsage: number | null;
  readonly purposes: readonly string[] | null;
  readonly nameConstraints: NameConstraints | null;
  /** Extensions that have to be understood and are not. */
  readonly unknown: readonly string[];
}

const KNOWN: ReadonlySet<string> = new Set([
  OID.basicConstraints,
  OID.keyUsage,
  OID.extendedKeyUsage,
  OID.nameConstraints,
  OID.subjectKeyIdentifier,
  OID.authorityKeyIdentifier,
  OID.subjectAlternativeName,
  OID.certificatePolicies,
  OID.noRevocation,
]);

/** Reads what a certificate says that it is for. */
export function statedUse({ extensions = [] }: Certificate): StatedUse {
  const stated = (id: string): unknown => extensions.find(({ extnID }) => extnID === id)?.parsedValue;
  const [basic, usage, purposes, names] = [
    stated(OID.basicConstraints),
    stated(OID.keyUsage),
    stated(OID.extendedKeyUsage),
    stated(OID.nameConstraints),
  ];
  const length = basic instanceof BasicConstraints ? basic.pathLenConstraint : undefined;
  return {
    isAuthority: basic instanceof BasicConstraints && basic.cA,
    pathLength: length === undefined ? null : Number(length),
    keyUsage: usage instanceof asn1js.BitString ? (usage.valueBlock.valueHexView[0] ?? 0) : null,
    purposes: purposes instanceof ExtKeyUsage ? purposes.keyPurposes : null,
    nameConstraints: names instanceof NameConstraints ? names : null,
    unknown: extensions.filter(({ critical, extnID }) => critical && !KNOWN.has(extnID)).map(({ extnID }) => extnID),
  };
}
