/** Scripts that one language, or nearly one, is written in today, with its tag (BCP 47). */
const LANGUAGES: readonly (readonly [pattern: RegExp, language: string])[] = [
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Armenian}/u, 'hy'],
  [/\p{Script=Georgian}/u, 'ka'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Lao}/u, 'lo'],
  [/\p{Script=Khmer}/u, 'km'],
  [/\p{Script=Myanmar}/u, 'my'],
  [/\p{Script=Bengali}/u, 'bn'],
  [/\p{Script=Devanagari}/u, 'hi'],
  [/\p{Script=Gujarati}/u, 'gu'],
  [/\p{Script=Gurmukhi}/u, 'pa'],
  [/\p{Script=Kannada}/u, 'kn'],
  [/\p{Script=Malayalam}/u, 'ml'],
  [/\p{Script=Sinhala}/u, 'si'],
  [/\p{Script=Tamil}/u, 'ta'],
  [/\p{Script=Telugu}/u, 'te'],
  [/\p{Script=Ethiopic}/u, 'am'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
];
const HAN = /\p{Script=Han}/u;
const ARABIC = /\p{Script=Arabic}/u;
/** Letters that Persian has and Arabic has not; and those of Urdu that neither has. */
const PERSIAN = /[\u067E\u0686\u0698\u06A9\u06AF\u06CC\u06F0-\u06F9]/u;
const URDU = /[\u0679\u0688\u0691\u06BA\u06BE\u06C1\u06D2]/u;

/**
 * The language that the letters of a text tell, for programs that read it aloud; null where they do not: Latin and
 * Cyrillic serve many languages. The script of most letters decides, and within one script the language that is written in
 * it by far the most: it is read with letters of its own at least, and not skipped.
 */
export function scriptLanguage(text: string): string | null {
  const letters = [...text].filter((char) => /\p{L}/u.test(char));
  const half = letters.length / 2;
  const count = (pattern: RegExp) => letters.filter((char) => pattern.test(char)).length;
  if (letters.length === 0 || letters.every((char) => char < '\u0370')) return null;
  if (count(ARABIC) > half) return arabicLanguage(text);
  // Japanese and Korean are written with Chinese characters too.
  const eastern = count(HAN);
  if (eastern > 0) {
    const [kana, hangul] = [count(/[\p{Script=Hiragana}\p{Script=Katakana}]/u), count(/\p{Script=Hangul}/u)];
    if (eastern + kana + hangul <= half) return null;
    return kana > 0 ? 'ja' : hangul > 0 ? 'ko' : 'zh';
  }
  return LANGUAGES.find(([pattern]) => count(pattern) > half)?.[1] ?? null;
}

function arabicLanguage(text: string): string {
  if (URDU.test(text)) return 'ur';
  return PERSIAN.test(text) ? 'fa' : 'ar';
}
