import { NOT_FILLED_IN, type RecordBadge, type RecordModel, type RecordSummary } from '#shared/record/model.ts';
import { drawBadge } from './pdf-badge.ts';
import { calloutSlices } from './pdf-blocks.ts';
import { baseline } from './pdf-canvas.ts';
import { fieldSlices } from './pdf-fields.ts';
import { drawStack, heightOf, keepNext, type Slice } from './pdf-flow.ts';
import type { PdfFonts } from './pdf-fonts.ts';
import { behindEach, besideFirst, type Column, textSlices } from './pdf-paragraph.ts';
import { CARD_HEIGHT, drawCard } from './pdf-signature.ts';
import { tableSlices } from './pdf-table.ts';
import { wrap } from './pdf-text.ts';
import { CONTENT_WIDTH, HAIRLINE, PAGE, STYLES, TONES } from './pdf-theme.ts';

const WIDE: Column = { x: PAGE.left, width: CONTENT_WIDTH };
const GUTTER = 24;
const HALF = (CONTENT_WIDTH - GUTTER) / 2;
const LEFT: Column = { x: PAGE.left, width: HALF };
const RIGHT: Column = { x: PAGE.left + HALF + GUTTER, width: HALF };
/** Warnings and conditions listed on the first page; the sections have the rest. */
const LISTED = 4;

/** The first page: what a busy reader needs, and can stop at. */
export function coverSlices(record: RecordModel, fonts: PdfFonts): readonly Slice[] {
  const { summary } = record;
  return [
    ...titleSlices(record, fonts),
    ...reconstruction(record, fonts),
    ...decisionSlices(summary, fonts),
    ...columns(factSlices(record, fonts), outcomeSlices(summary, fonts)),
    ...warnings(summary, fonts),
    ...riskSlices(summary, fonts),
    ...columns(conditionSlices(summary, fonts), againSlices(summary, fonts)),
    ...signatureSlices(record, fonts),
  ];
}

/** State of the record in a word or two, for the top of the first page. */
export function stateBadge(record: RecordModel): RecordBadge {
  if (record.signOff === 'stale') return { text: 'DRAFT: changed after signing', tone: 'warning' };
  if (record.signOff === 'objected') return { text: 'SIGNED WITH OBJECTION', tone: 'warning' };
  return record.draft ? { text: 'DRAFT', tone: 'warning' } : { text: 'SIGNED', tone: 'for' };
}

function titleSlices(record: RecordModel, fonts: PdfFonts): readonly Slice[] {
  const roomy = wrap(record.title, STYLES.title, CONTENT_WIDTH, fonts).length <= 2;
  const style = roomy ? STYLES.title : STYLES.titleLong;
  return [
    ...keepNext(textSlices(record.title, style, WIDE, 0, fonts)),
    ...(record.subtitle === '' ? [] : textSlices(clipped(record.subtitle), STYLES.subtitle, WIDE, 4, fonts)),
  ];
}

/** The sections print long texts whole; here they must not push the decision off the page. */
function clipped(text: string, limit = 320): string {
  return text.length <= limit ? text : `${text.slice(0, limit).toWellFormed().trimEnd()} …`;
}

function reconstruction({ reconstruction }: RecordModel, fonts: PdfFonts): readonly Slice[] {
  if (reconstruction.trim() === '') return [];
  const text = clipped(reconstruction.replace(/\s+/g, ' '), 420);
  return calloutSlices({ tone: 'neutral', title: 'Reconstruction', text }, WIDE, fonts);
}

function decisionSlices({ decision }: RecordSummary, fonts: PdfFonts): readonly Slice[] {
  const tone = TONES[decision?.tone ?? 'neutral'];
  const inner = { x: WIDE.x + 16, width: WIDE.width - 32 };
  const pad = (gap: number, keep: boolean): Slice => ({ height: 10, gap, keep, draw: () => {} });
  const name = decision ? [decision.name, decision.stage].filter(Boolean).join(': ') : 'No decision yet';
  const statement = decision?.statement ?? '';
  const body = [
    ...textSlices('DECISION', { ...STYLES.eyebrow, colour: tone.ink }, inner, 0, fonts),
    ...textSlices(name, { ...STYLES.decision, colour: tone.ink }, inner, 0, fonts),
    ...(statement === '' ? [] : textSlices(statement, STYLES.lead, inner, 4, fonts)),
  ];
  return behindEach([pad(14, true), ...keepNext(joined(body)), pad(0, false)], (canvas, y, height) => {
    canvas.box(WIDE.x, y, WIDE.width, height, { fill: tone.soft });
    canvas.box(WIDE.x, y, 4, height, { fill: tone.ink });
  });
}

/** Gaps turned into height, so that a ground drawn behind each slice has no stripes. */
function joined(slices: readonly Slice[]): readonly Slice[] {
  return slices.map((slice) => ({
    ...slice,
    gap: 0,
    height: slice.height + slice.gap,
    draw: (canvas, y) => slice.draw(canvas, y + slice.gap),
  }));
}

/** Two stacks side by side, in one piece. */
function columns(left: readonly Slice[], right: readonly Slice[]): readonly Slice[] {
  const height = Math.max(heightOf(left), heightOf(right));
  if (height === 0) return [];
  return [
    {
      height,
      gap: 14,
      keep: false,
      draw: (canvas, y) => {
        drawStack(canvas, y, left);
        drawStack(canvas, y, right);
      },
    },
  ];
}

function label(text: string, column: Column, fonts: PdfFonts, gap = 0): readonly Slice[] {
  return keepNext(textSlices(text, STYLES.eyebrow, column, gap, fonts));
}

function factSlices({ summary, heldOn, facilitator, ...record }: RecordModel, fonts: PdfFonts): readonly Slice[] {
  const rows = [
    { label: 'Component', text: summary.component },
    { label: 'Candidate', text: summary.candidate },
    { label: 'Built with today', text: summary.current },
    { label: 'Workshop', text: [heldOn ?? '', clipped(facilitator, 80)].filter(Boolean).join(', ') },
    { label: 'Last saved', text: record.savedAtText },
    { label: 'Open points', text: summary.openPoints === 0 ? 'None' : String(summary.openPoints) },
  ];
  return [...label('AT A GLANCE', LEFT, fonts), ...fieldSlices(rows, LEFT, 2, fonts)];
}

function outcomeSlices({ outcome, answers }: RecordSummary, fonts: PdfFonts): readonly Slice[] {
  if (answers.length === 0) return [];
  const tone = TONES[outcome?.tone ?? 'neutral'];
  return [
    ...label('WHAT THE RULE SAYS', RIGHT, fonts),
    ...textSlices(outcome?.name ?? 'No outcome yet', { ...STYLES.strong, size: 11, colour: tone.ink }, RIGHT, 2, fonts),
    ...answers.map(
      (answer, index): Slice => ({
        height: 15,
        gap: index === 0 ? 4 : 1,
        keep: true,
        draw: (canvas, y) => {
          const width = drawBadge(canvas, RIGHT.x, y + 11, { text: answer.answer, tone: answer.tone }, 90);
          canvas.text(RIGHT.x + Math.max(40, width + 8), y + 11, answer.name, STYLES.body, RIGHT.width - 100);
        },
      }),
    ),
    ...(outcome ? textSlices(outcome.explanation, STYLES.small, RIGHT, 4, fonts) : []),
  ];
}

function warnings(summary: RecordSummary, fonts: PdfFonts): readonly Slice[] {
  const reason = summary.contradictionReason || 'No reason has been written.';
  const found = [
    ...summary.contradictions.map((title, index, all) => ({ title, text: index === all.length - 1 ? reason : '' })),
    ...summary.pathWarnings.map(({ text, reason: why }) => ({ title: text, text: why })),
  ];
  const more = found.length - LISTED;
  return [
    ...found.slice(0, LISTED).flatMap((entry) => calloutSlices({ tone: 'warning', ...entry }, WIDE, fonts)),
    ...(more > 0 ? textSlices(`… and ${more} more warnings in the sections.`, STYLES.small, WIDE, 4, fonts) : []),
  ];
}

function riskSlices({ topRisks, riskCount }: RecordSummary, fonts: PdfFonts): readonly Slice[] {
  if (riskCount === '') return [];
  const count = textSlices(riskCount, STYLES.small, WIDE, 0, fonts);
  if (topRisks.length === 0) return [...label('KEY RISKS', WIDE, fonts, 16), ...count];
  return [
    ...label('KEY RISKS', WIDE, fonts, 16),
    ...keepNext(count),
    ...keepNext(
      tableSlices(
        {
          kind: 'table',
          columns: [
            { title: 'No.', weight: 0.7, align: 'end' },
            { title: 'Risk', weight: 5 },
            { title: 'Before', weight: 2 },
            { title: 'Response', weight: 1.6 },
            { title: 'After', weight: 2 },
          ],
          rows: topRisks.map((risk) => [
            { text: String(risk.number) },
            { text: risk.name },
            risk.before,
            { text: risk.response },
            risk.after ?? { text: '' },
          ]),
        },
        WIDE,
        2,
        fonts,
      ),
    ).map((slice, index, all) => (index === all.length - 1 ? { ...slice, keep: false } : slice)),
  ];
}

function conditionSlices({ conditions }: RecordSummary, fonts: PdfFonts): readonly Slice[] {
  const head = label('CONDITIONS', LEFT, fonts);
  if (conditions.length === 0) return [...head, ...textSlices('None', STYLES.template, LEFT, 2, fonts)];
  const column = { x: LEFT.x + 16, width: LEFT.width - 16 };
  const more = conditions.length - LISTED;
  return [
    ...head,
    ...conditions
      .slice(0, LISTED)
      .flatMap((condition) => [
        ...besideFirst(textSlices(condition.text, STYLES.body, column, 3, fonts), (canvas, y) =>
          canvas.text(LEFT.x, y + baseline(STYLES.body), condition.met ? '☑' : '☐', STYLES.body),
        ),
        ...(condition.note === '' ? [] : textSlices(condition.note, STYLES.small, column, 0, fonts)),
      ]),
    ...(more > 0 ? textSlices(`… and ${more} more`, STYLES.small, LEFT, 2, fonts) : []),
  ];
}

function againSlices({ reviewAgain }: RecordSummary, fonts: PdfFonts): readonly Slice[] {
  return [
    ...label('LOOKED AT AGAIN', RIGHT, fonts),
    ...textSlices(reviewAgain || NOT_FILLED_IN, reviewAgain ? STYLES.body : STYLES.template, RIGHT, 2, fonts),
  ];
}

function signatureSlices({ summary, signOffText }: RecordModel, fonts: PdfFonts): readonly Slice[] {
  const { signatures } = summary;
  const rows = Array.from(
    { length: Math.ceil(signatures.length / 2) },
    (_, index): Slice => ({
      height: CARD_HEIGHT,
      gap: 6,
      keep: false,
      draw: (canvas, y) => {
        canvas.rule(WIDE.x, y, WIDE.width, HAIRLINE, 0.5);
        signatures.slice(index * 2, index * 2 + 2).forEach((signature, position) => {
          const column = position === 0 ? LEFT : RIGHT;
          drawCard(canvas, column.x, y, column.width, signature);
        });
      },
    }),
  );
  return [
    ...label('SIGN-OFF', WIDE, fonts, 16),
    ...keepNext(textSlices(signOffText, STYLES.strong, WIDE, 2, fonts)),
    ...rows,
  ];
}
