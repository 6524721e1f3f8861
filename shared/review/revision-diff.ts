import { contentKinds } from '#shared/kinds/index.ts';
import { comparableRounds } from '#shared/rounds/rounds.ts';
import type { SectionKind, Template } from '#shared/template/template.ts';
import { compareNodes, compareValues, type ReviewChange, same, TOP } from './compare-values.ts';
import type { ReviewDocument } from './review.ts';
import { type Node, sentence, words } from './revision-names.ts';

export interface SectionChanges {
  /** `review`: what stands above the sections, such as the title. */
  readonly kind: SectionKind | 'review';
  readonly title: string;
  readonly changes: readonly ReviewChange[];
}

/**
 * What differs in the content of two states of a review, field by field, in the template's order.
 * Sign-off is left out, as it is no content. Names of items come from `template`; what it does not
 * have keeps its id. Rows of lists belong together by their id.
 */
export function diffReviews(
  before: ReviewDocument,
  after: ReviewDocument,
  template: Template,
): readonly SectionChanges[] {
  const parts = template.sections.filter((section) => section.kind !== 'sign-off');
  const shown = new Set<SectionKind>(parts.map(({ kind }) => kind));
  const elsewhere = contentKinds.filter((kind) => !shown.has(kind));
  const found: SectionChanges[] = [
    { kind: 'review', title: 'The review', changes: compareNodes(head(before), head(after), TOP) },
    ...parts.map((section) => sectionChanges(section.kind, section.title, section)),
    ...elsewhere.map((kind) => sectionChanges(kind, sentence(words(kind)), null)),
  ];
  return found.filter(({ changes }) => changes.length > 0);

  function sectionChanges(kind: Exclude<SectionKind, 'sign-off'>, title: string, section: unknown): SectionChanges {
    const [left, right] = [before[kind], after[kind]];
    const scopes = [section, right, left, template.sections, after, before];
    return { kind, title, changes: same(left, right) ? [] : compareValues(left, right, '', { ...TOP, scopes }) };
  }
}

function head(review: ReviewDocument): Node {
  const { title, component, candidate, current, reconstruction, template, toDo, rounds = [] } = review;
  const version = `${template.id} ${template.version}`;
  const votes = comparableRounds(rounds);
  return { title, component, candidate, current, reconstruction, template: version, votes, ...(toDo && { toDo }) };
}
