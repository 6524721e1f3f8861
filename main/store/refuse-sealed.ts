import { FailureError } from '#main/files/failure.ts';
import { contentSha256 } from '#main/files/hash.ts';
import type { TemplateLibrary } from '#main/templates/template-library.ts';
import { closingProblem } from '#shared/kinds/sign-off/closing.ts';
import { sealedProblem } from '#shared/kinds/sign-off/sealed.ts';
import type { ReviewDocument } from '#shared/review/review.ts';

/**
 * Refuses a change to what is closed, and a closing that does not fit its signatures, whoever asks for it: screens do not offer one, and this is the
 * last look before the disk.
 * @throws {FailureError} `sealed`
 */
export async function refuseSealed(
  templates: TemplateLibrary,
  before: ReviewDocument,
  after: ReviewDocument,
): Promise<void> {
  if (before.signOff.signatures.length === 0 && !before.closed && !after.closed) return;
  const loaded = await templates.find(before.template.sha256);
  const problem =
    loaded &&
    (sealedProblem(before, after, loaded.template, contentSha256(before)) ??
      (before.closed ? null : closingProblem(after, loaded.template, contentSha256(after))));
  if (problem) throw new FailureError('sealed', `${problem} Nothing was saved.`);
}
