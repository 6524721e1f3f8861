import { FailureError } from '#main/files/failure.ts';
import { tooLarge } from '#main/files/file-system.ts';
import { findings } from '#main/files/findings.ts';
import { parseJson } from '#main/files/json-text.ts';
import { wellFormedJson } from '#main/files/well-formed-json.ts';
import { importLens } from '#shared/lens/import.ts';
import { type Lens, lensSchema, looksLikeLens, unknownKeys } from '#shared/lens/schema.ts';
import { REVIEW_FORMAT } from '#shared/review/envelope.ts';
import { templateSchema } from '#shared/template/schema.ts';
import { type LoadedTemplate, parseTemplate, printTemplate, TEMPLATE_SIZE_LIMIT } from './parse-template.ts';
import { FINDINGS_LIMIT, templateFindings } from './template-hints.ts';

/** A template from outside, complete and checked. */
export type ReadTemplate =
  | { readonly kind: 'template'; readonly loaded: LoadedTemplate; readonly findings: readonly string[] }
  /** Made from an AWS Well-Architected custom lens; the findings say what was not taken over as it stood. */
  | {
      readonly kind: 'lens';
      readonly loaded: LoadedTemplate;
      readonly lens: Lens;
      /** Of the file that was read, in bytes. */
      readonly size: number;
      readonly findings: readonly string[];
    };

interface Options {
  /** Version for a template made from a lens, which has none of its own. */
  readonly lensVersion?: string;
}

/**
 * Reads the text or the bytes of a file that may hold a template or a custom lens, whatever else it holds.
 * Nothing is half-read: the result is complete, or there is none.
 * @throws {FailureError} `too-large` or `invalid`, with one detail for each fault: where, what, and a hint.
 */
export function readTemplateText(source: Uint8Array | string, options: Options = {}): ReadTemplate {
  const size = Buffer.byteLength(source);
  if (size > TEMPLATE_SIZE_LIMIT) throw tooLarge(TEMPLATE_SIZE_LIMIT);
  const { json, mended } = wellFormedJson(parseJson(source));
  const findings = mended.map((path) => `${path}: half of a character was there; it is replaced by “\uFFFD”`);
  return looksLikeLens(json) ? readLens(json, size, findings, options) : readTemplate(json, findings);
}

function readTemplate(json: unknown, mended: readonly string[]): ReadTemplate {
  const parsed = templateSchema.safeParse(json);
  if (!parsed.success) throw invalid(titleOf(json), templateFindings(parsed.error, json));
  return { kind: 'template', loaded: loadedOf(json), findings: shortened(mended) };
}

function readLens(
  json: unknown,
  size: number,
  mended: readonly string[],
  { lensVersion }: Options,
): Extract<ReadTemplate, { kind: 'lens' }> {
  const parsed = lensSchema.safeParse(json);
  if (!parsed.success) throw invalid('The custom lens cannot be used.', findings(parsed.error));
  const lens = parsed.data;
  const made = importLens(lens, lensVersion === undefined ? {} : { version: lensVersion });
  const foreign = unknownKeys(lens).map((path) => `${path}: not part of the lens format; kept for the way back`);
  const loaded = loadedOf(made.template);
  // What is foreign lies deeper in a template than in its lens, perhaps deeper than is read.
  if (foreign.length > 0) parseJson(printTemplate(loaded));
  return { kind: 'lens', loaded, lens, size, findings: shortened([...mended, ...made.findings, ...foreign]) };
}

/** A list that a person can read. */
function shortened(lines: readonly string[]): readonly string[] {
  const left = lines.length - FINDINGS_LIMIT;
  return left > 0 ? [...lines.slice(0, FINDINGS_LIMIT), `and ${left} more`] : lines;
}

/** The template as the library keeps it, which must be able to read it again. */
function loadedOf(json: unknown): LoadedTemplate {
  const parsed = parseTemplate(json);
  if (!parsed.ok) throw invalid('The template cannot be used.', parsed.problems);
  if (Buffer.byteLength(printTemplate(parsed.loaded)) > TEMPLATE_SIZE_LIMIT) {
    throw new FailureError(
      'too-large',
      'As a template this would be larger than 1 MB, the most that Groundwork keeps.',
    );
  }
  return parsed.loaded;
}

function titleOf(json: unknown): string {
  const format = typeof json === 'object' && json !== null && 'format' in json ? json.format : undefined;
  if (format === REVIEW_FORMAT) return 'This is a review, not a template. Import it where the reviews are listed.';
  return format === 'groundwork-template'
    ? 'The template cannot be used.'
    : 'This is neither a Groundwork template nor an AWS Well-Architected custom lens.';
}

function invalid(message: string, details: readonly string[]): FailureError {
  return new FailureError('invalid', message, { details });
}
