import { randomUUID } from 'node:crypto';
import { FailureError } from '#main/files/failure.ts';
import { hashMatches, sha256 } from '#main/files/hash.ts';
import { takeTurns } from '#main/files/turns.ts';
import { type LoadedTemplate, parseTemplate } from '#main/templates/parse-template.ts';
import type { TemplateSource } from '#main/templates/template-library.ts';
import type { Envelope } from '#shared/review/envelope.ts';
import { importProblems } from '#shared/review/import-problems.ts';
import { invalidReview, parseDocument, parseEnvelope, type StoredReview, stampMatches } from './review-file.ts';

/** A review from outside the data folder, complete and checked, with the template it was made from. */
export interface ForeignReview extends StoredReview {
  readonly template: LoadedTemplate;
}

/**
 * Reads an exported or hand-written review file. What such a file may leave out is filled in: id,
 * moment of creation, revision, and the template's version and address when the file carries the
 * template or one of the library has the id.
 * @throws {FailureError} with one detail for each problem found.
 */
export async function readForeignReview(
  source: Uint8Array | string,
  templates: TemplateSource,
  now?: () => Date,
): Promise<ForeignReview> {
  const review = await readAnyReview(source, templates, now);
  const problems = importProblems(review.document);
  if (problems.length > 0) throw invalidReview(problems);
  // A file is named by the id, and not every disk tells cases apart.
  return { ...review, document: { ...review.document, id: review.document.id.toLowerCase() } };
}

/** As `readForeignReview`, also one that would not be taken in today, as a record made before may hold it. */
export async function readAnyReview(
  source: Uint8Array | string,
  templates: TemplateSource,
  now: () => Date = () => new Date(),
): Promise<ForeignReview> {
  // A file may be large, so other work gets its turn between the steps.
  const turn = takeTurns();
  const envelope = parseEnvelope(source);
  await turn();
  const isWhole =
    envelope.sha256 === null || (stampMatches(envelope) && hashMatches(envelope.document, envelope.sha256));
  if (!isWhole) {
    throw new FailureError(
      'damaged',
      'The file was changed after it was saved: its content does not match its checksum. If you edited it by hand, remove the line "sha256" beside "document" and try again.',
    );
  }
  const { document } = envelope;
  if (!isRecord(document)) throw invalidReview(['document: expected an object with the review']);
  const template = await templateOf(envelope, document, templates);
  const moment = now().toISOString();
  await turn();
  const parsed = parseDocument({
    id: randomUUID(),
    createdAt: moment,
    ...document,
    template: {
      id: template.template.id,
      version: template.template.version,
      sha256: template.sha256,
      ...(isRecord(document.template) ? document.template : {}),
    },
  });
  await turn();
  if (!parsed.ok) throw invalidReview(parsed.problems);
  const { supersedes } = parsed.document;
  if (supersedes?.content !== undefined && sha256(supersedes.content) !== supersedes.contentSha256) {
    throw invalidReview(['document.supersedes.content: is not what was signed there; its hash differs']);
  }
  const { id, version } = parsed.document.template;
  if (id !== template.template.id || version !== template.template.version) {
    throw invalidReview([
      `document.template: names ${id} ${version}, but the template is ${template.template.id} ${template.template.version}`,
    ]);
  }
  return {
    document: parsed.document,
    revision: Math.max(1, envelope.revision),
    savedAt: envelope.savedAt ?? moment,
    template,
  };
}

/** The template a file carries or names. */
async function templateOf(
  envelope: Envelope,
  document: Readonly<Record<string, unknown>>,
  templates: TemplateSource,
): Promise<LoadedTemplate> {
  const named = isRecord(document.template) ? document.template : {};
  const sha256 = typeof named.sha256 === 'string' ? named.sha256 : undefined;
  if (envelope.template !== undefined) {
    const parsed = parseTemplate(envelope.template, sha256);
    if (parsed.ok) return parsed.loaded;
    throw new FailureError('invalid', 'The template inside the file cannot be used.', {
      details: parsed.problems.map((problem) => `template: ${problem}`),
    });
  }
  if (typeof named.id !== 'string') throw invalidReview(['document.template.id: name the template of the review']);
  const found = sha256 === undefined ? await templates.named(named.id, named.version) : await find(templates, sha256);
  if (found) return found;
  const known = templates.builtIn.map(({ template }) => `${template.id} ${template.version}`).join(', ');
  const version = typeof named.version === 'string' ? ` ${named.version}` : '';
  throw new FailureError(
    'not-found',
    `The review was made from the template “${named.id.slice(0, 80)}${version.slice(0, 20)}”, which is not here. Use a file that was exported together with its template, or name one that ships with Groundwork.`,
    { details: [`templates that ship with Groundwork: ${known || 'none'}`] },
  );
}

/** An address becomes a file name in the library, so nothing but an address may reach it. */
async function find(templates: TemplateSource, sha256: string): Promise<LoadedTemplate | null> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) {
    throw invalidReview(['document.template.sha256: use 64 lower-case hexadecimal digits or leave it out']);
  }
  return templates.find(sha256);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
