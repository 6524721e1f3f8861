import { LINE_LIMIT, LIST_LIMIT } from '#shared/base/limits.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { Participant, ReviewPart, Sitting } from './answers.ts';
import { editContext } from './edit.ts';
import { currentSitting, isSameName, nameKey, sittingsOf } from './people.ts';
import type { RosterLine } from './roster.ts';

/** What the form of a person can change; an emptied team and no part leave no trace in the document. */
export interface PersonChange {
  readonly name?: string;
  readonly role?: string;
  readonly team?: string;
  readonly part?: ReviewPart | null;
}

/** A person with a change made to them. */
export function changedPerson(person: Participant, change: PersonChange): Participant {
  const { team, part, ...rest } = { ...person, ...change };
  return { ...rest, ...(team && { team }), ...(part && { part }) };
}

/**
 * Replaces who takes part. Who is new counts as present in the sitting that is held now, who is gone leaves
 * all of them. Who is made the facilitator is named as such, unless somebody else is.
 */
export function setParticipants(document: ReviewDocument, participants: readonly Participant[]): ReviewDocument {
  const before = document.context.participants;
  const added = participants.filter(({ id }) => !before.some((person) => person.id === id)).map(({ id }) => id);
  const facilitator = facilitatorAfter(document, participants);
  const changed = editContext(document, { participants, facilitator });
  // The same people: what is drawn of the sittings stays as it is.
  if (added.length === 0 && participants.length === before.length) return changed;
  const kept = new Set(participants.map(({ id }) => id));
  const current = currentSitting(document);
  const sittings = sittingsOf(document).map((sitting) => ({
    ...sitting,
    present: [...sitting.present.filter((id) => kept.has(id)), ...(sitting === current ? added : [])],
  }));
  return setSittings(changed, sittings);
}

function facilitatorAfter({ context }: ReviewDocument, participants: readonly Participant[]): string {
  const leads = (people: readonly Participant[]) => people.find(({ part }) => part === 'facilitator')?.name ?? '';
  const before = leads(context.participants);
  const isFollowed = context.facilitator === '' || isSameName(context.facilitator, before);
  return isFollowed && before !== leads(participants) ? leads(participants) : context.facilitator;
}

/** Adds people from a list; of those who are there already, what was missing is filled in. */
export function addPeople(document: ReviewDocument, lines: readonly RosterLine[], newId: () => string): ReviewDocument {
  const people = [...document.context.participants];
  const places = new Map(people.map(({ name }, at) => [nameKey(name), at] as const).toReversed());
  for (const { name, role, team, part } of lines) {
    const at = places.get(nameKey(name));
    const known = at === undefined ? undefined : people[at];
    if (at !== undefined && known) {
      people[at] = changedPerson(known, {
        role: known.role || role,
        team: known.team ?? team,
        part: known.part ?? part,
      });
    } else if (people.length < LIST_LIMIT) {
      places.set(nameKey(name), people.length);
      people.push(changedPerson({ id: newId(), name: name.slice(0, LINE_LIMIT), role }, { team, part }));
    }
  }
  return setParticipants(document, people);
}

/** Replaces the sittings; the day of the workshop follows the first one. */
export function setSittings(document: ReviewDocument, sittings: readonly Sitting[]): ReviewDocument {
  const { sittings: _, ...context } = document.context;
  if (sittings.length === 0) return { ...document, context };
  return { ...document, context: { ...context, heldOn: sittings[0]?.heldOn ?? null, sittings } };
}

/** Notes a further sitting, with everybody in the room. The first one takes the day of the workshop. */
export function addSitting(document: ReviewDocument, id: string, heldOn: string | null): ReviewDocument {
  const sittings = sittingsOf(document);
  const day = sittings.length === 0 ? (document.context.heldOn ?? heldOn) : heldOn;
  const present = document.context.participants.map((person) => person.id);
  return setSittings(document, [...sittings, { id, heldOn: day, present }]);
}

/** Says whether a person was at a sitting. */
export function setPresent(
  document: ReviewDocument,
  sitting: string,
  person: string,
  isPresent: boolean,
): ReviewDocument {
  return setSittings(
    document,
    sittingsOf(document).map((entry) => {
      if (entry.id !== sitting) return entry;
      const others = entry.present.filter((id) => id !== person);
      return { ...entry, present: isPresent ? [...others, person] : others };
    }),
  );
}
