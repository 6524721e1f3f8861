import { pdfNumber, utf16Hex } from '#main/pdf/pdf-syntax.ts';
import type { PdfWriter } from '#main/record/writer/pdf-writer.ts';
import { assertNever } from '#shared/base/assert-never.ts';
import type { PlacedGlyph } from './bidi.ts';
import { boundsOf } from './bounds.ts';
import type { Canvas, Op, Point } from './canvas.ts';
import { balancingMarks } from './copied.ts';
import type { FontUse } from './embed.ts';
import type { FontFace } from './fonts.ts';
import type { Glyph, GlyphPart } from './glyph.ts';
import { inklessGlyph } from './glyphs.ts';
import type { Structure } from './structure.ts';
import { type Artifact, Tag } from './tag.ts';
import type { Sheet, TextStyle } from './theme.ts';

/** What all drawing of a file writes to. */
export interface Drawing {
  readonly writer: PdfWriter;
  readonly sheet: Sheet;
  readonly fonts: FontUse;
  readonly structure: Structure;
}

type TextOp = Extract<Op, { kind: 'text' }>;

/** How the file names what is no part of the document (ISO 32000-1, 14.8.2.2.2). */
const ARTIFACTS: Readonly<Record<Artifact, string>> = {
  header: '/Type /Pagination /Subtype /Header',
  footer: '/Type /Pagination /Subtype /Footer',
  watermark: '/Type /Pagination /Subtype /Watermark',
  repeated: '/Type /Pagination',
  ornament: '',
};

/** Draws a page on the writer's current one, each part marked as what it is. */
export function drawPage(drawing: Drawing, canvas: Canvas, page: number): void {
  const { writer, structure } = drawing;
  let open: Tag | Artifact | undefined;
  for (const op of canvas.ops) {
    if (op.kind === 'link') {
      structure.addLink(page, op);
      continue;
    }
    const tag = partOf(op);
    if (tag !== open) {
      if (open !== undefined) writer.endContent();
      begin(drawing, tag, page);
      open = tag;
    }
    if (tag instanceof Tag) describe(structure, tag, op, page);
    drawOp(drawing, op);
  }
  if (open !== undefined) writer.endContent();
  drawBalance(drawing, canvas);
}

function begin({ writer, structure }: Drawing, tag: Tag | Artifact, page: number): void {
  if (tag instanceof Tag) writer.beginContent({ role: tag.role, id: structure.mark(tag, page) });
  else writer.beginArtifact(ARTIFACTS[tag]);
}

/** Notes what an operation says and covers as a part of the document. */
function describe(structure: Structure, tag: Tag, op: Op, page: number): void {
  if (op.kind === 'text') structure.say(tag, op.line);
  if (tag.role === 'Figure') structure.enclose(tag, page, boundsOf(op));
}

/** Puts the marks that copied text needs at the foot of the page, where they separate nothing. */
function drawBalance(drawing: Drawing, canvas: Canvas): void {
  const texts = canvas.ops.flatMap((op) => (op.kind === 'text' ? [op] : []));
  const turned = balancingMarks(texts.map(({ line }) => line.copied?.turned ?? line.text));
  const style = texts[0]?.style;
  if (turned === '' || !style) return;
  const glyphs = [{ glyph: inklessGlyph(style.weight, canvas.fonts), x: 0 }];
  const line = { glyphs, text: '', copied: { turned, read: null }, width: 0, rightToLeft: false };
  drawing.writer.beginArtifact(ARTIFACTS.ornament);
  drawText(drawing, { x: 4, y: drawing.sheet.height - 4, line, style });
  drawing.writer.endContent();
}

/** The part that an operation belongs to. Grounds and rules are decoration, except in a figure, which consists of them. */
function partOf({ kind, tag }: Op): Tag | Artifact {
  if (!(tag instanceof Tag) || kind === 'text' || tag.role === 'Figure') return tag;
  return 'ornament';
}

function drawOp(drawing: Drawing, op: Exclude<Op, { kind: 'link' }>): void {
  const { writer, sheet } = drawing;
  switch (op.kind) {
    case 'text':
      drawText(drawing, op);
      break;
    case 'box':
      writer.box(op.x + sheet.shift, op.y, op.width, op.height, op);
      break;
    case 'path':
      writer.path(
        op.points.map(([x, y]): Point => [x + sheet.shift, y]),
        op.width,
        op.colour,
      );
      break;
    case 'stamp':
      writer.stamp(op.stamp, () => {
        for (const shape of op.stamp.ops) if (shape.kind !== 'link') drawOp(drawing, shape);
      });
      break;
    default:
      assertNever(op);
  }
}

function drawText(
  { writer, sheet, fonts }: Drawing,
  { x, y, line, style }: Pick<TextOp, 'x' | 'y' | 'line' | 'style'>,
): void {
  const text = new TextLine(fonts, style, [x + sheet.shift, sheet.height - y]);
  const { turned = null, read = null } = line.copied ?? {};
  // Poppler reads this entry of spans only; other programs use the innermost one.
  if (turned !== null) text.surround(`/Span << /ActualText ${actualText(turned)} >> BDC`);
  if (read !== null) text.surround(`/NonStruct << /ActualText ${actualText(read)} >> BDC`);
  for (const placed of line.glyphs) text.add(placed);
  if (read !== null) text.surround('EMC');
  if (turned !== null) text.surround('EMC');
  writer.operators(text.end());
}

/** A text as the value of `/ActualText`, with all its spaces and marks. */
function actualText(text: string): string {
  return `<${utf16Hex(`\uFEFF${text}`)}>`;
}

/** The operators of one line of text. Glyphs that follow each other at their usual distance share one string. */
class TextLine {
  readonly #fonts: FontUse;
  readonly #size: number;
  readonly #colour: string;
  readonly #start: Point;
  readonly #parts: string[];
  /** Where the pen is, in thousandths of the font size from the start. */
  #pen = Number.NaN;
  #font = '';
  #thick = false;
  #codes = '';

  constructor(fonts: FontUse, { size, colour }: TextStyle, start: Point) {
    this.#fonts = fonts;
    this.#size = size;
    this.#start = start;
    this.#colour = rgbOperands(colour);
    this.#parts = ['BT', `${this.#colour} rg`];
  }

  add({ glyph, x }: PlacedGlyph): void {
    this.#choose(glyph.face);
    let at = x;
    for (const part of glyph.parts) {
      this.#moveTo(at + part.x, part.y);
      if (part.stretched !== undefined) {
        this.#stretch(glyph, part, part.stretched);
        continue;
      }
      this.#codes += this.#fonts.codeOf(glyph.face, part.id, part.says ?? glyph.text);
      // A viewer moves on by the font's own width, whatever the shaper says; after a moved glyph the place is set again.
      const advance = glyph.face.font.glyphHAdvance(part.id) * glyph.face.scale;
      this.#pen = part.y === 0 && part.x === 0 ? at + advance : Number.NaN;
      at += part.advance;
    }
    // What is said by a blank is not measured by every program that reads the file, so the next place is set again.
    if (glyph.parts.some(({ stretched }) => stretched !== undefined)) this.#pen = Number.NaN;
  }

  /** Draws what has no ink as wide as it should be. */
  #stretch({ face, text }: Glyph, { id, says }: GlyphPart, width: number): void {
    this.#flush();
    const percent = (100 * width) / (face.font.glyphHAdvance(id) * face.scale);
    this.#parts.push(`${pdfNumber(percent)} Tz`);
    this.#codes = this.#fonts.codeOf(face, id, says ?? text);
    this.#flush();
    this.#parts.push('100 Tz');
    this.#pen = Number.NaN;
  }

  end(): string {
    this.#flush();
    if (this.#thick) this.#parts.push('0 Tr');
    return [...this.#parts, 'ET'].join('\n');
  }

  /** Writes an operator between glyphs. */
  surround(operator: string): void {
    this.#flush();
    this.#parts.push(operator);
  }

  #choose(face: FontFace): void {
    const font = this.#fonts.nameOf(face);
    if (font !== this.#font) this.surround(`/${font} ${pdfNumber(this.#size)} Tf`);
    this.#font = font;
    if (face.thickened === this.#thick) return;
    // Text render mode 2 strokes the letters as well as filling them, in the text's own colour.
    this.surround(face.thickened ? `2 Tr ${pdfNumber(this.#size * 0.035)} w ${this.#colour} RG` : '0 Tr');
    this.#thick = face.thickened;
  }

  #moveTo(x: number, y: number): void {
    if (Math.abs(x - this.#pen) < 0.5 && y === 0) return;
    this.#flush();
    const scale = this.#size / 1000;
    this.#parts.push(`1 0 0 1 ${pdfNumber(this.#start[0] + x * scale)} ${pdfNumber(this.#start[1] + y * scale)} Tm`);
  }

  #flush(): void {
    if (this.#codes !== '') this.#parts.push(`<${this.#codes}> Tj`);
    this.#codes = '';
  }
}

/** A colour as the three operands of a colour operator. */
function rgbOperands(colour: string): string {
  return [1, 3, 5].map((at) => pdfNumber(Number.parseInt(colour.slice(at, at + 2), 16) / 255)).join(' ');
}
