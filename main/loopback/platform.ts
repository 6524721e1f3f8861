import { BROWSERS_SPELLING, type Platform } from '#main/reviews/platform.ts';
import { linkCommand, openCommand, openWithSystem, revealCommand } from './open-with-system.ts';

/** What a browser window cannot do itself is left to the operating system's own commands. */
export function loopbackPlatform(exportFolder: string): Platform {
  return {
    host: 'loopback',
    saveDialog: false,
    closesItself: false,
    hasMenu: false,
    exportFolder,
    // Never asked, as there are no dialogs: the screen asks for folder and name.
    chooseSavePath: async () => null,
    chooseFolder: async () => null,
    revealFile: (path) => openWithSystem(revealCommand(path)),
    // There is no menu, and no list of the system's.
    showRecent: () => undefined,
    spelling: BROWSERS_SPELLING,
    openFile: (path) => openWithSystem(openCommand(path)),
    openLink: (url) => openWithSystem(linkCommand(url)),
  };
}
