import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { CheckedFile, type Mending } from '#main/files/checked-file.ts';
import { makeFolder } from '#main/files/durable-write.ts';
import { explaining, FailureError } from '#main/files/failure.ts';
import type { FileSystem } from '#main/files/file-system.ts';
import { Lanes } from '#main/files/lanes.ts';
import { instantSchema, lineSchema } from '#shared/base/fields.ts';
import { isBlank, LINE_LIMIT } from '#shared/base/limits.ts';
import type { Input } from '#shared/contract/contract.ts';
import type { OpenRound } from '#shared/contract/round-contract.ts';
import type { Round } from '#shared/rounds/rounds.ts';
import { namesText } from '#shared/rounds/words.ts';
import { openBallot, sealBallot } from './ballot-box.ts';

/** 60 ballots of at most about 100 kB each, in Base64. */
const FILE_LIMIT = 16 * 1024 * 1024;

const fileSchema = z.strictObject({
  format: z.literal('groundwork-open-round'),
  formatVersion: z.literal(1),
  id: z.uuid(),
  subject: lineSchema,
  question: lineSchema,
  openedAt: instantSchema,
  present: z.array(lineSchema),
  ballots: z.array(z.strictObject({ voter: lineSchema, sealed: z.base64() })),
  revealed: z.strictObject({ at: instantSchema, because: lineSchema }).nullable(),
});

type RoundFile = z.output<typeof fileSchema>;

export interface OpenRoundsOptions {
  /** The workbook's key for ballots. */
  readonly key: () => Promise<Uint8Array>;
  readonly now: () => Date;
  /** Where a damaged file is kept; without it, only its copy is read. */
  readonly mending?: Mending;
}

/**
 * Rounds of votes that are not in a review yet, one for each review at most. Ballots lie sealed in one file,
 * `<review>.json`, which is on disk, with a copy, before a vote counts as given. Nothing but `reveal` opens them; until then only who
 * has voted is known. The file goes once the review is saved with the round in it.
 */
export class OpenRounds {
  readonly #files: FileSystem;
  readonly #folder: string;
  readonly #options: OpenRoundsOptions;
  readonly #lanes = new Lanes();

  constructor(files: FileSystem, folder: string, options: OpenRoundsOptions) {
    this.#files = files;
    this.#folder = folder;
    this.#options = options;
  }

  /** The open round of a review; null without one. @throws {FailureError} */
  now(review: string): Promise<OpenRound | null> {
    return this.#work(review, 'The open round cannot be read', async () => {
      const file = await this.#read(review);
      return file && shown(file);
    });
  }

  /** Begins a round. @throws {FailureError} `invalid` while another one of the review is open */
  open({ review, subject, question, present }: Input<'round.open'>): Promise<OpenRound> {
    return this.#work(review, 'The round could not be opened', async () => {
      if (await this.#read(review)) {
        throw new FailureError('invalid', 'A round of this review is open already. Reveal or discard it first.');
      }
      const names = present.map((name) => name.trim());
      if (names.some(isBlank) || new Set(names).size < names.length) {
        throw new FailureError('invalid', 'Each voter needs a name of their own.');
      }
      // Before anybody votes: a key that cannot be had is no surprise for the first voter.
      await this.#options.key();
      const file: RoundFile = {
        format: 'groundwork-open-round',
        formatVersion: 1,
        id: randomUUID(),
        subject,
        question,
        openedAt: this.#options.now().toISOString(),
        present: names,
        ballots: [],
        revealed: null,
      };
      await this.#write(review, file);
      return shown(file);
    });
  }

  /** Takes a ballot; one that the person gave before is replaced. Answered when it is on disk. @throws {FailureError} */
  vote({ review, round, ballot }: Input<'round.vote'>): Promise<OpenRound> {
    return this.#work(review, 'The vote could not be kept', async () => {
      const file = await this.#sealedRound(review, round);
      if (!file.present.includes(ballot.voter))
        throw new FailureError('invalid', 'This person is not among the voters.');
      const key = await this.#options.key();
      const others = file.ballots.filter(({ voter }) => voter !== ballot.voter);
      const sealed = sealBallot(key, file.id, { ...ballot, answers: ballot.answers.map((given) => ({ ...given })) });
      // In the order of the names, which says nothing about who voted when.
      const ballots = [...others, sealed].toSorted(
        (left, right) => file.present.indexOf(left.voter) - file.present.indexOf(right.voter),
      );
      const changed = { ...file, ballots };
      await this.#write(review, changed);
      return shown(changed);
    });
  }

  /**
   * Opens the ballots: when everybody has voted, or for a reason. May be asked again until the review holds the round, with the same answer.
   * @throws {FailureError}
   */
  reveal({ review, round, because }: Input<'round.reveal'>): Promise<Round> {
    return this.#work(review, 'The round could not be revealed', async () => {
      const file = await this.#found(review, round);
      const missing = file.present.filter((name) => !file.ballots.some(({ voter }) => voter === name));
      if (!file.revealed && missing.length > 0 && isBlank(because)) {
        const names = namesText(missing).slice(0, LINE_LIMIT);
        throw new FailureError(
          'invalid',
          `Not everybody has voted yet: ${names}. Say why the round is closed without them.`,
        );
      }
      const reason = missing.length === 0 ? '' : because.trim();
      const revealed = file.revealed ?? { at: this.#options.now().toISOString(), because: reason };
      const key = await this.#options.key();
      const ballots = file.ballots.map((ballot) => opened(key, file.id, ballot));
      if (!file.revealed) await this.#write(review, { ...file, revealed });
      const { id, subject, question, openedAt, present } = file;
      return {
        ...{ id, subject, question, way: 'keyboard', present, ballots, counts: [], openedAt },
        ...{ revealedAt: revealed.at, closedBecause: revealed.because },
      };
    });
  }

  /** Throws a round away, with its ballots. @throws {FailureError} */
  discard(review: string, round: string): Promise<void> {
    return this.#work(review, 'The round could not be discarded', async () => {
      await this.#found(review, round);
      await this.#file(review).remove();
    });
  }

  /** Lets go of a revealed round that the review holds now, on disk. Called after every save, so it is quick without one. */
  settle(review: string, rounds: readonly { readonly id: string }[]): Promise<void> {
    if (rounds.length === 0) return Promise.resolve();
    return this.#work(review, 'The revealed round could not be put away', async () => {
      const file = await this.#read(review);
      if (file?.revealed && rounds.some(({ id }) => id === file.id)) await this.#file(review).remove();
    });
  }

  /** Waits for what is under way, and refuses what comes later. */
  close(): Promise<void> {
    return this.#lanes.close();
  }

  #work<T>(review: string, what: string, work: () => Promise<T>): Promise<T> {
    return explaining(what, () => this.#lanes.run(review, work));
  }

  async #found(review: string, round: string): Promise<RoundFile> {
    const file = await this.#read(review);
    if (file?.id !== round)
      throw new FailureError('not-found', 'This round is not open any more. Open the review again.');
    return file;
  }

  async #sealedRound(review: string, round: string): Promise<RoundFile> {
    const file = await this.#found(review, round);
    if (file.revealed)
      throw new FailureError('invalid', 'This round was revealed, so no vote can be added. Start another one.');
    return file;
  }

  #read(review: string): Promise<RoundFile | null> {
    return this.#file(review).read();
  }

  async #write(review: string, file: RoundFile): Promise<void> {
    await makeFolder(this.#files, this.#folder);
    await this.#file(review).write(file);
  }

  #file(review: string): CheckedFile<RoundFile> {
    return new CheckedFile(
      this.#files,
      join(this.#folder, `${review}.json`),
      {
        schema: fileSchema,
        limit: FILE_LIMIT,
        damaged: 'The file of the open round is damaged, and so is its copy. Its ballots cannot be read.',
      },
      this.#options.mending ?? null,
    );
  }
}

/** What may be known of a round before it is revealed. */
function shown({ id, subject, question, openedAt, present, ballots, revealed }: RoundFile): OpenRound {
  const voted = ballots.map(({ voter }) => voter);
  return { id, subject, question, openedAt, present, voted, isRevealed: revealed !== null };
}

function opened(key: Uint8Array, round: string, ballot: RoundFile['ballots'][number]) {
  try {
    return openBallot(key, round, ballot);
  } catch {
    // Without the cause, which may quote what it could not read.
    throw new FailureError('damaged', `The ballot of ${ballot.voter} was damaged on the disk and cannot be opened.`);
  }
}
