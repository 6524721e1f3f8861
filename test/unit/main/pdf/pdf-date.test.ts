import { describe, expect, it } from 'vitest';
import { instantOf, pdfInstant } from '#main/pdf/pdf-date.ts';

describe('instantOf', () => {
  it.each([
    ['D:20260105000000Z', '2026-01-05T00:00:00.000Z'],
    ["D:20260105013000+01'30'", '2026-01-05T00:00:00.000Z'],
    ["D:99991231235959+00'00'", '9999-12-31T23:59:59.000Z'],
    ["D:00010101000000+00'00'", '0001-01-01T00:00:00.000Z'],
  ])('reads %s', (date, instant) => {
    expect(instantOf(date)).toBe(instant);
  });

  // The last two are moments, but of a year that no date here can be written in.
  it.each([
    '',
    'yesterday',
    'D:2026',
    "D:20261305000000+00'00'",
    "D:20260105000000+99'99'",
    "D:99991231235959-23'59'",
    "D:00000101000000+23'59'",
  ])('is null for %j', (date) => {
    expect(instantOf(date)).toBeNull();
  });

  it('reads what is written, up to the year 9999', () => {
    for (const instant of ['2038-01-19T03:14:08.000Z', '2050-01-01T00:00:00.000Z', '9999-12-31T23:59:59.000Z']) {
      expect(instantOf(pdfInstant(instant))).toBe(instant);
    }
  });
});
