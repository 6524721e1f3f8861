import { formatDate, formatInstant } from '#shared/base/dates.ts';
import { isBlank } from '#shared/base/limits.ts';
import { shortHash, UNSIGNED_PARTS } from '#shared/kinds/sign-off/sign-off.ts';
import type { SectionProgress } from '#shared/review/progress.ts';
import { editionName } from '#shared/review/revision.ts';
import { supersedesText } from './after-signing.ts';
import { empty, heading, ifWritten } from './blocks.ts';
import type { RecordBlock } from './model.ts';
import type { RecordSource } from './source.ts';

/** Everything still open, section by section. */
export function openPointBlocks(progress: readonly SectionProgress[]): readonly RecordBlock[] {
  const rows = progress.flatMap(({ title, openPoints }) =>
    openPoints.length === 0 ? [] : [[{ text: title }, { text: openPoints.map(({ text }) => text).join('\n') }]],
  );
  if (rows.length === 0) return [empty('Nothing is open.')];
  return [
    {
      kind: 'table',
      columns: [
        { title: 'Section', weight: 2 },
        { title: 'What is open', weight: 5 },
      ],
      rows,
    },
  ];
}

/** The sources that the template rests on, numbered as the record refers to them. */
export function sourceBlocks({ template }: RecordSource): readonly RecordBlock[] {
  if (template.sources.length === 0) return [empty('The template names no sources.')];
  return [
    {
      kind: 'links',
      items: template.sources.map((source, index) => ({
        text: `[${index + 1}] ${source.title}`,
        url: source.url ?? '',
        note: [
          [source.author, source.published].filter(Boolean).join(', '),
          source.note,
          source.bias === undefined ? '' : `Point of view: ${source.bias}`,
        ]
          .filter((part) => part !== '')
          .join('\n'),
      })),
    },
  ];
}

/** Prints the document hash of the review that a record carries: what is left out is what `signedContent` leaves out. */
const HASH_COMMAND = `jq -jc '.document | del(${['id', ...UNSIGNED_PARTS, 'supersedes.content'].map((part) => `.${part}`).join(', ')})' review.groundwork.json | sha256sum`;

/** What the record is, how it was made and how to check it. */
export function aboutBlocks({ review, template, ...stored }: RecordSource): readonly RecordBlock[] {
  const published = template.published === null ? '' : `, published ${formatDate(template.published)}`;
  return [
    {
      kind: 'fields',
      rows: [
        { label: 'Title', text: review.title },
        { label: 'Document hash', text: stored.contentSha256 },
        { label: 'Short hash', text: shortHash(stored.contentSha256) },
        { label: 'Revision', text: editionName(review) },
        ...(review.supersedes ? [{ label: 'Supersedes', text: supersedesText(review) }] : []),
        { label: 'Saved', text: formatInstant(stored.savedAt) },
        ...(review.filing && review.filing.tags.length > 0
          ? [{ label: 'Filed under', text: review.filing.tags.join(', ') }]
          : []),
        { label: 'Review', text: `${review.id}, begun ${formatInstant(review.createdAt)}` },
        {
          label: 'Template',
          text: `${template.title} (${review.template.id}), version ${review.template.version}${published}`,
        },
        { label: 'Template hash', text: review.template.sha256 },
      ],
    },
    ...(isBlank(review.reconstruction) ? [] : [heading(1, 'Reconstruction'), ...ifWritten(review.reconstruction)]),
    heading(1, 'How to check it'),
    {
      kind: 'list',
      items: [
        'In a PDF viewer: its signature panel shows who signed, in which order, and whether anything was changed since. A draft has no signatures there.',
        'On the command line, pdfsig says the same. The last signature must cover the total document, and the keys be those whose seal fingerprints are printed here, if any are.',
        'pdfdetach -saveall takes out review.groundwork.json, the review and its template that these pages were made from.',
        'The document hash is the SHA-256 of that review without its id, its sign-off, what was recorded after the signing and the text of a superseded record, written as canonical JSON (RFC 8785). It is on every page. Any change of the content gives another one.',
        `Where jq is at hand, this prints it: ${HASH_COMMAND}`,
        'groundwork verify, or the app’s Verify page, checks all of this and compares the pages.',
      ],
    },
    heading(1, 'How to read it'),
    {
      kind: 'list',
      items: [
        'Groundwork made this record from the saved review. Everything the team wrote is in it; wording set back comes from the template.',
        'Numbers in square brackets refer to the list of sources. Times are in UTC.',
        'DRAFT means that nobody has closed this content yet: it can still change, whoever has signed it.',
        'A signature belongs to one exact content. When the review changes afterwards, it is kept but no longer counts, and the record says so.',
        'Not assessed comes with its reason: skipped by choice, not needed because of the decision, or nobody got to it.',
        'Exposure is likelihood × impact (1 to 5 each): to 4 low, to 9 moderate, to 15 high, then critical.',
        'A character that cannot be printed stands as its code: [U+0007] is one that only sounds a bell.',
      ],
    },
  ];
}
