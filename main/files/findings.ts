import type * as z from 'zod';
import { shortened } from './printable.ts';

/** How many findings are listed at most; a longer list is no help. */
const LIMIT = 20;

/** One readable line for each finding of a failed validation: where, and what to do. */
export function findings(error: z.ZodError): readonly string[] {
  const lines = error.issues.map((issue) => {
    const where = issue.path.map((part) => shortened(String(part))).join('.') || 'the file as a whole';
    return `${where}: ${wording(issue)}`;
  });
  const more = lines.length - LIMIT;
  return more > 0 ? [...lines.slice(0, LIMIT), `and ${more} more`] : lines;
}

/** How zod's own messages begin; what begins otherwise was written for this schema and stays. */
const ZOD_MESSAGE = /^(?:Too (?:small|big)|Invalid|Unrecognized)/;

/** What is wrong and what would be right; the schemas' own messages are kept where they have one. */
function wording(issue: z.core.$ZodIssue): string {
  if (!ZOD_MESSAGE.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'unrecognized_keys':
      return `does not know ${keysText(issue.keys)}; check the spelling or take it out`;
    case 'invalid_type':
      // zod tells a missing value from a wrong one in its message only.
      return issue.message.endsWith('received undefined')
        ? `is missing; it should be ${typeName(issue.expected)}`
        : `should be ${typeName(issue.expected)}`;
    case 'invalid_value':
      return `should be ${issue.values.map((value) => `“${String(value)}”`).join(' or ')}`;
    case 'too_small':
      return issue.origin === 'string' && Number(issue.minimum) === 1
        ? 'must not be empty'
        : `should be at least ${issue.minimum}${unit(issue.origin)}`;
    case 'too_big':
      return `should be at most ${issue.maximum}${unit(issue.origin)}`;
    case 'invalid_union':
      return 'note' in issue && issue.note === 'No matching discriminator'
        ? `has an unknown “${issue.discriminator ?? 'kind'}”`
        : issue.message;
    case 'invalid_format':
      return FORMATS[issue.format] ?? issue.message;
    case 'invalid_key':
      return `may not hold this key: ${issue.issues.map((inner) => inner.message).join('; ')}`;
    default:
      return issue.message;
  }
}

/** Names come from the file, and may be as long and as many as that holds. */
function keysText(keys: readonly string[]): string {
  const named = keys.slice(0, LIMIT).map((key) => `“${shortened(key)}”`);
  const more = keys.length - named.length;
  return [...named, ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}

const FORMATS: Readonly<Record<string, string>> = {
  date: 'should be a date such as 2026-01-31',
  datetime: 'should be a moment in UTC such as 2026-01-31T09:30:00Z',
  uuid: 'should be a UUID such as 0f8fad5b-d9cb-469f-a165-70867728950e',
};

function typeName(expected: string): string {
  const names: Readonly<Record<string, string>> = {
    string: 'text in quotation marks',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list in [ ]',
    object: 'an object in { }',
    record: 'an object in { }',
  };
  return names[expected] ?? expected;
}

function unit(origin: string): string {
  if (origin === 'string') return ' characters long';
  return origin === 'array' ? ' rows long' : '';
}
