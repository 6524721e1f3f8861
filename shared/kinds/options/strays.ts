import type { ReviewDocument } from '#shared/review/review.ts';
import { idList, type StrayAnswer, strayId, strayKeys } from '#shared/review/stray-answer.ts';
import type { SectionOf } from '#shared/template/template.ts';

/** What the review says about items that the section of a template does not have. */
export function optionStrays(
  { options }: ReviewDocument,
  section: SectionOf<'options'> | undefined,
): readonly StrayAnswer[] {
  const candidates = [...idList(section?.candidates), ...idList(options?.own)];
  const criteria = [...idList(section?.criteria), ...idList(options?.ownCriteria)];
  const parts = idList(section?.split?.parts);
  return [
    ...(options?.candidates ?? []).flatMap((id) => strayId('options', 'options.candidates', id, candidates)),
    ...strayKeys('options', 'options.weights', options?.weights, criteria),
    ...strayKeys('options', 'options.cells', options?.cells, criteria),
    ...strayKeys('options', 'options.dissent', options?.dissent, criteria),
    ...criteria.flatMap((id) => strayKeys('options', `options.cells.${id}`, options?.cells[id], candidates)),
    ...strayId('options', 'options.projectKind', options?.projectKind, idList(section?.projectKinds)),
    ...strayKeys('options', 'options.split.parts', options?.split.parts, parts),
    ...parts.flatMap((id) =>
      strayId('options', `options.split.parts.${id}.candidate`, options?.split.parts[id]?.candidate, candidates),
    ),
  ];
}
