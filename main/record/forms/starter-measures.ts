import { isBlank } from '#shared/base/limits.ts';
import type { ReviewMeasure } from '#shared/kinds/evidence/measures.ts';
import { inline, paragraphs } from './markdown-text.ts';

/** A measure of the plan as Markdown: its numbers, how it is measured, and the commands for it. */
export function measureLines(
  { name, unit, better, entry }: ReviewMeasure,
  commands: readonly string[],
): readonly string[] {
  const value = (number: number | null) => (number === null ? 'not known' : inline(`${number} ${unit}`.trim()));
  const method = isBlank(entry.method) ? 'Nobody has written down yet how it is measured.' : paragraphs(entry.method);
  return [
    `## ${inline(name)}`,
    '',
    `| Baseline | Target | Measured | Better |`,
    '|---|---|---|---|',
    `| ${value(entry.baseline)} | ${value(entry.target)} | ${value(entry.measured)} | ${better} |`,
    '',
    method,
    '',
    ...(commands.length === 0 ? [] : [...commands, '']),
  ];
}
