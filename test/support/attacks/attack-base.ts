import { createPublicKey, generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto';
import { rootCertificate, signingCertificate } from '#main/certificates/certificate.ts';
import { certificateFacts } from '#main/certificates/certificate-facts.ts';
import { keyFingerprint } from '#main/certificates/key-fingerprint.ts';
import type { Signer } from '#main/certificates/signer.ts';
import { sha256 } from '#main/files/hash.ts';
import { openPdf } from '#main/pdf/pdf-file.ts';
import { asKind } from '#main/pdf/pdf-values.ts';
import { recordRenderer } from '#main/record/render-record.ts';
import { sealSignOff } from '#main/seal/seal-sign-off.ts';
import { type WorkbookKeys, witnessSigner } from '#main/seal/workbook-keys.ts';
import { pageComparer } from '#main/verify/compare-pages.ts';
import type { SealedPages, VerifyOptions } from '#main/verify/verify-options.ts';
import { canonicalJson } from '#shared/base/canonical-json.ts';
import type { Signature } from '#shared/kinds/sign-off/answers.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { FindingCode, Verdict } from '#shared/verify/verify.ts';
import { recordFor, signedReview, workbookKeys } from '../sealed-record.ts';

/** One way to bend a record, and what the verifier has to say to it. */
export interface Attack {
  readonly name: string;
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
  readonly verdict: Exclude<Verdict, 'intact'>;
  /** Codes that have to be among the findings. */
  readonly codes: readonly FindingCode[];
  /** Codes of which one has to be among the findings, where it is up to chance which. */
  readonly oneOf?: ReadonlySet<FindingCode>;
  readonly options?: VerifyOptions;
}

/** What the attacks start from: made once, as making pages takes most of the time. */
export interface AttackBase {
  readonly keys: WorkbookKeys;
  readonly review: ReviewDocument;
  readonly unsealed: Uint8Array;
  /** With the first seal, which is witnessed. */
  readonly once: Uint8Array;
  /** With both; the second is by an own certificate. */
  readonly sealed: Uint8Array;
  readonly first: Signature;
  readonly second: Signature;
  readonly witness: Signer;
  readonly own: Signer;
  readonly issuer: { readonly certificate: Uint8Array; readonly key: KeyObject };
  /** Number of the object with the properties. */
  readonly info: number;
}

export const SINCE = new Date('2026-01-01T00:00:00Z');
export const PEOPLE = ['Żaneta Nowak', 'Grace Hopper'] as const;

/** A person’s certificate by an issuer. */
export function personSigner(name: string, issuer: AttackBase['issuer'], key = newEcKey()): Signer {
  const certificate = signingCertificate({ commonName: name, organization: 'Example' }, createPublicKey(key), issuer, {
    notBefore: SINCE,
  });
  return { kind: 'own-certificate', certificate, chain: [issuer.certificate], key };
}

export function newEcKey(curve = 'P-256'): KeyObject {
  return generateKeyPairSync('ec', { namedCurve: curve }).privateKey;
}

/** An authority that stands for itself, as a company has. */
export function newIssuer(name = 'An issuer of persons'): AttackBase['issuer'] {
  const key = newEcKey();
  return { certificate: rootCertificate({ commonName: name, organization: 'Example' }, key, SINCE), key };
}

/** The signature with the certificate that it was given with. */
export function withCertificate(signature: Signature, { certificate }: Pick<Signer, 'certificate'>): Signature {
  const facts = certificateFacts(new X509Certificate(certificate));
  if (!facts) throw new Error('The certificate cannot be read');
  return { ...signature, certificate: { subject: facts.subject, issuer: facts.issuer, sha256: facts.sha256 } };
}

/** A review that the first person signed for the workbook to witness, and the second with a certificate. */
export function reviewOf(own: Pick<Signer, 'certificate'>, parts: Record<string, unknown> = {}): ReviewDocument {
  const review = signedReview(PEOPLE, parts);
  const [first, second] = review.signOff.signatures;
  if (!first || !second) throw new Error('Two signatures were expected');
  return { ...review, signOff: { ...review.signOff, signatures: [first, withCertificate(second, own)] } };
}

/** Makes what the attacks start from. */
export async function attackBase(): Promise<AttackBase> {
  const keys = workbookKeys();
  const issuer = newIssuer();
  const own = personSigner(PEOPLE[1], issuer);
  const review = reviewOf(own);
  const [first, second] = review.signOff.signatures;
  if (!first || !second) throw new Error('Two signatures were expected');
  const witness = witnessSigner(keys, first.name, first.signedAt);
  const unsealed = await recordFor({ review, fingerprints: namesOf(witness, own) });
  const once = await sealSignOff(unsealed, first, witness);
  const sealed = await sealSignOff(once, second, own);
  const info = asKind(openPdf(unsealed).trailer.entries.get('Info'), 'reference')?.number ?? 0;
  return { keys, review, unsealed, once, sealed, first, second, witness, own, issuer, info };
}

/** Fingerprints as pages name them. */
export function namesOf(witness: Signer, own: Signer): readonly string[] {
  return [keyFingerprint(witness.key), sha256(own.certificate)];
}

/** Compares pages as the program does, but makes those of each review only once. */
export function sparingComparer(appFolder: string): NonNullable<VerifyOptions['comparePages']> {
  const render = recordRenderer(appFolder);
  const made = new Map<string, Promise<Uint8Array>>();
  const compare = pageComparer((form, review, options) => {
    const { document, revision, savedAt, template } = review;
    const key = canonicalJson({
      document,
      revision,
      savedAt,
      template: template.sha256,
      form,
      options: { ...options },
    });
    const pages = made.get(key) ?? render(form, review, options);
    made.set(key, pages);
    return pages;
  });
  return (sealed: SealedPages) => compare(sealed);
}
