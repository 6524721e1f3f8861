import { clip } from '#shared/record/blocks.ts';
import type { RecordModel, RecordSignature } from '#shared/record/model.ts';
import { type Density, LEFT_COLUMN, labelSlices, RIGHT_COLUMN, WIDE_COLUMN } from './cover-parts.ts';
import { keepNext, type Slice } from './flow.ts';
import type { PdfFonts } from './fonts.ts';
import { paragraphSlices } from './paragraph.ts';
import { CARD_HEIGHT, drawCard, drawHalf, drawRow, ROW_HEIGHT } from './signature.ts';
import { HAIRLINE, STYLES } from './theme.ts';

const SIGNATURE_LOOKS = {
  cards: { beside: 2, height: CARD_HEIGHT, draw: drawCard },
  rows: { beside: 1, height: ROW_HEIGHT, draw: drawRow },
  pairs: { beside: 2, height: ROW_HEIGHT, draw: drawHalf },
} as const;

/** The approvers and what each has said so far; the fuller the page, the less it shows of each signature. */
export function signOffSlices(
  { summary: { signatures }, draft, signOffText }: RecordModel,
  density: Density,
  fonts: PdfFonts,
): readonly Slice[] {
  const { beside, height, draw } = SIGNATURE_LOOKS[density.signatures];
  const given = signatures.filter(({ standing }) => standing !== 'unsigned');
  const waiting = signatures.filter(({ standing }) => standing === 'unsigned');
  const shown = given.slice(0, density.signers);
  const more = given.length - shown.length;
  const strips = Array.from({ length: Math.ceil(shown.length / beside) }, (_, index): Slice => {
    const here = shown.slice(index * beside, (index + 1) * beside);
    return {
      height,
      gap: index === 0 ? 4 : 0,
      keep: false,
      draw: (canvas, y) => {
        canvas.rule(WIDE_COLUMN.x, y, WIDE_COLUMN.width, HAIRLINE, 0.5);
        here.forEach((signature, position) => {
          draw(canvas, beside === 1 ? WIDE_COLUMN : position === 0 ? LEFT_COLUMN : RIGHT_COLUMN, y, signature);
        });
      },
    };
  });
  const standing = clip(draft ? `Draft. ${signOffText}` : signOffText, 120 + density.line);
  return [
    ...labelSlices('SIGN-OFF', WIDE_COLUMN, fonts, 10),
    ...keepNext(paragraphSlices(standing, STYLES.strong, WIDE_COLUMN, 2, fonts)),
    ...strips,
    ...(waiting.length === 0
      ? []
      : paragraphSlices(`Not signed: ${waitingText(waiting, density)}`, STYLES.cell, WIDE_COLUMN, 4, fonts)),
    ...(more > 0
      ? paragraphSlices(`… and ${more} more in the section on sign-off`, STYLES.small, WIDE_COLUMN, 2, fonts)
      : []),
  ];
}

/** Who is named and has not signed, in a line. */
function waitingText(waiting: readonly RecordSignature[], { line, signers }: Density): string {
  const people = waiting.slice(0, signers).map(({ name, role }) => clip([name, role].filter(Boolean).join(', '), line));
  const more = waiting.length - people.length;
  return more > 0 ? `${people.join('; ')}; and ${more} more` : people.join('; ');
}
