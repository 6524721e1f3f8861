import type { FileForm } from '#shared/contract/contract.ts';
import type { SpellingLanguage } from '#shared/contract/spelling-contract.ts';

/** What checks the spelling in texts. */
export interface SpellChecker {
  /** As `spelling.show` tells it. */
  readonly kind: 'own' | 'system' | 'browser';
  /** Languages there are dictionaries for; none where somebody else chooses them. */
  readonly offered: readonly SpellingLanguage[];
  /** Checks in these languages from now on, in none for an empty list, and takes these words for right. */
  use(languages: readonly SpellingLanguage[], words: readonly string[]): Promise<void>;
  /** Why it does not check as it was told, as far as it has shown; empty when all is well. */
  trouble(): string;
}

/** The browser checks, by its own settings. */
export const BROWSERS_SPELLING: SpellChecker = {
  kind: 'browser',
  offered: [],
  use: async () => undefined,
  trouble: () => '',
};

/** What a host really does differently; everything else is shared. */
export interface Platform {
  /** Names the host to another one that finds the data folder in use. */
  readonly host: 'electron' | 'loopback';
  /** Whether the page may close its window itself, as `app.info` tells it. */
  readonly closesItself: boolean;
  /** Whether the window has an application menu, as `app.info` tells it. */
  readonly hasMenu: boolean;
  /** Whether `chooseSavePath` and `chooseFolder` can ask; otherwise the screen asks for folder and name. */
  readonly saveDialog: boolean;
  /** Folder that exports go to when nobody chose another. */
  readonly exportFolder: string;
  /** Asks where to save an export; null when the person cancels. The dialog itself asks about replacing. */
  chooseSavePath(suggestion: {
    readonly folder: string;
    readonly fileName: string;
    readonly form: FileForm;
  }): Promise<string | null>;
  /** Asks for a folder, beginning at the given one; null when the person cancels. */
  chooseFolder(start: string): Promise<string | null>;
  /** Shows a file in the platform's file manager. */
  revealFile(path: string): Promise<void>;
  /** Opens a file with the program that the person's system has for it. */
  openFile(path: string): Promise<void>;
  /** Shows which reviews were opened last, where the system has a place for it, such as a menu. */
  showRecent(reviews: readonly { readonly id: string; readonly title: string }[]): void;
  readonly spelling: SpellChecker;
  /** Opens a link in the person's browser; the caller has checked the scheme. */
  openLink(url: string): Promise<void>;
}
