import { auditAnswers } from '#shared/kinds/audit/schema.ts';
import { commitmentsAnswers } from '#shared/kinds/commitments/schema.ts';
import { evidenceAnswers } from '#shared/kinds/evidence/schema.ts';
import { optionsAnswers } from '#shared/kinds/options/schema.ts';
import { questionsAnswers } from '#shared/kinds/questions/schema.ts';
import { screeningAnswers } from '#shared/kinds/screening/schema.ts';
import { trainingAnswers } from '#shared/kinds/training/schema.ts';
import type { ReviewDocument } from './review.ts';

const NOTHING = {
  screening: screeningAnswers.parse({}),
  questions: questionsAnswers.parse({}),
  options: optionsAnswers.parse({}),
  evidence: evidenceAnswers.parse({}),
  audit: auditAnswers.parse({}),
  training: trainingAnswers.parse({}),
  commitments: commitmentsAnswers.parse({}),
} as const satisfies Partial<ReviewDocument>;

/** Parts of a review that are absent until somebody fills them in, so that older hashes stay true. */
export type OptionalPart = keyof typeof NOTHING;
export type Part<Name extends OptionalPart> = NonNullable<ReviewDocument[Name]>;

/** One of the optional parts of a review; an untouched one when it is absent. */
export function partOf<Name extends OptionalPart>(review: ReviewDocument, name: Name): Part<Name> {
  return (review[name] ?? NOTHING[name]) as Part<Name>;
}
