import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber, writeNumber } from '#shared/review/edit-number.ts';

describe('readNumber', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['0', 0],
    ['-0', 0],
    ['12.5', 12.5],
    ['12,5', 12.5],
    ['12,', 12],
    [',5', 0.5],
    ['0,125', 0.125],
    ['0.125', 0.125],
    ['−20', -20],
    ['+3', 3],
    ['50 000', 50_000],
    ['50\u202f000,5', 50_000.5],
    ["1'234.5", 1234.5],
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['1.234.567', 1_234_567],
    ['1,234,567.89', 1_234_567.89],
    ['1234,567', 1234.567],
    ['12.3450', 12.345],
    ['1e3', 1000],
    ['1.5E-7', 1.5e-7],
  ])('reads %j as %j', (text, value) => {
    expect(readNumber(text)).toEqual({ kind: 'number', value });
  });

  it.each(['50,000', '50.000', '-1.250', '999,999'])('asks which number %j is', (text) => {
    const read = readNumber(text);
    expect(read).toMatchObject({ kind: 'unreadable', problem: expect.stringContaining('can mean two numbers') });
    const offered = read.kind === 'unreadable' ? [...read.problem.matchAll(/(?:Write|or) (-?[\d.,]+\d)/g)] : [];
    expect(offered.map((match) => readNumber(match[1] ?? '').kind)).toEqual(['number', 'number']);
  });

  it.each(['12 ms', '30 %'])('asks to leave out the unit of %j', (text) => {
    expect(readNumber(text)).toMatchObject({ problem: expect.stringContaining('Leave the unit out') });
  });

  it.each(['-', 'abc', 'about 3', '1..2', '1,2,3', '1,23,456', '1.2.3,4', '1e999', 'Infinity', 'NaN', '0x10'])(
    'refuses %j and quotes it',
    (text) => {
      expect(readNumber(text)).toMatchObject({ kind: 'unreadable', problem: expect.stringContaining(`“${text}”`) });
    },
  );

  it('answers any text with a finite number or a problem', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readNumber(text);
        if (read.kind === 'unreadable') expect(read.problem).not.toBe('');
        else expect(read.value === null || Number.isFinite(read.value)).toBe(true);
      }),
    );
  });
});

describe('writeNumber', () => {
  it('writes every number so that it is read as the same', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(readNumber(writeNumber(value))).toEqual({ kind: 'number', value: value === 0 ? 0 : value });
      }),
    );
    for (const value of [null, 12.345, -1.25, 1.234, 999.999, 1234.567]) {
      expect(readNumber(writeNumber(value))).toEqual({ kind: 'number', value });
    }
  });
});
