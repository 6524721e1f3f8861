import { describe, expect, it } from 'vitest';
import { addPeople, addSitting, setParticipants, setPresent, setSittings } from '#shared/kinds/context/edit-people.ts';
import { currentSitting, personNamed, presentPeople } from '#shared/kinds/context/people.ts';
import { parseRoster } from '#shared/kinds/context/roster.ts';
import { smallReview } from '#test/support/small-review.ts';

let ids = 0;
const newId = () => `p${++ids}`;
const roster = (text: string, review = smallReview()) => addPeople(review, parseRoster(text), newId);
const names = (people: readonly { readonly name: string }[]) => people.map(({ name }) => name);

describe('the people of a review', () => {
  it('are added once, and what was missing of them is filled in', () => {
    const first = roster('Ada\nGrace, Lead');
    const second = roster('grace, Other, Core\nKim\nAda, Architect', first);
    expect(second.context.participants.map(({ id: _, ...rest }) => rest)).toEqual([
      { name: 'Ada', role: 'Architect' },
      { name: 'Grace', role: 'Lead', team: 'Core' },
      { name: 'Kim', role: '' },
    ]);
    expect(personNamed(second, '  GRACE ')?.team).toBe('Core');
    expect(personNamed(second, ' ')).toBeUndefined();
  });

  it('leave no trace of an empty team or part', () => {
    const [ada] = roster('Ada').context.participants;
    expect(Object.keys(ada ?? {})).toEqual(['id', 'name', 'role']);
    expect('sittings' in roster('Ada').context).toBe(false);
  });

  it('name the facilitator, unless somebody else is', () => {
    const led = roster('Ada, facilitator\nGrace');
    expect(led.context.facilitator).toBe('Ada');
    const [ada, grace] = led.context.participants;
    if (!ada || !grace) throw new Error('Two people');
    const handed = setParticipants(led, [
      { id: ada.id, name: 'Ada', role: '' },
      { ...grace, part: 'facilitator' },
    ]);
    expect(handed.context.facilitator).toBe('Grace');
    const own = smallReview({ context: { facilitator: 'Ines' } });
    expect(roster('Ada, facilitator', own).context.facilitator).toBe('Ines');
  });
});

describe('sittings', () => {
  const start = roster('Ada\nGrace', smallReview({ context: { heldOn: '2026-03-02' } }));
  const [ada, grace] = start.context.participants;

  it('begin with everybody in the room; the first one has the day of the workshop', () => {
    const held = addSitting(addSitting(start, 's1', '2026-05-01'), 's2', '2026-05-02');
    expect(held.context.sittings?.map(({ heldOn }) => heldOn)).toEqual(['2026-03-02', '2026-05-02']);
    expect(held.context.heldOn).toBe('2026-03-02');
    expect(currentSitting(held)?.present).toEqual([ada?.id, grace?.id]);
  });

  it('say who is in the room now', () => {
    expect(names(presentPeople(start))).toEqual(['Ada', 'Grace']);
    const without = setPresent(addSitting(start, 's1', null), 's1', ada?.id ?? '', false);
    expect(names(presentPeople(without))).toEqual(['Grace']);
    expect(names(presentPeople(setPresent(without, 's1', ada?.id ?? '', true)))).toEqual(['Ada', 'Grace']);
  });

  it('take whoever comes later into the last one only, and forget who is gone', () => {
    const two = addSitting(addSitting(start, 's1', null), 's2', null);
    const later = roster('Kim', two);
    const kim = personNamed(later, 'Kim')?.id;
    expect(later.context.sittings?.map(({ present }) => present.includes(kim ?? ''))).toEqual([false, true]);
    const fewer = setParticipants(
      later,
      later.context.participants.filter(({ name }) => name !== 'Ada'),
    );
    expect(fewer.context.sittings?.every(({ present }) => !present.includes(ada?.id ?? ''))).toBe(true);
  });

  it('leave no trace when the last one is taken away, but the day stays', () => {
    const none = setSittings(addSitting(start, 's1', null), []);
    expect('sittings' in none.context).toBe(false);
    expect(none.context.heldOn).toBe('2026-03-02');
  });
});
