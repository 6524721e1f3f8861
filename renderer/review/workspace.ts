import type { CallFailure, Client } from '#shared/contract/contract.ts';
import type { ReviewSession } from './review-session.ts';

interface Held {
  readonly session: ReviewSession;
  /** How many pages show it. */
  readonly holders: number;
}

/**
 * The reviews that are open in this window. A review with unsaved changes stays here when its page
 * is left, so that nothing typed is lost while the window lives.
 */
export class Workspace {
  readonly #client: Client;
  readonly #held = new Map<string, Held>();
  readonly #opening = new Map<string, Promise<ReviewSession | CallFailure>>();
  #isGivenUp = false;

  constructor(client: Client) {
    this.#client = client;
  }

  /** Opens a review, or goes on with it where it still waits to be saved. Ends with `leave`. */
  async open(id: string): Promise<ReviewSession | CallFailure> {
    if (!this.#held.has(id)) {
      const opening = this.#opening.get(id) ?? this.#load(id);
      this.#opening.set(id, opening);
      const session = await opening;
      this.#opening.delete(id);
      if ('kind' in session) return session;
      // Another call may have waited for the same.
      if (!this.#held.has(id)) this.#held.set(id, { session, holders: 0 });
    }
    const held = this.#held.get(id);
    if (!held) throw new Error('An opened review is held');
    this.#held.set(id, { ...held, holders: held.holders + 1 });
    return held.session;
  }

  async #load(id: string): Promise<ReviewSession | CallFailure> {
    // The session is loaded with the first review: the page of all reviews does without.
    const [{ ReviewSession }, { joinWindows }] = await Promise.all([
      import('./review-session.ts'),
      import('./review-windows.ts'),
    ]);
    // Before the file is read, so that nobody changes it afterwards but whom this window hears.
    const windows = await joinWindows(id);
    const answer = await this.#client['review.open']({ id });
    if (answer.kind === 'failed') {
      windows?.close();
      return answer;
    }
    const session = new ReviewSession(answer, this.#client, windows);
    await session.meetOthers();
    return session;
  }

  /** Saves a review whose page is left, and lets go of it once it is on disk. */
  async leave(session: ReviewSession): Promise<void> {
    const held = this.#held.get(session.id);
    if (held?.session !== session) return;
    this.#held.set(session.id, { session, holders: held.holders - 1 });
    const isSaved = await session.flush();
    if (!isSaved || this.#held.get(session.id)?.holders !== 0) return;
    this.#held.delete(session.id);
    session.close();
  }

  /** Gives up what is not saved of a review, so that it is loaded from the disk again, in all windows. */
  forget(session: ReviewSession): void {
    if (this.#held.get(session.id)?.session === session) this.#held.delete(session.id);
    session.close('replaced');
  }

  /** Gives up everything that is not saved, because the person said so. */
  giveUp(): void {
    this.#isGivenUp = true;
  }

  /** Reviews with changes that are not on disk. */
  unsaved(): readonly ReviewSession[] {
    if (this.#isGivenUp) return [];
    return [...this.#held.values()].map(({ session }) => session).filter((session) => !session.isSaved);
  }

  /** Writes everything at once; true once all of it is on disk. */
  async flush(): Promise<boolean> {
    const results = await Promise.all(this.unsaved().map((session) => session.flush()));
    return results.every(Boolean);
  }
}
