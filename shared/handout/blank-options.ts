import type { SectionOf } from '#shared/template/template.ts';
import { apart, grid, heading, tickOne, told, write } from './blocks.ts';
import type { HandoutBlock } from './model.ts';

/** Candidates side by side in one score grid; more go into another one. */
const CANDIDATES_AT_ONCE = 4;
const OWN_CRITERIA = 3;
const SCORES = ['1', '2', '3', '4', '5'];

/** The score grid of the options, with room for candidates and criteria of the team's own. */
export function blankOptions({
  candidates,
  criteria,
  projectKinds,
  split,
}: SectionOf<'options'>): readonly HandoutBlock[] {
  const given = candidates.filter(({ preselected }) => preselected).map(({ name }) => name);
  // At least one column is for a candidate of the team's own.
  const parts = Array.from({ length: Math.floor(given.length / CANDIDATES_AT_ONCE) + 1 }, (_, index) =>
    Array.from({ length: CANDIDATES_AT_ONCE }, (__, at) => given[index * CANDIDATES_AT_ONCE + at] ?? '………………'),
  );
  const rows = [...criteria.map(({ name }) => name), ...Array<string>(OWN_CRITERIA).fill('………………………')];
  return [
    ...(projectKinds.length === 0 ? [] : [tickOne('Kind of project', ...projectKinds.map(({ name }) => name))]),
    ...told('Circle a weight from 0 to 5 for each criterion, then a score from 1 to 5 for each candidate.'),
    ...parts.map((part) =>
      grid(
        [['Criterion', 3], ['Weight', 1.5], ...part.map((name) => [name, 1.5] as const)],
        rows.map((name) => [name, apart('0', ...SCORES), ...part.map(() => apart(...SCORES))]),
      ),
    ),
    write('Why the scores that matter are as they are', 6),
    ...(split
      ? [
          heading(split.name, 1),
          ...told(split.help),
          tickOne('Split', 'Yes', 'No'),
          write('Why, and what belongs where', 3),
        ]
      : []),
  ];
}
