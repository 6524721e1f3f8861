import type { ReviewStore } from '#main/store/review-store.ts';
import type { Answer } from '#shared/contract/contract.ts';
import { changedPerson } from '#shared/kinds/context/edit-people.ts';
import { isSameName, namedPeople } from '#shared/kinds/context/people.ts';
import type { ReviewDocument } from '#shared/review/review.ts';

type KnownPerson = Answer<'people.known'>['people'][number];

/** Reviews that are looked into, the last saved first: enough for a team, and quick in a large workbook. */
const REVIEWS = 40;
const PEOPLE = 200;

/**
 * People of the reviews saved last, each once, as they were in the newest. Reviews rebuilt from public sources do not
 * count, nor files that cannot be read: their list says so elsewhere.
 */
export async function knownPeople(store: ReviewStore, except: string): Promise<readonly KnownPerson[]> {
  // All of them, as the people are asked for once; a workbook whose list is still filling answers when it is full.
  const { reviews } = await store.list();
  const looked = reviews.filter(({ id, reconstruction }) => id !== except && !reconstruction).slice(0, REVIEWS);
  const known: KnownPerson[] = [];
  for (const { id } of looked) {
    const opened = await store.open(id).catch(() => null);
    for (const person of opened ? peopleOf(opened.document) : []) {
      if (!known.some(({ name }) => isSameName(name, person.name))) known.push(person);
    }
  }
  return known.slice(0, PEOPLE);
}

/** Who takes part; the facilitator and the approvers, too, where they are not on the list. */
function peopleOf(review: ReviewDocument): readonly KnownPerson[] {
  const { facilitator } = review.context;
  const named = [
    ...namedPeople(review),
    changedPerson({ id: '', name: facilitator, role: '' }, { part: 'facilitator' }),
    ...review.signOff.approvers.map(({ name, role }) => changedPerson({ id: '', name, role }, { part: 'approver' })),
  ];
  return named.filter(({ name }) => name.trim() !== '').map(({ id: _, ...person }) => person);
}
