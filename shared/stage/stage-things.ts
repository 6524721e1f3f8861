import { anchor } from '#shared/review/anchor.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionKind, Template, TemplateSection } from '#shared/template/template.ts';
import type { StageThing } from './judgement.ts';
import {
  decisionThings,
  evidenceThings,
  optionThings,
  questionThings,
  riskThings,
  ruleThings,
  screeningThings,
} from './section-things.ts';

/** What one section shows on the stage. Not a table: rooms import each other here, and a table would need them all at once. */
function thingsOf(kind: SectionKind, review: ReviewDocument, template: Template): readonly StageThing[] {
  switch (kind) {
    case 'screening':
      return screeningThings(review, template);
    case 'rule':
      return ruleThings(review, template);
    case 'questions':
      return questionThings(review, template);
    case 'options':
      return optionThings(review, template);
    case 'evidence':
      return evidenceThings(review, template);
    case 'risks':
      return riskThings(review, template);
    case 'decision':
      return decisionThings(review, template);
    default:
      return [];
  }
}

/** Everything that the stage can show of a review, in the order of its template. */
export function stageThings(review: ReviewDocument, template: Template): readonly StageThing[] {
  return template.sections.flatMap((section) => thingsIn(section, review, template));
}

/** What the stage can show of one section; none where the template does not have it. */
export function sectionThings(review: ReviewDocument, template: Template, kind: SectionKind): readonly StageThing[] {
  const section = template.sections.find((entry) => entry.kind === kind);
  return section ? thingsIn(section, review, template) : [];
}

function thingsIn(
  { kind, title, intro }: TemplateSection,
  review: ReviewDocument,
  template: Template,
): readonly StageThing[] {
  const things = thingsOf(kind, review, template);
  if (things.length > 0) return things;
  return [{ id: anchor(kind), section: kind, kind: 'section', item: '', name: title, text: intro, judgements: [] }];
}

/**
 * What the stage shows for a place in the review: the thing itself, the one that the place lies in, or the first of its
 * section; without a place, the first of all.
 */
export function thingAt(things: readonly StageThing[], place: string | null): StageThing | null {
  if (place === null) return things[0] ?? null;
  const holders = things.filter(({ id }) => place === id || place.startsWith(`${id}.`));
  const nearest = holders.toSorted((left, right) => right.id.length - left.id.length)[0];
  const [section] = place.split('.');
  return nearest ?? things.find((thing) => thing.section === section) ?? things[0] ?? null;
}
