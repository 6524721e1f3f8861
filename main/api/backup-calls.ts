import { FailureError } from '#main/files/failure.ts';
import { isWithin } from '#main/files/is-within.ts';
import type { Backups } from '#main/reviews/backups.ts';
import type { ApiContext } from '#main/reviews/context.ts';
import type { RestorePlaces, RestoreWish } from '#main/store/backup-restore.ts';
import { dataLayout } from '#main/store/data-folder.ts';
import type { Answer, Api } from '#shared/contract/contract.ts';
import { uncounted } from '#shared/contract/work-step.ts';
import { existingFolder } from './place-export.ts';

/** The calls about backups of the data folder. */
export function backupCalls(context: ApiContext) {
  const { files, settings, backups, store, templates, signedElsewhere, ownWords, spelling, arrivals, jobs, keys } =
    context;
  const layout = dataLayout(context.dataFolder);
  const places: RestorePlaces = { files, layout, store, templates, signedElsewhere, ownWords };

  /** Opens a backup for a piece of work on it. */
  const withBackup = async (file: string, wish: RestoreWish, isTrial: boolean) => {
    const [{ openBackup }, { lookAtBackup, restoreBackup }] = await Promise.all([
      import('#main/store/backup-read.ts'),
      import('#main/store/backup-restore.ts'),
    ]);
    const backup = await openBackup(files, arrivals.backupAt(file) ?? backups.pathOf(file));
    try {
      const done = await (isTrial ? lookAtBackup : restoreBackup)(backup, places, wish);
      if (!isTrial) await spelling.use();
      const { added, same, differing, otherFiles, unusable } = done;
      const { madeAt } = backup.manifest;
      return { madeAt, added: [...added], same, differing: [...differing], otherFiles, unusable: [...unusable] };
    } finally {
      await backup.close();
    }
  };

  return {
    'backup.state': () => stateOf(context),
    'backup.choose': async ({ folder }) => {
      const chosen = await chosenFolder(context, folder);
      if (chosen === null) return { kind: 'cancelled' };
      await settings.update((data) => Object.assign(data, { backupFolder: chosen }));
      return stateOf(context);
    },
    'backup.schedule': async ({ every }) => {
      if (every !== null && settings.data.backupFolder === null) {
        throw new FailureError('folder-missing', 'Choose a folder for backups first.');
      }
      await settings.update((data) => Object.assign(data, { backupEvery: every }));
      await backups.makeIfDue();
      return stateOf(context);
    },
    'backup.make': ({ only, passphrase, job: jobId }) =>
      jobs.cancellable(jobId, async (job) => {
        job.onStep(uncounted('write'));
        const protectedKeys = passphrase === undefined ? null : await keysUnder(keys, passphrase);
        const goOn = () => job.signal.throwIfAborted();
        const wish = { only: only ?? null, keys: protectedKeys, goOn, onRead: () => job.commit() };
        const { path, reviews, damaged } = await backups.make(wish);
        return { kind: 'made', path, reviews, damaged: [...damaged] } as const;
      }),
    'backup.look': async ({ file }) => ({
      kind: 'looked',
      ...(await withBackup(file, { only: null, replace: false }, true)),
    }),
    'backup.restore': ({ file, replace, only = null, job: jobId }) =>
      jobs.cancellable(jobId, async (job) => {
        job.onStep(uncounted('check'));
        const goOn = () => job.signal.throwIfAborted();
        const onChecked = () => {
          job.commit();
          job.onStep(uncounted('write'));
        };
        return { kind: 'restored', ...(await withBackup(file, { only, replace, goOn, onChecked }, false)) } as const;
      }),
  } satisfies Partial<Api>;
}

/** The workbook's keys, as a file that only the passphrase opens. */
async function keysUnder(store: ApiContext['keys'], passphrase: string): Promise<Uint8Array> {
  const { keysPkcs12 } = await import('#main/seal/key-export.ts');
  return keysPkcs12(await store.keys(), passphrase);
}

async function stateOf({ settings, backups }: { settings: ApiContext['settings']; backups: Backups }) {
  const { backupFolder: folder, backupEvery: every } = settings.data;
  const state = (found: Answer<'backup.state'>['backups'], problem: string) =>
    ({ kind: 'state', folder, every, backups: [...found], problem }) as const;
  try {
    return state(await backups.list(), backups.problem);
  } catch (error) {
    if (error instanceof FailureError) return state([], error.failure.message);
    throw error;
  }
}

/** The folder that backups are to go to; null when the person cancelled the dialog. @throws {FailureError} for one that they cannot go to */
async function chosenFolder(
  { files, platform, settings, dataFolder }: ApiContext,
  typed: string | undefined,
): Promise<string | null> {
  if (platform.saveDialog && typed !== undefined) {
    throw new FailureError('unsupported', 'This window asks for a folder with its own dialog.');
  }
  const asked = typed ?? (await platform.chooseFolder(settings.data.backupFolder ?? platform.exportFolder));
  if (asked === null) return null;
  const folder = await existingFolder(files, asked);
  if (isWithin(dataFolder, folder)) {
    throw new FailureError(
      'invalid',
      'A backup inside the data folder is lost with it. Choose another folder, best on another disk.',
    );
  }
  return folder;
}
