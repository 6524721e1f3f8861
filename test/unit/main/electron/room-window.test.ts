import { describe, expect, it, vi } from 'vitest';
import { areaForRoom } from '#main/electron/room-window.ts';

vi.mock('electron', () => import('#test/support/electron-stand-in.ts'));

const LAPTOP = { x: 0, y: 0, width: 1440, height: 900 };
const PROJECTOR = { x: 1440, y: 0, width: 1920, height: 1080 };

describe('the place of the second window', () => {
  it('is the display that the first one is not on', () => {
    const first = { x: 100, y: 100, width: 1200, height: 700 };
    expect(areaForRoom([LAPTOP, PROJECTOR], first)).toBe(PROJECTOR);
    expect(areaForRoom([PROJECTOR, LAPTOP], first)).toBe(PROJECTOR);
    expect(areaForRoom([LAPTOP, PROJECTOR], { ...first, x: 1500 })).toBe(LAPTOP);
  });

  it('is left to the platform where there is one display, or no first window', () => {
    expect(areaForRoom([LAPTOP], LAPTOP)).toBeNull();
    expect(areaForRoom([LAPTOP, PROJECTOR], null)).toBeNull();
  });
});
