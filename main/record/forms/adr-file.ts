import { REVIEW_KEY } from './markdown.ts';

/** How far into a file the review is looked for; it stands at the top. */
const HEAD_LENGTH = 4000;
const REVIEW = new RegExp(
  `^[^\\w\\r\\n]*${REVIEW_KEY}[^\\w\\r\\n]+([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})[^\\w\\r\\n]*$`,
  'im',
);

/** The review that a record was exported from, however its head is set since; null for any other file. */
export function reviewOfAdr(text: string): string | null {
  return REVIEW.exec(text.slice(0, HEAD_LENGTH))?.[1]?.toLowerCase() ?? null;
}

/** How a newer record is named in the one that it supersedes. */
export interface Successor {
  /** As plain text, for front matter. */
  readonly label: string;
  /** As Markdown. */
  readonly link: string;
}

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n(?:.*?\r?\n)??---[ \t]*(?:\r?\n|$)/s;
/** The status in front matter, with the lines that belong to it. */
const STATUS_KEY = /^((["']?)status\2[ \t]*:)[ \t]*(.*)((?:\r?\n(?:[ \t]+\S.*|-[ \t].*))*)$/im;
/** The status on a line of its own, in a list or a table. */
const STATUS_LINE =
  /^((?:[ \t]*[-*+][ \t]+)?:?(?:\*\*|__)?status(?:\*\*|__)?[ \t]*:(?:\*\*|__)?[ \t]*|\|[ \t]*(?:\*\*)?status(?:\*\*)?:?[ \t]*\|[ \t]*)([^\r\n|]*?)([ \t]*\|?[ \t]*)$/im;
/** A heading that says the status, and one that has it below; underlined headings too. */
const STATUS_HEADING = /^(#{1,6}[ \t]+status[ \t]*:[ \t]*)(\S[^\r\n]*)$/im;
const STATUS_SECTION =
  /^(?:#{1,6}[ \t]+(?:\d+\.?[ \t]+)?status[ \t]*#*|status[ \t]*\r?\n(?:-{3,}|={3,}|~{3,})[ \t]*)\r?\n(?:[ \t]*\r?\n)*/im;
/** The first section below the title, from which on a line with “status” may be about anything. */
const SECTION = /^(?:#{2,6}[ \t]|[^\s#|>*+-][^\r\n]*\r?\n-{3,}[ \t]*$)/m;

/** A record with another one named as its successor, and how many places said its status; all else stays as it is. */
export function supersededAdr(
  text: string,
  { label, link }: Successor,
): { readonly text: string; readonly places: number } {
  let places = 0;
  const stated = (before: string, by: string) => {
    places++;
    return /^\W*\p{Lu}/u.test(before) ? `Superseded by ${by}` : `superseded by ${by}`;
  };
  const head = FRONT_MATTER.exec(text)?.[0] ?? '';
  const newHead = head.replace(STATUS_KEY, (_, key: string, __, value: string) => {
    const quote = /^["']/.exec(value)?.[0] ?? '';
    return `${key} ${quote}${stated(value.slice(quote.length), label)}${quote}`;
  });
  const body = text.slice(head.length);
  const section = SECTION.exec(body)?.index ?? body.length;
  const top = body
    .slice(0, section)
    .replace(STATUS_LINE, (_, key: string, value: string, end: string) => `${key}${stated(value, link)}${end}`);
  const rest = body
    .slice(section)
    .replace(STATUS_HEADING, (_, key: string, value: string) => `${key}${stated(value, link)}`);
  return { text: `${newHead}${top}${withSection(rest, (value) => stated(value, link))}`, places };
}

/** Changes the first line below the heading of the status. */
function withSection(text: string, stated: (before: string) => string): string {
  const found = STATUS_SECTION.exec(text);
  if (!found) return text;
  const start = found.index + found[0].length;
  const [, mark = '', value = '', end = ''] =
    /^((?:[-*+][ \t]+)?(?:\*\*|__|\*|_)?)(.*?)((?:\*\*|__|\*|_)?[ \t]*\\?)(?=\r?\n|$)/.exec(text.slice(start)) ?? [];
  // The next heading follows at once: the section is empty.
  if (value === '' || /^#/.test(value)) return text;
  return `${text.slice(0, start)}${mark}${stated(value)}${end}${text.slice(start + mark.length + value.length + end.length)}`;
}
