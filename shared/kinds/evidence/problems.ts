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
export function evidenceLists(section: ShapeOf<'evidence'>): readonly ItemList[] {
  return [listAt('measures', section.measures)];
}

/** Items outside of lists that name sources. */
export function evidenceItems({ payback, design }: ShapeOf<'evidence'>): readonly SingleItem[] {
  return [
    ...(design ? [{ path: ['design'], sources: design.sources }] : []),
    ...(payback ? [{ path: ['payback'], sources: payback.sources }] : []),
    ...(payback?.dip ? [{ path: ['payback', 'dip'], sources: payback.dip.sources }] : []),
  ];
}

/** References, conditions and limits beyond unique ids and sources. */
export function evidenceProblems(entry: ShapeOf<'evidence'>, path: Path, known: KnownIds): readonly TemplateProblem[] {
  return [
    ...unknown('risk', entry.unmeasuredRisk, known.risks, [...path, 'unmeasuredRisk']),
    ...unknown('risk', entry.design?.risk, known.risks, [...path, 'design', 'risk']),
    ...unknown('risk', entry.overpromisedRisk, known.risks, [...path, 'overpromisedRisk']),
    ...entry.measures.flatMap(({ range, better }, index) => {
      if (!range) return [];
      const rises = range.from <= range.to;
      if (range.from === range.to || rises === (better === 'higher')) return [];
      const message = `"from" is the smaller gain and "to" the larger one; where ${better} is better, "to" is the ${better} figure`;
      return [{ path: [...path, 'measures', index, 'range'], message }];
    }),
  ];
}
