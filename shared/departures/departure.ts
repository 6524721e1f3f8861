import { chosenDecision } from '#shared/kinds/decision/decision.ts';
import { anchor } from '#shared/review/anchor.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { type DecisionChoice, type PathStage, sectionOf, type Template } from '#shared/template/template.ts';

/** An answer that a departure rests on: its `anchor`, and what it says. */
export interface Basis {
  readonly place: string;
  readonly text: string;
}

/** Where the decision or the plan departs from what the review itself says. None is forbidden. */
export interface Departure {
  /** Stays the same while the departure lasts; a reason is kept under it. */
  readonly id: string;
  readonly text: string;
  /** The answers it rests on; never empty. */
  readonly rests: readonly Basis[];
  /** The `anchor` of the place where it can be mended. */
  readonly place: string;
  /** The reason the team wrote; empty while it owes one. */
  readonly reason: string;
  /** The `anchor` of the field that the reason is written in. */
  readonly reasonAt: string;
}

/** What all families of departures look at. */
export interface Reviewed {
  readonly review: ReviewDocument;
  readonly template: Template;
  /** Null while nothing is decided. */
  readonly choice: DecisionChoice | null;
  /** The stage that the decision is for; null for none. */
  readonly stage: PathStage | null;
}

/** A review with the decision that its departures are measured against. */
export function reviewed(review: ReviewDocument, template: Template): Reviewed {
  const choice = chosenDecision(review, template);
  const stages = sectionOf(template, 'path')?.stages ?? [];
  const stage = choice?.needsStage ? stages.find(({ id }) => id === review.decision.stage) : undefined;
  return { review, template, choice, stage: stage ?? null };
}

/** Whether the review plans an adoption; one that ends with staying owes no plan, so none can depart. */
export function hasPlan({ choice }: Reviewed): boolean {
  return choice?.lean !== 'against';
}

/** Ids have at most 64 characters, also those made of a prefix and an id of the template. */
export function departureId(...parts: readonly string[]): string {
  return parts.join('-').slice(0, 64).replace(/-+$/, '');
}

type Reason = Pick<Departure, 'reason' | 'reasonAt'>;

/** A reason that is kept with the decision, under the id of the departure. */
export function reasonOf({ decision }: ReviewDocument, id: string): Reason {
  return { reason: decision.departureReasons?.[id] ?? '', reasonAt: anchor('decision', 'departure', id) };
}

/** A reason in the field that reviews have had for it from the first release. */
export function contradictionReason({ decision }: ReviewDocument): Reason {
  return { reason: decision.contradictionReason, reasonAt: anchor('decision', 'contradiction') };
}

/** Names in quotation marks: the first few, and how many more there are. */
export function quoted(names: readonly string[], most = 3): string {
  const shown = names.slice(0, most).map((name) => `“${name}”`);
  const more = names.length - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${more} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
