import type { Log } from '#main/files/log.ts';
import type { OwnWords } from '#main/store/own-words.ts';
import type { Settings } from '#main/store/settings.ts';
import type { SpellingLanguage } from '#shared/contract/spelling-contract.ts';
import type { Platform } from './platform.ts';

interface Places {
  readonly words: OwnWords;
  readonly settings: Settings;
  readonly platform: Pick<Platform, 'spelling'>;
  readonly log: Log;
}

/** Which languages the texts are checked in, and which words are right besides. What is chosen is kept first and takes effect then. */
export class Spelling {
  readonly #places: Places;
  #running: Promise<void> = Promise.resolve();
  #trouble = '';

  constructor(places: Places) {
    this.#places = places;
  }

  /** What is offered and chosen. @throws {FailureError} when the words cannot be read */
  async show() {
    const { words, platform } = this.#places;
    const { kind: checker, offered, trouble } = platform.spelling;
    const all = await words.all();
    await this.#running;
    return { checker, offered, chosen: this.#chosen(), words: all, trouble: this.#trouble || trouble() };
  }

  /** Has the host check as it is kept, one change after the other. Never rejects: texts can be written without it. */
  use(): Promise<void> {
    this.#running = this.#running.then(() => this.#use());
    return this.#running;
  }

  /** Chooses the languages. */
  async choose(languages: readonly SpellingLanguage[]): Promise<void> {
    await this.#places.settings.update((data) => Object.assign(data, { spelling: [...new Set(languages)] }));
    await this.use();
  }

  /** Takes a word for right. @throws {FailureError} */
  async add(word: string): Promise<void> {
    await this.#places.words.add([word]);
    await this.use();
  }

  /** Takes back an added word. @throws {FailureError} */
  async forget(word: string): Promise<void> {
    await this.#places.words.remove(word);
    await this.use();
  }

  /** Waits for what is under way. */
  close(): Promise<void> {
    return this.#running;
  }

  async #use(): Promise<void> {
    const { words, platform, log } = this.#places;
    try {
      await platform.spelling.use(this.#chosen(), await words.all());
      this.#trouble = '';
    } catch (error) {
      this.#trouble = error instanceof Error ? error.message : String(error);
      log.error('The spelling is not checked as chosen', error);
    }
  }

  /** A language whose dictionary was taken out of the program is not checked, and comes back with it. */
  #chosen(): readonly SpellingLanguage[] {
    const { settings, platform } = this.#places;
    return settings.data.spelling.filter((language) => platform.spelling.offered.includes(language));
  }
}
