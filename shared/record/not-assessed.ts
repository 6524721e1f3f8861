import { chosenDecision } from '#shared/kinds/decision/decision.ts';
import { isPlanSpared } from '#shared/review/progress.ts';
import { partOf, type ReviewDocument } from '#shared/review/review.ts';
import type { SectionKind } from '#shared/template/template.ts';
import { empty } from './blocks.ts';
import { NOT_ASSESSED, type RecordBlock } from './model.ts';
import type { RecordSource } from './source.ts';

/** Says of a section, or of a thing in it, that it was not assessed, and why: not needed, or nobody got to it. */
export function notAssessed({ review, template }: RecordSource, kind: SectionKind, what = ''): RecordBlock {
  const choice = chosenDecision(review, template);
  const why =
    choice && isPlanSpared(kind, review, template)
      ? `not needed, because the decision is “${choice.name}”`
      : 'nobody got to it';
  return empty(`${[NOT_ASSESSED, what].filter(Boolean).join(': ')}: ${why}.`);
}

/** Whether nobody has filled in anything of a section. Who approves is asked apart, so a sign-off never counts as untouched. */
export function isUntouched(review: ReviewDocument, kind: SectionKind): boolean {
  switch (kind) {
    case 'context':
      // The candidate comes with the template.
      return holdsNothing([review.component, review.current, review.context]);
    case 'path':
      return holdsNothing({
        ...review.path,
        // A stage that is open is one that nobody has planned.
        stages: Object.values(review.path.stages).map((plan) =>
          plan.state === 'open' ? { ...plan, state: '' } : plan,
        ),
      });
    case 'rule':
    case 'strategy':
    case 'risks':
      return holdsNothing(review[kind]);
    case 'decision':
      // A split is decided among the options.
      return holdsNothing(review.decision) && !partOf(review, 'options').split.chosen;
    case 'sign-off':
      return false;
    default:
      return holdsNothing(partOf(review, kind));
  }
}

/** Whether a value is what a review begins with: no text, no choice, no entry. */
function holdsNothing(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  if (typeof value === 'object' && value !== null) return Object.values(value).every(holdsNothing);
  return value === null || value === undefined || value === false;
}
