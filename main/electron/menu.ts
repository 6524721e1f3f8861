import type { MenuItemConstructorOptions } from 'electron';
import type { RecentReview } from '#main/reviews/recent-reviews.ts';
import type { MenuCommand } from '#shared/contract/host-bridge.ts';

export interface MenuOptions {
  readonly platform: NodeJS.Platform;
  readonly devTools: boolean;
  /** Passes a command on to the page. */
  readonly send: (command: MenuCommand) => void;
  /** Reviews that were opened last. */
  readonly recent: readonly RecentReview[];
  readonly openRecent: (id: string) => void;
}

/** What the file manager is called. */
const REVEAL: Partial<Record<NodeJS.Platform, string>> = { darwin: 'Show in Finder', win32: 'Show in Explorer' };

/** A title as the label of an item: an ampersand would mark a key. */
function plain(title: string): string {
  const short = title.length > 80 ? `${title.slice(0, 79).trimEnd()}…` : title;
  return short.replaceAll('&', '&&');
}

/**
 * The application menu by each platform's conventions. The page sees every key first and keeps the ones
 * it handles, so an accelerator here only fires where the page has no use for the key. Undo and redo go
 * to the page instead of Chromium's own, which knows single text fields but not the review. Reload is
 * left out: to the page it looks like closing the window.
 */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const { platform, devTools, send, recent, openRecent } = options;
  const mac = platform === 'darwin';
  const item = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    ...(accelerator !== undefined && { accelerator }),
    click: () => send(command),
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };

  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        item('New Review…', 'new', 'CmdOrCtrl+N'),
        item('Import Review…', 'import', 'CmdOrCtrl+O'),
        {
          label: 'Open Recent',
          enabled: recent.length > 0,
          submenu: recent.map(({ id, title }) => ({ label: plain(title), click: () => openRecent(id) })),
        },
        separator,
        item('Rename Review', 'rename'),
        item('Duplicate Review', 'duplicate'),
        item(REVEAL[platform] ?? 'Show in Folder', 'reveal'),
        separator,
        item('Export Record…', 'export', 'CmdOrCtrl+E'),
        item('Print Record…', 'print', 'CmdOrCtrl+P'),
        item('Verify Record', 'verify'),
        separator,
        mac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        item('Undo', 'undo', 'CmdOrCtrl+Z'),
        item('Redo', 'redo', platform === 'win32' ? 'Ctrl+Y' : 'Shift+CmdOrCtrl+Z'),
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'pasteAndMatchStyle' },
        { role: 'delete' },
        { role: 'selectAll' },
        separator,
        item('Spelling…', 'spelling'),
      ],
    },
    {
      label: '&View',
      submenu: [
        item('All Reviews', 'home', mac ? 'Shift+Cmd+H' : 'Alt+Home'),
        item('Templates', 'templates'),
        separator,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
        ...(devTools ? [separator, { role: 'toggleDevTools' } as const] : []),
      ],
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [
        item('Keyboard Shortcuts', 'shortcuts', 'CmdOrCtrl+/'),
        ...(mac ? [] : [separator, { role: 'about' } as const]),
      ],
    },
  ];
}
