import {
  type ItemList,
  type KnownIds,
  listAt,
  type Path,
  type ShapeOf,
  type TemplateProblem,
  unknown,
} from '#shared/template/problem.ts';

/** Every list of a section, nested ones too. */
export function commitmentLists(section: ShapeOf<'commitments'>): readonly ItemList[] {
  return [listAt('commitments', section.commitments)];
}

/** References beyond unique ids and sources. */
export function commitmentProblems(
  section: ShapeOf<'commitments'>,
  path: Path,
  known: KnownIds,
): readonly TemplateProblem[] {
  return section.commitments.flatMap(({ risk }, index) =>
    unknown('risk', risk, known.risks, [...path, 'commitments', index, 'risk']),
  );
}
