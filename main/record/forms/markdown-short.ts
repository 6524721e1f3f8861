import { formatDate } from '#shared/base/dates.ts';
import { clip } from '#shared/record/blocks.ts';
import type { RecordAction, RecordModel } from '#shared/record/model.ts';
import { actionNote } from '#shared/record/summary.ts';
import { frontMatter } from './markdown.ts';
import { inline, item, quote } from './markdown-text.ts';

/** Longest line of a list, and longest paragraph, in characters: a short record fits two screens. */
const LINE = 160;
const TEXT = 480;
/** Entries of each list; how many more there are is said. */
const ENTRIES = 5;

/**
 * A decision record as Markdown that fits a pull request, in the form of MADR 4.0 with only what a reader needs there: what
 * was decided and why, who objects, what follows, what is next, and where the whole stands.
 */
export function renderShortMarkdown(record: RecordModel): string {
  const { decision, summary } = record;
  const parts = [
    frontMatter(record),
    `# ${inline(record.title)}`,
    standing(record),
    '## Context and Problem Statement',
    inline(clip(record.subtitle === '' ? record.title : record.subtitle, LINE)),
    list(
      summary.answers.map(({ name, answer }) => `${name}: ${answer}`),
      '',
    ),
    '## Considered Options',
    list(
      summary.options.map(({ name, chosen, reasons }) =>
        [chosen ? `${name} (chosen)` : name, reasons].filter(Boolean).join(': '),
      ),
      'No options are listed.',
    ),
    '## Decision Outcome',
    outcome(record),
    '### Consequences',
    list(
      decision.consequences.map(({ tone, text }) => `${CONSEQUENCES[tone]}, because ${text}`),
      'No consequences are listed.',
    ),
    ...(summary.departures.length === 0
      ? []
      : [
          '### Departures from the review',
          list(
            summary.departures.map(({ text }) => text),
            '',
          ),
        ]),
    '### Next',
    list(summary.nextActions.map(actionLine), 'No action is open.'),
    `The whole record, with its evidence and the review as data, is the PDF of document ${record.shortHash}.`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const CONSEQUENCES = { good: 'Good', neutral: 'Neutral', bad: 'Bad' } as const;

function standing(record: RecordModel): string {
  const { objections } = record.summary;
  return quote(
    [
      `${record.draft ? '**DRAFT.** ' : ''}${inline(record.signOffText)} ${inline(record.edition.text)}.`,
      ...(record.conflict ? [`**${inline(record.conflict.title)}.**`] : []),
      ...objections.map((objection) => inline(clip(objection, TEXT))),
      ...(record.reconstruction.trim() === '' ? [] : [inline(clip(`Reconstruction. ${record.reconstruction}`, LINE))]),
    ].join('\n\n'),
  );
}

function outcome({ summary, decision }: RecordModel): string {
  const made = summary.decision;
  if (!made) return 'No decision has been made.';
  const name = [made.name, made.stage].filter(Boolean).join(': ');
  const rule = summary.outcome ? ` ${inline(clip(`What the rule says: ${summary.outcome.name}.`, LINE))}` : '';
  return [
    `**${inline(name)}.** ${inline(clip(decision.statement, TEXT))}${rule}`,
    inline(clip(summary.wayBack, LINE)),
    summary.reviewAgain === '' ? '' : inline(clip(`Looked at again: ${summary.reviewAgain}`, LINE)),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function actionLine(action: RecordAction): string {
  const status = action.due === null ? '' : ` by ${formatDate(action.due)}`;
  return `${action.text} (${actionNote({ ...action, due: null })}${status})`;
}

/** The first entries as a list, each on a line; `none` stands in place of an empty one. */
function list(entries: readonly string[], none: string): string {
  if (entries.length === 0) return none === '' ? '' : `_${none}_`;
  const more = entries.length - ENTRIES;
  const lines = entries.slice(0, ENTRIES).map((entry) => item(clip(entry, LINE)));
  return [...lines, ...(more > 0 ? [item(`and ${more} more`)] : [])].join('\n');
}
