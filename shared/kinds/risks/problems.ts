import {
  type ItemList,
  idsOf,
  listAt,
  nestedList,
  type Path,
  type ShapeOf,
  type TemplateProblem,
  unknown,
} from '#shared/template/problem.ts';

/** Every list of a section, nested ones too. */
export function riskLists(section: ShapeOf<'risks'>): readonly ItemList[] {
  return [
    listAt('groups', section.groups),
    listAt('risks', section.risks),
    ...section.risks.map(({ mitigations }, index) => nestedList(['risks', index, 'mitigations'], mitigations)),
  ];
}

/** Groups of risks that the path raises or the team adds, beside those of the template. */
const RESERVED_GROUPS: ReadonlySet<string> = new Set(['plan', 'own']);

/** References, conditions and limits beyond unique ids and sources. */
export function riskProblems(entry: ShapeOf<'risks'>, path: Path): readonly TemplateProblem[] {
  const groups = idsOf(entry.groups);
  return [
    ...entry.groups.flatMap(({ id }, index) =>
      RESERVED_GROUPS.has(id)
        ? [{ path: [...path, 'groups', index, 'id'], message: `"${id}" is kept for the program; use another id` }]
        : [],
    ),
    ...entry.risks.flatMap(({ id, group }, index) => [
      ...unknown('group', group, groups, [...path, 'risks', index, 'group']),
      ...(id.startsWith('skipped-')
        ? [
            {
              path: [...path, 'risks', index, 'id'],
              message: 'ids that begin with "skipped-" are kept for skipped stages; use another id',
            },
          ]
        : []),
    ]),
  ];
}
