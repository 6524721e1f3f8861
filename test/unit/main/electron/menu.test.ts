import type { MenuItem, MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { menuTemplate } from '#main/electron/menu.ts';
import type { RecentReview } from '#main/reviews/recent-reviews.ts';
import { MENU_KEYS } from '#renderer/base/shortcuts.ts';
import { menuCommands } from '#shared/contract/host-bridge.ts';

const platforms = ['linux', 'win32', 'darwin'] as const;

function build(platform: NodeJS.Platform, devTools = false, send = vi.fn(), recent: readonly RecentReview[] = []) {
  const openRecent = vi.fn();
  const menus = menuTemplate({ platform, devTools, send, recent, openRecent });
  const items = menus.flatMap((menu) => (Array.isArray(menu.submenu) ? menu.submenu : []));
  return { menus, items, send, openRecent };
}

const roles = (items: readonly MenuItemConstructorOptions[]) => items.flatMap((item) => item.role ?? []);
const labelled = (items: readonly MenuItemConstructorOptions[], label: string) =>
  items.find((item) => item.label === label);

describe('the menu', () => {
  it.each(['linux', 'darwin'] as const)('answers every key that the shortcut sheet lists for it on %s', (platform) => {
    const accelerators = build(platform).items.flatMap((item) => item.accelerator ?? []);
    for (const { keys, macKeys } of MENU_KEYS) {
      const key = (platform === 'darwin' && macKeys) || keys;
      const written = key.replace('Mod', macKeys === key ? 'Cmd' : 'CmdOrCtrl');
      expect(accelerators).toContain(written);
    }
  });

  it.each(platforms)('offers every command on %s', (platform) => {
    const { items, send } = build(platform);
    for (const item of items) item.click?.({} as MenuItem, undefined, {} as Electron.KeyboardEvent);
    // The end of a session says “save”, and a file “arrived”; no item does.
    const said = menuCommands.filter((command) => command !== 'save' && command !== 'arrived');
    expect(send.mock.calls.flat().sort()).toEqual(said.toSorted());
  });

  it.each(platforms)('gives no accelerator twice on %s', (platform) => {
    const accelerators = build(platform).items.flatMap((item) => item.accelerator ?? []);
    expect(new Set(accelerators).size).toBe(accelerators.length);
  });

  it.each(platforms)("leaves undo, redo and reload to nobody but the page's own commands on %s", (platform) => {
    const used = roles(build(platform).items);
    for (const role of ['undo', 'redo', 'reload', 'forceReload', 'editMenu', 'viewMenu'])
      expect(used).not.toContain(role);
    expect(used).toEqual(
      expect.arrayContaining(['cut', 'copy', 'paste', 'selectAll', 'zoomIn', 'zoomOut', 'resetZoom']),
    );
  });

  it('follows macOS: an application menu, close in File, quit not there', () => {
    const { menus, items } = build('darwin');
    expect(menus[0]).toEqual({ role: 'appMenu' });
    expect(roles(items)).toContain('close');
    expect(roles(items)).not.toContain('quit');
    expect(roles(items)).not.toContain('about');
  });

  it.each(['linux', 'win32'] as const)('follows %s: File first with quit, About in Help', (platform) => {
    const { menus, items } = build(platform);
    expect(menus[0]?.label).toBe('&File');
    expect(roles(items)).toContain('quit');
    expect(roles(items)).toContain('about');
  });

  it('redoes with the key each platform knows', () => {
    expect(labelled(build('win32').items, 'Redo')?.accelerator).toBe('Ctrl+Y');
    expect(labelled(build('linux').items, 'Redo')?.accelerator).toBe('Shift+CmdOrCtrl+Z');
    expect(labelled(build('darwin').items, 'Redo')?.accelerator).toBe('Shift+CmdOrCtrl+Z');
  });

  it('offers the reviews that were opened last, by their titles as they are', () => {
    const recent = [
      { id: 'one', title: 'Parser & lexer' },
      { id: 'two', title: 'x'.repeat(200) },
    ];
    const { items, openRecent } = build('linux', false, vi.fn(), recent);
    const menu = labelled(items, 'Open Recent');
    const shown = Array.isArray(menu?.submenu) ? menu.submenu : [];
    // One ampersand would mark a key.
    expect(shown.map(({ label }) => label)).toEqual(['Parser && lexer', `${'x'.repeat(79)}…`]);
    shown[1]?.click?.({} as MenuItem, undefined, {} as Electron.KeyboardEvent);
    expect(openRecent).toHaveBeenCalledWith('two');
    expect(menu?.enabled).toBe(true);
    expect(labelled(build('linux').items, 'Open Recent')?.enabled).toBe(false);
  });

  it('shows developer tools only in development', () => {
    expect(roles(build('linux').items)).not.toContain('toggleDevTools');
    expect(roles(build('linux', true).items)).toContain('toggleDevTools');
  });
});
