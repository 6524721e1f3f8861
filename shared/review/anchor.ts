import type { SectionKind, Template, TemplateSection } from '#shared/template/template.ts';

/**
 * Names a place in a review, such as `rule.safety`: the id of the element on the section's page
 * that an open point links to. Built here so that progress and pages cannot drift apart.
 */
export function anchor(section: SectionKind, ...parts: readonly string[]): string {
  return [section, ...parts].join('.');
}

/** The section of a template that an anchor lies in. */
export function sectionOfAnchor(template: Template, place: string): TemplateSection | undefined {
  const [kind] = place.split('.');
  return template.sections.find((section) => section.kind === kind);
}
