import type { DeskRoute } from '#renderer/base/routes.ts';
import { targetOf } from '#renderer/base/use-route.ts';
import type { Template, TemplateSection } from '#shared/template/template.ts';

/** Where in a review an address leads. */
export interface ReviewPlace {
  /** The section that is shown; the first where something else is, or an unknown one is asked for. */
  readonly section: TemplateSection | undefined;
  /** Its place among the sections, from 0. */
  readonly index: number;
  /** Whether a section is shown, and not the record or another page about the whole review. */
  readonly isSection: boolean;
  /** Place on the way through the review, from 0: the record comes after the last section. */
  readonly position: number;
  /** Id of what the address leads to within the page; null for the page itself. */
  readonly target: string | null;
}

export function reviewPlace(route: DeskRoute, { sections }: Template): ReviewPlace {
  const isSection = route.page === 'section';
  const index = isSection
    ? Math.max(
        0,
        sections.findIndex(({ kind }) => kind === route.section),
      )
    : 0;
  const position = route.page === 'record' ? sections.length : index;
  return { section: sections[index], index, isSection, position, target: targetOf(route) };
}
