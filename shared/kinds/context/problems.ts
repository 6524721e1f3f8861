import { type ItemList, listAt, type ShapeOf } from '#shared/template/problem.ts';

/** Every list of a section, nested ones too. */
export function contextLists(section: ShapeOf<'context'>): readonly ItemList[] {
  return [listAt('fields', section.fields)];
}
