import { REVIEW_KEY } from './markdown.ts';

/** `0007-title-with-dashes.md`; dates at the front, as log4brains has them, are no numbers. */
const NUMBERED = /^(\d{1,5})-.*\.md$/i;
const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|$)/s;
const STATUS_LINE = /^status[ \t]*:.*$/m;
/** The status in the list under the title, which stands before the first section. */
const STATUS_ITEM = /^([-*+][ \t]+status[ \t]*:).*$/im;

/** Number of a record by its file name; null for a file that has none. */
export function adrNumber(fileName: string): number | null {
  const digits = NUMBERED.exec(fileName)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** `ADR-0007`, as records name each other. */
export function adrName(fileName: string): string {
  return `ADR-${paddedNumber(adrNumber(fileName) ?? 0)}`;
}

export function paddedNumber(number: number): string {
  return String(number).padStart(4, '0');
}

/** A link from one record to another of the same folder. */
export function adrLink(fileName: string): string {
  return `[${fileName.replace(/\.md$/i, '')}](${encodeURIComponent(fileName)})`;
}

/** The review that a record was exported from; null for any other file. */
export function reviewOfAdr(text: string): string | null {
  const head = FRONT_MATTER.exec(text)?.[1] ?? '';
  return new RegExp(`^${REVIEW_KEY}[ \\t]*:[ \\t]*"?([0-9a-f-]{36})"?[ \\t]*$`, 'm').exec(head)?.[1] ?? null;
}

/** The text of a record with another one named as its successor; all else stays as it is. */
export function supersededAdr(text: string, successor: string): string {
  const inFront = text.replace(FRONT_MATTER, (head) =>
    head.replace(STATUS_LINE, () => `status: "superseded by ${adrName(successor)}"`),
  );
  const section = /^## /m.exec(inFront)?.index ?? inFront.length;
  const top = inFront
    .slice(0, section)
    .replace(STATUS_ITEM, (_, key: string) => `${key} superseded by ${adrLink(successor)}`);
  return `${top}${inFront.slice(section)}`;
}
