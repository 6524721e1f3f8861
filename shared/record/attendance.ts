import { formatDate, formatInstant } from '#shared/base/dates.ts';
import { isBlank } from '#shared/base/limits.ts';
import type { Participant } from '#shared/kinds/context/answers.ts';
import { namedPeople, roleAndTeam, sittingsOf } from '#shared/kinds/context/people.ts';
import { REVIEW_PART_WORDS } from '#shared/kinds/context/words.ts';
import { approverStandings } from '#shared/kinds/sign-off/sign-off.ts';
import { VERDICT_WORDS } from '#shared/kinds/sign-off/words.ts';
import { empty } from './blocks.ts';
import type { RecordBlock, RecordField } from './model.ts';
import type { RecordSource } from './source.ts';

interface Person {
  readonly name: string;
  readonly role: string;
  readonly team?: string | undefined;
  readonly part: string;
}

/** Who took part in the review and who approves it: each person once, with every part they had. */
export function attendanceBlocks(source: RecordSource): readonly RecordBlock[] {
  const { facilitator, participants } = source.review.context;
  const people = merged([
    ...(isBlank(facilitator) ? [] : [{ name: facilitator, role: '', part: 'Facilitator' }]),
    ...participants.map((person) => participant(source, person)),
    ...approvers(source),
  ]);
  return [
    { kind: 'fields', rows: heldRows(source) },
    people.length === 0
      ? empty('Nobody is named.')
      : {
          kind: 'table',
          columns: [
            { title: 'Name', weight: 2.8 },
            { title: 'Role', weight: 4 },
            { title: 'Part', weight: 4.25 },
          ],
          rows: people.map((person) => [{ text: person.name }, { text: roleAndTeam(person) }, { text: person.part }]),
        },
  ];
}

/** The day of the workshop; of several sittings each, with how many of the people were there. */
function heldRows({ review }: RecordSource): readonly RecordField[] {
  const sittings = sittingsOf(review);
  if (sittings.length === 0) return [{ label: 'Workshop held on', text: formatDate(review.context.heldOn) }];
  const all = namedPeople(review);
  return sittings.map(({ heldOn, present }, index) => {
    const away = all.filter(({ id }) => !present.includes(id)).map(({ name }) => name);
    const there = `${all.length - away.length} of ${all.length} people there`;
    const day = heldOn === null ? 'no date' : formatDate(heldOn);
    const who = away.length === 0 ? 'all people there' : `${there}; not there: ${away.join(', ')}`;
    return { label: sittings.length === 1 ? 'Workshop' : `Sitting ${index + 1}`, text: `${day}, ${who}` };
  });
}

/** What somebody did, and at which of several sittings they were. */
function participant({ review }: RecordSource, { id, name, role, team, part }: Participant): Person {
  const sittings = sittingsOf(review);
  const numbers = sittings.flatMap(({ present }, index) => (present.includes(id) ? [String(index + 1)] : []));
  const what = part === undefined ? 'Took part' : REVIEW_PART_WORDS[part];
  return { name, role, team, part: `${what}${whenThere(numbers, sittings.length)}` };
}

function whenThere(numbers: readonly string[], sittings: number): string {
  if (sittings <= 1) return numbers.length < sittings ? ', not there' : '';
  if (numbers.length === 0) return ', at no sitting';
  return `, at ${numbers.length === 1 ? 'sitting' : 'sittings'} ${new Intl.ListFormat('en').format(numbers)}`;
}

function approvers({ review, contentSha256 }: RecordSource): readonly Person[] {
  return approverStandings(review, contentSha256).map((standing) => {
    const { name, role } = standing.approver;
    if (standing.kind === 'unsigned') return { name, role, part: 'Approver: not signed' };
    const { verdict, signedAt } = standing.signature;
    const earlier = standing.kind === 'stale' ? ' (for an earlier content)' : '';
    return {
      name,
      role,
      part: `Approver: ${VERDICT_WORDS[verdict].toLowerCase()}, ${formatInstant(signedAt)}${earlier}`,
    };
  });
}

/** People of the same name as one, unless they have different roles. */
function merged(people: readonly Person[]): readonly Person[] {
  const known: Person[] = [];
  for (const person of people) {
    const at = known.findIndex((other) => isSame(other, person));
    const same = known[at];
    if (!same) known.push(person);
    else
      known[at] = {
        ...same,
        role: same.role || person.role,
        team: same.team ?? person.team,
        part: both(same.part, person.part),
      };
  }
  return known;
}

/** Two parts of one person; what the second says more exactly stands for the first. */
function both(first: string, second: string): string {
  return second.startsWith(first) ? second : `${first}; ${second}`;
}

function isSame(left: Person, right: Person): boolean {
  const isOneRole = left.role === right.role || isBlank(left.role) || isBlank(right.role);
  return !isBlank(left.name) && left.name === right.name && isOneRole;
}
