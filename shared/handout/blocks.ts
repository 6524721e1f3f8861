import type { HandoutBlock, HandoutGrid, HandoutSection } from './model.ts';

/** A heading of a part, as records have them: 1 names a thing of the section, 2 a part of it. */
export function heading(text: string, level: 1 | 2 = 2): HandoutBlock {
  return { kind: 'heading', level, text, badges: [] };
}

/** A part of the first page. */
export function front(title: string, ...blocks: readonly HandoutBlock[]): HandoutSection {
  return { title, aside: '', blocks };
}

/** Wording of the template, set back; nothing for an empty text. */
export function told(...texts: readonly string[]): readonly HandoutBlock[] {
  const text = texts.filter((part) => part !== '').join(' ');
  return text === '' ? [] : [{ kind: 'paragraph', voice: 'template', text }];
}

/** What is asked, to be read out. */
export function said(text: string): HandoutBlock {
  return { kind: 'paragraph', voice: 'team', text };
}

export function list(...items: readonly string[]): HandoutBlock {
  return { kind: 'list', items };
}

/** A label with lines to write on. */
export function write(label: string, lines: number): HandoutBlock {
  return { kind: 'write', label, lines };
}

/** Labels beside each other, each with a line; `weights` share the width. */
export function writeRow(labels: readonly string[], weights: readonly number[]): HandoutBlock {
  return { kind: 'write-row', labels, weights };
}

/** Answers of which one is ticked. */
export function tickOne(label: string, ...choices: readonly string[]): HandoutBlock {
  return { kind: 'choose', by: 'tick', among: [{ label, choices }] };
}

/** Figures of which one is circled for each label. */
export function circle(choices: readonly string[], ...labels: readonly string[]): HandoutBlock {
  return { kind: 'choose', by: 'circle', among: labels.map((label) => ({ label, choices })) };
}

/** Lines with a box each, of which any number is ticked; nothing for none. */
export function ticks(items: readonly { readonly name: string; readonly help?: string }[]): readonly HandoutBlock[] {
  if (items.length === 0) return [];
  return [{ kind: 'checks', items: items.map(({ name, help = '' }) => ({ met: false, text: name, note: help })) }];
}

/** A table to fill in, with titles and the shares of the width. */
export function grid(
  columns: readonly (readonly [title: string, weight: number])[],
  rows: HandoutGrid['rows'],
): HandoutGrid {
  const isNamed = rows.some(([first]) => first !== '');
  return { kind: 'grid', columns: columns.map(([title, weight]) => ({ title, weight })), rows, isNamed };
}

export function emptyRows(count: number, columns: number): readonly (readonly string[])[] {
  return Array.from({ length: count }, () => Array<string>(columns).fill(''));
}

/** Answers in a cell of a table, far enough apart to be circled, and on one line. */
export function apart(...answers: readonly string[]): string {
  return answers.join('\u00a0\u00a0');
}
