import type { FaceSet, FontFace } from './fonts.ts';
import type { Script } from './scripts.ts';

const HAN = /[\p{Script=Han}\p{Script=Bopomofo}]/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HANGUL = /\p{Script=Hangul}/u;

/** The faces that a text is set in; of those for Chinese characters, the most suitable one first. */
export interface Faces {
  readonly basic: readonly FontFace[];
  readonly eastern: readonly FontFace[];
  readonly byScript: ReadonlyMap<Script, FontFace>;
}

/**
 * Chinese, Japanese and Korean share many characters but draw them differently. Kana and Hangul show which
 * language it is; otherwise the font that lacks the fewest characters comes first, so that a text is not set in two fonts.
 */
export function facesFor(text: string, { basic, byScript }: FaceSet): Faces {
  const eastern = (['jp', 'kr', 'sc'] as const).flatMap((script) => byScript.get(script) ?? []);
  if (eastern.length === 0) return { basic, eastern, byScript };
  const stated: Script | null = KANA.test(text) ? 'jp' : HANGUL.test(text) ? 'kr' : null;
  const characters = [...new Set(text)].filter((char) => HAN.test(char));
  const lacking = (face: FontFace) => characters.filter((char) => face.glyphOf(codePointOf(char)) === undefined).length;
  const first = stated && byScript.get(stated);
  const rest = [byScript.get('sc'), byScript.get('jp'), byScript.get('kr')].flatMap((face) => face ?? []);
  const sorted = rest.toSorted((left, right) => lacking(left) - lacking(right));
  return { basic, eastern: first ? [first, ...sorted.filter((face) => face !== first)] : sorted, byScript };
}

/** The face that sets plain text. */
export function basicFace({ basic: [face] }: Pick<FaceSet, 'basic'>): FontFace {
  if (!face) throw new Error('No font is loaded');
  return face;
}

/** A character's code point. */
export function codePointOf(char: string): number {
  return char.codePointAt(0) ?? 0;
}
