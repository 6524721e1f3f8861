/** Writing systems whose fonts are read only when a text needs them. */
export type Script = keyof typeof SCRIPT_FONTS;

/** Regular and, where there is one, bold file of each writing system. */
export const SCRIPT_FONTS = {
  arabic: ['noto-sans-arabic-regular', 'noto-sans-arabic-bold'],
  hebrew: ['noto-sans-hebrew-regular', 'noto-sans-hebrew-bold'],
  bengali: ['noto-sans-bengali-regular', null],
  devanagari: ['noto-sans-devanagari-regular', null],
  ethiopic: ['noto-sans-ethiopic-regular', null],
  gujarati: ['noto-sans-gujarati-regular', null],
  gurmukhi: ['noto-sans-gurmukhi-regular', null],
  kannada: ['noto-sans-kannada-regular', null],
  khmer: ['noto-sans-khmer-regular', null],
  lao: ['noto-sans-lao-regular', null],
  malayalam: ['noto-sans-malayalam-regular', null],
  myanmar: ['noto-sans-myanmar-regular', null],
  sinhala: ['noto-sans-sinhala-regular', null],
  tamil: ['noto-sans-tamil-regular', null],
  telugu: ['noto-sans-telugu-regular', null],
  thai: ['noto-sans-thai-regular', null],
  emoji: ['noto-emoji-regular', null],
  jp: ['noto-sans-jp-regular', null],
  kr: ['noto-sans-kr-regular', null],
  sc: ['noto-sans-sc-regular', null],
} as const satisfies Readonly<Record<string, readonly [regular: string, bold: string | null]>>;

const ARABIC = '\\p{Script=Arabic}\\u0640\\u064B-\\u0655\\u0670';
const EMOJI =
  '[\\p{Emoji_Presentation}\\p{Regional_Indicator}]|\\p{Extended_Pictographic}\\uFE0F|[0-9#*]\\uFE0F\\u20E3';

/**
 * Words whose letters change with their neighbours or carry marks of their own, by their script; and emoji,
 * of which several can make one picture.
 */
const WORD_PATTERNS: Readonly<Partial<Record<Script, string>>> = {
  arabic: `[${ARABIC}][${ARABIC}\\u200C\\u200D]*`,
  hebrew: '\\p{Script=Hebrew}+',
  bengali: wordPattern('Bengali'),
  // Its full stops serve most scripts of India.
  devanagari: wordPattern('Devanagari', '\\u0964\\u0965'),
  ethiopic: wordPattern('Ethiopic'),
  gujarati: wordPattern('Gujarati'),
  gurmukhi: wordPattern('Gurmukhi'),
  kannada: wordPattern('Kannada'),
  khmer: wordPattern('Khmer'),
  lao: wordPattern('Lao'),
  malayalam: wordPattern('Malayalam'),
  myanmar: wordPattern('Myanmar'),
  sinhala: wordPattern('Sinhala'),
  tamil: wordPattern('Tamil'),
  telugu: wordPattern('Telugu'),
  thai: wordPattern('Thai'),
  emoji: `(?:${EMOJI})(?:\\uFE0F|\\u200D\\p{Extended_Pictographic}|\\p{Emoji_Modifier}|\\u20E3|\\p{Regional_Indicator})*`,
};

function wordPattern(script: string, signs = ''): string {
  return `[\\p{Script=${script}}${signs}][\\p{Script=${script}}${signs}\\p{Script=Inherited}\\u200C\\u200D]*`;
}

const SHAPED_WORDS = new RegExp(
  Object.entries(WORD_PATTERNS)
    .map(([script, words]) => `(?<${script}>${words})`)
    .join('|'),
  'gu',
);

/** Words of one script that has to be shaped, and where they begin in their text. */
export interface ShapedWords {
  readonly script: Script;
  readonly words: string;
  readonly at: number;
}

/** The parts of a text that have to be shaped. */
export function shapedWords(text: string): readonly ShapedWords[] {
  return [...text.matchAll(SHAPED_WORDS)].flatMap(({ 0: words, index: at, groups = {} }) => {
    const script = scriptNames.find((name) => groups[name] !== undefined);
    return script ? [{ script, words, at }] : [];
  });
}

const scriptNames = Object.keys(SCRIPT_FONTS).filter((name): name is Script => name in SCRIPT_FONTS);

const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303F\uFF01-\uFFEF]/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HANGUL = /\p{Script=Hangul}/u;
const ARABIC_SIGNS = /[\u0600-\u06FF]/;

/** The writing systems of a text. */
export function scriptsOf(text: string): readonly Script[] {
  const found = new Set<Script>(shapedWords(text).map(({ script }) => script));
  // Signs and figures of Arabic are taken from its font too.
  if (ARABIC_SIGNS.test(text)) found.add('arabic');
  if (KANA.test(text)) found.add('jp');
  if (HANGUL.test(text)) found.add('kr');
  // Some common characters are in only one of the two fonts, so both are read.
  if (HAN.test(text)) found.add('sc').add('jp');
  return [...found];
}
