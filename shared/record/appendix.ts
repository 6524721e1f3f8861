import { formatDate, formatInstant } from '#shared/base/dates.ts';
import { isBlank } from '#shared/base/limits.ts';
import { rulesOf } from '#shared/kinds/index.ts';
import { shortHash, UNSIGNED_PARTS } from '#shared/kinds/sign-off/sign-off.ts';
import type { SectionProgress } from '#shared/review/progress.ts';
import { editionText } from '#shared/review/revision.ts';
import type { TemplateSection } from '#shared/template/template.ts';
import { supersedesText } from './after-signing.ts';
import { empty, heading, ifField, ifWritten } from './blocks.ts';
import type { RecordBlock, RecordField, RecordLength } from './model.ts';
import { notAssessed, planNotAssessed } from './not-assessed.ts';
import type { RecordSource } from './source.ts';

/** Everything still open: sections that nobody touched by name, what the others lack point by point. */
export function openPointBlocks(source: RecordSource, progress: readonly SectionProgress[]): readonly RecordBlock[] {
  const untouched = source.template.sections.filter(({ kind }) => rulesOf(kind).isUntouched(source.review));
  const kinds = new Set(untouched.map(({ kind }) => kind));
  const rows = progress.flatMap(({ kind, title, openPoints }) =>
    openPoints.length === 0 || kinds.has(kind)
      ? []
      : [[{ text: title }, { text: openPoints.map(({ text }) => text).join('\n') }]],
  );
  if (rows.length === 0 && untouched.length === 0) return [empty('Nothing is open.')];
  return [
    ...notAssessedSections(source, untouched),
    ...(rows.length === 0
      ? []
      : [
          {
            kind: 'table',
            columns: [
              { title: 'Section', weight: 2, heads: true },
              { title: 'What is open', weight: 5 },
            ],
            rows,
          } as const,
        ]),
  ];
}

/** Sections that nobody touched, those that were not needed apart. */
function notAssessedSections(source: RecordSource, untouched: readonly TemplateSection[]): readonly RecordBlock[] {
  const { sections } = source.template;
  const named = (isPlan: boolean) =>
    untouched
      .filter(({ kind }) => rulesOf(kind).isPlan === isPlan)
      .map((section) => `${sections.indexOf(section) + 1} ${section.title}`)
      .join('; ');
  const [plans, others] = [named(true), named(false)];
  return [...(others === '' ? [] : [notAssessed(others)]), ...(plans === '' ? [] : [planNotAssessed(source, plans)])];
}

/** The sources of the template that other parts of a record refer to, by the numbers by which they do. */
export function sourceBlocks(
  { template }: RecordSource,
  parts: readonly { readonly blocks: readonly RecordBlock[] }[],
): readonly RecordBlock[] {
  const cited = new Set([...JSON.stringify(parts).matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number)));
  const items = template.sources.flatMap((source, index) =>
    cited.has(index + 1)
      ? [
          {
            text: `[${index + 1}] ${source.title}`,
            url: source.url ?? '',
            note: [
              [source.author, source.published].filter(Boolean).join(', '),
              source.note,
              source.bias === undefined ? '' : `Point of view: ${source.bias}`,
            ]
              .filter((part) => !isBlank(part ?? ''))
              .map((part) => part?.replace(/\.$/, ''))
              .join('. '),
          },
        ]
      : [],
  );
  return items.length === 0 ? [] : [{ kind: 'links', items }];
}

/** Prints the document hash of the review that a record carries: what is left out is what `signedContent` leaves out. */
const HASH_COMMAND = `jq -jc '.document | del(${['id', ...UNSIGNED_PARTS, 'supersedes.content'].map((part) => `.${part}`).join(', ')})' review.groundwork.json | sha256sum`;

/** What the review is about, whole: where a record has no section on it. */
export function subjectRows({ review }: RecordSource): readonly RecordField[] {
  return [
    ...ifField('Component', review.component),
    ...ifField('Candidate', review.candidate),
    ...ifField('Built with today', review.current),
  ];
}

/** What the record is, how it was made and how to check it; in a full one also how to read it. */
export function aboutBlocks(source: RecordSource, length: RecordLength = 'full'): readonly RecordBlock[] {
  const { review, template, ...stored } = source;
  const published = template.published === null ? '' : `, published ${formatDate(template.published)}`;
  return [
    {
      kind: 'fields',
      rows: [
        { label: 'Title', text: review.title },
        { label: 'Document hash', text: `${stored.contentSha256} (short: ${shortHash(stored.contentSha256)})` },
        { label: 'Decision', text: editionText(review) },
        ...(review.supersedes ? [{ label: 'Supersedes', text: supersedesText(review) }] : []),
        ...(review.filing && review.filing.tags.length > 0
          ? [{ label: 'Filed under', text: review.filing.tags.join(', ') }]
          : []),
        {
          label: 'Review',
          text: `${review.id}, begun ${formatInstant(review.createdAt)}, saved ${formatInstant(stored.savedAt)}`,
        },
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
        'In Groundwork: the page Verify, or this command, checks seals, hash and pages, and says what it found.',
      ],
    },
    { kind: 'code', text: 'groundwork verify record.pdf' },
    {
      kind: 'list',
      items: [
        'With poppler: the last signature must cover the total document, and the keys be those whose seal fingerprints are printed here, if any are. The second command takes out the review and its template that these pages were made from.',
      ],
    },
    { kind: 'code', text: 'pdfsig record.pdf\npdfdetach -saveall record.pdf' },
    {
      kind: 'list',
      items: [
        'The document hash is the SHA-256 of that review without its id, its sign-off, what was recorded after the signing and the text of a superseded record, written as canonical JSON (RFC 8785). Any change of the content gives another one. Where jq is at hand, this prints it.',
      ],
    },
    { kind: 'code', text: HASH_COMMAND },
    ...(length === 'full' ? [heading(1, 'How to read it'), HOW_TO_READ] : []),
  ];
}

const HOW_TO_READ: RecordBlock = {
  kind: 'list',
  items: [
    'Everything the team wrote is in it; wording set back comes from the template, and numbers in square brackets refer to its sources. Times are in UTC.',
    'DRAFT means that this content is not approved yet: a signature, or an approval in a role that has to approve, is missing. A signature belongs to one exact content; when the review changes afterwards, it no longer counts, and the record says so.',
    'Exposure is likelihood × impact (1 to 5 each): to 4 low, to 9 moderate, to 15 high, then critical. A risk keeps its number, however it is rated.',
    'A character that cannot be printed stands as its code: [U+0007] is one that only sounds a bell.',
  ],
};
