import { closedAs } from '#shared/kinds/sign-off/closing.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { Template } from '#shared/template/template.ts';

/** A version of a review, with the hash that its signatures are for. */
export interface Version {
  readonly document: ReviewDocument;
  readonly contentSha256: string;
}

/** Why two versions of a review cannot be merged, with what to do; null when they can. */
export function mergeProblem(a: Version, b: Version, template: Template): string | null {
  if (a.document.template.sha256 !== b.document.template.sha256) {
    return 'The two versions were made from different versions of their template. Bring both onto the same one first.';
  }
  if ([a, b].every(({ document, contentSha256 }) => closedAs(document, template, contentSha256) === null)) return null;
  return 'A closed review stays as it is and is not merged. Keep the other version as a review of its own, or start the next revision and write into it what it lacks.';
}
