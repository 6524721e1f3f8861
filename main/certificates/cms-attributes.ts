import * as asn1js from 'asn1js';
import type { Attribute, SignerInfo } from 'pkijs';
import { sameBytes } from '#main/files/same-bytes.ts';
import { digestNamed, digestOf, digestOver } from './cms-digests.ts';
import { BrokenSignature, UncheckedSignature } from './cms-problem.ts';
import { OID } from './oid.ts';

/**
 * Checks what a signature states under its own protection: the digest of the content, its kind, and which
 * certificate it was made with (RFC 5652, 11; RFC 5035).
 * @param mustName whether the certificate has to be named, as PAdES wants it.
 */
export function checkAttributes(
  signer: SignerInfo,
  certificate: Uint8Array,
  content: readonly Uint8Array[],
  mustName: boolean,
): void {
  const attributes = signer.signedAttrs?.attributes ?? [];
  const stated = single(attributes, OID.messageDigest);
  const digest = digestOver(content, digestOf(signer.digestAlgorithm));
  if (!(stated instanceof asn1js.OctetString) || !sameBytes(stated.valueBlock.valueHexView, digest)) {
    throw new BrokenSignature('The content is not what was signed.');
  }
  const type = single(attributes, OID.contentType);
  if (!(type instanceof asn1js.ObjectIdentifier) || type.valueBlock.toString() !== OID.data) {
    throw new BrokenSignature('It is for content of another kind.');
  }
  // Without it, the certificate could be swapped for another one of the same key.
  const names = attributes.filter(({ type }) => type === OID.signingCertificate || type === OID.signingCertificateV2);
  if (names.length === 0 && mustName) throw new BrokenSignature('It does not name its certificate.');
  for (const { type } of names) {
    const { digest: name, hash } = namedCertificate(single(attributes, type), type === OID.signingCertificate);
    if (!sameBytes(hash, digestOver([certificate], name))) {
      throw new BrokenSignature('The certificate is not the one that was signed with.');
    }
  }
}

function single(attributes: readonly Attribute[], type: string): unknown {
  const [attribute, ...more] = attributes.filter((candidate) => candidate.type === type);
  const [value, ...others] = attribute?.values ?? [];
  if (value === undefined || more.length > 0 || others.length > 0) {
    throw new BrokenSignature('A signed attribute is missing.');
  }
  return value;
}

/** Digest and hash by which a certificate is named: always SHA-1 in the first version, SHA-256 unless said otherwise in the second. */
function namedCertificate(
  value: unknown,
  isFirstVersion: boolean,
): { readonly digest: string; readonly hash: Uint8Array } {
  const [first, second] = items(items(items(value)[0])[0]);
  if (isFirstVersion && first instanceof asn1js.OctetString) {
    return { digest: 'sha1', hash: first.valueBlock.valueHexView };
  }
  if (first instanceof asn1js.OctetString) return { digest: 'sha256', hash: first.valueBlock.valueHexView };
  const [algorithm] = items(first);
  if (!(algorithm instanceof asn1js.ObjectIdentifier) || !(second instanceof asn1js.OctetString)) {
    throw new UncheckedSignature('It names its certificate in a way that is not known here.');
  }
  return { digest: digestNamed(algorithm.valueBlock.toString()), hash: second.valueBlock.valueHexView };
}

function items(block: unknown): readonly unknown[] {
  return block instanceof asn1js.Sequence ? block.valueBlock.value : [];
}
