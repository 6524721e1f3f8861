import { openWorkbook } from '#main/api/workbook.ts';
import { createLog } from '#main/files/log.ts';

/** A process that opens a data folder, says how that went and stays until it is killed. */
const [dataFolder = '', appFolder = ''] = process.argv.slice(2);
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
    openLink: async () => undefined,
  },
});
process.stdout.write(`${opened.kind}\n`);
if (opened.kind === 'opened') setInterval(() => undefined, 60_000);
