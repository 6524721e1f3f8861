/** The place of the next thing that is neither space, line end nor comment. */
export function skipBlank(text: string, at: number): number {
  const blank = /(?:[ \t\n\r]+|#[^\n]*)*/y;
  blank.lastIndex = at;
  return at + (blank.exec(text)?.[0].length ?? 0);
}

interface ReadString {
  readonly value: string;
  readonly end: number;
}

/** A string of any of the four kinds that begins at a place; null when it does not end. */
export function readString(text: string, at: number): ReadString | null {
  const quote = text[at] ?? '';
  const fence = quote.repeat(3);
  if (text.startsWith(fence, at)) return multiLine(text, at + 3, fence);
  const isRaw = quote === "'";
  const pattern = isRaw ? /'([^'\n]*)'/y : /"((?:[^"\\\n]|\\[^\n])*)"/y;
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  if (!found) return null;
  const inner = found[1] ?? '';
  return { value: isRaw ? inner : unescaped(inner), end: at + found[0].length };
}

function multiLine(text: string, start: number, fence: string): ReadString | null {
  const isRaw = fence.startsWith("'");
  let at = start;
  while (at < text.length && !text.startsWith(fence, at)) at += !isRaw && text[at] === '\\' ? 2 : 1;
  if (at >= text.length) return null;
  // Quotes right before the fence belong to the text.
  while (text[at + 3] === fence[0] && at - start < text.length) at += 1;
  const inner = text.slice(start, at).replace(/^\n/, '');
  return { value: isRaw ? inner : unescaped(inner.replace(/\\[ \t]*\n\s*/g, '')), end: at + 3 };
}

const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  e: '\u001B',
  '"': '"',
  '\\': '\\',
};

function unescaped(text: string): string {
  return text.replace(/\\(u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8}|x[\dA-Fa-f]{2}|[\s\S])/g, (_, code: string) => {
    // Not TOML: it stays as it is written, so that no name is made up of it.
    if (code.length === 1) return ESCAPES[code] ?? `\\${code}`;
    const point = Number.parseInt(code.slice(1), 16);
    return point > 0x10_ffff ? '\uFFFD' : String.fromCodePoint(point).toWellFormed();
  });
}

/** The place behind the bracket that closes what a place lies in; strings and comments do not count. Null for none. */
export function closingBracket(text: string, at: number, bracket: string): number | null {
  const open = bracket === ']' ? '[' : '{';
  let depth = 1;
  for (let place = at; place < text.length; place++) {
    const sign = text[place] ?? '';
    if (sign === '#') place = endOfLine(text, place);
    else if (sign === '"' || sign === "'") place = Math.max(place, (readString(text, place)?.end ?? place + 1) - 1);
    else if (sign === open) depth += 1;
    else if (sign === bracket && --depth === 0) return place + 1;
  }
  return null;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
