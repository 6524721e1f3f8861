import type { MergeRules } from '#shared/merge/rules.ts';
import type { RecordBlock } from '#shared/record/model.ts';
import type { RecordSource } from '#shared/record/source.ts';
import type { OpenPoint } from '#shared/review/open-point.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { StrayAnswer } from '#shared/review/stray-answer.ts';
import type { ItemList, KnownIds, Path, ShapeOf, SingleItem, TemplateProblem } from '#shared/template/problem.ts';
import type { SectionKind, SectionOf, Template } from '#shared/template/template.ts';
import type { Unknown } from './not-known.ts';

/** A review as it stands, with the hash that signatures are for. */
export interface ReviewSource {
  readonly review: ReviewDocument;
  readonly template: Template;
  /** SHA-256 of the document's `signedContent`. */
  readonly contentSha256: string;
}

/** What a kind of section does, beside the form of what it holds. Each room gives all of it in its `kind.ts`. */
export interface KindRules<Kind extends SectionKind> {
  /** Whether the section plans an adoption; a review that ends with staying owes no such plan. */
  readonly isPlan: boolean;
  /** Fields that hold entries by the ids of items and say nothing to a reader themselves. */
  readonly itemMaps: readonly string[];
  /** Fields that hold entries by the ids of items and say something too, with the levels of ids below. */
  readonly namedMaps: Readonly<Record<string, number>>;
  /** Fields of its answers that belong together where two versions are merged; the empty way is the part itself. */
  readonly mergeRules: MergeRules;
  /** What the section still needs. */
  openPoints(source: ReviewSource, section: SectionOf<Kind>): readonly OpenPoint[];
  /** Why the section cannot be finished yet; empty when nothing keeps it. */
  blockedBy(review: ReviewDocument, template: Template): string;
  /** Whether nobody has filled in anything of it. */
  isUntouched(review: ReviewDocument): boolean;
  /** The section in the record. */
  recordBlocks(source: RecordSource, section: SectionOf<Kind>): readonly RecordBlock[];
  /** What the team said it does not know. */
  unknowns(review: ReviewDocument, section: SectionOf<Kind>, template: Template): readonly Unknown[];
  /** What a review says about items that a template does not have. */
  strayAnswers(
    review: ReviewDocument,
    section: SectionOf<Kind> | undefined,
    template: Template,
  ): readonly StrayAnswer[];
  /** Lists of a template's section whose ids have to differ, by their path in it. */
  itemLists(section: ShapeOf<Kind>): readonly ItemList[];
  /** Items of a template's section outside of lists that name sources. */
  singleItems(section: ShapeOf<Kind>): readonly SingleItem[];
  /** What is wrong in a template's section beyond its form, unique ids and sources. */
  relationProblems(section: ShapeOf<Kind>, path: Path, known: KnownIds): readonly TemplateProblem[];
}

/** What most kinds do not need. */
export const plainKind = {
  isPlan: false,
  itemMaps: [],
  namedMaps: {},
  mergeRules: {},
  blockedBy: () => '',
  unknowns: () => [],
  singleItems: () => [],
  relationProblems: () => [],
} as const;
