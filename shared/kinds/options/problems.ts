import {
  type ItemList,
  idsOf,
  listAt,
  nestedList,
  type Path,
  type ShapeOf,
  type SingleItem,
  type TemplateProblem,
  unknown,
} from '#shared/template/problem.ts';

/** Every list of a section, nested ones too. */
export function optionLists(entry: ShapeOf<'options'>): readonly ItemList[] {
  return [
    listAt('candidates', entry.candidates),
    listAt('criteria', entry.criteria),
    listAt('projectKinds', entry.projectKinds),
    ...(entry.split ? [nestedList(['split', 'parts'], entry.split.parts)] : []),
  ];
}

/** Items outside of lists that name sources. */
export function optionItems(section: ShapeOf<'options'>): readonly SingleItem[] {
  return [
    ...(section.split ? [{ path: ['split'], sources: section.split.sources }] : []),
    ...section.criteria.flatMap((criterion, index) =>
      Object.entries(criterion.cells).map(([id, cell]) => ({
        path: ['criteria', index, 'cells', id],
        sources: cell.sources,
      })),
    ),
  ];
}

/** References, conditions and limits beyond unique ids and sources. */
export function optionProblems(entry: ShapeOf<'options'>, path: Path): readonly TemplateProblem[] {
  const known = idsOf(entry.candidates);
  const reviewed = entry.candidates.flatMap(({ isReviewed }, index) => (isReviewed ? [index] : []));
  return [
    ...reviewed.slice(1).map((index) => ({
      path: [...path, 'candidates', index, 'isReviewed'],
      message: 'Only one candidate can be the one under review',
    })),
    ...entry.criteria.flatMap(({ cells }, index) =>
      Object.keys(cells).flatMap((id) => unknown('candidate', id, known, [...path, 'criteria', index, 'cells', id])),
    ),
    ...entry.projectKinds.flatMap(({ candidates }, index) =>
      candidates.flatMap((id, position) =>
        unknown('candidate', id, known, [...path, 'projectKinds', index, 'candidates', position]),
      ),
    ),
    ...(entry.split?.parts ?? []).flatMap(({ candidate }, index) =>
      unknown('candidate', candidate, known, [...path, 'split', 'parts', index, 'candidate']),
    ),
  ];
}
