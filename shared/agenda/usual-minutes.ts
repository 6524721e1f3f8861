import { assertNever } from '#shared/base/assert-never.ts';
import type { TemplateSection } from '#shared/template/template.ts';

/**
 * Minutes that a section usually takes, by what it asks: from workshops with the built-in templates, in which the short
 * one takes half an hour and the whole one two sittings of an hour and a half.
 */
export function usualMinutes(section: TemplateSection): number {
  switch (section.kind) {
    case 'context':
      return 4;
    case 'screening':
      return 10;
    case 'rule':
      return 3 * section.questions.length;
    case 'questions':
      return 2 * section.groups.flatMap(({ questions }) => questions).length;
    case 'options':
      return 2 * section.criteria.length;
    case 'path':
      return Math.ceil(1.5 * section.stages.length);
    case 'strategy':
      return 5 + section.questions.length;
    case 'risks':
      return Math.ceil(0.75 * section.risks.length);
    case 'evidence':
      return 15;
    case 'audit':
      return 20;
    case 'training':
      return Math.max(5, section.topics.length);
    case 'commitments':
      return Math.ceil(0.75 * section.commitments.length);
    case 'decision':
      return 5;
    case 'sign-off':
      return 2;
    default:
      return assertNever(section);
  }
}
