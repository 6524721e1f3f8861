import { readdirSync, readFileSync } from 'node:fs';
import { templateSchema } from '#shared/template/schema.ts';
import type { Template } from '#shared/template/template.ts';

const root = new URL('../../', import.meta.url);

/** Text of a file that ships with the program, by its path from the project's folder. */
export function shippedText(path: string): string {
  return readFileSync(new URL(path, root), 'utf8');
}

/** The built-in template, read as the program reads it. */
export const rustTemplate: Template = templateSchema.parse(JSON.parse(shippedText('templates/rust-adoption.json')));

/** All built-in templates by their id, read as the program reads them. */
export const shippedTemplates: ReadonlyMap<string, Template> = new Map(
  readdirSync(new URL('templates/', root))
    .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
    .map((name) => templateSchema.parse(JSON.parse(shippedText(`templates/${name}`))))
    .map((template) => [template.id, template]),
);

/** Names of the samples, without `.json`. */
export const sampleNames: readonly string[] = readdirSync(new URL('templates/samples/', root))
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length));

/** The fenced blocks of a language in a page of the documentation, in order. */
export function fencedBlocks(path: string, language: string): readonly string[] {
  const fences = shippedText(path).matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'));
  return [...fences].map((match) => match[1] ?? '');
}
