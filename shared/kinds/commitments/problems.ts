import {
  duplicates,
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
  const risks = section.commitments.flatMap(({ risk }, index) =>
    unknown('risk', risk, known.risks, [...path, 'commitments', index, 'risk']),
  );
  return [...risks, ...starterProblems(section, path)];
}

/** Files for commitments that are not there, and two files of one name. */
function starterProblems(section: ShapeOf<'commitments'>, path: Path): readonly TemplateProblem[] {
  const ids = new Set(section.commitments.map(({ id }) => id));
  const files = section.starter ?? [];
  const named = (commitments: readonly string[], at: Path) =>
    commitments.flatMap((id, index) => unknown('commitment', id, ids, [...at, 'for', index]));
  return [
    ...duplicates(files, [...path, 'starter'], (file) => file.path.toLowerCase()),
    ...files.flatMap((file, index) => {
      const at = [...path, 'starter', index];
      const blocks = file.blocks.flatMap((block, place) => named(block.for, [...at, 'blocks', place]));
      return [...named(file.for, at), ...blocks];
    }),
  ];
}
