import { type ItemList, listAt, type ShapeOf } from '#shared/template/problem.ts';

/** Every list of a section, nested ones too. */
export function decisionLists(section: ShapeOf<'decision'>): readonly ItemList[] {
  return [listAt('choices', section.choices)];
}
