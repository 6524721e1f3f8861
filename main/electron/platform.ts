import { existsSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import {
  app,
  type BrowserWindow,
  dialog,
  type FileFilter,
  type MessageBoxOptions,
  type OpenDialogOptions,
  type SaveDialogOptions,
  shell,
} from 'electron';
import type { Platform, SpellChecker } from '#main/reviews/platform.ts';
import { defaultExportFolder } from '#main/store/data-folder.ts';
import type { FileForm } from '#shared/contract/contract.ts';

const FILTERS: Readonly<Record<FileForm, FileFilter>> = {
  pdf: { name: 'PDF document', extensions: ['pdf'] },
  markdown: { name: 'Markdown document', extensions: ['md', 'markdown'] },
  review: { name: 'Groundwork review', extensions: ['groundwork', 'json'] },
  json: { name: 'JSON document', extensions: ['json'] },
  csv: { name: 'Table (CSV)', extensions: ['csv'] },
  pem: { name: 'Certificates (PEM)', extensions: ['pem'] },
  cer: { name: 'Certificate', extensions: ['cer'] },
  p12: { name: 'Keys under a passphrase (PKCS#12)', extensions: ['p12'] },
  csr: { name: 'Certificate request', extensions: ['csr'] },
  issues: { name: 'Issues as CSV', extensions: ['csv'] },
  calendar: { name: 'Calendar', extensions: ['ics'] },
  structurizr: { name: 'Structurizr workspace', extensions: ['json'] },
};

/** What only Electron can do: native dialogs, the file manager, the default browser. */
export function electronPlatform(
  currentWindow: () => BrowserWindow | null,
  spelling: SpellChecker,
  showRecent: Platform['showRecent'] = () => undefined,
): Platform {
  // Knows about a Documents folder that was moved or has a translated name.
  const documents = app.getPath('documents');
  return {
    host: 'electron',
    saveDialog: true,
    closesItself: true,
    hasMenu: true,
    exportFolder: existsSync(documents) ? documents : defaultExportFolder(),
    async chooseSavePath({ folder, fileName, form }) {
      const filter = FILTERS[form];
      const chosen = await showSaveDialog(currentWindow(), {
        title: 'Save as',
        defaultPath: join(folder, fileName),
        filters: [filter],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      if (chosen === null || filter.extensions.includes(extname(chosen).slice(1).toLowerCase())) return chosen;
      // Some Linux dialogs neither add the extension nor ask about the file that then gets replaced.
      const path = `${chosen}.${filter.extensions[0]}`;
      return !existsSync(path) || (await mayReplace(currentWindow(), path)) ? path : null;
    },
    async chooseFolder(start) {
      const options: OpenDialogOptions = {
        title: 'Choose a folder',
        defaultPath: start,
        properties: ['openDirectory', 'createDirectory'],
      };
      const window = currentWindow();
      const { canceled, filePaths } = window
        ? await dialog.showOpenDialog(window, options)
        : await dialog.showOpenDialog(options);
      return canceled ? null : (filePaths[0] ?? null);
    },
    async revealFile(path) {
      shell.showItemInFolder(path);
    },
    async openFile(path) {
      // It answers with what went wrong, and never rejects.
      const problem = await shell.openPath(path);
      if (problem !== '') throw new Error(problem);
    },
    showRecent,
    spelling,
    async openLink(url) {
      if (await mayOpen(currentWindow(), url)) await shell.openExternal(url);
    },
  };
}

/** Asks for a path, in front of the window when there is one; null when cancelled. */
async function showSaveDialog(window: BrowserWindow | null, options: SaveDialogOptions): Promise<string | null> {
  const { canceled, filePath } = window
    ? await dialog.showSaveDialog(window, options)
    : await dialog.showSaveDialog(options);
  return canceled || filePath === '' ? null : filePath;
}

/** Shows where a link leads before the browser goes there: what a page calls it may be anything. */
async function mayOpen(window: BrowserWindow | null, url: string): Promise<boolean> {
  const options: MessageBoxOptions = {
    type: 'question',
    title: 'Groundwork',
    message: url.startsWith('mailto:') ? 'Write a mail?' : 'Open this link in your browser?',
    detail: url,
    buttons: ['Open', 'Cancel'],
    defaultId: 0,
    cancelId: 1,
  };
  const { response } = window ? await dialog.showMessageBox(window, options) : await dialog.showMessageBox(options);
  return response === 0;
}

async function mayReplace(window: BrowserWindow | null, path: string): Promise<boolean> {
  const options: MessageBoxOptions = {
    type: 'question',
    title: 'Groundwork',
    message: `A file named “${basename(path)}” is already there.`,
    detail: 'Replacing it overwrites what it holds.',
    buttons: ['Replace', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  };
  const { response } = window ? await dialog.showMessageBox(window, options) : await dialog.showMessageBox(options);
  return response === 0;
}
