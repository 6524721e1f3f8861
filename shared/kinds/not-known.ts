import { isBlank } from '#shared/base/limits.ts';
import type { NotKnown } from './parts.ts';

/** Something that the team said it does not know, with who finds it out. */
export interface Unknown {
  /** The same each time, unique within its section. */
  readonly key: string;
  /** `anchor` of the place that it is said at. */
  readonly place: string;
  readonly what: string;
  /** Empty for nobody. */
  readonly who: string;
  /** `YYYY-MM-DD`; null for no day. */
  readonly by: string | null;
}

/** What is not known, where nobody has said yet who finds it out. */
export const UNASSIGNED: NotKnown = { who: '', by: null };

/** An entry that is marked as not known, or no longer; without the mark it is as it was before. */
export function markNotKnown<Entry extends object>(
  { notKnown: _, ...entry }: Entry & { readonly notKnown?: NotKnown | undefined },
  notKnown: NotKnown | null,
): Omit<Entry, 'notKnown'> & { readonly notKnown?: NotKnown } {
  return (notKnown === null ? entry : { ...entry, notKnown }) as Omit<Entry, 'notKnown'> & { notKnown?: NotKnown };
}

/** Whether what is not known has somebody who finds it out by a day: it counts as settled for now. */
export function isSettled(notKnown: NotKnown | undefined): boolean {
  return notKnown !== undefined && !isBlank(notKnown.who) && notKnown.by !== null;
}
