import * as z from 'zod';
import { LINE_LIMIT, LIST_LIMIT, TEXT_LIMIT } from './limits.ts';

/** Longest moment: to the billionth of a second, and more. */
const INSTANT_LIMIT = 40;

/**
 * Key of a template item or a list row. The pattern also keeps names out that every object has
 * (`__proto__`, `constructor`), as answers are looked up by these keys.
 */
export const idSchema = z
  .string()
  .regex(
    /^(?!constructor$)[a-z0-9][a-z0-9-]{0,63}$/,
    'use 1–64 lower-case letters, digits and hyphens; “constructor” is taken',
  );

// A lone surrogate cannot be written as UTF-8, so it becomes the replacement character on the way in.
const wellFormed = z.string().overwrite((text) => text.toWellFormed());
export const lineSchema = wellFormed.max(LINE_LIMIT);
export const textSchema = wellFormed.max(TEXT_LIMIT);
/** A calendar date without time zone, `YYYY-MM-DD`. */
export const dateSchema = z.iso.date();
/** A moment in UTC, ISO 8601 with `Z`. */
export const instantSchema = z.iso.datetime().max(INSTANT_LIMIT);
/** Lower-case hexadecimal SHA-256. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, 'use 64 lower-case hexadecimal digits');

/** A list with a bounded number of rows, empty when left out. */
export function list<Row extends z.ZodType>(row: Row) {
  return z.array(row).max(LIST_LIMIT).default([]);
}

/** Answers keyed by template item id, empty when left out. */
export function keyed<Value extends z.ZodType>(value: Value) {
  return z.record(idSchema, value).default({});
}

/**
 * Answers keyed by template item id, absent when left out: for parts that came after the first
 * release, so that the hash of a document signed before them stays the same.
 */
export function keyedOptional<Value extends z.ZodType>(value: Value) {
  return z.record(idSchema, value).optional();
}
