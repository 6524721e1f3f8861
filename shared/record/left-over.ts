import { isBlank } from '#shared/base/limits.ts';
import { heading } from './blocks.ts';
import type { RecordBlock, RecordField } from './model.ts';

/**
 * Answers whose item the review no longer has, such as the assessment of a skipped stage that is
 * planned again. They are part of the document, so the record prints them.
 */
export function leftOver(entries: Readonly<Record<string, unknown>>, known: ReadonlySet<string>): RecordBlock[] {
  const rows = Object.entries(entries).flatMap(([id, value]) => (known.has(id) ? [] : writtenIn(value, id)));
  if (rows.length === 0) return [];
  return [heading(1, 'Notes on items that no longer apply'), { kind: 'fields', rows }];
}

/** Every text in a value, labelled with the way to it; ids are keys and not worth reading. */
export function writtenIn(value: unknown, label: string): RecordField[] {
  if (typeof value === 'string') return isBlank(value) ? [] : [{ label, text: value }];
  if (typeof value === 'number') return [{ label, text: String(value) }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => (key === 'id' ? [] : writtenIn(entry, `${label} › ${key}`)));
}
