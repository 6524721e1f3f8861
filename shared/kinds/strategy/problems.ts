import {
  conditionProblems,
  type ItemList,
  idsOf,
  listAt,
  type Path,
  type ShapeOf,
  type TemplateProblem,
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
export function strategyProblems(entry: ShapeOf<'strategy'>, path: Path): readonly TemplateProblem[] {
  const known = idsOf(entry.questions);
  return entry.strategies.flatMap(({ fits }, index) =>
    conditionProblems(fits, 'question', known, [...path, 'strategies', index, 'fits']),
  );
}
