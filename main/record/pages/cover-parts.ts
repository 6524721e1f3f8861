import { formatDate } from '#shared/base/dates.ts';
import { isBlank } from '#shared/base/limits.ts';
import { clip } from '#shared/record/blocks.ts';
import { NO_REASON } from '#shared/record/departures.ts';
import { NOT_FILLED_IN, type RecordModel, type RecordSummary } from '#shared/record/model.ts';
import { actionNote, reasonsText } from '#shared/record/summary.ts';
import { badgeWidth, drawBadge } from './badge.ts';
import { groundedSlices } from './blocks.ts';
import { bulletSlices } from './bullet.ts';
import { baseline } from './canvas.ts';
import type { Column } from './column.ts';
import { fieldSlices } from './fields.ts';
import { drawStack, heightOf, keepNext, type Slice } from './flow.ts';
import type { PdfFonts } from './fonts.ts';
import { besideFirst, paragraphSlices, textSlices } from './paragraph.ts';
import { tableSlices } from './table.ts';
import { Tag } from './tag.ts';
import { tagged } from './tagged.ts';
import { CONTENT_WIDTH, PAGE, STYLES, TONES } from './theme.ts';

export const WIDE_COLUMN: Column = { x: PAGE.left, width: CONTENT_WIDTH };
const GUTTER_WIDTH = 24;
const HALF_WIDTH = (CONTENT_WIDTH - GUTTER_WIDTH) / 2;
export const LEFT_COLUMN: Column = { x: PAGE.left, width: HALF_WIDTH };
export const RIGHT_COLUMN: Column = { x: PAGE.left + HALF_WIDTH + GUTTER_WIDTH, width: HALF_WIDTH };

/** Facts on the first page are set closer together than in the sections. */
const COMPACT_SPACING = { label: 86, row: 0.5, style: STYLES.cell };

/** How much the first page tells; a fuller review gets a terser page. */
export interface Density {
  /** Longest title, statement and note on a reconstruction, in characters. */
  readonly title: number;
  readonly statement: number;
  readonly reconstruction: number;
  readonly reasons: boolean;
  /** How many departures are named, and the longest one, in characters. */
  readonly departures: number;
  readonly departure: number;
  readonly risks: number;
  /** How many options are named, and the longest of their reasons, in characters. */
  readonly options: number;
  readonly option: number;
  readonly actions: number;
  /** How many objections are told, and the longest one, in characters. */
  readonly objections: number;
  readonly objection: number;
  /** Whether each signer has a card, with room to sign on paper, a row, or half a row; and how many are named. */
  readonly signatures: 'cards' | 'rows' | 'pairs';
  readonly signers: number;
  /** Longest name, condition, reason or trigger, in characters. */
  readonly line: number;
}

/** Two stacks side by side, in one piece. */
export function columnSlices(left: readonly Slice[], right: readonly Slice[]): readonly Slice[] {
  const height = Math.max(heightOf(left), heightOf(right));
  if (height === 0) return [];
  return [
    {
      height,
      gap: 10,
      keep: false,
      draw: (canvas, y) => {
        drawStack(canvas, y, left);
        drawStack(canvas, y, right);
      },
    },
  ];
}

export function labelSlices(text: string, column: Column, fonts: PdfFonts, gap = 0): readonly Slice[] {
  return keepNext(tagged('H2', textSlices(text, STYLES.eyebrow, column, gap, fonts)));
}

export function factSlices(
  { summary, shortHash, edition, heldOn, facilitator }: RecordModel,
  { line }: Density,
  fonts: PdfFonts,
): readonly Slice[] {
  const rows = [
    { label: 'Component', text: clip(summary.component, line) },
    { label: 'Candidate', text: clip(summary.candidate, line) },
    ...(isBlank(summary.current) ? [] : [{ label: 'Built with today', text: clip(summary.current, line) }]),
    { label: 'Workshop', text: [formatDate(heldOn), clip(facilitator, Math.min(line, 60))].filter(Boolean).join(', ') },
    { label: 'Revision', text: clip(edition.text.replace(/^Revision /, ''), Math.max(line, 24)) },
    { label: 'Open', text: summary.open === '' ? 'Nothing' : clip(summary.open, Math.min(Math.max(line, 60), 110)) },
    { label: 'Looked at again', text: clip(summary.reviewAgain, Math.min(2 * line, 110)) || NOT_FILLED_IN },
    { label: 'Document', text: shortHash },
  ];
  return [
    ...labelSlices('AT A GLANCE', LEFT_COLUMN, fonts),
    ...fieldSlices(rows, LEFT_COLUMN, 2, fonts, COMPACT_SPACING),
  ];
}

/** What the rule says; below it, how the system is split. */
export function outcomeSlices(summary: RecordSummary, fonts: PdfFonts): readonly Slice[] {
  const split =
    summary.split === ''
      ? []
      : paragraphSlices(`Split: ${clip(summary.split, 110)}.`, STYLES.small, RIGHT_COLUMN, 3, fonts);
  return summary.answers.length === 0 ? split : [...ruleSlices(summary, fonts), ...split];
}

function ruleSlices({ outcome, answers }: RecordSummary, fonts: PdfFonts): readonly Slice[] {
  const tone = TONES[outcome?.tone ?? 'neutral'];
  const rows = answers.map(({ name, answer, tone }) => ({ name, badge: { text: answer, tone } }));
  const names = Math.max(40, ...rows.map(({ badge }) => badgeWidth(badge, fonts) + 8));
  return [
    ...labelSlices('WHAT THE RULE SAYS', RIGHT_COLUMN, fonts),
    ...paragraphSlices(
      outcome?.name ?? 'No outcome yet',
      { ...STYLES.strong, size: 11, colour: tone.ink },
      RIGHT_COLUMN,
      2,
      fonts,
    ),
    ...rows.flatMap(({ name, badge }, index) =>
      tagged('P', [
        {
          height: 15,
          gap: index === 0 ? 4 : 1,
          keep: true,
          draw: (canvas, y) => {
            drawBadge(canvas, RIGHT_COLUMN.x, y + 11, badge, RIGHT_COLUMN.width);
            canvas.text(RIGHT_COLUMN.x + names, y + 11, name, STYLES.body, RIGHT_COLUMN.width - names);
          },
        },
      ]),
    ),
    ...(outcome ? paragraphSlices(outcome.explanation, STYLES.small, RIGHT_COLUMN, 4, fonts) : []),
  ];
}

/** Where the decision or the plan departs from the review, in one callout. */
export function departureSlices(summary: RecordSummary, density: Density, fonts: PdfFonts): readonly Slice[] {
  const found = summary.departures;
  if (found.length === 0) return [];
  const more = found.length - density.departures;
  const lines = found.slice(0, density.departures).map(({ text, place, reason }) => {
    const why = reason === '' ? NO_REASON : density.reasons ? `Why: ${clip(reason, density.line)}` : '';
    return [clip(text, density.departure), why, `(${clip(place, density.line)})`].filter(Boolean).join(' ');
  });
  const title = found.length === 1 ? 'One departure from the review' : `${found.length} departures from the review`;
  return groundedSlices('warning', WIDE_COLUMN, (inner) => [
    ...keepNext(paragraphSlices(title, { ...STYLES.strong, colour: TONES.warning.ink }, inner, 0, fonts)),
    ...tagged(
      'L',
      lines.flatMap((line) => tagged('LI', bulletSlices(line, STYLES.cell, inner, 0, fonts))),
    ),
    ...(more > 0
      ? paragraphSlices(`… and ${more} more in the section on the decision`, STYLES.cell, inner, 0, fonts)
      : []),
  ]);
}

/** The highest risks, before and after. */
export function riskSlices(
  { topRisks, riskCount }: RecordSummary,
  density: Density,
  fonts: PdfFonts,
): readonly Slice[] {
  if (riskCount === '') return [];
  const head = besideFirst(labelSlices('KEY RISKS', WIDE_COLUMN, fonts, 10), (canvas, y) =>
    canvas.within(new Tag('P'), () =>
      canvas.text(WIDE_COLUMN.x + 62, y + baseline(STYLES.eyebrow), riskCount, STYLES.small, WIDE_COLUMN.width - 62),
    ),
  );
  if (topRisks.length === 0) return head;
  return [
    ...head,
    ...whole(
      tableSlices(
        {
          kind: 'table',
          columns: [
            { title: 'No.', weight: 0.7, align: 'end' },
            { title: 'Risk', weight: 5, heads: true },
            { title: 'Before', weight: 2 },
            { title: 'Response', weight: 1.6 },
            { title: 'After', weight: 2 },
          ],
          rows: topRisks
            .slice(0, density.risks)
            .map((risk) => [
              { text: String(risk.number) },
              { text: clip(risk.name, density.line) },
              risk.before,
              { text: risk.response },
              risk.after ?? { text: '' },
            ]),
        },
        WIDE_COLUMN,
        2,
        fonts,
      ),
    ),
  ];
}

/** The options and why the chosen one won and the others lost; nothing where there was no choice. */
export function optionSlices({ options }: RecordSummary, density: Density, fonts: PdfFonts): readonly Slice[] {
  if (options.length < 2) return [];
  const shown = options.slice(0, density.options);
  const more = options.length - shown.length;
  const table = tableSlices(
    {
      kind: 'table',
      columns: [
        { title: 'Option', weight: 3, heads: true },
        { title: 'Choice', weight: 1.2 },
        { title: 'What speaks for the chosen one, and against the others', weight: 6 },
      ],
      rows: shown.map((option) => [
        { text: clip(option.name, density.line) },
        option.chosen ? { text: 'Chosen', tone: 'for' } : { text: 'Not chosen', tone: 'neutral' },
        { text: clip(reasonsText(option), density.option) },
      ]),
    },
    WIDE_COLUMN,
    2,
    fonts,
  );
  return [
    ...labelSlices('OPTIONS', WIDE_COLUMN, fonts, 8),
    ...whole(table),
    ...(more > 0
      ? paragraphSlices(`… and ${more} more in the section on the decision`, STYLES.small, WIDE_COLUMN, 2, fonts)
      : []),
  ];
}

/** What is to be done next, with owner and date; mostly a line each. */
export function actionSlices(
  { nextActions }: RecordSummary,
  { actions, line }: Density,
  fonts: PdfFonts,
): readonly Slice[] {
  const head = labelSlices('NEXT ACTIONS', WIDE_COLUMN, fonts, 10);
  if (nextActions.length === 0) {
    return [...head, ...paragraphSlices('None open', STYLES.template, WIDE_COLUMN, 2, fonts)];
  }
  return [
    ...head,
    ...tagged(
      'L',
      nextActions.slice(0, actions).flatMap((action, index) => {
        const text = `${clip(action.text, line)} (${clip(actionNote(action), line)})`;
        return tagged('LI', bulletSlices(text, STYLES.cell, WIDE_COLUMN, index === 0 ? 2 : 0, fonts));
      }),
    ),
  ];
}

/** Slices in one piece. */
function whole(slices: readonly Slice[]): readonly Slice[] {
  return keepNext(slices).map((slice, index, all) => (index === all.length - 1 ? { ...slice, keep: false } : slice));
}
