import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endsReason, type GridKey, gridCommand, inside } from '#renderer/pages/sections/options/grid-keys.ts';

const SIZE = { rows: 60, columns: 9 };

function press(key: string, change: Partial<GridKey> = {}): GridKey {
  return { key, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, ...change };
}

describe('gridCommand', () => {
  it.each([
    ['ArrowUp', 9, 4],
    ['ArrowDown', 11, 4],
    ['ArrowLeft', 10, 3],
    ['ArrowRight', 10, 5],
    ['Home', 10, 0],
    ['End', 10, 8],
    ['PageUp', 5, 4],
    ['PageDown', 15, 4],
  ])('moves with %s', (key, row, column) => {
    expect(gridCommand(press(key), { row: 10, column: 4 }, SIZE, false)).toEqual({ kind: 'move', to: { row, column } });
  });

  it('goes to the corners with Control', () => {
    const at = { row: 10, column: 4 };
    const first = gridCommand(press('Home', { ctrlKey: true }), at, SIZE, false);
    const last = gridCommand(press('End', { ctrlKey: true }), at, SIZE, false);
    expect(first).toEqual({ kind: 'move', to: { row: 0, column: 0 } });
    expect(last).toEqual({ kind: 'move', to: { row: 59, column: 8 } });
  });

  it('never leaves the grid, however small', () => {
    const key = fc.constantFrom(
      ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'],
    );
    const count = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(fc.array(key), count, count, fc.boolean(), (keys, rows, columns, ctrlKey) => {
        let at = { row: 0, column: 0 };
        for (const next of keys) {
          const command = gridCommand(press(next, { ctrlKey }), at, { rows, columns }, false);
          if (command?.kind === 'move') at = command.to;
          expect(at).toEqual(inside(at, { rows, columns }));
        }
      }),
    );
  });

  it('scores 1 to 5 with a candidate, and weighs 0 to 5', () => {
    const score = { row: 3, column: 2 };
    const weight = { row: 3, column: 1 };
    expect(gridCommand(press('4'), score, SIZE, false)).toEqual({ kind: 'score', value: 4 });
    expect(gridCommand(press('0'), score, SIZE, false)).toBeNull();
    expect(gridCommand(press('6'), score, SIZE, false)).toBeNull();
    expect(gridCommand(press('0'), weight, SIZE, false)).toEqual({ kind: 'weigh', value: 0 });
    expect(gridCommand(press('6'), weight, SIZE, false)).toBeNull();
  });

  it.each(['Delete', 'Backspace'])('takes back with %s', (key) => {
    expect(gridCommand(press(key), { row: 3, column: 2 }, SIZE, false)).toEqual({ kind: 'score', value: null });
    expect(gridCommand(press(key), { row: 3, column: 1 }, SIZE, false)).toEqual({ kind: 'weigh', value: null });
  });

  it('opens the reason with Enter or F2, and leaves Enter to a button inside the cell', () => {
    const at = { row: 3, column: 2 };
    expect(gridCommand(press('Enter'), at, SIZE, false)).toEqual({ kind: 'edit' });
    expect(gridCommand(press('Enter'), at, SIZE, true)).toBeNull();
    expect(gridCommand(press('F2'), at, SIZE, true)).toEqual({ kind: 'edit' });
  });

  it('leaves the weight’s own keys, the names and all shortcuts alone', () => {
    expect(gridCommand(press('Enter'), { row: 3, column: 1 }, SIZE, false)).toBeNull();
    for (const key of ['3', 'Enter', 'Delete', 'F2']) {
      expect(gridCommand(press(key), { row: 3, column: 0 }, SIZE, false)).toBeNull();
    }
    for (const modifier of ['altKey', 'metaKey', 'shiftKey', 'ctrlKey'] as const) {
      expect(gridCommand(press('3', { [modifier]: true }), { row: 3, column: 2 }, SIZE, false)).toBeNull();
      expect(gridCommand(press('PageDown', { [modifier]: true }), { row: 3, column: 2 }, SIZE, false)).toBeNull();
    }
  });
});

describe('endsReason', () => {
  it('ends with Enter and Escape, and begins a line with Shift+Enter', () => {
    expect([press('Enter'), press('Escape')].map(endsReason)).toEqual([true, true]);
    expect([press('Enter', { shiftKey: true }), press('a')].map(endsReason)).toEqual([false, false]);
  });
});
