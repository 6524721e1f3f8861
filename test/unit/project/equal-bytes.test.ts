import { describe, expect, it } from 'vitest';

/** As long as a record: one byte after the other would take seconds. */
const bytes = Buffer.alloc(4_000_000, 'groundwork');
const turned = Buffer.from(bytes);
turned[3_999_999] = 0;

describe('bytes in tests', () => {
  it('are the same as a whole, wherever they stand', () => {
    expect(Buffer.from(bytes)).toEqual(bytes);
    expect({ file: [Buffer.from(bytes)] }).toEqual({ file: [bytes] });
    expect(Uint8Array.from([1, 2])).toEqual(Uint8Array.from([1, 2]));
  });

  it('are told apart by a single one, by their length and by their type', () => {
    expect(turned).not.toEqual(bytes);
    expect({ file: [turned] }).not.toEqual({ file: [bytes] });
    expect(bytes.subarray(1)).not.toEqual(bytes);
    expect(Buffer.from([1, 2])).not.toStrictEqual(Uint8Array.from([1, 2]));
  });
});
