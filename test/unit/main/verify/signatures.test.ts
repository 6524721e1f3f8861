import { describe, expect, it } from 'vitest';
import { traces } from '#main/verify/signatures.ts';

/** A file of 20 bytes with `<` and `>` where asked for, followed by a byte range. */
function file(marks: Readonly<Record<number, string>>, range: string): Uint8Array {
  const bytes = Buffer.alloc(20, '.');
  for (const [at, mark] of Object.entries(marks)) bytes.write(mark, Number(at));
  return Buffer.concat([bytes, Buffer.from(`/ByteRange ${range}`)]);
}

describe('traces of signatures', () => {
  it('are byte ranges that leave out a string of digits', () => {
    expect(traces(file({ 5: '<', 14: '>' }, '[0 5 15 9]'))).toBe(1);
    expect(traces(file({ 5: '<', 7: '>' }, '[0 5 8 9]'))).toBe(1);
  });

  it('are not ranges whose gap holds no string', () => {
    // An empty string, one mark that is both ends, and a gap that ends before it begins.
    expect(traces(file({ 5: '<', 6: '>' }, '[0 5 7 9]'))).toBe(0);
    expect(traces(file({ 5: '<', 4: '>' }, '[0 5 5 9]'))).toBe(0);
    expect(traces(file({ 9: '<', 3: '>' }, '[0 9 4 9]'))).toBe(0);
  });

  it('are not words about a range', () => {
    expect(traces(file({}, '[0 5 15 9]'))).toBe(0);
    expect(traces(file({ 5: '<' }, '[0 5 15 9]'))).toBe(0);
    expect(traces(file({ 14: '>' }, '[0 5 15 9]'))).toBe(0);
    expect(traces(file({ 5: '<', 14: '>' }, '[1 5 15 9]'))).toBe(0);
  });
});
