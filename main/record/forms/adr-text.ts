import type { RecordModel } from '#shared/record/model.ts';
import { adrLabel, adrLink } from './adr-name.ts';
import { type MarkdownPlace, REVIEW_KEY, renderMarkdown } from './markdown.ts';
import { inline } from './markdown-text.ts';

/** A record of a folder that another one names, by its path in the folder. */
export interface AdrRelations {
  /** Of the record itself. */
  readonly path: string;
  readonly older: string | null;
  readonly newer: string | null;
}

/**
 * A record as text for its place in a folder: Markdown, or in a folder of reStructuredText or AsciiDoc a document of
 * that kind that says title, status and date itself and holds the record as Markdown text.
 */
export function adrText(record: RecordModel, reviewId: string, { path, older, newer }: AdrRelations): string {
  const { status } = record.decision;
  const isSuperseded = newer !== null && status.startsWith('superseded');
  const place: MarkdownPlace = {
    reviewId,
    status: isSuperseded ? `superseded by ${adrLabel(newer)}` : status,
    linkedStatus: isSuperseded ? `superseded by ${adrLink(path, newer)}` : inline(status),
    links: older === null ? [] : [`Supersedes ${adrLink(path, older)}`],
  };
  if (/\.rst$/i.test(path)) return structuredText(record, place, older);
  return /\.(adoc|asciidoc)$/i.test(path) ? asciiDoc(record, place, older) : renderMarkdown(record, place);
}

/** Whether a folder's own form is not Markdown, so that the record stands in it as a listing. */
export function isListing(path: string): boolean {
  return /\.(rst|adoc|asciidoc)$/i.test(path);
}

/** https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html */
function structuredText(record: RecordModel, place: MarkdownPlace, older: string | null): string {
  const title = record.title.replace(/\s+/g, ' ').replace(/[\\`*_|:<>]/g, '\\$&');
  const lines = listing(record)
    .split('\n')
    .map((line) => (line === '' ? '' : `   ${line}`));
  return [
    title,
    // Wide letters count twice.
    '='.repeat([...title].reduce((sum, letter) => sum + (letter > '\u02ff' ? 2 : 1), 0)),
    '',
    ...fields(record, place, older),
    '',
    '.. code-block:: markdown',
    '',
    ...lines,
    '',
  ].join('\n');
}

/** https://docs.asciidoctor.org/asciidoc/latest/ */
function asciiDoc(record: RecordModel, place: MarkdownPlace, older: string | null): string {
  const text = listing(record);
  const fence = '-'.repeat(Math.max(3, ...[...text.matchAll(/^-+$/gm)].map(([rule]) => rule.length)) + 1);
  const title = record.title.replace(/\s+/g, ' ').replace(/[{\\]/g, '\\$&');
  return [`= ${title}`, ...fields(record, place, older), '', '[source,markdown]', fence, text, fence, ''].join('\n');
}

function fields(record: RecordModel, { reviewId, status }: MarkdownPlace, older: string | null): readonly string[] {
  return [
    `:status: ${status}`,
    `:date: ${record.decidedOn}`,
    ...(older === null ? [] : [`:supersedes: ${adrLabel(older)}`]),
    `:${REVIEW_KEY}: ${reviewId}`,
  ];
}

/** The record as Markdown without its front matter, which the document around it says in its own form. */
function listing(record: RecordModel): string {
  return renderMarkdown(record)
    .replace(/^---\n.*?\n---\n+/s, '')
    .trimEnd();
}
