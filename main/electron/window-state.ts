import { readFileSync, writeFileSync } from 'node:fs';
import type { BrowserWindow, Rectangle } from 'electron';
import * as z from 'zod';
import type { Log } from '#main/files/log.ts';

const stateSchema = z.strictObject({
  bounds: z.strictObject({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() }),
  maximized: z.boolean(),
});

type StoredState = z.output<typeof stateSchema>;

/** Where a window opens; without a position the platform centres it. */
export interface WindowState {
  readonly bounds: Readonly<Partial<Pick<Rectangle, 'x' | 'y'>> & Pick<Rectangle, 'width' | 'height'>>;
  readonly maximized: boolean;
}

/** Smallest window in which the workbook stays usable, in pixels. */
export const MINIMUM_SIZE = { width: 640, height: 480 } as const;
const USUAL_SIZE = { width: 1280, height: 860 } as const;
/** How much of the title bar must lie on a display so that a person can take hold of it, in pixels. */
const GRIP = { width: 120, height: 32 } as const;
/** How far invisible window borders may reach over a display's edge, in pixels. */
const BORDER = 8;

/**
 * The state to open with. What was stored counts only as far as a person can still reach the window:
 * displays come and go, and the file may say anything.
 */
export function restoreState(stored: unknown, workAreas: readonly Rectangle[]): WindowState {
  const parsed = stateSchema.safeParse(stored);
  const area = parsed.success ? workAreas.find((candidate) => canGrip(parsed.data.bounds, candidate)) : undefined;
  if (!parsed.success || !area) return { bounds: fitted(USUAL_SIZE, workAreas[0]), maximized: false };
  const { x, y } = parsed.data.bounds;
  return { bounds: { x, y, ...fitted(parsed.data.bounds, area) }, maximized: parsed.data.maximized };
}

/** Reads what `writeState` stored; anything unreadable counts as nothing stored. */
export function readState(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Stores where the window is. A failure costs only the window's place, so it is logged and no more. */
export function writeState(file: string, window: BrowserWindow, log: Log): void {
  const { x, y, width, height } = window.getNormalBounds();
  const state: StoredState = { bounds: { x, y, width, height }, maximized: window.isMaximized() };
  try {
    writeFileSync(file, `${JSON.stringify(state)}\n`);
  } catch (error) {
    log.error("The window's place cannot be stored", error);
  }
}

function canGrip(bounds: Rectangle, area: Rectangle): boolean {
  const across = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  return across >= GRIP.width && bounds.y >= area.y - BORDER && bounds.y + GRIP.height <= area.y + area.height;
}

function fitted(size: { readonly width: number; readonly height: number }, area: Rectangle | undefined) {
  return {
    width: Math.max(MINIMUM_SIZE.width, Math.min(size.width, area?.width ?? size.width)),
    height: Math.max(MINIMUM_SIZE.height, Math.min(size.height, area?.height ?? size.height)),
  };
}
