import {
  conditionProblems,
  type ItemList,
  idsOf,
  type KnownIds,
  listAt,
  type Path,
  type ShapeOf,
  type TemplateProblem,
} from '#shared/template/problem.ts';

/** Every list of a section, nested ones too. */
export function screeningLists(section: ShapeOf<'screening'>): readonly ItemList[] {
  return [listAt('fit', section.fit), listAt('misfit', section.misfit), listAt('motivations', section.motivations)];
}

/** References, conditions and limits beyond unique ids and sources. */
export function screeningProblems(
  entry: ShapeOf<'screening'>,
  path: Path,
  known: KnownIds,
): readonly TemplateProblem[] {
  const fit = idsOf(entry.fit);
  const conditions = (['fit', 'misfit'] as const).flatMap((side) =>
    entry[side].flatMap(({ clash }, index) =>
      conditionProblems(clash?.when ?? null, 'question', known.ruleQuestions, [...path, side, index, 'clash', 'when']),
    ),
  );
  // Both lists share the answers, so an id may stand in only one of them.
  const shared = entry.misfit.flatMap(({ id }, index) =>
    fit.has(id) ? [{ path: [...path, 'misfit', index], message: `"${id}" stands among the fit signals too` }] : [],
  );
  return [...conditions, ...shared];
}
