import { isBlank } from '#shared/base/limits.ts';
import { commitmentState } from '#shared/kinds/commitments/answers.ts';
import { type ReviewMeasure, trackedMeasures } from '#shared/kinds/evidence/measures.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { type SectionOf, sectionOf, type Template } from '#shared/template/template.ts';
import { inline } from './markdown-text.ts';
import { measureLines } from './starter-measures.ts';

type Section = SectionOf<'commitments'>;
type Starter = NonNullable<Section['starter']>[number];
type Block = Starter['blocks'][number];

/** A file for the repository of the component. */
export interface StarterFile {
  /** From the root of the repository, with slashes. */
  readonly path: string;
  readonly text: string;
}

/**
 * The files that follow from what the team has committed itself to, as the template has them. Each names the
 * commitments and the risks behind it; what nobody committed to is in none of them.
 */
export function starterFiles(review: ReviewDocument, template: Template): readonly StarterFile[] {
  const section = sectionOf(template, 'commitments');
  if (!section) return [];
  const made = new Set(
    section.commitments.map(({ id }) => id).filter((id) => commitmentState(review, id).made === true),
  );
  const writer = { review, template, section, made };
  return (section.starter ?? [])
    .filter((file) => file.for.some((id) => made.has(id)))
    .map((file) => ({ path: file.path, text: `${fileLines(file, writer).join('\n').trimEnd()}\n` }));
}

interface Writer {
  readonly review: ReviewDocument;
  readonly template: Template;
  readonly section: Section;
  /** The commitments that the team has made. */
  readonly made: ReadonlySet<string>;
}

function fileLines(file: Starter, writer: Writer): readonly string[] {
  const blocks = file.blocks.filter((block) => block.for.length === 0 || block.for.some((id) => writer.made.has(id)));
  const measures = blocks.some((block) => block.measure !== undefined)
    ? trackedMeasures(writer.review, writer.template)
    : [];
  const lastMeasure = blocks.findLastIndex((block) => block.measure !== undefined);
  const body = blocks.flatMap((block, index) => [
    ...blockLines(file, block, measures, writer),
    ...(index === lastMeasure ? measures.filter(({ isOwn }) => isOwn).flatMap((own) => measureLines(own, [])) : []),
  ]);
  const head = headLines(file, writer);
  // A heading stands at the top of a Markdown file, before what is said about it.
  if (file.comment !== 'markdown') return [...head, '', ...body];
  const [title = '', ...rest] = body;
  return [title, '', ...head, ...rest];
}

function blockLines(
  file: Starter,
  block: Block,
  measures: readonly ReviewMeasure[],
  writer: Writer,
): readonly string[] {
  if (block.measure !== undefined) {
    const measure = measures.find(({ id }) => id === block.measure);
    return measure ? measureLines(measure, block.lines) : [];
  }
  if (file.comment === 'markdown' || block.for.length === 0) return block.lines;
  const indent = /^\s*/.exec(block.lines.find((line) => !isBlank(line)) ?? '')?.[0] ?? '';
  const reasons = reasonsFor(block.for, writer).map((reason) => `${indent}${file.comment} ${reason}`);
  return [...reasons, ...block.lines];
}

function headLines(file: Starter, writer: Writer): readonly string[] {
  const { title, component } = writer.review;
  const about = isBlank(component) ? oneLine(title) : `${oneLine(title)} (${oneLine(component)})`;
  const lines = [`Follows from the review “${about}”, written by Groundwork.`, ...reasonsFor(file.for, writer)];
  if (file.comment !== 'markdown') return lines.map((line) => `${file.comment} ${line}`);
  return lines.map((line) => `- ${inline(line)}`);
}

/** The commitments that were made, each with its risk, who sees to it and how. */
function reasonsFor(ids: readonly string[], { review, template, section, made }: Writer): readonly string[] {
  const risks = sectionOf(template, 'risks')?.risks ?? [];
  return section.commitments
    .filter(({ id }) => ids.includes(id) && made.has(id))
    .map(({ id, name, risk }) => {
      const { owner } = commitmentState(review, id);
      const against = risks.find((entry) => entry.id === risk)?.name;
      return [
        `Commitment: ${oneLine(name)}.`,
        ...(against === undefined ? [] : [`Risk: ${oneLine(against)}.`]),
        ...(isBlank(owner) ? [] : [`Seen to by ${oneLine(owner)}.`]),
      ].join(' ');
    });
}

/** Text that cannot end a comment: one line, without what nobody sees. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{C}]+/gu, ' ').trim();
}
