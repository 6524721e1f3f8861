import type { RecordDecision, RecordModel, RecordSection } from '#shared/record/model.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { inline, item, paragraphs, quote, yaml } from './markdown-text.ts';

/** How a record stands in a folder of architecture decision records. */
export interface MarkdownPlace {
  /** The review of the record, kept in the front matter so that its file is found again. */
  readonly reviewId: string;
  /** Status with other records named by their number, for the front matter. */
  readonly status: string;
  /** The same as Markdown, other records linked. */
  readonly linkedStatus: string;
  /** Links to other records, as Markdown. */
  readonly links: readonly string[];
}

/**
 * A decision record as Markdown in the form of MADR 4.0: its front matter and headings first, and all
 * the rest of the record under “More Information”. In a folder it also says what log4brains looks for.
 */
export function renderMarkdown(record: RecordModel, place?: MarkdownPlace): string {
  const { decision } = record;
  const context = record.sections.find((section) => section.kind === 'context');
  const rest = record.sections.filter((section) => section !== context);
  const parts = [
    frontMatter(record, place),
    `# ${inline(record.title)}`,
    place ? metadata(record, place) : '',
    standing(record),
    '## Context and Problem Statement',
    context ? markdownBlocks(context.blocks, 3) : paragraphs(record.subtitle),
    '## Decision Drivers',
    bullets(decision.drivers, 'The template asks no questions.'),
    '## Considered Options',
    bullets(
      decision.options.map((option) => option.name),
      'No options are listed.',
    ),
    '## Decision Outcome',
    outcome(record),
    '### Consequences',
    consequences(decision),
    '### Confirmation',
    bullets(decision.confirmation, 'Nothing is agreed by which to confirm it.'),
    '## Pros and Cons of the Options',
    prosAndCons(decision),
    '## More Information',
    ...rest.map(sectionText),
    place && place.links.length > 0 ? `## Links\n\n${place.links.map((link) => `- ${link}`).join('\n')}` : '',
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Key of the front matter that names the review. */
export const REVIEW_KEY = 'groundwork-review';

/** Status, date and people once more, as the list under the title that log4brains reads. */
function metadata({ decision, decidedOn }: RecordModel, { linkedStatus }: MarkdownPlace): string {
  // A comma would part one person into two.
  const deciders = decision.decisionMakers.map((person) => inline(person.replace(/\s*,\s*/g, ' – ')));
  return [
    `- Status: ${linkedStatus}`,
    `- Date: ${decidedOn}`,
    ...(deciders.length > 0 ? [`- Deciders: ${deciders.join(', ')}`] : []),
  ].join('\n');
}

/** The head of a file, which programs read. */
export function frontMatter({ decision, decidedOn }: RecordModel, place?: MarkdownPlace): string {
  const people = (names: readonly string[]) => `[${names.map(yaml).join(', ')}]`;
  return [
    '---',
    `status: ${yaml(place?.status ?? decision.status)}`,
    `date: ${decidedOn}`,
    `decision-makers: ${people(decision.decisionMakers)}`,
    `consulted: ${people(decision.consulted)}`,
    'informed: []',
    ...(decision.undo === '' ? [] : [`reversibility: ${yaml(decision.undo)}`]),
    ...(decision.reach === '' ? [] : [`reach: ${yaml(decision.reach)}`]),
    // log4brains takes the front matter for text; the empty line keeps it from becoming a heading there.
    ...(place ? [`${REVIEW_KEY}: ${yaml(place.reviewId)}`, ''] : []),
    '---',
  ].join('\n');
}

/** What a reader has to know before reading on: draft or signed, rebuilt or real, and which content. */
function standing(record: RecordModel): string {
  const lines = [
    `${record.draft ? '**DRAFT.** ' : ''}${inline(record.signOffText)}`,
    ...(record.conflict
      ? [[`**${record.conflict.title}.**`, ...record.conflict.sentences.map((sentence) => inline(sentence))].join(' ')]
      : []),
    `${inline(record.edition.text)}. Document ${record.shortHash}, saved ${record.savedAtText}.`,
    ...(record.reconstruction.trim() === '' ? [] : [`**Reconstruction.** ${paragraphs(record.reconstruction)}`]),
  ];
  return quote(lines.join('\n\n'));
}

function outcome({ decision, summary }: RecordModel): string {
  const chosen = decision.options.find((option) => option.chosen);
  const made = summary.decision;
  return [
    chosen ? `Chosen option: “${inline(chosen.name)}”.` : 'No option is marked as chosen.',
    made
      ? `Decision: **${inline(made.name)}${made.stage === '' ? '' : `: ${inline(made.stage)}`}**.`
      : 'No decision has been made.',
    paragraphs(decision.statement),
    summary.split === '' ? '' : `Split: ${inline(summary.split)}.`,
    summary.outcome ? `What the rule says: ${inline(summary.outcome.explanation)}` : '',
    summary.fit ? `What the screening says: ${inline(summary.fit.explanation)}` : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function consequences({ consequences: entries }: RecordDecision): string {
  const words = { good: 'Good, because', neutral: 'Neutral, because', bad: 'Bad, because' } as const;
  if (entries.length === 0) return '_No consequences are listed._';
  return entries.map(({ tone, text }) => item(`${words[tone]} ${text}`)).join('\n');
}

function prosAndCons({ options }: RecordDecision): string {
  if (options.length === 0) return '_No options are listed._';
  return options
    .map(({ name, pros, cons }) =>
      [
        `### ${inline(name)}`,
        bullets(
          [...pros.map((text) => `Good, because ${text}`), ...cons.map((text) => `Bad, because ${text}`)],
          'No pros and cons are listed.',
        ),
      ].join('\n\n'),
    )
    .join('\n\n');
}

function bullets(items: readonly string[], none: string): string {
  return items.length === 0 ? `_${none}_` : items.map((entry) => item(entry)).join('\n');
}

function sectionText(section: RecordSection): string {
  return [`### ${inline(section.title)}`, markdownBlocks(section.blocks, 4)].filter(Boolean).join('\n\n');
}
