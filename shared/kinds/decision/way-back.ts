import { formatDate } from '#shared/base/dates.ts';
import { isBlank } from '#shared/base/limits.ts';
import { needed, type OpenPoint } from '#shared/review/open-point.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { sectionOf, type Template } from '#shared/template/template.ts';
import type { WayBack } from './answers.ts';
import { chosenDecision } from './decision.ts';
import { REACH_WORDS, UNDO_WORDS } from './words.ts';

/** Of a decision that says nothing of it. */
const NO_WAY_BACK: WayBack = {
  undo: null,
  price: '',
  untilStage: null,
  until: null,
  reach: null,
  prototype: '',
  heard: '',
};

/** What the decision says of its way back. */
export function wayBackOf({ decision }: ReviewDocument): WayBack {
  return decision.wayBack ?? NO_WAY_BACK;
}

/**
 * Whether the way back is asked for: where the template wants it, of a decision for the candidate. Staying
 * can always be looked at again, and learning first decides nothing yet.
 */
export function asksWayBack(review: ReviewDocument, template: Template): boolean {
  return sectionOf(template, 'decision')?.wayBack === true && chosenDecision(review, template)?.lean === 'for';
}

/** What is still to be said of it; a decision that cannot be undone owes more. */
export function wayBackPoints(review: ReviewDocument, template: Template): readonly OpenPoint[] {
  if (!asksWayBack(review, template)) return [];
  const { undo, price, reach, prototype, heard } = wayBackOf(review);
  const isFinal = undo === 'no';
  return [
    ...needed(undo === null, 'decision', ['undo'], 'Say whether the decision can be undone'),
    ...needed(undo === 'at-a-price' && isBlank(price), 'decision', ['price'], 'Say what going back costs'),
    ...needed(reach === null, 'decision', ['reach'], 'Say how far the decision reaches'),
    ...needed(
      isFinal && isBlank(prototype),
      'decision',
      ['prototype'],
      'Say what a prototype showed, or why there was none',
    ),
    ...needed(isFinal && isBlank(heard), 'decision', ['heard'], 'Say who was heard outside the room'),
  ];
}

/** The way back in sentences, such as “Can be undone at a price until “Library”. Price: two weeks. Reaches: the whole team.” */
export function wayBackText(review: ReviewDocument, template: Template): string {
  const { undo, price, reach } = wayBackOf(review);
  const limit = undo === 'no' ? '' : wayBackLimit(review, template);
  return [
    undo === null ? '' : `${UNDO_WORDS[undo]}${limit === '' ? '' : ` until ${limit}`}.`,
    undo === 'at-a-price' && !isBlank(price) ? `Price: ${price.trim().replace(/\.$/, '')}.` : '',
    reach === null ? '' : `Reaches: ${lowerFirst(REACH_WORDS[reach])}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** Until which stage or day there is a way back; empty where nobody said. */
export function wayBackLimit(review: ReviewDocument, template: Template): string {
  const { untilStage, until } = wayBackOf(review);
  const stage = sectionOf(template, 'path')?.stages.find(({ id }) => id === untilStage);
  return [stage ? `“${stage.name}”` : '', formatDate(until)].filter(Boolean).join(' or ');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
