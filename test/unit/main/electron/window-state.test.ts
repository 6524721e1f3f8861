import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow, Rectangle } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readState, restoreState, writeState } from '#main/electron/window-state.ts';

const laptop: Rectangle = { x: 0, y: 25, width: 1440, height: 875 };
const projector: Rectangle = { x: 1440, y: 0, width: 1280, height: 720 };

function stored(x: number, y: number, width = 1000, height = 700, maximized = false) {
  return { bounds: { x, y, width, height }, maximized };
}

describe('restoreState', () => {
  it('comes back where the window was, on any display', () => {
    expect(restoreState(stored(100, 50), [laptop, projector])).toEqual(stored(100, 50));
    expect(restoreState(stored(1500, 10, 1200, 700, true), [laptop, projector])).toEqual(
      stored(1500, 10, 1200, 700, true),
    );
  });

  it('centres the usual size when the display has gone', () => {
    expect(restoreState(stored(1500, 10), [laptop])).toEqual({
      bounds: { width: 1280, height: 860 },
      maximized: false,
    });
  });

  it.each([
    ['above the display', stored(100, -300)],
    ['below it', stored(100, 890)],
    ['too far to the right to take hold of', stored(1400, 100)],
    ['too far to the left to take hold of', stored(-950, 100)],
  ])('centres a window %s', (_where, state) => {
    expect(restoreState(state, [laptop]).bounds).not.toHaveProperty('x');
  });

  it('keeps a window that is partly off the display but within reach', () => {
    expect(restoreState(stored(-400, 100), [laptop])).toEqual(stored(-400, 100));
  });

  it('fits a window to a smaller display, down to the smallest usable size', () => {
    expect(restoreState(stored(1450, 0, 4000, 3000), [projector]).bounds).toMatchObject({ width: 1280, height: 720 });
    expect(restoreState(stored(0, 25, 1, 1), [laptop]).bounds).not.toHaveProperty('x');
    expect(restoreState(stored(0, 25, 200, 100), [laptop]).bounds).toMatchObject({ width: 640, height: 480 });
  });

  it.each([undefined, null, 7, 'x', {}, { bounds: {} }, stored(Number.NaN, 0), { ...stored(0, 30), extra: 1 }])(
    'takes the usual place for %j',
    (state) => {
      expect(restoreState(state, [laptop])).toEqual({ bounds: { width: 1280, height: 860 }, maximized: false });
    },
  );

  it('does without any display', () => {
    expect(restoreState(stored(0, 0), [])).toEqual({ bounds: { width: 1280, height: 860 }, maximized: false });
  });
});

describe('the state file', () => {
  const log = { info: vi.fn(), error: vi.fn() };
  const bounds = { x: 5, y: 40, width: 800, height: 600 };
  const window = { getNormalBounds: () => bounds, isMaximized: () => true } as unknown as BrowserWindow;
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'groundwork-window-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('gives back what was written', () => {
    const file = join(folder, 'window.json');
    writeState(file, window, log);
    expect(restoreState(readState(file), [laptop])).toEqual({ bounds, maximized: true });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ bounds, maximized: true });
  });

  it('counts as absent when it is damaged or missing', () => {
    const file = join(folder, 'window.json');
    expect(readState(file)).toBeUndefined();
    writeFileSync(file, '{"bounds":');
    expect(readState(file)).toBeUndefined();
  });

  it('logs and goes on when it cannot be written', () => {
    writeState(join(folder, 'absent', 'window.json'), window, log);
    expect(log.error).toHaveBeenCalledOnce();
  });
});
