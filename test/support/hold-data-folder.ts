import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { openWorkbook } from '#main/api/workbook.ts';
import { createLog } from '#main/files/log.ts';
import { BROWSERS_SPELLING } from '#main/reviews/platform.ts';

/** A process that opens a data folder, says how that went and stays until it is killed; as a control, by a file that says that it is there. */
const [dataFolder = '', appFolder = '', control = ''] = process.argv.slice(2);
const answer = control === '' ? await open() : leaveMark();
process.stdout.write(`${answer}\n`);
if (answer === 'opened') setInterval(() => undefined, 60_000);

async function open(): Promise<string> {
  const opened = await openWorkbook({
    dataFolder,
    appFolder,
    log: createLog(`${dataFolder}.log`),
    platform: {
      host: 'loopback',
      saveDialog: false,
      closesItself: false,
      hasMenu: false,
      exportFolder: dataFolder,
      chooseSavePath: async () => null,
      chooseFolder: async () => null,
      revealFile: async () => undefined,
      openFile: async () => undefined,
      showRecent: () => undefined,
      spelling: BROWSERS_SPELLING,
      openLink: async () => undefined,
    },
  });
  return opened.kind;
}

/** Looks for the file first and writes it then, as programs do that think of nothing. */
function leaveMark(): string {
  const path = `${dataFolder}.mark`;
  const isThere = existsSync(path) && Date.now() - statSync(path).mtimeMs > 10_000;
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(path, String(process.pid));
  return isThere ? 'locked' : 'opened';
}
