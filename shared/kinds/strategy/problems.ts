import {
  conditionProblems,
  type ItemList,
  idsOf,
  type KnownIds,
  listAt,
  type Path,
  type ShapeOf,
  type TemplateProblem,
  unknown,
} from '#shared/template/problem.ts';

/** Every list of a section, nested ones too. */
export function strategyLists(section: ShapeOf<'strategy'>): readonly ItemList[] {
  return [
    listAt('questions', section.questions),
    listAt('strategies', section.strategies),
    listAt('rules', section.rules),
  ];
}

/** References, conditions and limits beyond unique ids and sources. */
export function strategyProblems(
  entry: ShapeOf<'strategy'>,
  path: Path,
  { risks }: KnownIds,
): readonly TemplateProblem[] {
  const known = idsOf(entry.questions);
  return [
    ...entry.questions.flatMap(({ risk }, index) =>
      unknown('risk', risk, risks, [...path, 'questions', index, 'risk']),
    ),
    ...entry.strategies.flatMap(({ fits }, index) =>
      conditionProblems(fits, 'question', known, [...path, 'strategies', index, 'fits']),
    ),
  ];
}
