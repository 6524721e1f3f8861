import { dirname, isAbsolute, join } from 'node:path';
import type { Api, ExportForm, Input } from '#shared/contract.ts';
import { fileNameProblem, suggestedFileName } from '#shared/file-name.ts';
import { writeDurably } from '../store/durable-write.ts';
import { explaining, FailureError } from '../store/failure.ts';
import { type FileSystem, nameTaken } from '../store/file-system.ts';
import type { OpenReview } from '../store/review-store.ts';
import { type ApiContext, orFailure } from './context.ts';

type ExportCalls = Pick<Api, 'record.export' | 'file.reveal' | 'link.open'>;

/** Exported files are for others as well, so the person's own defaults decide who may read them. */
const EXPORT_MODE = 0o666;
const LINK_SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** The calls that leave the data folder. */
export function exportCalls(context: ApiContext): ExportCalls {
  const { files, store, settings, platform, render, log } = context;
  const exported = new Set<string>();

  const place = async (review: OpenReview, form: ExportForm, path: string, replace: boolean): Promise<void> => {
    const bytes = await render(form, review);
    await explaining('The file could not be saved', async () => {
      if (!replace && (await nameTaken(files, path))) throw taken();
      await writeDurably(files, path, bytes, { mode: EXPORT_MODE });
    });
  };

  return {
    'record.export': ({ id, revision, form, target }) =>
      orFailure(log, async () => {
        const asked = await store.open(id);
        if (asked.revision !== revision) return stale(asked);
        const path = await placeFor(context, target, form, asked.document.title);
        if (path === null) return { kind: 'cancelled' };
        // A dialog may have been open for long; what is written is what the disk holds now.
        const review = await store.open(id);
        if (review.revision !== revision) return stale(review);
        return context.exports.run('export', async () => {
          await place(review, form, path, target.kind === 'ask' || target.replace);
          exported.add(path);
          settings.data.exportFolder = dirname(path);
          await settings.write().catch((error: unknown) => log.error('The settings could not be saved', error));
          return { kind: 'exported', path } as const;
        });
      }),
    'file.reveal': ({ path }) =>
      orFailure(log, async () => {
        if (!exported.has(path)) {
          throw new FailureError('unsupported', 'Only files exported since Groundwork started can be shown.');
        }
        await platform.revealFile(path).catch((cause: unknown) => {
          throw new FailureError('io', `The file manager could not be opened. The file is ${path}`, { cause });
        });
        return { kind: 'revealed' };
      }),
    'link.open': ({ url }) =>
      orFailure(log, async () => {
        const link = URL.canParse(url) ? new URL(url) : null;
        if (!link || !LINK_SCHEMES.has(link.protocol)) {
          throw new FailureError('unsupported', 'Only web and mail links (https, http, mailto) can be opened.');
        }
        await platform.openLink(link.href).catch((cause: unknown) => {
          throw new FailureError('io', 'The link could not be opened. Copy it into your browser instead.', { cause });
        });
        return { kind: 'opened' };
      }),
  };
}

/** Where an export goes; null when the person cancelled the dialog. */
async function placeFor(
  { files, platform, settings }: ApiContext,
  target: Input<'record.export'>['target'],
  form: ExportForm,
  title: string,
): Promise<string | null> {
  if (target.kind === 'ask') {
    if (!platform.saveDialog) {
      throw new FailureError('unsupported', 'This window has no save dialog. Give a folder and a file name.');
    }
    const remembered = settings.data.exportFolder;
    const folder = remembered !== null && (await isFolder(files, remembered)) ? remembered : platform.exportFolder;
    return platform.chooseSavePath({ folder, fileName: suggestedFileName(title, form), form });
  }
  if (platform.saveDialog) {
    throw new FailureError('unsupported', 'This window saves with its own dialog.');
  }
  const problem = fileNameProblem(target.fileName, form);
  if (problem !== null) throw new FailureError('invalid', problem);
  if (!isAbsolute(target.folder)) {
    throw new FailureError('folder-missing', 'Give the whole path of the folder, from the top of the disk.');
  }
  if (!(await isFolder(files, target.folder))) {
    throw new FailureError('folder-missing', `There is no folder ${target.folder}. Create it or use another one.`);
  }
  return join(target.folder, target.fileName);
}

async function isFolder(files: FileSystem, path: string): Promise<boolean> {
  try {
    return (await files.stat(path)).isDirectory();
  } catch {
    return false;
  }
}

function taken(): FailureError {
  return new FailureError(
    'name-taken',
    'A file of this name is already there. Use another name, or choose to replace it.',
  );
}

function stale({ revision, savedAt }: OpenReview) {
  return { kind: 'stale', revision, savedAt } as const;
}
