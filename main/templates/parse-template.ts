import { findings } from '#main/files/findings.ts';
import { canonicalSha256 } from '#main/files/hash.ts';
import { sortKeys } from '#shared/base/canonical-json.ts';
import { templateSchema } from '#shared/template/schema.ts';
import type { Template } from '#shared/template/template.ts';

/** Largest template file, in bytes. */
export const TEMPLATE_SIZE_LIMIT = 1024 * 1024;

/** A checked template with its content address. */
export interface LoadedTemplate {
  /** SHA-256 of the canonical JSON of `source`. */
  readonly sha256: string;
  readonly template: Template;
  /** The exact content behind the address; this is what is stored and exported. */
  readonly source: unknown;
}

export type ParsedTemplate =
  | { readonly ok: true; readonly loaded: LoadedTemplate }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Checks a template. Its address is taken over the template with all defaults filled in. A later
 * program may know more defaults; so when `expected` is the address of the content as it stands,
 * that one holds, and reviews keep finding the template they were made from.
 */
export function parseTemplate(json: unknown, expected?: string): ParsedTemplate {
  const parsed = templateSchema.safeParse(json);
  if (!parsed.success) return { ok: false, problems: findings(parsed.error) };
  const template = parsed.data;
  const complete = { sha256: canonicalSha256(template), template, source: template };
  if (expected === undefined || expected === complete.sha256) return { ok: true, loaded: complete };
  if (addressOf(json) === expected) return { ok: true, loaded: { sha256: expected, template, source: json } };
  return { ok: false, problems: [`the content has the address ${complete.sha256}, not ${expected}`] };
}

/** A template as file text, with line breaks unless they would make it too large to be read again. */
export function printTemplate({ source }: LoadedTemplate): string {
  const sorted = sortKeys(source);
  const text = `${JSON.stringify(sorted, null, 2)}\n`;
  return Buffer.byteLength(text) <= TEMPLATE_SIZE_LIMIT ? text : `${JSON.stringify(sorted)}\n`;
}

function addressOf(json: unknown): string | null {
  try {
    return canonicalSha256(json);
  } catch {
    return null; // a lone surrogate has no canonical form
  }
}
