import { BrowserWindow, type Rectangle, screen } from 'electron';
import type { Log } from '#main/files/log.ts';
import { pagePreferences } from './security.ts';
import { bringForward } from './single-instance.ts';

export interface RoomWindowOptions {
  readonly preload: string;
  readonly devTools: boolean;
  readonly log: Log;
  /** The workbook's own window, beside which the other one opens. */
  readonly mainWindow: () => BrowserWindow | null;
}

export interface RoomWindow {
  /** Shows the page of an address in the second window, which opens where the first one is not. */
  open(url: string): void;
  current(): BrowserWindow | null;
  /** Closes it with the first window, so that it does not keep the program open. */
  close(): void;
}

const SIZE = { width: 1280, height: 720 } as const;

/** The work area for the room: the first one without the middle of the first window; null where there is one display. */
export function areaForRoom(areas: readonly Rectangle[], first: Rectangle | null): Rectangle | null {
  if (areas.length < 2 || !first) return null;
  const x = first.x + first.width / 2;
  const y = first.y + first.height / 2;
  return (
    areas.find((area) => !(x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height)) ?? null
  );
}

/** The second window, which mirrors for the room what is worked on in the first. */
export function roomWindow({ preload, devTools, log, mainWindow }: RoomWindowOptions): RoomWindow {
  let window: BrowserWindow | null = null;
  const make = (): BrowserWindow => {
    const areas = screen.getAllDisplays().map((display) => display.workArea);
    const area = areaForRoom(areas, mainWindow()?.getNormalBounds() ?? null);
    const made = new BrowserWindow({
      ...(area ? { x: area.x, y: area.y, fullscreen: true } : {}),
      ...SIZE,
      title: 'Groundwork',
      webPreferences: pagePreferences(preload, { devTools }),
    });
    made.on('closed', () => {
      window = null;
    });
    // It holds nothing: the first window can open another one.
    made.webContents.on('render-process-gone', () => made.destroy());
    return made;
  };
  return {
    open(url) {
      if (window) bringForward(window);
      window ??= make();
      window.loadURL(url).catch((error: unknown) => log.error('The page for the room cannot be loaded', error));
    },
    current: () => window,
    close: () => window?.destroy(),
  };
}
