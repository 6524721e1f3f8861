import type { BrowserWindow } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { noteDocument, showRecentReviews } from '#main/electron/recent.ts';
import { keepWindows } from '#main/electron/windows.ts';
import * as electron from '#test/support/electron-stand-in.ts';

vi.mock('electron', () => import('#test/support/electron-stand-in.ts'));

beforeEach(() => vi.clearAllMocks());

describe('the windows', () => {
  function keep() {
    const made: electron.BrowserWindow[] = [];
    const addresses: (string | null)[] = [];
    const allClosed = vi.fn();
    const windows = keepWindows((url) => {
      addresses.push(url);
      made.push(new electron.BrowserWindow());
      return made.at(-1) as unknown as BrowserWindow;
    }, allClosed);
    return { windows, made, addresses, allClosed };
  }

  it('are one at the start, which comes forward when it is asked for again', () => {
    const { windows, made, addresses } = keep();
    expect(windows.current()).toBeNull();
    windows.show();
    windows.show();
    expect(addresses).toEqual([null]);
    expect(made[0]?.focus).toHaveBeenCalledOnce();
  });

  it('are told apart by which was in front last', () => {
    const { windows, made, addresses } = keep();
    windows.show();
    windows.open('app://groundwork/#/review/x');
    expect(addresses).toEqual([null, 'app://groundwork/#/review/x']);
    expect(windows.current()).toBe(made[1]);
    made[0]?.emit('focus');
    expect(windows.current()).toBe(made[0]);
    expect(windows.all()).toHaveLength(2);
  });

  it('tell when the last one has closed, and open anew after that', () => {
    const { windows, made, addresses, allClosed } = keep();
    windows.show();
    windows.open('app://groundwork/#/review/x');
    made[1]?.destroy();
    expect(windows.current()).toBe(made[0]);
    expect(allClosed).not.toHaveBeenCalled();
    made[0]?.destroy();
    expect(allClosed).toHaveBeenCalledOnce();
    windows.show();
    expect(addresses).toHaveLength(3);
  });
});

describe('the reviews that were opened last', () => {
  const recent = Array.from({ length: 10 }, (_, index) => ({ id: `id-${index}`, title: `Title ${index}` }));
  const places = (platform: NodeJS.Platform) => ({
    app: { setJumpList: vi.fn(), dock: { setMenu: vi.fn() } },
    platform,
    program: { path: 'C:\\Groundwork.exe', args: ['--data', 'D:\\my data'] },
    open: vi.fn(),
  });

  it('are tasks of the jump list on Windows, which start the program on them', () => {
    const windows = places('win32');
    showRecentReviews(recent, windows);
    const [[category]] = windows.app.setJumpList.mock.lastCall as [Electron.JumpListCategory[]];
    expect(category?.items).toHaveLength(8);
    expect(category?.items?.[0]).toMatchObject({
      type: 'task',
      title: 'Title 0',
      program: 'C:\\Groundwork.exe',
      args: '--data "D:\\my data" --review id-0',
    });
    showRecentReviews([], windows);
    expect(windows.app.setJumpList).toHaveBeenLastCalledWith([]);
    expect(windows.app.dock.setMenu).not.toHaveBeenCalled();
  });

  it('are in the menu of the dock on macOS', () => {
    const mac = places('darwin');
    showRecentReviews(recent, mac);
    const items = electron.Menu.buildFromTemplate.mock.lastCall?.[0] ?? [];
    expect(items.map(({ label }) => label)).toEqual(recent.slice(0, 8).map(({ title }) => title));
    items[1]?.click?.({} as Electron.MenuItem, undefined, {} as Electron.KeyboardEvent);
    expect(mac.open).toHaveBeenCalledWith('id-1');
    expect(mac.app.setJumpList).not.toHaveBeenCalled();
  });

  it('have no place in the system on Linux, and files are told only where it asks for them', () => {
    const linux = places('linux');
    showRecentReviews(recent, linux);
    expect([linux.app.setJumpList.mock.calls, linux.app.dock.setMenu.mock.calls]).toEqual([[], []]);
    const app = { addRecentDocument: vi.fn() };
    for (const platform of ['linux', 'win32', 'darwin'] as const) noteDocument(app, platform, '/a.groundwork');
    expect(app.addRecentDocument).toHaveBeenCalledTimes(2);
  });
});
