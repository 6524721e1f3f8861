import { isBlank } from '#shared/base/limits.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { Participant, ReviewPart, Sitting } from './answers.ts';

type Context = Pick<ReviewDocument, 'context'>;

/** What somebody can do in a review, in the order in which it is offered. */
export const REVIEW_PARTS: readonly ReviewPart[] = [
  'facilitator',
  'decider',
  'contributor',
  'observer',
  'approver',
  'adviser',
];

/** Who takes part and has a name. */
export function namedPeople({ context }: Context): readonly Participant[] {
  return context.participants.filter(({ name }) => !isBlank(name));
}

/** The same list each time, so that what is drawn from it need not be drawn again. */
const NONE: readonly Sitting[] = [];

/** The sittings of a review, in their order; none while nobody noted who was there. */
export function sittingsOf({ context }: Context): readonly Sitting[] {
  return context.sittings ?? NONE;
}

/** The sitting that is held now: the last one. */
export function currentSitting(review: Context): Sitting | null {
  return sittingsOf(review).at(-1) ?? null;
}

/** Who has a name and is in the room: those of the last sitting, all while no sitting is noted. */
export function presentPeople(review: Context): readonly Participant[] {
  const sitting = currentSitting(review);
  const people = namedPeople(review);
  return sitting ? people.filter(({ id }) => sitting.present.includes(id)) : people;
}

/** Who has this name, whatever the case and the spaces around it. */
export function personNamed(review: Context, name: string): Participant | undefined {
  return isBlank(name) ? undefined : review.context.participants.find((person) => isSameName(person.name, name));
}

/** Whether two names are one, whatever their case, spaces and composition of accents. */
export function isSameName(left: string, right: string): boolean {
  return nameKey(left) === nameKey(right);
}

/** The same for names that are one, see `isSameName`. */
export function nameKey(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Role and team in a line, such as “Architect, Payments”. */
export function roleAndTeam({
  role,
  team = '',
}: {
  readonly role: string;
  readonly team?: string | undefined;
}): string {
  return [role, team].filter((part) => !isBlank(part)).join(', ');
}
