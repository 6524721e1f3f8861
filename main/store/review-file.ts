import * as z from 'zod';
import { FailureError } from '#main/files/failure.ts';
import { tooLarge } from '#main/files/file-system.ts';
import { findings } from '#main/files/findings.ts';
import { canonicalSha256, hashMatches, sha256 } from '#main/files/hash.ts';
import { parseJson } from '#main/files/json-text.ts';
import { TEMPLATE_SIZE_LIMIT } from '#main/templates/parse-template.ts';
import { canonicalForm, canonicalJson, canonicalText, sortKeys } from '#shared/base/canonical-json.ts';
import { FILE_SIZE_LIMIT } from '#shared/base/size-limits.ts';
import { signedContentOf } from '#shared/kinds/sign-off/sign-off.ts';
import { type Envelope, envelopeSchema, REVIEW_FORMAT, SCHEMA_VERSION } from '#shared/review/envelope.ts';
import { type ReviewDocument, reviewDocumentSchema } from '#shared/review/review.ts';

/** Largest stored review, in bytes: with its template it still fits into a file that can be imported. */
export const STORED_SIZE_LIMIT = FILE_SIZE_LIMIT - TEMPLATE_SIZE_LIMIT;

/** From this version of the file's form on, revision and moment stand under a hash as well. */
const STAMPED_SINCE = 2;

/** A revision of a review as its file holds it. */
export interface StoredReview {
  readonly document: ReviewDocument;
  readonly revision: number;
  readonly savedAt: string;
}

/** What follows from a document's text, worked out once for all who need it. */
interface PreparedDocument {
  /** Each part of the document as its file prints it, by name, in their order there. */
  readonly printed: ReadonlyMap<string, string>;
  /** SHA-256 of the document's canonical JSON. */
  readonly sha256: string;
  /** The hash that signatures bind to. */
  readonly contentSha256: string;
}

/** A revision that is about to be written. */
export type PreparedReview = StoredReview & PreparedDocument;

/** A newer format may have any form, so its version is looked at before anything else. */
const labelSchema = z.object({ format: z.literal(REVIEW_FORMAT), schemaVersion: z.int().min(1) });
/** Wrapped, so that the findings name the whole path from the file's root. */
const contentSchema = z.object({ document: reviewDocumentSchema });

/** Reads a file's outermost layer; the document in it is not looked at yet. @throws {FailureError} */
export function parseEnvelope(source: Uint8Array | string): Envelope {
  if (Buffer.byteLength(source) > FILE_SIZE_LIMIT) throw tooLarge(FILE_SIZE_LIMIT);
  const json = parseJson(source);
  const label = labelSchema.safeParse(json);
  if (!label.success) throw notAReview(json, label.error);
  if (label.data.schemaVersion > SCHEMA_VERSION) {
    throw new FailureError(
      'newer-format',
      `This review was saved by a newer Groundwork (format ${label.data.schemaVersion}; this one reads ${SCHEMA_VERSION}). Update Groundwork to open it. The file was not changed.`,
    );
  }
  const envelope = envelopeSchema.safeParse(json);
  if (!envelope.success) throw invalidReview(findings(envelope.error));
  return envelope.data;
}

/**
 * Reads a file of the data folder, whose hash must be there and right.
 * @throws {FailureError} `damaged`, `newer-format` or `too-large`; the file is left as it is.
 */
export function parseStoredReview(bytes: Uint8Array): StoredReview {
  const envelope = damagedUnlessNewer(() => parseEnvelope(bytes));
  const { document, revision, savedAt, sha256, schemaVersion, stampSha256 } = envelope;
  const isStamped = stampSha256 === null ? schemaVersion < STAMPED_SINCE : stampMatches(envelope);
  if (sha256 === null || savedAt === null || !isStamped || !hashMatches(document, sha256)) {
    throw damaged('its content does not match its checksum');
  }
  const parsed = parseDocument(document);
  if (!parsed.ok) throw damaged('its content is not a review', parsed.problems);
  return { document: parsed.document, revision, savedAt };
}

/** As `parseStoredReview`; a file that holds another review than this one is damaged as well. @throws {FailureError} */
export function parseReviewOf(id: string, bytes: Uint8Array): StoredReview {
  const review = parseStoredReview(bytes);
  if (review.document.id === id) return review;
  throw new FailureError('damaged', 'The file holds another review than its name says. It was left as it is.');
}

/** As `parseStoredReview`, but null for a file that cannot be used, or holds another review than this one. */
export function wholeReview(bytes: Uint8Array, id: string): StoredReview | null {
  try {
    return parseReviewOf(id, bytes);
  } catch (error) {
    if (error instanceof FailureError) return null;
    throw error;
  }
}

/** The document's form checked, with one readable line for each problem. */
export function parseDocument(
  document: unknown,
):
  | { readonly ok: true; readonly document: ReviewDocument }
  | { readonly ok: false; readonly problems: readonly string[] } {
  const parsed = contentSchema.safeParse({ document });
  return parsed.success
    ? { ok: true, document: parsed.data.document }
    : { ok: false, problems: findings(parsed.error) };
}

/** A part of a document, sorted: its canonical text, and how a file prints it. */
interface PreparedPart {
  readonly text: string;
  readonly printed: string;
}

/** The parts of documents that were prepared. Their data never changes, so a part that comes again is not walked again. */
const PREPARED = new WeakMap<object, PreparedPart>();

/** Sorts, hashes and prints a document: the one walk over it that a save makes. */
export function prepareDocument(document: ReviewDocument): PreparedDocument {
  const names = Object.keys(document).sort();
  const parts = names.flatMap((name) => {
    const value: unknown = Reflect.get(document, name);
    return value === undefined ? [] : [[name, preparedPart(value)] as const];
  });
  const texts = new Map(parts.map(([name, { text }]) => [name, text]));
  return {
    printed: new Map(parts.map(([name, { printed }]) => [name, printed])),
    sha256: sha256(canonicalText(texts)),
    contentSha256: sha256(signedContentOf(document, texts)),
  };
}

function preparedPart(value: unknown): PreparedPart {
  const known = typeof value === 'object' && value !== null ? PREPARED.get(value) : undefined;
  if (known) return known;
  const { text, sorted } = canonicalForm(value);
  // No string of JSON holds a line break of its own, so each one here begins a line.
  const part = { text, printed: JSON.stringify(sorted, null, 2).replaceAll('\n', '\n    ') };
  if (typeof value === 'object' && value !== null) PREPARED.set(value, part);
  return part;
}

/** A review as file text; `template` goes along in exported files. */
export function printReviewFile(review: StoredReview | PreparedReview, template?: unknown): string {
  const { printed, sha256 } = 'printed' in review ? review : prepareDocument(review.document);
  const document = [...printed].map(([name, text]) => `    ${JSON.stringify(name)}: ${text}`).join(',\n');
  // In the order of the keys, as everything below them is; the document is the first of them.
  const rest = {
    format: REVIEW_FORMAT,
    revision: review.revision,
    savedAt: review.savedAt,
    schemaVersion: SCHEMA_VERSION,
    sha256,
    stampSha256: stampOf({ ...review, sha256 }),
    template: sortKeys(template),
  };
  return `{\n  "document": {\n${document}\n  },${JSON.stringify(rest, null, 2).slice(1)}\n`;
}

/** The same as canonical JSON in UTF-8: one review, one sequence of bytes. It travels inside the record. */
export function canonicalReviewFile({ document, revision, savedAt }: StoredReview, template: unknown): Uint8Array {
  const stamp = { revision, savedAt, sha256: canonicalSha256(document) };
  return Buffer.from(
    canonicalJson({
      format: REVIEW_FORMAT,
      schemaVersion: SCHEMA_VERSION,
      ...stamp,
      stampSha256: stampOf(stamp),
      document,
      template,
    }),
  );
}

type Stamp = Pick<Envelope, 'revision' | 'savedAt' | 'sha256'>;

/** The hash over what stands beside a document. */
function stampOf({ revision, savedAt, sha256 }: Stamp): string {
  return canonicalSha256({ revision, savedAt, sha256 });
}

/** Whether what stands beside the document is what was written there; true where no hash says so. */
export function stampMatches(envelope: Pick<Envelope, keyof Stamp | 'stampSha256'>): boolean {
  return envelope.stampSha256 === null || stampOf(envelope) === envelope.stampSha256;
}

/** The failure of a file that is no valid review; `details`: one line for each problem. */
export function invalidReview(details: readonly string[]): FailureError {
  return new FailureError('invalid', 'The file is not a valid review.', { details });
}

function notAReview(json: unknown, error: z.ZodError): FailureError {
  const isTemplate =
    typeof json === 'object' && json !== null && 'format' in json && json.format === 'groundwork-template';
  return new FailureError(
    'invalid',
    isTemplate
      ? 'This is a template, not a review. Import it on the page of templates.'
      : 'This is not a Groundwork review.',
    { details: findings(error) },
  );
}

function damaged(why: string, details: readonly string[] = []): FailureError {
  return new FailureError('damaged', `The file of this review is damaged: ${why}. It was left as it is.`, { details });
}

function damagedUnlessNewer<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof FailureError && error.failure.code === 'invalid') {
      throw damaged(error.message.replace(/\.$/, '').replace(/^T/, 't'), error.failure.details);
    }
    throw error;
  }
}
