import { safeUrl } from '#main/record/words/safe-url.ts';
import { visibleText } from '#main/record/words/visible.ts';

// Everything that CommonMark, GitHub's tables and its formulas give a meaning inside a line.
const SPECIAL_CHARACTERS = /[\\`*_[\]<>|~&$]/g;
// What turns the beginning of a line into a heading, a list, a rule or an underline of a heading.
const LINE_START = /^(#|[-+=](?=[\s=+-]|$)|\d{1,9}(?=[.)](?:\s|$)))/;

// Sites of decision records run Liquid or MDX over the file, where a brace begins code. A backslash does not keep Liquid from
// “{%”; an entity reads the same everywhere, and without the first brace the others mean nothing.
const BRACE = '&#123;';

/** One or more lines of text, free of any Markdown meaning. */
function escapedLines(text: string): readonly string[] {
  return visibleText(text)
    .trim()
    .split('\n')
    .map((line) => escapeStart(line.trim().replace(SPECIAL_CHARACTERS, '\\$&').replaceAll('{', BRACE)));
}

function escapeStart(line: string): string {
  const start = LINE_START.exec(line)?.[1];
  if (start === undefined) return line;
  // A number keeps its digits; it is the dot after it that would make a list.
  return /^\d/.test(start) ? `${start}\\${line.slice(start.length)}` : `\\${line}`;
}

/** Text for a heading or any place that has to stay on one line. */
export function inline(text: string): string {
  return escapedLines(text.replace(/\s+/g, ' ')).join(' ');
}

/** Text for a table cell. */
export function cell(text: string): string {
  return escapedLines(text).join('<br>');
}

/** Running text: blank lines part paragraphs, single line breaks are kept. */
export function paragraphs(text: string): string {
  return escapedLines(text)
    .join('\n')
    .split(/\n{2,}/)
    .map((part) => part.split('\n').join('\\\n'))
    .join('\n\n');
}

/** A list item; its further lines are indented so that they belong to it. */
export function item(text: string, marker = '-'): string {
  return indented(`${marker} `, paragraphs(text));
}

/** Puts a marker before the first line and as much space before the others. */
export function indented(marker: string, text: string): string {
  return `${marker}${text.replaceAll(/\n(?!\n|$)/g, `\n${' '.repeat(marker.length)}`)}`;
}

export function quote(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

/** An address as a link where that is safe, and as plain text where it is not. */
export function address(url: string): string {
  const target = safeUrl(url);
  return target === null ? inline(url) : `[${inline(url)}](<${target.replace(/[<>\\{}]/g, encodeURIComponent)}>)`;
}

/** A string for the front matter. JSON's strings are YAML's double-quoted ones, and both know this form of a brace. */
export function yaml(text: string): string {
  return JSON.stringify(visibleText(text).trim()).replaceAll('{', '\\u007b');
}
