import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { deflate } from '#main/pdf/deflate.ts';
import { openPdf } from '#main/pdf/pdf-file.ts';
import { packedPdf } from '#main/pdf/pdf-pack.ts';
import { asKind, PdfDamage, sameValue } from '#main/pdf/pdf-values.ts';

const HEAD = Buffer.from('%PDF-1.7\n');
const TRAILER = '/Root 1 0 R';

function object(number: number, value: string) {
  return { number, value: Buffer.from(value, 'latin1') };
}

function at(pdf: Uint8Array, number: number) {
  return openPdf(pdf).resolve({ kind: 'reference', number, generation: 0 });
}

describe('a packed PDF', () => {
  it('gives back every object, whatever its number and however many there are', () => {
    const stream = '<< /Length 4 >>\nstream\n(1 )\nendstream';
    const numbers = Array.from({ length: 450 }, (_, index) => 2 * index + 1);
    const pdf = packedPdf(
      HEAD,
      numbers.toReversed().map((number) => object(number, number === 3 ? stream : `(object ${number})`)),
      TRAILER,
    );
    const file = openPdf(pdf);
    for (const number of numbers.filter((some) => some !== 3)) {
      const value = file.resolve({ kind: 'reference', number, generation: 0 });
      expect(Buffer.from(asKind(value, 'string')?.bytes ?? []).toString()).toBe(`object ${number}`);
      expect(file.entries.get(number - 1)?.kind ?? 'free').toBe('free');
    }
    expect(Buffer.from(asKind(at(pdf, 3), 'stream')?.data ?? []).toString()).toBe('(1 )');
    expect(openPdf(pdf).trailer.entries.get('Root')).toEqual({ kind: 'reference', number: 1, generation: 0 });
  });

  it('holds the same where nothing is packed, as for a comparison', () => {
    const objects = [object(1, '(one)'), object(2, '<< /Length 4 >>\nstream\n(2 )\nendstream'), object(3, '[1 0 R]')];
    const [packed, plain] = [packedPdf(HEAD, objects, TRAILER), packedPdf(HEAD, objects, TRAILER, 'none')];
    expect(Buffer.from(plain).includes('FlateDecode')).toBe(false);
    for (const { number } of objects) expect(sameValue(at(plain, number), at(packed, number))).toBe(true);
  });

  it('is refused where the cross-references and the pack name different objects', () => {
    const pdf = packedPdf(HEAD, [object(1, '(one)'), object(2, '(two)')], TRAILER);
    expect(asKind(at(pdf, 1), 'string')).not.toBeNull();
    expect(() => at(swapped(pdf), 1)).toThrow(PdfDamage);
  });
});

/** The same file with a pack that calls its objects by each other's number. */
function swapped(pdf: Uint8Array): Uint8Array {
  const forged = deflate(Buffer.from('2 0 1 6\n(one)\n(two)\n'));
  const text = Buffer.from(pdf).toString('latin1');
  const packed = /(\/Filter \/FlateDecode \/Length )(\d+)( >>\nstream\n)/.exec(text);
  if (!packed) throw new Error('The PDF has no pack');
  const from = packed.index + packed[0].length;
  expect(forged.byteLength).toBe(Number(packed[2]));
  return Buffer.concat([pdf.subarray(0, from), forged, pdf.subarray(from + forged.byteLength)]);
}

describe('deflate', () => {
  it('gives the same bytes everywhere, which any inflate undoes', () => {
    const words = ['/S/TD', '/P 12 0 R', '<0012003400560078> Tj', '1 0 0 1 56 737.47 Tm', '\n', '\u00ff'];
    let state = 11;
    const next = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return words[(state >>> 16) % words.length];
    };
    const data = Buffer.from(Array.from({ length: 60_000 }, next).join(''), 'latin1');
    const packed = deflate(data);
    expect(Buffer.compare(inflateSync(packed), data)).toBe(0);
    // Changes only with a new version of the library, and then with every record.
    expect(createHash('sha256').update(packed).digest('hex')).toMatchInlineSnapshot(
      `"9e3161c6bd488711ac8efc56e4a10f579ef41eb259612602a21402323a30e6bb"`,
    );
  });
});
