import { isBlank } from '#shared/fields.ts';
import type { RecordLink } from '#shared/record/model.ts';
import { baseline } from './pdf-canvas.ts';
import type { Slice } from './pdf-flow.ts';
import type { PdfFonts } from './pdf-fonts.ts';
import { besideFirst, type Column, textSlices } from './pdf-paragraph.ts';
import { tagged } from './pdf-tag.ts';
import { wrap } from './pdf-text.ts';
import { ACCENT, STYLES } from './pdf-theme.ts';
import { safeUrl } from './safe-url.ts';

const INDENT = 12;
const ADDRESS = { ...STYLES.small, colour: ACCENT };

/** Things to look up: what it is, its address (which can be clicked where that is safe), a note. */
export function linkSlices(items: readonly RecordLink[], area: Column, gap: number, fonts: PdfFonts): Slice[] {
  const column = { x: area.x + INDENT, width: area.width - INDENT };
  const list = items.flatMap((item, index) => {
    const parts = [
      ...(isBlank(item.text) ? [] : tagged('LBody', textSlices(item.text, STYLES.body, column, 0, fonts))),
      ...(isBlank(item.url) ? [] : tagged('Link', addressSlices(item.url, column, fonts))),
      ...(isBlank(item.note) ? [] : tagged('LBody', textSlices(item.note, STYLES.small, column, 0, fonts))),
    ];
    const bulleted = besideFirst(parts, (canvas, y) =>
      canvas.within(null, () => canvas.text(area.x + 2, y + baseline(STYLES.body), '•', STYLES.body)),
    );
    const set = bulleted.map((slice, position) => ({
      ...slice,
      gap: position > 0 ? 0 : index === 0 ? gap : 3,
      keep: position < parts.length - 1 && (slice.keep || parts.length <= 4),
    }));
    return tagged('LI', set);
  });
  return tagged('L', list);
}

function addressSlices(url: string, column: Column, fonts: PdfFonts): readonly Slice[] {
  const target = safeUrl(url);
  const style = target === null ? STYLES.small : ADDRESS;
  return wrap(url, style, column.width, fonts).map((line) => ({
    height: style.leading,
    gap: 0,
    keep: false,
    draw: (canvas, y) => {
      canvas.lineIn(column, y + baseline(style), line, style);
      if (target !== null) canvas.link(column.x, y, line.width, style.leading, { url: target });
    },
  }));
}
