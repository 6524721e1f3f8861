import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { CheckedFile, type Mending } from '#main/files/checked-file.ts';
import { explaining, FailureError } from '#main/files/failure.ts';
import type { FileSystem } from '#main/files/file-system.ts';
import { hashMatches } from '#main/files/hash.ts';
import { NewFiles } from '#main/files/new-files.ts';
import { copiedName } from '#main/files/twin-file.ts';
import { sha256Schema } from '#shared/base/fields.ts';
import { FILE_SIZE_LIMIT } from '#shared/base/size-limits.ts';
import type { Output } from '#shared/contract/contract.ts';
import { milestoneInfoSchema } from '#shared/contract/revision-contract.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { parseDocument } from './review-file.ts';
import type { OpenReview } from './review-store.ts';

/** More would make a list that nobody reads. */
const MOST = 200;

const formatSchema = z.literal('groundwork-milestone');

/** What the checksum of a file covers. */
const fileSchema = z.strictObject({
  format: formatSchema,
  formatVersion: z.literal(2),
  ...milestoneInfoSchema.shape,
  document: z.unknown(),
});

/** Version 1 had a checksum of the document only: SHA-256 of its canonical JSON. */
const firstSchema = z
  .strictObject({ ...fileSchema.shape, formatVersion: z.literal(1), sha256: sha256Schema })
  .refine(({ document, sha256 }) => hashMatches(document, sha256))
  .transform(({ sha256: _, ...file }) => ({ ...file, formatVersion: 2 as const }));

type MilestoneFile = z.output<typeof fileSchema>;

export type MilestoneInfo = z.output<typeof milestoneInfoSchema>;

/** A kept state of a review. */
export interface Milestone {
  readonly milestone: MilestoneInfo;
  readonly document: ReviewDocument;
}

type Listed = Omit<Extract<Output<'milestone.list'>, { kind: 'listed' }>, 'kind'>;

/**
 * Named states of reviews, one file each, `<review>.<milestone>.json`, with a copy beside it. A file is written once and never
 * again, and saving or trashing the review does not touch it.
 */
export class Milestones {
  readonly #files: FileSystem;
  readonly #folder: string;
  readonly #mending: Mending | null;
  readonly #new = new NewFiles();

  /** @param mending null unless the lock is held */
  constructor(files: FileSystem, folder: string, mending: Mending | null = null) {
    this.#files = files;
    this.#folder = folder;
    this.#mending = mending;
  }

  /** Keeps a review as it is on disk; answered when that is safe. @throws {FailureError} */
  keep(review: OpenReview, name: string, keptAt: string): Promise<MilestoneInfo> {
    return explaining('The milestone could not be kept', async () => {
      const { document, revision, savedAt, contentSha256 } = review;
      if ((await this.#namesOf(document.id)).length >= MOST) {
        throw new FailureError('too-large', `A review has room for ${MOST} milestones, and this one is full.`);
      }
      const milestone = { id: randomUUID(), name, keptAt, revision, savedAt, contentSha256 };
      const file: MilestoneFile = { format: 'groundwork-milestone', formatVersion: 2, ...milestone, document };
      const stored = this.#file(document.id, milestone.id);
      await this.#new.write(
        [document.id, contentSha256, name].join(),
        () => stored.write(file),
        () => stored.remove(),
      );
      return milestone;
    });
  }

  /** The milestones of a review, the one kept last first. */
  list(review: string): Promise<Listed> {
    return explaining('The milestones could not be listed', async () => {
      const milestones: MilestoneInfo[] = [];
      const unreadable: { file: string; reason: string }[] = [];
      for (const file of await this.#namesOf(review)) {
        try {
          const found = await this.#read(review, idIn(file, review));
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
      const found = await this.#read(review, id);
      if (!found) throw new FailureError('not-found', 'This milestone is not in the data folder any more.');
      return found;
    });
  }

  /** Names of the files of a review's milestones, also where only the copy is left. */
  async #namesOf(review: string): Promise<readonly string[]> {
    const names = (await this.#files.readdir(this.#folder)).map(copiedName);
    return [...new Set(names)].filter((name) => name.startsWith(`${review}.`) && name.endsWith('.json'));
  }

  async #read(review: string, id: string): Promise<Milestone | null> {
    const file = await this.#file(review, id).read();
    if (file === null) return null;
    const { format: _, formatVersion: __, document: content, ...milestone } = file;
    const parsed = parseDocument(content);
    if (!parsed.ok) throw new FailureError('damaged', DAMAGED, { details: parsed.problems });
    return { milestone, document: parsed.document };
  }

  #file(review: string, id: string): CheckedFile<MilestoneFile> {
    // A file of another milestone in its place is damage as well, and the copy is then the right one.
    const isThisOne = (file: MilestoneFile) => file.id === id && isOf(review, file.document);
    return new CheckedFile<MilestoneFile>(
      this.#files,
      join(this.#folder, `${review}.${id}.json`),
      {
        schema: fileSchema.refine(isThisOne),
        unchecked: firstSchema.refine(isThisOne),
        limit: FILE_SIZE_LIMIT,
        damaged: DAMAGED,
      },
      this.#mending,
    );
  }
}

function idIn(file: string, review: string): string {
  return file.slice(review.length + 1, -'.json'.length);
}

function isOf(review: string, document: unknown): boolean {
  return typeof document === 'object' && document !== null && 'id' in document && document.id === review;
}

const DAMAGED =
  'The file of this milestone is damaged, and there is no whole copy of it. It was left as it is; put an earlier copy of it in its place if you have one.';
