import { FailureError } from '#main/files/failure.ts';
import { contentSha256 } from '#main/files/hash.ts';
import { attachedReview } from '#main/pdf/attachment.ts';
import type { PdfFile } from '#main/pdf/pdf-file.ts';
import { type ForeignReview, readAnyReview } from '#main/store/foreign-review.ts';
import type { TemplateSource } from '#main/templates/template-library.ts';
import { isDraft, signOffState } from '#shared/kinds/sign-off/closing.ts';
import { approverStandings } from '#shared/kinds/sign-off/sign-off.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { Finding, VerifyReport } from '#shared/verify/verify.ts';

/** The review inside a record, or why there is none. */
export type EmbeddedReview =
  | { readonly kind: 'found'; readonly review: ForeignReview; readonly contentSha256: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'broken'; readonly code: 'data-broken' | 'data-twice'; readonly detail: string };

/** A record carries its template, so that it can be checked where the template is not known. */
const NO_TEMPLATES: TemplateSource = {
  builtIn: [],
  named: () => Promise.resolve(null),
  find: () => Promise.resolve(null),
};

/** Takes the review out of a PDF and checks it as an import would. Never throws for what the file holds. */
export async function embeddedReview(pdf: PdfFile): Promise<EmbeddedReview> {
  const attached = attachedReview(pdf);
  if (attached.kind === 'absent') return { kind: 'absent' };
  if (attached.kind !== 'found') return { kind: 'broken', code: 'data-twice', detail: attached.reason };
  try {
    const review = await readAnyReview(attached.bytes, NO_TEMPLATES);
    return { kind: 'found', review, contentSha256: contentSha256(review.document) };
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    return { kind: 'broken', code: 'data-broken', detail: error.failure.message };
  }
}

type Approvers = NonNullable<VerifyReport['record']>['approvers'];

/** The approvers whom a review names, and whether each has a seal. @param sealed ids of those who have. */
export function sealedApprovers({ signOff }: ReviewDocument, sealed: ReadonlySet<string>): Approvers {
  return signOff.approvers.map(({ id, name, role }) => ({ name, role, isSealed: sealed.has(id) }));
}

/**
 * Seals that the review asks for and that are not there: of everybody who signed it and, unless these
 * are enough by the template's rule, of all approvers.
 */
export function missingSeals(
  { document, template }: ForeignReview,
  sha256: string,
  present: ReadonlySet<string>,
): readonly Finding[] {
  const isEnough = !isDraft(signOffState(document, template.template, sha256));
  return approverStandings(document, sha256).flatMap(({ kind, approver }) => {
    const isOwed = kind === 'signed' || !isEnough;
    return present.has(approver.id) || !isOwed
      ? []
      : [{ code: 'approver-missing', signature: null, detail: approver.name }];
  });
}
