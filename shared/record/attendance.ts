import { formatDate, formatInstant } from '#shared/base/dates.ts';
import { isBlank } from '#shared/base/fields.ts';
import { approverStandings } from '#shared/kinds/sign-off/sign-off.ts';
import { VERDICT_WORDS } from '#shared/kinds/sign-off/words.ts';
import type { RecordBlock } from './model.ts';
import { notAssessed } from './not-assessed.ts';
import type { RecordSource } from './source.ts';

interface Person {
  readonly name: string;
  readonly role: string;
  readonly part: string;
}

/** Who took part in the review and who approves it: each person once, with every part they had. */
export function attendanceBlocks(source: RecordSource): readonly RecordBlock[] {
  const { heldOn, facilitator, participants } = source.review.context;
  const people = merged([
    ...(isBlank(facilitator) ? [] : [{ name: facilitator, role: '', part: 'Facilitator' }]),
    ...participants.map(({ name, role }) => ({ name, role, part: 'Took part' })),
    ...approvers(source),
  ]);
  return [
    { kind: 'fields', rows: [{ label: 'Workshop held on', text: formatDate(heldOn) }] },
    people.length === 0
      ? notAssessed('who took part')
      : {
          kind: 'table',
          columns: [
            { title: 'Name', weight: 2.8 },
            { title: 'Role', weight: 4 },
            { title: 'Part', weight: 4.25 },
          ],
          rows: people.map(({ name, role, part }) => [{ text: name }, { text: role }, { text: part }]),
        },
  ];
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
    else known[at] = { ...same, role: same.role || person.role, part: `${same.part}; ${person.part}` };
  }
  return known;
}

function isSame(left: Person, right: Person): boolean {
  const isOneRole = left.role === right.role || isBlank(left.role) || isBlank(right.role);
  return !isBlank(left.name) && left.name === right.name && isOneRole;
}
