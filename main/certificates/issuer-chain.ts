import type { X509Certificate } from 'node:crypto';

/** The issuers of a certificate among others, nearest first. */
export interface IssuerChain {
  readonly chain: readonly X509Certificate[];
  /** Whether the last one stands for itself; without it, nothing vouches for the last one. */
  readonly hasRoot: boolean;
}

/** Puts the certificates that came along into their order, each with a right signature over the one before. */
export function issuerChain(certificate: X509Certificate, others: readonly X509Certificate[]): IssuerChain {
  const chain: X509Certificate[] = [];
  const left = new Set(others);
  let current = certificate;
  while (left.size > 0) {
    const issuer = [...left].find((candidate) => isIssuedBy(current, candidate));
    if (!issuer) break;
    chain.push(issuer);
    left.delete(issuer);
    current = issuer;
  }
  return { chain, hasRoot: isIssuedBy(current, current) };
}

/** Whether one certificate may issue, says that it issued the other, and did. */
export function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return certificate.checkIssued(issuer) && issuer.ca && certificate.verify(issuer.publicKey);
}
