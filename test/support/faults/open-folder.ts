import { dispatch } from '#main/api/dispatch.ts';
import { loadWorkbook } from '#main/api/load-workbook.ts';
import { type FileSystem, nodeFileSystem } from '#main/files/file-system.ts';
import { dataLayout } from '#main/store/data-folder.ts';
import { createClient } from '#renderer/host/client.ts';
import type { Client } from '#shared/contract/contract.ts';
import { logForTests, platformForTests } from '../program-folder.ts';
import { withMadeSeals } from './made-seals.ts';

/** Folders that a run works in. */
export interface Folders {
  readonly data: string;
  /** Stands for the program's own folder. */
  readonly program: string;
  /** Where exports and backups go. */
  readonly exports: string;
}

export interface OpenFolder {
  readonly api: Client;
  readonly close: () => Promise<void>;
}

/** What answers the calls on a data folder, without its lock: whoever calls sees to it that nobody else is there. */
export async function openFolder(folders: Folders, files: FileSystem = nodeFileSystem): Promise<OpenFolder> {
  const log = logForTests();
  const options = {
    dataFolder: folders.data,
    appFolder: folders.program,
    platform: platformForTests(folders.exports),
    log,
    files,
    work: withMadeSeals(folders.program),
  };
  const loaded = await loadWorkbook(options, dataLayout(folders.data));
  return {
    api: createClient((method, input) => dispatch(loaded.api, log, method, input)),
    close: () => loaded.close(),
  };
}
