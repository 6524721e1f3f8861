import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Session } from 'electron';
import { makeFolder, writeDurably } from '#main/files/durable-write.ts';
import { type FileSystem, readBounded, readIfPresent } from '#main/files/file-system.ts';
import type { Log } from '#main/files/log.ts';
import { sameBytes } from '#main/files/same-bytes.ts';
import type { SpellChecker } from '#main/reviews/platform.ts';
import { SPELLING_LANGUAGES, type SpellingLanguage } from '#shared/contract/spelling-contract.ts';

/**
 * What Chromium calls the dictionary of a language, version included. It asks for a download where it finds no file of this name, so
 * a newer Chromium with newer names is told in the log and on the screen. The list is kept with Electron's version.
 */
const CHROMIUM_NAMES: Readonly<Record<SpellingLanguage, string>> = {
  'en-US': 'en-US-10-1',
  'en-GB': 'en-GB-10-1',
  de: 'de-DE-3-0',
  fr: 'fr-FR-3-0',
  es: 'es-ES-3-0',
  pl: 'pl-PL-3-0',
};

/** Largest dictionary, in bytes. */
const SIZE_LIMIT = 16 * 1024 * 1024;

export interface SpellingPlaces {
  readonly platform: NodeJS.Platform;
  readonly files: FileSystem;
  /** The dictionaries that come with the program. */
  readonly shipped: string;
  /** Where Chromium looks for them; asked only after Electron is ready, like the session. */
  readonly dictionaries: () => string;
  readonly session: () => Session;
  readonly log: Log;
}

/** Chromium's own checker, with dictionaries that come with the program: nothing is ever downloaded. On macOS, the system checks. */
export function electronSpelling({
  platform,
  files,
  shipped,
  dictionaries,
  session,
  log,
}: SpellingPlaces): SpellChecker {
  const isMac = platform === 'darwin';
  const fileOf = (language: SpellingLanguage) => join(shipped, `${language}.bdic`);
  const missed = new Set<string>();
  let isWatched = false;

  const watch = () => {
    if (isWatched) return;
    isWatched = true;
    session().on('spellcheck-dictionary-download-begin', (_event, language) => {
      missed.add(language);
      log.error('A dictionary is not where this Chromium looks for it', new Error(language));
    });
  };

  /** Lays a dictionary where Chromium looks for it, unless it lies there already. */
  const place = async (language: SpellingLanguage) => {
    const bytes = await readBounded(files, fileOf(language), SIZE_LIMIT);
    const target = join(dictionaries(), `${CHROMIUM_NAMES[language]}.bdic`);
    // Larger than ours is not ours, so it is replaced as well.
    const there = await readIfPresent(files, target, SIZE_LIMIT).catch(() => null);
    if (there && sameBytes(there, bytes)) return;
    await makeFolder(files, dictionaries());
    await writeDurably(files, target, bytes);
  };

  return {
    kind: isMac ? 'system' : 'own',
    offered: isMac ? [] : SPELLING_LANGUAGES.filter((language) => existsSync(fileOf(language))),
    trouble: () =>
      missed.size === 0 ? '' : `This version of Electron does not find its dictionaries: ${[...missed].join(', ')}.`,
    async use(languages, words) {
      watch();
      for (const language of languages) await place(language);
      if (!isMac) session().setSpellCheckerLanguages([...languages]);
      const known = new Set(await session().listWordsInSpellCheckerDictionary());
      for (const word of known) if (!words.includes(word)) session().removeWordFromSpellCheckerDictionary(word);
      for (const word of words) if (!known.has(word)) session().addWordToSpellCheckerDictionary(word);
    },
  };
}

/** Keeps Chromium from fetching dictionaries and from checking before it is said in which languages. Before the first page is loaded. */
export function checkNothingYet(session: Session, nowhere: string): void {
  session.setSpellCheckerDictionaryDownloadURL(nowhere);
  session.setSpellCheckerLanguages([]);
}
