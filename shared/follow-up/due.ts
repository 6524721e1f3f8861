import * as z from 'zod';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import { dateSchema } from '#shared/base/fields.ts';
import { closedAs } from '#shared/kinds/sign-off/closing.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { afterwardsOf } from '#shared/review/revision.ts';
import type { Template } from '#shared/template/template.ts';
import { followUpItems } from './items.ts';

/** Something with a date that waits for somebody, as the list of reviews keeps it. */
export const dueSchema = z.strictObject({
  key: z.string(),
  kind: z.string(),
  title: z.string(),
  owner: z.string(),
  on: dateSchema,
});

export type Due = DeepReadonly<z.output<typeof dueSchema>>;

/** Most of what is due that is kept of one review. */
const LIMIT = 60;

/**
 * What of a review has a date and is not settled, the earliest first. Nothing of what does not hold or is put away, and of a
 * reconstruction nothing that was to be done before it was written down: that was another team's work.
 */
export function dueOf(review: ReviewDocument, template: Template, contentSha256: string): readonly Due[] {
  if (isSetAside(review, template, contentSha256)) return [];
  const since = review.reconstruction === '' ? '' : review.createdAt.slice(0, 10);
  return followUpItems(review, template)
    .flatMap(({ key, kind, title, owner, due, isSettled }) =>
      // Criteria have the day of their stage, which stands for them.
      due === null || due < since || isSettled || kind === 'Exit criterion'
        ? []
        : [{ key, kind, title: title.slice(0, 300), owner, on: due }],
    )
    .toSorted((left, right) => (left.on < right.on ? -1 : left.on > right.on ? 1 : 0))
    .slice(0, LIMIT);
}

/**
 * Why a decision is to be looked at again, in a sentence: a tripwire fired since somebody looked last. Null for no reason.
 */
export function lookAgain(review: ReviewDocument, template: Template, contentSha256: string): string | null {
  if (isSetAside(review, template, contentSha256)) return null;
  const looked = (review.followUp ?? []).findLast(({ on, state }) => on === 'review' && state === 'done')?.at ?? '';
  const fired = followUpItems(review, template).flatMap(({ kind, title, state, changes }) => {
    const at = changes.findLast((entry) => entry.state === 'fired')?.at ?? '';
    return kind === 'Tripwire' && state === 'fired' && at > looked ? [title] : [];
  });
  return fired.length === 0 ? null : `Tripwire fired: ${fired.join('; ')}`;
}

/** Whether a review does not hold any more, was never agreed, or lies in the archive. */
function isSetAside(review: ReviewDocument, template: Template, contentSha256: string): boolean {
  const isAway = afterwardsOf(review) !== null || review.filing?.archivedAt !== undefined;
  return isAway || closedAs(review, template, contentSha256) === 'not-agreed';
}
