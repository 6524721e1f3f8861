import { rulesOf } from '#shared/kinds/index.ts';
import type { Unknown } from '#shared/kinds/not-known.ts';
import type { SectionKind, Template, TemplateSection } from '#shared/template/template.ts';
import type { ReviewDocument } from './review.ts';

/** Something not known, with the section that asks for it. */
export interface SectionUnknown extends Unknown {
  readonly kind: SectionKind;
  readonly title: string;
}

/** Everything that the team said it does not know, in the template's order: never dropped, and no answer either. */
export function unknownsOf(review: ReviewDocument, template: Template): readonly SectionUnknown[] {
  return template.sections.flatMap((section) =>
    inSection(review, section, template).map((unknown) => ({ kind: section.kind, title: section.title, ...unknown })),
  );
}

function inSection<Section extends TemplateSection>(review: ReviewDocument, section: Section, template: Template) {
  return rulesOf(section.kind).unknowns(review, section, template);
}
