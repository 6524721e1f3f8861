import { safeUrl } from '#main/record/words/safe-url.ts';
import { isBlank } from '#shared/base/limits.ts';
import type { RecordLink } from '#shared/record/model.ts';
import { drawBullet } from './bullet.ts';
import { baseline } from './canvas.ts';
import { afterSign, type Column, huggingColumn, type Side, sideOf } from './column.ts';
import { type Slice, withoutOrphans } from './flow.ts';
import type { PdfFonts } from './fonts.ts';
import { besideFirst, lineSlices, noteSlices, staysTogether } from './paragraph.ts';
import { tagged } from './tagged.ts';
import { wrap } from './text.ts';
import { ACCENT, STYLES } from './theme.ts';

const INDENT = 12;
const ADDRESS_STYLE = { ...STYLES.small, colour: ACCENT };

/** Things to look up: what it is, its address (which can be clicked where that is safe), a note. */
export function linkSlices(items: readonly RecordLink[], area: Column, gap: number, fonts: PdfFonts): Slice[] {
  const entries = items.map((item, index) => {
    const lines = wrap(item.text, STYLES.body, area.width - INDENT, fonts);
    const side = sideOf(lines);
    const { column, sign } = afterSign(area, INDENT, side);
    // Each in a part of its own, so that what is read from the right is told whole.
    const parts = tagged('LBody', [
      ...(isBlank(item.text) ? [] : tagged('P', lineSlices(lines, STYLES.body, column, 0))),
      ...(isBlank(item.url) ? [] : addressPart(item.url, column, side, fonts)),
      ...(isBlank(item.note) ? [] : tagged('P', noteSlices(item.note, column, side, fonts))),
    ]);
    const bulleted = besideFirst(parts, (canvas, y) =>
      canvas.within('ornament', () => drawBullet(canvas, sign, y + baseline(STYLES.body), STYLES.body, side)),
    );
    const set = bulleted.map((slice, position) => ({
      ...slice,
      gap: position > 0 ? 0 : index === 0 ? gap : 2,
      keep: position < parts.length - 1 && (slice.keep || parts.length <= 4),
    }));
    return tagged('LI', set);
  });
  return tagged('L', withoutOrphans(entries).flat());
}

/** An address, as a link where it is safe to follow. */
function addressPart(url: string, column: Column, side: Side, fonts: PdfFonts): readonly Slice[] {
  const target = safeUrl(url);
  return tagged(target === null ? 'P' : 'Link', addressSlices(url, target, column, side, fonts));
}

function addressSlices(
  url: string,
  target: string | null,
  column: Column,
  side: Side,
  fonts: PdfFonts,
): readonly Slice[] {
  const style = target === null ? STYLES.small : ADDRESS_STYLE;
  const lines = wrap(url, style, column.width, fonts);
  const { x, width } = huggingColumn(lines, column, side);
  return lines.map((line, index) => ({
    height: style.leading,
    gap: 0,
    keep: staysTogether(index, lines.length),
    draw: (canvas, y) => {
      canvas.lineIn({ x, width }, y + baseline(style), line, style);
      if (target !== null) canvas.link(x, y, line.width, style.leading, { url: target });
    },
  }));
}
