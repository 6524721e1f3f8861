import { X509Certificate } from 'node:crypto';
import type { SignerInfo } from 'pkijs';
import { sameBytes } from '#main/files/same-bytes.ts';
import { checkAttributes } from './cms-attributes.ts';
import { digestOver } from './cms-digests.ts';
import { BrokenSignature, UncheckedSignature } from './cms-problem.ts';
import { certificateOf, certificatesIn, type ReadCms, readCms } from './cms-read.ts';
import { checkSignatureValue } from './cms-signature.ts';
import { type IssuerChain, issuerChain } from './issuer-chain.ts';
import { isLowS } from './low-s.ts';
import { assembledCms, signedAttributes } from './sign-cms.ts';

/**
 * What a CMS signature turned out to be. `broken`: it does not fit the content, or was changed itself.
 * `unchecked`: of a kind that is not checked here, so nothing is known about it.
 */
export type CmsResult =
  | ({ readonly state: 'valid'; readonly certificate: X509Certificate } & Pick<IssuerChain, 'chain' | 'hasRoot'>)
  | {
      readonly state: 'broken' | 'unchecked';
      readonly certificate: X509Certificate | null;
      /** Why, in a sentence. */
      readonly reason: string;
    };

/**
 * `seal`: Groundwork made it, so it has to be byte for byte what Groundwork writes; `old-seal`: as versions up to
 * 0.3.0 wrote it, which took the value of a signature as it came. `other`: another program made it.
 */
export type CmsMaker = 'seal' | 'old-seal' | 'other';

/**
 * Checks a detached CMS signature (RFC 5652) over content given in parts.
 * @param room the bytes of the signature; zeros may follow it.
 * @param subFilter what the PDF says the signature is; PAdES has to name its certificate.
 */
export function checkCms(
  room: Uint8Array,
  content: readonly Uint8Array[],
  { subFilter, maker }: { readonly subFilter: string; readonly maker: CmsMaker },
): CmsResult {
  let certificate: X509Certificate | null = null;
  try {
    const cms = readCms(room);
    const { signed, signer } = cms;
    const certificates = certificatesIn(signed);
    const own = certificateOf(signer, certificates);
    if (!own) throw new UncheckedSignature('It does not carry its certificate.');
    certificate = new X509Certificate(own.der);
    if (signed.encapContentInfo.eContent) throw new UncheckedSignature('It carries its content.');
    const isPades = subFilter === 'ETSI.CAdES.detached';
    if (signer.signedAttrs || isPades) checkAttributes(signer, own.der, content, isPades);
    checkValue(cms, content, certificate);
    const others = certificates.filter((other) => other !== own).map(({ der }) => new X509Certificate(der));
    const chain = issuerChain(certificate, others);
    if (maker !== 'other') checkForm({ room, signer, content, certificate, chain, maker });
    return { state: 'valid', certificate, chain: chain.chain, hasRoot: chain.hasRoot };
  } catch (error) {
    // Of ours, nothing is of another kind.
    const state = error instanceof BrokenSignature || maker !== 'other' ? 'broken' : 'unchecked';
    const isOurs = error instanceof BrokenSignature || error instanceof UncheckedSignature;
    return { state, certificate, reason: isOurs ? error.message : 'It cannot be read.' };
  }
}

function checkValue(
  { signer, isCanonical }: ReadCms,
  content: readonly Uint8Array[],
  { publicKey }: X509Certificate,
): void {
  // What is signed are the attributes as a SET, not under the tag that they have in the message.
  const message = signer.signedAttrs ? new Uint8Array(signer.signedAttrs.encodedValue) : Buffer.concat([...content]);
  try {
    checkSignatureValue(signer, message, publicKey);
  } catch (error) {
    // Written otherwise, the attributes may have been put together otherwise, too.
    if (error instanceof BrokenSignature && !isCanonical()) throw new UncheckedSignature('It is not written in DER.');
    throw error;
  }
}

interface Form {
  readonly room: Uint8Array;
  readonly signer: SignerInfo;
  readonly content: readonly Uint8Array[];
  readonly certificate: X509Certificate;
  readonly chain: IssuerChain;
  readonly maker: Exclude<CmsMaker, 'other'>;
}

/** Bytes that nothing signs have to be the only ones that they can be: those that Groundwork writes for this signature. */
function checkForm({ room, signer, content, certificate, chain, maker }: Form): void {
  const value = signer.signature.valueBlock.valueHexView;
  const attributes = signedAttributes(digestOver(content, 'sha256'), certificate.raw);
  const expected = assembledCms(certificate, chain.chain, attributes, value);
  if (!sameBytes(expected, room.subarray(0, expected.length))) {
    throw new BrokenSignature('It is not written as Groundwork writes it.');
  }
  if (maker === 'seal' && !isLowS(value, certificate.publicKey)) {
    throw new BrokenSignature('Its value is not the one that Groundwork writes.');
  }
}
