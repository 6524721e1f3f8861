import type { FileSystem } from '#main/files/file-system.ts';
import type { Lanes } from '#main/files/lanes.ts';
import type { Log } from '#main/files/log.ts';
import type { RecordRenderer } from '#main/record/render-record.ts';
import type { KeyStore } from '#main/seal/key-store.ts';
import type { BuiltIn } from '#main/store/built-in.ts';
import type { Milestones } from '#main/store/milestones.ts';
import type { OpenRounds } from '#main/store/open-rounds.ts';
import type { OwnWords } from '#main/store/own-words.ts';
import type { Policy } from '#main/store/policy.ts';
import type { PrivateChances } from '#main/store/private-chances.ts';
import type { ReviewCopies } from '#main/store/review-copies.ts';
import type { ReviewStore } from '#main/store/review-store.ts';
import type { SealedRecords } from '#main/store/sealed-records.ts';
import type { Settings } from '#main/store/settings.ts';
import type { SignedElsewhere } from '#main/store/signed-elsewhere.ts';
import type { TemplateLibrary } from '#main/templates/template-library.ts';
import type { Work } from '#main/workers/work.ts';
import type { Arrivals } from './arrivals.ts';
import type { Backups } from './backups.ts';
import type { Jobs } from './jobs.ts';
import type { Platform } from './platform.ts';
import type { RecentReviews } from './recent-reviews.ts';
import type { Spelling } from './spelling.ts';

/** What the calls of the contract work with. */
export interface ApiContext {
  readonly files: FileSystem;
  readonly store: ReviewStore;
  /** Copies that other programs put beside the reviews. */
  readonly copies: ReviewCopies;
  readonly milestones: Milestones;
  readonly sealed: SealedRecords;
  /** Chances that wait for those of others. */
  readonly chances: PrivateChances;
  readonly templates: TemplateLibrary;
  readonly builtIn: BuiltIn;
  readonly settings: Settings;
  readonly signedElsewhere: SignedElsewhere;
  readonly platform: Platform;
  readonly render: RecordRenderer;
  /** What takes long, in a thread of its own where there can be one. */
  readonly work: Work;
  readonly jobs: Jobs;
  /** Votes that are under way. */
  readonly rounds: OpenRounds;
  /** Where exports run, so that closing can wait for them. */
  readonly exports: Lanes;
  readonly backups: Backups;
  /** What the system asks to be shown. */
  readonly arrivals: Arrivals;
  readonly recent: RecentReviews;
  readonly spelling: Spelling;
  /** Words that somebody added to the dictionaries. */
  readonly ownWords: OwnWords;
  /** What is set for this computer. */
  readonly policy: Policy;
  /** The workbook's own keys, for seals that it witnesses. */
  readonly keys: KeyStore;
  readonly log: Log;
  readonly dataFolder: string;
  /** Why nothing can be changed in the data folder; null where it can. */
  readonly readOnly: string | null;
  readonly now: () => Date;
}

/** Remembers what a person chose. That the disk refuses to is no reason to refuse what it was for. */
export async function remember(
  { settings, log }: Pick<ApiContext, 'settings' | 'log'>,
  chosen: Partial<Settings['data']>,
): Promise<void> {
  await settings
    .update((data) => Object.assign(data, chosen))
    .catch((error: unknown) => log.error('The settings could not be saved', error));
}
