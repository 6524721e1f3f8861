import { FailureError } from '#main/files/failure.ts';
import { contentSha256 } from '#main/files/hash.ts';
import type { TemplateLibrary } from '#main/templates/template-library.ts';
import { sealedProblem } from '#shared/kinds/sign-off/sealed.ts';
import type { ReviewDocument } from '#shared/review/review.ts';

/**
 * Refuses a change to what is signed, whoever asks for it: screens do not offer one, and this is the
 * last look before the disk.
 * @throws {FailureError} `sealed`
 */
export async function refuseSealed(
  templates: TemplateLibrary,
  before: ReviewDocument,
  after: ReviewDocument,
): Promise<void> {
  if (before.signOff.signatures.length === 0) return;
  const loaded = await templates.find(before.template.sha256);
  const problem = loaded && sealedProblem(before, after, loaded.template, contentSha256(before));
  if (problem) throw new FailureError('sealed', `${problem} Nothing was saved.`);
}
