import { isSettled } from '#shared/kinds/not-known.ts';
import { workItems } from '#shared/record/work-items.ts';
import type { Template } from '#shared/template/template.ts';
import type { OpenPoint } from './open-point.ts';
import type { ReviewDocument } from './review.ts';
import { type SectionUnknown, unknownsOf } from './unknowns.ts';

/** Who has to do with a place of a review: owners of what stands there, by the anchor of the place. */
export function ownersByPlace(review: ReviewDocument, template: Template): Readonly<Record<string, readonly string[]>> {
  const owners: Record<string, readonly string[]> = {};
  for (const { place, owner } of workItems(review, template)) {
    if (place === '' || owner.trim() === '') continue;
    const known = owners[place] ?? [];
    owners[place] = known.includes(owner) ? known : [...known, owner];
  }
  for (const { id, name } of review.signOff.approvers) if (name.trim() !== '') owners[`sign-off.${id}`] = [name];
  return owners;
}

/** Who has to do with an open point; nobody for most. */
export function peopleOf(
  { target }: OpenPoint,
  owners: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  return owners[target] ?? [];
}

/** What is not known and has somebody who finds it out by a day: settled for now. */
export function settledUnknowns(review: ReviewDocument, template: Template): readonly SectionUnknown[] {
  return unknownsOf(review, template).filter(isSettled);
}
