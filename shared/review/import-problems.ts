import * as z from 'zod';
import { LINE_LIMIT } from '#shared/base/limits.ts';
import { type ReviewDocument, reviewDocumentSchema } from './review.ts';

/** Most answers under one key: ten times as many as the largest template asks for. */
const MOST_KEYS = 2_000;
const LINE_BREAK = /[\r\n\u2028\u2029]/;
/** What a reader does not see. */
const UNSEEN = /[\s\p{Cf}\p{Cc}\p{Mn}]/gu;

/**
 * Why a review from elsewhere is not taken in, although it has the form of one, a line each: what no review has that was written here. Those that
 * are here already are not asked.
 */
export function importProblems(document: ReviewDocument): readonly string[] {
  const problems: string[] = [];
  if (document.title.replace(UNSEEN, '') === '') problems.push('document.title: give the review a title');
  look(reviewDocumentSchema, document, 'document', problems);
  return problems;
}

function look(outer: z.core.$ZodType, value: unknown, path: string, problems: string[]): void {
  const schema = within(outer, value);
  if (typeof value === 'string') {
    const isLine = schema instanceof z.ZodString && schema.maxLength === LINE_LIMIT;
    if (isLine && LINE_BREAK.test(value)) problems.push(`${path}: write it in one line`);
  } else if (schema instanceof z.ZodArray && Array.isArray(value)) {
    if (hasRepeatedIds(value)) problems.push(`${path}: give each row an id of its own`);
    for (const [at, row] of value.entries()) look(schema.element, row, `${path}.${at}`, problems);
  } else if (typeof value === 'object' && value !== null) {
    lookWithin(schema, value as Readonly<Record<string, unknown>>, path, problems);
  }
}

/** The schema of what is there: that within one that may be left out, and of several the one that fits. */
function within(schema: z.core.$ZodType, value: unknown): z.core.$ZodType {
  const { def } = schema._zod;
  if ('innerType' in def) return within(def.innerType as z.core.$ZodType, value);
  if (!(schema instanceof z.ZodUnion)) return schema;
  const option = schema.options.find((one) => z.safeParse(one, value).success);
  return option ? within(option, value) : schema;
}

function lookWithin(
  schema: z.core.$ZodType,
  value: Readonly<Record<string, unknown>>,
  path: string,
  problems: string[],
): void {
  if (schema instanceof z.ZodObject) {
    for (const [key, part] of Object.entries(schema.shape)) look(part, value[key], `${path}.${key}`, problems);
  } else if (schema instanceof z.ZodRecord) {
    const entries = Object.entries(value);
    if (entries.length > MOST_KEYS) problems.push(`${path}: holds more than ${MOST_KEYS.toLocaleString('en')} answers`);
    else for (const [key, part] of entries) look(schema.valueType, part, `${path}.${key}`, problems);
  }
}

/** Rows are told apart by their ids: one that two have would let one answer count for both. */
function hasRepeatedIds(rows: readonly unknown[]): boolean {
  const ids = rows.flatMap((row) => (typeof row === 'object' && row !== null && 'id' in row ? [row.id] : []));
  return new Set(ids).size < ids.length;
}
