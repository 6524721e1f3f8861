/**
 * New files under names of their own, which are there only when they were acknowledged: a file that got its name and whose folder could
 * then not be written through is taken away again. Otherwise trying again would make a second one.
 */
export class NewFiles {
  /** What could not be taken away either, by what was wished. */
  readonly #left = new Map<string, () => Promise<void>>();

  /**
   * Writes a new file.
   * @param wish the same for the same thing tried again, whose file may have another name by then
   * @param takeAway removes what was written and nothing else; done already where nothing is there
   */
  async write(wish: string, write: () => Promise<void>, takeAway: () => Promise<void>): Promise<void> {
    // As long as the disk refuses to remove it, it refuses the new one too.
    await this.#left.get(wish)?.();
    this.#left.delete(wish);
    try {
      await write();
    } catch (error) {
      await takeAway().catch(() => this.#left.set(wish, takeAway));
      throw error;
    }
  }
}
