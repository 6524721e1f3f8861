import { cleanLines, standIn } from '#main/record/words/visible.ts';
import { basicFace, codePointOf, type Faces, facesFor } from './faces.ts';
import type { FaceSet, FontFace, PdfFonts, Weight } from './fonts.ts';
import type { Glyph } from './glyph.ts';
import { type ShapedWords, shapedWords } from './scripts.ts';
import { SAYS_NOTHING, shapeWord } from './shape.ts';

/** A glyph, or a line break that was typed. */
export type Token = Glyph | 'newline';

// Scripts that read from left to right, one glyph per character. Others need shaping and would come out
// wrong, so those that are not shaped get stand-ins even where a font has single glyphs for them.
const PLAIN =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Common}\p{Script=Inherited}\p{Script=Braille}\p{Script=Tifinagh}\p{Script=Canadian_Aboriginal}\p{Script=Ogham}\p{Script=Lisu}\p{Script=Coptic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3131-\u318E\uAC00-\uD7A3]$/u;
// Some letters of Korean are blank too.
const INKLESS = /^[\p{C}\p{Z}\u115F\u1160\u3164\uFFA0]$/u;
const RIGHT_TO_LEFT = /^[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const SPACE = /^\p{Zs}$/u;
const NO_BREAK_SPACE = new Set(['\u00A0', '\u2007', '\u202F']);
const ZERO_WIDTH_NON_JOINER = '\u200C';
const WIDE_SPACE = '\u3000';
const MARK = /^\p{M}$/u;
// A letter or sign with marks that have to be put in their places.
const MARKED = /[\p{L}\p{N}\p{P}\p{S}](?:(?![\uFE00-\uFE0F])\p{M})+/gu;
// Hints to a line breaker or a shaper that never had ink: soft hyphen, zero-width spaces and joiners,
// byte order mark, and the selectors of variants, as of text or emoji style.
const SILENT = /^(?:\u00AD|[\u200B-\u200D]|\u2060|\uFEFF|[\uFE00-\uFE0F])$/;
// Invisible, though Unicode counts them as letters or marks; the first changes the direction of what is beside it.
const HIDDEN_LETTER = /^[\u061C\u17B4\u17B5]$/;
const TAB_STOP = 4;
// Text as most is: no letter of it is shaped, or carries a mark of its own.
const UNMARKED = /^[\0-\u02FF\u0370-\u0482\u048A-\u058F\u2010-\u2027\u2030-\u205E\u20A0-\u20BF]*$/;

/** A space that a line may not be broken at; drawn as an ordinary one. */
const FIXED_SPACE = '\u00A0';

/** Texts of one record that were tokenized: most are measured and broken several times. */
const tokensOf = new WeakMap<FaceSet, Map<string, readonly Token[]>>();

/**
 * Turns any text into glyphs that are sure to appear: composed (NFC), tabs as spaces, and characters that
 * no font has spelled out, as in `[U+1F600]`.
 */
export function tokenize(text: string, weight: Weight, fonts: PdfFonts): readonly Token[] {
  const known = tokensOf.get(fonts[weight]) ?? new Map<string, readonly Token[]>();
  tokensOf.set(fonts[weight], known);
  const tokens = known.get(text) ?? tokensIn(text, weight, fonts);
  known.set(text, tokens);
  return tokens;
}

function tokensIn(text: string, weight: Weight, fonts: PdfFonts): readonly Token[] {
  const clean = cleanLines(text).normalize('NFC').replaceAll('\t', ' '.repeat(TAB_STOP));
  const faces = facesFor(clean, fonts[weight]);
  const tokens: Token[] = [];
  if (UNMARKED.test(clean)) {
    pushCharacters(tokens, clean, faces);
    return tokens;
  }
  let at = 0;
  for (const shaped of shapedWords(clean)) {
    pushPlain(tokens, clean.slice(at, shaped.at), faces);
    pushShaped(tokens, shaped, faces);
    at = shaped.at + shaped.words.length;
  }
  pushPlain(tokens, clean.slice(at), faces);
  return tokens;
}

function pushPlain(tokens: Token[], text: string, faces: Faces): void {
  let at = 0;
  for (const { 0: letter, index } of text.matchAll(MARKED)) {
    const face = faces.basic.find((some) => [...letter].every((char) => some.glyphOf(codePointOf(char)) !== undefined));
    if (!face || !PLAIN.test(letter.charAt(0))) continue;
    pushCharacters(tokens, text.slice(at, index), faces);
    tokens.push(...shapeWord(letter, face, false));
    at = index + letter.length;
  }
  pushCharacters(tokens, text.slice(at), faces);
}

function pushCharacters(tokens: Token[], text: string, faces: Faces): void {
  for (const char of text) {
    if (char === '\n') tokens.push('newline');
    else if (SPACE.test(char)) tokens.push(spaceGlyph(char, tokens.at(-1), faces));
    else if (SILENT.test(char)) pushSilent(tokens, char, faces);
    else tokens.push(...inkedGlyphs(char, tokens.at(-1), faces));
  }
}

/** Adds a character without ink to the glyph before it, so that it is copied too. */
function pushSilent(tokens: Token[], char: string, faces: Faces): void {
  const before = tokens.at(-1);
  if (before === undefined || before === 'newline' || before.kind === 'space') tokens.push(hiddenGlyph(char, faces));
  else tokens[tokens.length - 1] = { ...before, text: before.text + char };
}

/** A word as its shaper sets it; what its font lacks is spelled out. */
function pushShaped(tokens: Token[], { script, words }: ShapedWords, faces: Faces): void {
  const face = faces.byScript.get(script);
  const isRightToLeft = script === 'arabic' || script === 'hebrew';
  const known = (char: string) =>
    SILENT.test(char) || (!HIDDEN_LETTER.test(char) && face?.glyphOf(codePointOf(char)) !== undefined);
  let part = '';
  const flush = () => {
    if (face && part !== '') tokens.push(...shapeWord(part, face, isRightToLeft));
    part = '';
  };
  for (const char of words) {
    if (known(char)) part += char;
    else {
      flush();
      tokens.push(...inkedGlyphs(char, tokens.at(-1), faces));
    }
  }
  flush();
}

function spaceGlyph(char: string, before: Token | undefined, faces: Faces): Glyph {
  const wide =
    char === WIDE_SPACE ? faces.eastern.find((face) => face.glyphOf(codePointOf(char)) !== undefined) : undefined;
  if (wide) return { ...plainGlyph(char, wide), kind: 'space' };
  const fixed = NO_BREAK_SPACE.has(char);
  // Between words of a script the space of its font, so that programs that copy text see one run of words.
  const own =
    before !== undefined && before !== 'newline' && RIGHT_TO_LEFT.test(before.text) ? before.face : basicFace(faces);
  return { ...plainGlyph(' ', own), text: fixed ? FIXED_SPACE : ' ', kind: fixed ? 'ink' : 'space' };
}

/** An invisible glyph without text or width. */
export function inklessGlyph(weight: Weight, fonts: PdfFonts): Glyph {
  return hiddenGlyph('', fonts[weight]);
}

function hiddenGlyph(text: string, faces: Pick<FaceSet, 'basic'>): Glyph {
  const glyph = plainGlyph(ZERO_WIDTH_NON_JOINER, basicFace(faces));
  return { ...glyph, text, width: 0, parts: glyph.parts.map((part) => ({ ...part, says: text || SAYS_NOTHING })) };
}

function inkedGlyphs(char: string, before: Token | undefined, faces: Faces): readonly Glyph[] {
  const face = faceFor(char, before, faces);
  return face ? [plainGlyph(char, face)] : standInGlyphs(char, faces);
}

function standInGlyphs(char: string, faces: Faces): readonly Glyph[] {
  return [...standIn(char)].map((letter) => plainGlyph(letter, basicFace(faces)));
}

const glyphsOfFaces = new WeakMap<FontFace, Map<string, Glyph>>();

/** The glyph of a character that the face has. */
function plainGlyph(char: string, face: FontFace): Glyph {
  const glyphs = glyphsOfFaces.get(face) ?? new Map<string, Glyph>();
  glyphsOfFaces.set(face, glyphs);
  const known = glyphs.get(char);
  if (known) return known;
  const id = face.glyphOf(codePointOf(char)) ?? 0;
  const width = face.font.glyphHAdvance(id) * face.scale;
  const kind = MARK.test(char) ? 'mark' : 'ink';
  const glyph: Glyph = { text: char, face, width, kind, parts: [{ id, x: 0, y: 0, advance: width }] };
  glyphs.set(char, glyph);
  return glyph;
}

/** The mirrored glyph, with the text of the given one; the given one if its face has no mirrored glyph. */
export function mirroredGlyph(glyph: Glyph, char: string): Glyph {
  if (glyph.face.glyphOf(codePointOf(char)) === undefined) return glyph;
  return { ...plainGlyph(char, glyph.face), text: glyph.text };
}

/** The first face that has the character; a mark prefers the face of the letter it sits on. */
function faceFor(char: string, before: Token | undefined, faces: Faces): FontFace | undefined {
  if (INKLESS.test(char) || !PLAIN.test(char)) return undefined;
  const has = (face: FontFace | undefined) => face !== undefined && face.glyphOf(codePointOf(char)) !== undefined;
  const same = before !== undefined && before !== 'newline' && MARK.test(char) ? before.face : undefined;
  if (has(same)) return same;
  // Signs and figures of a script look right beside its letters only in its own font.
  const own = /^[\u0600-\u06FF]$/.test(char) ? faces.byScript.get('arabic') : undefined;
  const eastern = codePointOf(char) >= 0x2e80 ? faces.eastern : [];
  return [own, ...eastern, ...faces.basic].find(has);
}
