import { assertNever } from '#shared/base/assert-never.ts';
import type { TemplateSection } from './template.ts';

/** Something that a section asks, with a place of its own on its page. */
export interface ListedItem {
  readonly id: string;
  readonly name: string;
}

/** What a section asks, in its order; risks are listed by the review, as it has more of them. */
export function itemLists(section: TemplateSection): readonly ListedItem[] {
  switch (section.kind) {
    case 'context':
      return section.fields;
    case 'screening':
      return [...section.fit, ...section.misfit];
    case 'rule':
    case 'strategy':
      return section.questions;
    case 'questions':
      return section.groups.flatMap((group) => group.questions);
    case 'options':
      return section.criteria;
    case 'path':
      return section.stages;
    case 'evidence':
      return section.measures;
    case 'audit':
      return section.toolchain;
    case 'training':
      return section.topics;
    case 'commitments':
      return section.commitments;
    case 'risks':
    case 'decision':
    case 'sign-off':
      return [];
    default:
      return assertNever(section);
  }
}
