import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { writeDurably } from '#main/files/durable-write.ts';
import { explaining, FailureError } from '#main/files/failure.ts';
import { type FileSystem, readIfPresent } from '#main/files/file-system.ts';
import { canonicalSha256, hashMatches } from '#main/files/hash.ts';
import { parseJson } from '#main/files/json-text.ts';
import { sortKeys } from '#shared/base/canonical-json.ts';
import { sha256Schema } from '#shared/base/fields.ts';
import { FILE_SIZE_LIMIT } from '#shared/base/size-limits.ts';
import type { Output } from '#shared/contract/contract.ts';
import { milestoneInfoSchema } from '#shared/contract/revision-contract.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { parseDocument } from './review-file.ts';
import type { OpenReview } from './review-store.ts';

/** More would make a list that nobody reads. */
const MOST = 200;

const fileSchema = z.strictObject({
  format: z.literal('groundwork-milestone'),
  formatVersion: z.literal(1),
  ...milestoneInfoSchema.shape,
  /** SHA-256 of the canonical JSON of `document`. */
  sha256: sha256Schema,
  document: z.unknown(),
});

export type MilestoneInfo = z.output<typeof milestoneInfoSchema>;

/** A kept state of a review. */
export interface Milestone {
  readonly milestone: MilestoneInfo;
  readonly document: ReviewDocument;
}

type Listed = Omit<Extract<Output<'milestone.list'>, { kind: 'listed' }>, 'kind'>;

/**
 * Named states of reviews, one file each, `<review>.<milestone>.json`. A file is written once and never
 * again, and saving or trashing the review does not touch it.
 */
export class Milestones {
  readonly #files: FileSystem;
  readonly #folder: string;

  constructor(files: FileSystem, folder: string) {
    this.#files = files;
    this.#folder = folder;
  }

  /** Keeps a review as it is on disk; answered when that is safe. @throws {FailureError} */
  keep(review: OpenReview, name: string, keptAt: string): Promise<MilestoneInfo> {
    return explaining('The milestone could not be kept', async () => {
      const { document, revision, savedAt, contentSha256 } = review;
      if ((await this.#names(document.id)).length >= MOST) {
        throw new FailureError('too-large', `A review has room for ${MOST} milestones, and this one is full.`);
      }
      const milestone = { id: randomUUID(), name, keptAt, revision, savedAt, contentSha256 };
      const file: z.input<typeof fileSchema> = {
        format: 'groundwork-milestone',
        formatVersion: 1,
        ...milestone,
        sha256: canonicalSha256(document),
        document,
      };
      const text = `${JSON.stringify(sortKeys(file), null, 2)}\n`;
      await writeDurably(this.#files, this.#path(document.id, milestone.id), Buffer.from(text));
      return milestone;
    });
  }

  /** The milestones of a review, the one kept last first. */
  list(review: string): Promise<Listed> {
    return explaining('The milestones could not be listed', async () => {
      const milestones: MilestoneInfo[] = [];
      const unreadable: { file: string; reason: string }[] = [];
      for (const file of await this.#names(review)) {
        try {
          const found = await this.#read(file, review);
          if (found) milestones.push(found.milestone);
        } catch (error) {
          if (!(error instanceof FailureError)) throw error;
          unreadable.push({ file, reason: error.failure.message });
        }
      }
      const newestFirst = milestones.toSorted((left, right) => (left.keptAt < right.keptAt ? 1 : -1));
      return { milestones: newestFirst, unreadable };
    });
  }

  /** @throws {FailureError} `not-found`, `damaged` … */
  open(review: string, id: string): Promise<Milestone> {
    return explaining('The milestone could not be opened', async () => {
      const found = await this.#read(`${review}.${id}.json`, review);
      if (!found) throw new FailureError('not-found', 'This milestone is not in the data folder any more.');
      return found;
    });
  }

  async #names(review: string): Promise<readonly string[]> {
    const names = await this.#files.readdir(this.#folder);
    return names.filter((name) => name.startsWith(`${review}.`) && name.endsWith('.json'));
  }

  async #read(name: string, review: string): Promise<Milestone | null> {
    const bytes = await readIfPresent(this.#files, join(this.#folder, name), FILE_SIZE_LIMIT);
    if (bytes === null) return null;
    const file = fileSchema.safeParse(parseJson(bytes));
    if (!file.success || !hashMatches(file.data.document, file.data.sha256)) throw damaged();
    const { format: _, formatVersion: __, sha256: ___, document: content, ...milestone } = file.data;
    const parsed = parseDocument(content);
    if (!parsed.ok || parsed.document.id !== review || name !== `${review}.${milestone.id}.json`) throw damaged();
    return { milestone, document: parsed.document };
  }

  #path(review: string, id: string): string {
    return join(this.#folder, `${review}.${id}.json`);
  }
}

function damaged(): FailureError {
  return new FailureError(
    'damaged',
    'The file of this milestone is damaged. It was left as it is; put an earlier copy of it in its place if you have one.',
  );
}
