import { type Finding, SEAL_FINGERPRINT_LABEL, type VerifyReport } from '#shared/verify.ts';
import type { ForeignReview } from '../store/foreign-review.ts';
import type { ExaminedSignature } from './check-signature.ts';
import { type EmbeddedReview, missingSeals, sealedApprovers } from './embedded-review.ts';
import { finding } from './finding.ts';
import { pageTexts } from './page-text.ts';
import { entryOf, type PdfFile } from './pdf-file.ts';
import { dictionaryOf, PdfDamage, textOf } from './pdf-values.ts';

/** How the pages of a file stand to those that its review gives. */
export type PageComparison = 'same' | 'different' | 'other-version';

/** Pages of a record before its seals, with the review inside and the keys that the pages name. */
export interface SealedPages {
  readonly pages: PdfFile;
  readonly review: ForeignReview & { readonly contentSha256: string };
  readonly fingerprints: readonly string[];
}

export interface VerifyOptions {
  /** Fingerprints (SHA-256, lower-case hexadecimal) of keys and certificates known here. */
  readonly known?: ReadonlySet<string>;
  /** Whether only known keys count. */
  readonly knownOnly?: boolean;
  /** Makes the pages of a review again and compares; left out, they are not compared. */
  readonly comparePages?: (sealed: SealedPages) => Promise<PageComparison>;
}

type Content = Pick<VerifyReport, 'findings' | 'record' | 'checks'>;

/** Whether data, printed hash, visible text and seals belong together. */
export async function checkContent(
  pages: PdfFile,
  embedded: EmbeddedReview,
  signatures: readonly ExaminedSignature[],
  options: VerifyOptions,
): Promise<Content> {
  switch (embedded.kind) {
    case 'absent':
      return withoutReview(claimsToBeRecord(pages, signatures), options.knownOnly ? untrusted(signatures) : []);
    case 'broken':
      return {
        findings: [finding(embedded.code, null, embedded.detail)],
        record: null,
        checks: { data: false, printedHash: null, visibleText: null },
      };
    case 'found':
      return withReview(pages, embedded, signatures, options);
  }
}

function withoutReview(isOurs: boolean, trust: readonly Finding[]): Content {
  return {
    findings: [finding(isOurs ? 'data-missing' : 'not-a-record'), ...trust],
    record: null,
    checks: { data: isOurs ? false : null, printedHash: null, visibleText: null },
  };
}

async function withReview(
  pages: PdfFile,
  { review, contentSha256 }: Extract<EmbeddedReview, { kind: 'found' }>,
  signatures: readonly ExaminedSignature[],
  options: VerifyOptions,
): Promise<Content> {
  const { document, revision, savedAt } = review;
  const texts = textsOf(pages);
  const hasHash = texts.length > 0 && texts.every((text) => text.includes(`SHA-256${contentSha256}`));
  const fingerprints = keysOn(texts);
  const comparison = await options.comparePages?.({ pages, review: { ...review, contentSha256 }, fingerprints });
  const seals = signatures.filter(({ checked }) => checked.kind !== 'other');
  const namesOf = (some: readonly ExaminedSignature[]) => some.map(({ checked }) => checked.name);
  const valid = seals.filter(({ checked }) => checked.state === 'valid');
  // One that is there but does not fit is a finding of its own, not a missing one.
  const present = sealedApprovers(document, contentSha256, namesOf(seals));
  return {
    findings: [
      ...(hasHash ? [] : [finding('hash-not-printed')]),
      ...(comparison === 'different' ? [finding('text-differs')] : []),
      ...(comparison === 'other-version' ? [finding('text-not-compared', null, OTHER_VERSION)] : []),
      ...seals
        .filter((seal) => seal.contentSha256 !== null && seal.contentSha256 !== contentSha256)
        .map(({ checked }) => finding('seal-for-other-content', checked.number)),
      ...missingSeals(review, contentSha256, present),
      ...keyFindings(signatures, fingerprints, options.knownOnly ?? false),
    ],
    record: {
      title: document.title,
      component: document.component,
      reviewId: document.id,
      revision,
      savedAt,
      contentSha256,
      approvers: sealedApprovers(document, contentSha256, namesOf(valid)),
    },
    checks: {
      data: true,
      printedHash: hasHash,
      visibleText: comparison === undefined || comparison === 'other-version' ? null : comparison === 'same',
    },
  };
}

/** Pages that cannot be read show no hash, which is what counts here. */
function textsOf(pages: PdfFile): readonly string[] {
  try {
    return pageTexts(pages);
  } catch (error) {
    if (error instanceof PdfDamage) return [];
    throw error;
  }
}

const OTHER_VERSION = 'Another version of Groundwork made them, and lays pages out otherwise.';

/** A PDF whose review was taken out still says who made it, and its seals say what they are. */
function claimsToBeRecord(pages: PdfFile, signatures: readonly ExaminedSignature[]): boolean {
  const info = dictionaryOf(entryOf(pages, pages.trailer, 'Info'));
  const isMadeHere = textOf(entryOf(pages, info, 'Creator'))?.startsWith('Groundwork') ?? false;
  return isMadeHere || signatures.some(({ checked }) => checked.kind !== 'other');
}

/** Fingerprints of the keys that the record says it is sealed with. */
function keysOn(texts: readonly string[]): readonly string[] {
  const label = SEAL_FINGERPRINT_LABEL.replaceAll(' ', '');
  const found = texts.flatMap((text) => [...text.matchAll(new RegExp(`${label}([0-9a-f]{64})`, 'g'))]);
  return [...new Set(found.flatMap((match) => match[1] ?? []))];
}

/**
 * Integrity alone cannot tell a record from a copy that somebody sealed anew with a key of their own. So
 * every key has to be one that the record itself names on its pages, or one that is known here.
 */
function keyFindings(
  signatures: readonly ExaminedSignature[],
  printed: readonly string[],
  knownOnly: boolean,
): readonly Finding[] {
  if (knownOnly) return untrusted(signatures);
  const unknown = signatures.filter(({ checked }) => checked.state === 'valid' && !checked.isKnown);
  if (unknown.length === 0) return [];
  if (printed.length === 0) return [finding('keys-not-named')];
  return unknown
    .filter(({ fingerprints }) => !printed.some((fingerprint) => fingerprints.has(fingerprint)))
    .map(({ checked }) => finding('key-not-printed', checked.number));
}

function untrusted(signatures: readonly ExaminedSignature[]): readonly Finding[] {
  return signatures
    .filter(({ checked }) => checked.state === 'valid' && !checked.isKnown)
    .map(({ checked }) => finding('key-not-trusted', checked.number));
}
