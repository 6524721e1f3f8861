import { nodeFileSystem } from '#main/files/file-system.ts';
import { Lanes } from '#main/files/lanes.ts';
import { readOnlyBelow } from '#main/files/read-only.ts';
import { recordRenderer } from '#main/record/render-record.ts';
import { Arrivals } from '#main/reviews/arrivals.ts';
import { Backups } from '#main/reviews/backups.ts';
import { Jobs } from '#main/reviews/jobs.ts';
import { RecentReviews } from '#main/reviews/recent-reviews.ts';
import { Spelling } from '#main/reviews/spelling.ts';
import { TrashRetention } from '#main/reviews/trash-retention.ts';
import { KeyStore } from '#main/seal/key-store.ts';
import { loadBuiltIn } from '#main/store/built-in.ts';
import type { DataLayout } from '#main/store/data-folder.ts';
import { Milestones } from '#main/store/milestones.ts';
import { OpenRounds } from '#main/store/open-rounds.ts';
import { openStore } from '#main/store/open-store.ts';
import { OwnWords } from '#main/store/own-words.ts';
import { NO_POLICY } from '#main/store/policy.ts';
import { PrivateChances } from '#main/store/private-chances.ts';
import { ReviewCopies } from '#main/store/review-copies.ts';
import { SealedRecords } from '#main/store/sealed-records.ts';
import { loadSettings } from '#main/store/settings.ts';
import { SignedElsewhere } from '#main/store/signed-elsewhere.ts';
import { offThread } from '#main/workers/off-thread.ts';
import type { Api, Reply } from '#shared/contract/contract.ts';
import { answerCall } from './answer-call.ts';
import { createApi } from './create-api.ts';
import { watchSaves } from './refused-saves.ts';
import type { WorkbookOptions } from './workbook-options.ts';

/** What answers the calls on a data folder. */
export interface LoadedWorkbook {
  readonly api: Api;
  answer(body: string): Promise<Reply>;
  /** Titles of reviews whose last change could not be saved. */
  refused(): readonly string[];
  /** Waits for every save and export under way, refuses later ones, and ends the threads. */
  close(): Promise<void>;
}

/** Loads what ships with the program, and all that works on a data folder whose lock is held. */
export async function loadWorkbook(options: WorkbookOptions, layout: DataLayout): Promise<LoadedWorkbook> {
  const { appFolder, platform, log, keyProtection: protection, readOnly = null } = options;
  const disk = options.files ?? nodeFileSystem;
  const files = readOnly === null ? disk : readOnlyBelow(disk, layout.root, readOnly);
  const { policy = NO_POLICY } = options;
  const builtIn = await loadBuiltIn(files, appFolder, policy.templateFolder);
  for (const problem of builtIn.problems) log.error('A file of the program cannot be used', problem);
  const mending = { folder: layout.quarantine, told: (what: string) => log.error('A file was damaged', what) };
  // What is damaged is read from its copy there, and stays as it is.
  const mendingHere = readOnly === null ? mending : null;
  const work = options.work ?? offThread(appFolder, log);
  const { store, templates } = openStore(files, layout, builtIn, mendingHere, work.sums);
  const exports = new Lanes();
  const now = () => new Date();
  const keys = new KeyStore(files, layout.keys, {
    now,
    ...(mendingHere && { mending }),
    ...(protection && { protection }),
  });
  const rounds = new OpenRounds(files, layout.openRounds, {
    key: () => keys.ballotKey(),
    now,
    ...(mendingHere && { mending }),
  });
  const chances = new PrivateChances(files, layout.predictions, () => keys.ballotKey(), mendingHere);
  const settings = await loadSettings(files, layout.settings, mending);
  const recent = new RecentReviews({ settings, log, platform });
  const ownWords = new OwnWords(files, layout.ownWords, mendingHere);
  const spelling = new Spelling({ words: ownWords, settings, platform, log });
  const backups = new Backups({ files, root: layout.root, settings, log, now });
  const { api, refused } = watchSaves(
    createApi({
      files,
      store,
      copies: new ReviewCopies(files, layout, store, now),
      sealed: new SealedRecords(files, layout.records),
      chances,
      milestones: new Milestones(files, layout.milestones, mendingHere),
      templates,
      builtIn,
      settings,
      backups,
      arrivals: options.arrivals ?? new Arrivals(),
      recent,
      spelling,
      ownWords,
      policy,
      signedElsewhere: new SignedElsewhere(files, layout.signedElsewhere, mendingHere),
      platform,
      render: recordRenderer(appFolder, work.print),
      work,
      jobs: new Jobs(),
      exports,
      keys,
      rounds,
      log,
      dataFolder: layout.root,
      readOnly,
      now,
    }),
  );
  const retention = new TrashRetention({ store, settings, log, now });
  if (readOnly === null) {
    backups.start();
    retention.start();
  }
  recent.show();
  void spelling.use();
  return {
    api,
    answer: (body) => answerCall(api, log, body),
    refused,
    async close() {
      await Promise.all([backups.close(), recent.close(), retention.close(), spelling.close()]);
      await Promise.all([store.close(), exports.close(), rounds.close(), chances.close()]);
      if (readOnly === null)
        await store.flushIndex().catch((error: unknown) => log.error('The index could not be saved', error));
      // Last, as exports under way still need the threads.
      await work.close();
    },
  };
}
