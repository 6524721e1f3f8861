/** An element with what lies in it; names are without their prefix. */
export interface XmlElement {
  readonly name: string;
  /** Line that it begins on, from 1. */
  readonly line: number;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
}

export interface Xml {
  readonly roots: readonly XmlElement[];
  /** What could not be read, by line number from 1; all else came through. */
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

interface OpenElement {
  readonly name: string;
  readonly line: number;
  readonly children: XmlElement[];
  text: string;
}

/** Elements lie no deeper than this in files that people write. */
const DEPTH_LIMIT = 200;
const TOKEN =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|<!\w[^<>]*(?:\[[^\]]*\][^<>]*)?>|<(\/?)([^\s<>/!?][^\s<>/]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>|[^<]+|</gy;

/**
 * Reads elements and text of XML, without attributes and without entities of its own: what a manifest
 * is made of. What is faulty is reported, and the rest is read.
 */
export function parseXml(text: string): Xml {
  const reader = new Reader();
  for (const found of text.matchAll(TOKEN)) reader.read(found);
  return reader.finish();
}

class Reader {
  readonly #problems: { readonly line: number; readonly message: string }[] = [];
  readonly #top: OpenElement = { name: '', line: 1, children: [], text: '' };
  readonly #open: OpenElement[] = [this.#top];
  #line = 1;

  read([token, cdata, slash, full = '', rest = '']: RegExpExecArray): void {
    const name = full.slice(full.lastIndexOf(':') + 1);
    if (cdata !== undefined) this.#here.text += cdata;
    else if (slash === '/') this.#closeNamed(name, token);
    else if (slash === '') this.#begin(name, rest.endsWith('/'));
    else if (token === '<') this.#stray('a “<” begins no element', token);
    else if (!token.startsWith('<')) this.#here.text += decoded(token);
    this.#line += token.split('\n').length - 1;
  }

  finish(): Xml {
    while (this.#open.length > 1) {
      this.#problems.push(notClosed(this.#here));
      this.#close();
    }
    return { roots: this.#top.children, problems: this.#problems };
  }

  get #here(): OpenElement {
    return this.#open.at(-1) ?? this.#top;
  }

  /** Stays in the text, or what stands around it would become one word. */
  #stray(message: string, token: string): void {
    this.#problems.push({ line: this.#line, message });
    this.#here.text += token;
  }

  #begin(name: string, isEmpty: boolean): void {
    this.#here.text += ' ';
    this.#open.push({ name, line: this.#line, children: [], text: '' });
    if (isEmpty || this.#open.length > DEPTH_LIMIT) this.#close();
  }

  /** Closes an element, and those within it that were forgotten. */
  #closeNamed(name: string, token: string): void {
    const depth = this.#open.findLastIndex((element, index) => index > 0 && element.name === name);
    if (depth < 0) this.#stray(`“</${clip(name)}>” closes nothing`, token);
    else {
      for (const forgotten of this.#open.slice(depth + 1)) this.#problems.push(notClosed(forgotten));
      while (this.#open.length > depth) this.#close();
    }
  }

  #close(): void {
    const { text, ...element } = this.#open.pop() ?? this.#top;
    this.#here.children.push({ ...element, text: text.trim() });
  }
}

function notClosed({ name, line }: OpenElement): { readonly line: number; readonly message: string } {
  return { line, message: `“<${clip(name)}>” is not closed` };
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([\dA-Fa-f]{1,6}));/g, (whole, name, digits, hex) => {
    if (name !== undefined) return ENTITIES[String(name)] ?? whole;
    const point = digits === undefined ? Number.parseInt(String(hex), 16) : Number(digits);
    return point > 0x10_ffff ? '\uFFFD' : String.fromCodePoint(point).toWellFormed();
  });
}

function clip(word: string): string {
  return word.length > 40 ? `${word.slice(0, 40).toWellFormed()}…` : word;
}

/** The first element of a name below another one. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}
