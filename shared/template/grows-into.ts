import { itemLists } from './listed-items.ts';
import type { Template, TemplateSection } from './template.ts';

/**
 * Whether a review of one template can be continued in another one with everything it holds: the other has each of its
 * sections and, under the same ids, all that they ask. So a half-hour review becomes the whole one.
 */
export function growsInto(from: Template, to: Template): boolean {
  if (from.id === to.id || from.candidate !== to.candidate) return false;
  return from.sections.every((section) => {
    const other = to.sections.find(({ kind }) => kind === section.kind);
    const ids = new Set(other ? asked(other) : []);
    return other !== undefined && asked(section).every((id) => ids.has(id));
  });
}

/** Ids of all that a section asks or lets choose. */
function asked(section: TemplateSection): readonly string[] {
  const items = itemLists(section).map(({ id }) => id);
  if (section.kind === 'risks') return section.risks.map(({ id }) => id);
  return section.kind === 'decision' ? section.choices.map(({ id }) => id) : items;
}
