import {
  type ItemList,
  type KnownIds,
  listAt,
  nestedList,
  type Path,
  type ShapeOf,
  type SingleItem,
  type TemplateProblem,
  unknown,
} from '#shared/template/problem.ts';

/** Every list of a section, nested ones too. */
export function pathLists(section: ShapeOf<'path'>): readonly ItemList[] {
  return [listAt('stages', section.stages), ...section.stages.flatMap(stageLists)];
}

function stageLists(stage: ShapeOf<'path'>['stages'][number], index: number): readonly ItemList[] {
  return [
    nestedList(['stages', index, 'exitCriteria'], stage.exitCriteria),
    ...(stage.skipRisk ? [nestedList(['stages', index, 'skipRisk', 'mitigations'], stage.skipRisk.mitigations)] : []),
  ];
}

/** Items outside of lists that name sources. */
export function pathItems(section: ShapeOf<'path'>): readonly SingleItem[] {
  return section.wholesale ? [{ path: ['wholesale'], sources: section.wholesale.sources }] : [];
}

/** References beyond unique ids and sources. */
export function pathProblems(section: ShapeOf<'path'>, path: Path, known: KnownIds): readonly TemplateProblem[] {
  return [
    ...unknown('risk', section.wholesale?.risk, known.risks, [...path, 'wholesale', 'risk']),
    ...section.stages.flatMap(({ after }, index) =>
      unknown('phase', after, known.phases, [...path, 'stages', index, 'after']),
    ),
  ];
}
