import {
  type ItemList,
  type KnownIds,
  listAt,
  type Path,
  type ShapeOf,
  type SingleItem,
  type TemplateProblem,
  unknown,
} from '#shared/template/problem.ts';

/** Every list of a section, nested ones too. */
export function trainingLists(section: ShapeOf<'training'>): readonly ItemList[] {
  return [listAt('topics', section.topics), listAt('phases', section.phases)];
}

/** Items outside of lists that name sources. */
export function trainingItems(section: ShapeOf<'training'>): readonly SingleItem[] {
  return section.protectedTime ? [{ path: ['protectedTime'], sources: section.protectedTime.sources }] : [];
}

/** References, conditions and limits beyond unique ids and sources. */
export function trainingProblems(entry: ShapeOf<'training'>, path: Path, known: KnownIds): readonly TemplateProblem[] {
  return [
    ...unknown('risk', entry.protectedTimeRisk, known.risks, [...path, 'protectedTimeRisk']),
    ...entry.phases.flatMap(({ fromWeek, toWeek }, index) =>
      fromWeek > toWeek
        ? [{ path: [...path, 'phases', index, 'toWeek'], message: 'the phase ends before it begins' }]
        : [],
    ),
  ];
}
