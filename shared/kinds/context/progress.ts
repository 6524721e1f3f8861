import { isBlank } from '#shared/base/limits.ts';
import { needed, type OpenPoint } from '#shared/review/open-point.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionOf } from '#shared/template/template.ts';
import type { Participant } from './answers.ts';

export function contextPoints(review: ReviewDocument, section: SectionOf<'context'>): readonly OpenPoint[] {
  return [
    ...needed(isBlank(review.component), 'context', ['component'], 'Name the component under review'),
    ...needed(isBlank(review.candidate), 'context', ['candidate'], 'Name the candidate'),
    ...needed(review.context.participants.every(isUnnamed), 'context', ['participants'], 'List who takes part'),
    ...section.fields.flatMap((field) =>
      needed(
        field.required && isBlank(review.context.fields[field.id] ?? ''),
        'context',
        [field.id],
        `Fill in “${field.name}”`,
      ),
    ),
  ];
}

/** A role alone names somebody too: reviews rebuilt from public sources have no names. */
function isUnnamed({ name, role }: Participant): boolean {
  return isBlank(name) && isBlank(role);
}
