import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import envPaths from 'env-paths';

/** What lies where in a data folder. */
export interface DataLayout {
  readonly root: string;
  readonly reviews: string;
  readonly templates: string;
  /** Which of the templates were imported, and from where. */
  readonly imports: string;
  readonly trash: string;
  /** Earlier versions of reviews, a folder for each review. */
  readonly generations: string;
  /** Damaged files that an earlier version took the place of. */
  readonly quarantine: string;
  /** Named states of reviews. */
  readonly milestones: string;
  /** Sealed records of signed reviews, a folder for each review. */
  readonly records: string;
  /** Chances that some gave while others have not, a file for each review. */
  readonly predictions: string;
  /** Votes that are under way, with sealed ballots. */
  readonly openRounds: string;
  /** Keys that seal records; made at the first seal. */
  readonly keys: string;
  /** Which signatures came with reviews from elsewhere. */
  readonly signedElsewhere: string;
  /** Words that somebody added to the dictionaries. */
  readonly ownWords: string;
  readonly index: string;
  /** What is written in the reviews, to be searched. */
  readonly texts: string;
  readonly settings: string;
  /** What later starts ask of the program that has the folder. */
  readonly handover: string;
  readonly lock: string;
  readonly lockHolder: string;
  /** Which port the browser host used last. */
  readonly port: string;
  readonly log: string;
}

/** Where everything lies in the data folder `root`. */
export function dataLayout(root: string): DataLayout {
  return {
    root,
    reviews: join(root, 'reviews'),
    templates: join(root, 'templates'),
    imports: join(root, 'imported-templates.json'),
    trash: join(root, 'trash'),
    generations: join(root, 'generations'),
    quarantine: join(root, 'quarantine'),
    milestones: join(root, 'milestones'),
    records: join(root, 'records'),
    predictions: join(root, 'predictions'),
    openRounds: join(root, 'open-rounds'),
    keys: join(root, 'keys'),
    signedElsewhere: join(root, 'signed-elsewhere.json'),
    ownWords: join(root, 'own-words.json'),
    index: join(root, 'index.json'),
    texts: join(root, 'search-index.json'),
    settings: join(root, 'settings.json'),
    handover: join(root, 'handover'),
    lock: join(root, 'groundwork.lock'),
    lockHolder: join(root, 'groundwork.lock.json'),
    port: join(root, 'loopback-port'),
    log: join(root, 'groundwork.log'),
  };
}

/** The file of a review. */
export function reviewPath(layout: DataLayout, id: string): string {
  return join(layout.reviews, `${id}.json`);
}

/** Where reviews lie when nobody says otherwise, by the platform's convention. */
export function defaultDataFolder(): string {
  return envPaths('groundwork', { suffix: '' }).data;
}

/** Where exports go when nobody chose a folder: Documents, Downloads or the home folder. */
export function defaultExportFolder(): string {
  const home = homedir();
  return [join(home, 'Documents'), join(home, 'Downloads')].find((folder) => existsSync(folder)) ?? home;
}
