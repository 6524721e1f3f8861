import { entryOf, type PdfFile } from '#main/pdf/pdf-file.ts';
import { dictionaryOf, textOf } from '#main/pdf/pdf-values.ts';
import type { ForeignReview } from '#main/store/foreign-review.ts';
import type { Finding, VerifyReport } from '#shared/verify/verify.ts';
import { activeContent } from './active-content.ts';
import type { ExaminedSignature } from './check-signature.ts';
import { type EmbeddedReview, missingSeals, sealedApprovers } from './embedded-review.ts';
import { finding } from './finding.ts';
import { keysNamedOn } from './named-keys.ts';
import { readableTexts } from './page-text.ts';

/** How the pages of a file stand to those that its review gives. */
export type PageComparison = 'same' | 'same-words' | 'different' | 'other-version';

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
      return claimsToBeRecord(pages, signatures)
        ? withoutReview([finding('data-missing'), ...(options.knownOnly ? untrusted(signatures) : [])], false)
        : withoutReview([finding('not-a-record'), ...foreignFindings(pages, signatures, options)], null);
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

function withoutReview(findings: readonly Finding[], data: false | null): Content {
  return { findings, record: null, checks: { data, printedHash: null, visibleText: null } };
}

/**
 * What makes a PDF that is no record doubtful. It can name no keys on its pages, so a signature by an unknown
 * one says nothing of who made it: a copy of a record, printed and changed, can be signed by anybody.
 */
function foreignFindings(
  pages: PdfFile,
  signatures: readonly ExaminedSignature[],
  { knownOnly = false }: VerifyOptions,
): readonly Finding[] {
  const actions = activeContent(pages);
  return [
    ...keyFindings(signatures, [], knownOnly),
    ...(actions.length > 0 ? [finding('file-acts', null, actions.join(', '))] : []),
  ];
}

async function withReview(
  pages: PdfFile,
  { review: found, contentSha256 }: Extract<EmbeddedReview, { kind: 'found' }>,
  signatures: readonly ExaminedSignature[],
  options: VerifyOptions,
): Promise<Content> {
  const review = { ...found, contentSha256 };
  const { document, revision, savedAt } = review;
  // Pages that cannot be read show no hash, which is what counts here.
  const texts = readableTexts(pages);
  const hasHash = texts.length > 0 && texts.every((text) => text.includes(`SHA-256${contentSha256}`));
  const fingerprints = keysNamedOn(texts, review);
  const comparison = await options.comparePages?.({ pages, review, fingerprints });
  const actions = activeContent(pages);
  const seals = signatures.filter(({ checked }) => checked.kind !== 'other');
  const namesOf = (some: readonly ExaminedSignature[]) => some.map(({ checked }) => checked.name);
  const valid = seals.filter(({ checked }) => checked.state === 'valid');
  // One that is there but does not fit is a finding of its own, not a missing one.
  const present = sealedApprovers(document, contentSha256, namesOf(seals));
  return {
    findings: [
      ...(hasHash ? [] : [finding('hash-not-printed')]),
      ...(actions.length > 0 ? [finding('record-acts', null, actions.join(', '))] : []),
      ...comparisonFindings(comparison),
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
      visibleText: comparison === undefined || comparison === 'other-version' ? null : comparison !== 'different',
    },
  };
}

function comparisonFindings(comparison: PageComparison | undefined): readonly Finding[] {
  switch (comparison) {
    case 'different':
      return [finding('text-differs')];
    case 'same-words':
      return [finding('drawing-not-compared')];
    case 'other-version':
      return [finding('text-not-compared', null, OTHER_VERSION)];
    default:
      return [];
  }
}

const OTHER_VERSION = 'Another version of Groundwork made them, and lays pages out otherwise.';

/** A PDF whose review was taken out still says who made it, and its seals say what they are. */
function claimsToBeRecord(pages: PdfFile, signatures: readonly ExaminedSignature[]): boolean {
  const info = dictionaryOf(entryOf(pages, pages.trailer, 'Info'));
  const isMadeHere = textOf(entryOf(pages, info, 'Creator'))?.startsWith('Groundwork') ?? false;
  return isMadeHere || signatures.some(({ checked }) => checked.kind !== 'other');
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
