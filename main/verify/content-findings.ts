import type { PdfFile } from '#main/pdf/pdf-file.ts';
import { closedAs } from '#shared/kinds/sign-off/closing.ts';
import { objectionText } from '#shared/kinds/sign-off/objection.ts';
import { signOffTally } from '#shared/kinds/sign-off/tally.ts';
import { editionName } from '#shared/review/revision.ts';
import type { Finding, VerifyReport } from '#shared/verify/verify.ts';
import { activeContent } from './active-content.ts';
import type { ExaminedSignature } from './check-signature.ts';
import { type EmbeddedReview, missingSeals, sealedApprovers } from './embedded-review.ts';
import { finding } from './finding.ts';
import { keyFindings } from './key-findings.ts';
import { makerOf } from './maker.ts';
import { readPages } from './read-pages.ts';
import { foreignPart } from './record-form.ts';
import { sealClaims } from './seal-claims.ts';
import type { PageComparison, SealedPages, VerifyOptions } from './verify-options.ts';

export type FoundContent = Pick<VerifyReport, 'findings' | 'record' | 'checks'>;

type Parts = Pick<SealedPages, 'pages' | 'sealed' | 'isSavedAnew'>;

/** Whether data, printed hash, visible text and seals of a record belong together. */
export async function recordContent(
  { pages, sealed, isSavedAnew }: Parts,
  { review: found, contentSha256 }: Extract<EmbeddedReview, { kind: 'found' }>,
  signatures: readonly ExaminedSignature[],
  options: VerifyOptions,
): Promise<FoundContent> {
  const review = { ...found, contentSha256 };
  const { document, revision, savedAt } = review;
  const { fingerprints, hasHash, comparison } = await readPages({ pages, sealed, review, isSavedAnew }, options);
  const actions = activeContent(sealed);
  const seals = signatures.filter(({ checked }) => checked.kind !== 'other');
  const claims = sealClaims(document, contentSha256, seals);
  return {
    findings: [
      // Pages that cannot be read show no hash, which is what counts, unless another program wrote them anew.
      ...(hasHash || (isSavedAnew && hasHash === null) ? [] : [finding('hash-not-printed')]),
      ...(actions.length > 0 ? [finding('record-acts', null, actions.join(', '))] : []),
      ...comparisonFindings(comparison, sealed),
      ...claims.findings,
      ...missingSeals(review, contentSha256, claims.present),
      ...keyFindings(signatures, fingerprints, options),
    ],
    record: {
      title: document.title,
      component: document.component,
      reviewId: document.id,
      edition: editionName(document),
      closedAs: closedAs(document, found.template.template, contentSha256),
      objections: signOffTally(document, found.template.template, contentSha256).objections.map(objectionText),
      revision,
      savedAt,
      contentSha256,
      approvers: sealedApprovers(document, claims.sealed),
    },
    checks: { data: true, printedHash: hasHash ?? false, visibleText: visibleText(comparison) },
  };
}

function visibleText(comparison: PageComparison | undefined): boolean | null {
  if (comparison === 'same' || comparison === 'same-words') return true;
  return comparison === 'different' ? false : null;
}

function comparisonFindings(comparison: PageComparison | undefined, sealed: PdfFile): readonly Finding[] {
  switch (comparison) {
    case 'different':
      return [finding('text-differs')];
    case 'same-words':
      return [finding('drawing-not-compared'), ...formFindings(sealed)];
    case 'other-version':
      return [finding('text-not-compared', null, OTHER_VERSION), ...formFindings(sealed)];
    case 'unknown-version': {
      const maker = makerOf(sealed);
      return [finding('version-unknown', null, maker.kind === 'unknown' ? maker.name : ''), ...formFindings(sealed)];
    }
    default:
      return [];
  }
}

/** What cannot be compared with pages of this version still has to be of the form that all of them have. */
function formFindings(sealed: PdfFile): readonly Finding[] {
  const part = foreignPart(sealed);
  return part === null ? [] : [finding('foreign-part', null, part)];
}

const OTHER_VERSION = 'Another version of Groundwork made them, and lays pages out otherwise.';

/** What makes a PDF that is no record doubtful. */
export function foreignFindings(
  file: PdfFile,
  signatures: readonly ExaminedSignature[],
  options: VerifyOptions,
): readonly Finding[] {
  const actions = activeContent(file);
  return [
    finding('not-a-record'),
    // It can name no keys on its pages, so a signature by an unknown one says nothing of who made it.
    ...keyFindings(signatures, [], options),
    ...(actions.length > 0 ? [finding('file-acts', null, actions.join(', '))] : []),
  ];
}

/** A file without a usable review: `broken` says why it is none. */
export function withoutReview(findings: readonly Finding[], data: false | null): FoundContent {
  return { findings, record: null, checks: { data, printedHash: null, visibleText: null } };
}
