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
export function auditLists(section: ShapeOf<'audit'>): readonly ItemList[] {
  return [
    listAt('counterparts', section.counterparts),
    listAt('packages', section.packages ?? []),
    listAt('toolchain', section.toolchain),
  ];
}

/** References beyond unique ids and sources. */
export function auditProblems(section: ShapeOf<'audit'>, path: Path, known: KnownIds): readonly TemplateProblem[] {
  return unknown('risk', section.gapRisk, known.risks, [...path, 'gapRisk']);
}
