import { dirname, isAbsolute, join } from 'node:path';
import { writeDurably } from '#main/files/durable-write.ts';
import { explaining, FailureError, systemCode } from '#main/files/failure.ts';
import { type FileSystem, nameTaken } from '#main/files/file-system.ts';
import { isWithin } from '#main/files/is-within.ts';
import { type ApiContext, remember } from '#main/reviews/context.ts';
import type { FileForm, Input } from '#shared/contract/contract.ts';
import { fileNameProblem, suggestedFileName } from '#shared/contract/file-name.ts';

export type ExportTarget = Input<'record.export'>['target'];
type FolderTarget = Input<'record.exportAdr'>['target'];

/** Exported files are for others as well, so the person's own defaults decide who may read them. */
const EXPORT_MODE = 0o666;

/** Puts files where a person wants them, and remembers which ones. */
export interface ExportPlacer {
  /** Where an export goes; null when the person cancelled the dialog. @throws {FailureError} */
  choose(target: ExportTarget, form: FileForm, title: string): Promise<string | null>;
  /** Writes an export, for others as well unless `mode` says otherwise, so that it is on disk when this returns. @throws {FailureError} */
  write(path: string, target: ExportTarget, render: () => Promise<Uint8Array>, mode?: number): Promise<void>;
  /** A folder to add files to; null when the person cancelled the dialog. @throws {FailureError} */
  chooseFolder(target: FolderTarget): Promise<string | null>;
  /** Adds files to a folder; `work` answers with the path of what was added, null for nothing; `memory` is where the folder is remembered. @throws {FailureError} */
  addTo<Added extends { readonly path: string | null }>(
    folder: string,
    work: () => Promise<Added>,
    memory?: 'adrFolder' | 'exportFolder',
  ): Promise<Added>;
  /** Whether a file was exported since the program started. */
  has(path: string): boolean;
}

/** Places the exports of one host, one after the other; closing waits for them. */
export function exportPlacer(context: ApiContext): ExportPlacer {
  const { files } = context;
  const exported = new Set<string>();
  return {
    choose: async (target, form, title) => allowed(context, await placeFor(context, target, form, title)),
    write: (path, target, render, mode = EXPORT_MODE) =>
      context.exports.run('export', async () => {
        const bytes = await render();
        await explaining('The file could not be saved', async () => {
          // A native dialog has asked about replacing already.
          const replace = target.kind === 'ask' || target.replace;
          if (!replace && (await nameTaken(files, path))) throw taken();
          await writeDurably(files, path, bytes, { mode });
        });
        exported.add(path);
        await remember(context, { exportFolder: dirname(path) });
      }),
    chooseFolder: async (target) => allowed(context, await folderFor(context, target)),
    addTo: (folder, work, memory = 'adrFolder') =>
      context.exports.run('export', async () => {
        // Also when it fails, so that the next dialog begins there.
        await remember(context, { [memory]: folder });
        const added = await explaining('The files could not be added to the folder', work);
        if (added.path !== null) exported.add(added.path);
        return added;
      }),
    has: (path) => exported.has(path),
  };
}

/** Where an export goes; null when the person cancelled the dialog. */
async function placeFor(
  context: ApiContext,
  target: ExportTarget,
  form: FileForm,
  title: string,
): Promise<string | null> {
  const { files, platform } = context;
  if (target.kind === 'ask') {
    if (!platform.saveDialog) {
      throw new FailureError('unsupported', 'This window has no save dialog. Give a folder and a file name.');
    }
    const usual = usualExportFolder(context);
    const folder = (await canBegin(files, usual)) ? usual : platform.exportFolder;
    return platform.chooseSavePath({ folder, fileName: suggestedFileName(title, form), form });
  }
  if (platform.saveDialog) {
    throw new FailureError('unsupported', 'This window saves with its own dialog.');
  }
  const problem = fileNameProblem(target.fileName, form);
  if (problem !== null) throw new FailureError('invalid', problem);
  return join(await existingFolder(files, target.folder), target.fileName);
}

/** The folder of decision records; null when the person cancelled the dialog. */
async function folderFor({ files, platform, settings }: ApiContext, target: FolderTarget): Promise<string | null> {
  if (target.kind === 'folder') {
    // Asked again, about what the folder did not say: the dialog has been answered.
    if (platform.saveDialog && target.folder !== settings.data.adrFolder)
      throw new FailureError('unsupported', 'This window asks for a folder with its own dialog.');
    return existingFolder(files, target.folder);
  }
  if (!platform.saveDialog)
    throw new FailureError('unsupported', 'This window has no dialog for folders. Give a folder.');
  const remembered = settings.data.adrFolder ?? settings.data.exportFolder;
  const start = remembered !== null && (await canBegin(files, remembered)) ? remembered : platform.exportFolder;
  return platform.chooseFolder(start);
}

/** @throws {FailureError} unless the folder is named whole and is there; where the disk refuses to say, what it reports. */
export async function existingFolder(files: FileSystem, folder: string): Promise<string> {
  if (!isAbsolute(folder)) {
    throw new FailureError('folder-missing', 'Give the whole path of the folder, from the top of the disk.');
  }
  if (!(await explaining(`The folder ${folder} could not be reached`, () => isFolder(files, folder)))) {
    throw new FailureError('folder-missing', `There is no folder ${folder}. Create it or use another one.`);
  }
  return folder;
}

/** A place that exports may go to, as it is; null stays null. @throws {FailureError} for one that the policy does not name */
function allowed({ policy }: ApiContext, path: string | null): string | null {
  if (path === null || isAllowed(policy, path)) return path;
  const places = policy.exportFolders?.join(' or ');
  throw new FailureError(
    'unsupported',
    `Whoever manages this computer lets exports go to ${places} only. Choose a place there.`,
  );
}

function isAllowed({ exportFolders }: ApiContext['policy'], path: string): boolean {
  return exportFolders === null || exportFolders.some((folder) => isWithin(folder, path));
}

/** Where exports go when nobody says otherwise: where they went last, unless the policy has been set since. */
export function usualExportFolder({ settings, policy, platform }: ApiContext): string {
  const last = settings.data.exportFolder;
  return last !== null && isAllowed(policy, last) ? last : (policy.exportFolders?.[0] ?? platform.exportFolder);
}

async function isFolder(files: FileSystem, path: string): Promise<boolean> {
  try {
    return (await files.stat(path)).isDirectory();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error))) return false;
    throw error;
  }
}

/** Whether a dialog can begin in a folder: any fault leads to another one, as the person chooses anyway. */
function canBegin(files: FileSystem, path: string): Promise<boolean> {
  return isFolder(files, path).catch(() => false);
}

function taken(): FailureError {
  return new FailureError(
    'name-taken',
    'A file of this name is already there. Use another name, or choose to replace it.',
  );
}
