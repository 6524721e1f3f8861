import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PdfParser } from '#main/pdf/pdf-parser.ts';
import { asKind, PdfDamage, type PdfValue, sameValue, textOf } from '#main/pdf/pdf-values.ts';

function parse(text: string): PdfValue {
  return new PdfParser(Buffer.from(text, 'latin1')).value();
}

function latin1(text: string): string | undefined {
  const string = asKind(parse(text), 'string');
  return string ? Buffer.from(string.bytes).toString('latin1') : undefined;
}

describe('PdfParser', () => {
  it('reads numbers, names and words', () => {
    expect(['12', '-3', '+4.5', '.5', '6.'].map(parse)).toEqual([12, -3, 4.5, 0.5, 6]);
    expect(['true', 'false', 'null'].map(parse)).toEqual([true, false, null]);
    expect(parse('/A#20B#2f')).toEqual({ kind: 'name', name: 'A B/' });
    expect(parse('1.2.3')).toEqual({ kind: 'keyword', word: '1.2.3' });
  });

  it('reads a number as JavaScript does, however it is written', () => {
    const part = fc.stringMatching(/^[0-9]{0,18}$/);
    fc.assert(
      fc.property(fc.constantFrom('', '+', '-'), part, fc.constantFrom('', '.'), part, (sign, whole, point, rest) => {
        const text = `${sign}${whole}${point}${point === '' ? '' : rest}`;
        const isNumber = whole !== '' || (point !== '' && rest !== '');
        if (text !== '') expect(parse(text)).toEqual(isNumber ? Number(text) : { kind: 'keyword', word: text });
      }),
    );
  });

  it('reads strings with everything that may stand in them', () => {
    expect(latin1('(a(b)c)')).toBe('a(b)c');
    expect(latin1('(\\(\\)\\\\\\n\\101\\7\\q)')).toBe('()\\\nA\u0007q');
    expect(latin1('(a\\\r\nb\\\nc)')).toBe('abc');
    expect(latin1('<48 65\n6C6c 6F7>')).toBe('Hellop');
    expect(latin1('<>')).toBe('');
    expect(latin1('<4\0 1>')).toBe('A');
    expect(latin1('(\\\\)')).toBe('\\');
    expect(latin1('()')).toBe('');
  });

  it('reads references only where they may stand', () => {
    expect(parse('[1 0 R 2 3]')).toEqual({
      kind: 'array',
      items: [{ kind: 'reference', number: 1, generation: 0 }, 2, 3],
    });
    const content = new PdfParser(Buffer.from('1 0 R'));
    expect(content.value({ references: false })).toBe(1);
  });

  it('says where a string stands, which is what a signature leaves out', () => {
    expect(asKind(parse('  <00FF>'), 'string')).toMatchObject({ start: 2, end: 8, hex: true });
  });

  it('skips comments and reads a stream by its length, wherever that stands', () => {
    const text = '7 0 obj % seven\n<< /Length 9 0 R >>\nstream\r\nendstream\nendstream\nendobj';
    const parser = new PdfParser(Buffer.from(text));
    const { number, value } = parser.indirectObject(({ number: asked }) => (asked === 9 ? 9 : null));
    expect(number).toBe(7);
    expect(Buffer.from(asKind(value, 'stream')?.data ?? []).toString()).toBe('endstream');
  });

  it.each(['<< /A 1 /A 2 >>', '<< /A', '(open', '(open\\)', '<0g>', '[1 2', '<< 1 2 >>', ']', ''])(
    'refuses %j',
    (text) => {
      expect(() => parse(text)).toThrow(PdfDamage);
    },
  );

  it('refuses what is nested deep or holds too much', () => {
    expect(() => parse('['.repeat(500))).toThrow(PdfDamage);
    expect(() => parse(`(${' '.repeat(8_500_000)})`)).toThrow(PdfDamage);
    expect(() => parse(`[${'0 '.repeat(2_100_000)}]`)).toThrow(PdfDamage);
  });
});

describe('textOf', () => {
  it('reads text strings in each of their encodings', () => {
    expect(textOf(parse('<FEFF017B0061>'))).toBe('Ża');
    expect(textOf(parse('<FFFE7B016100>'))).toBe('Ża');
    expect(textOf(parse('<EFBBBFC5BB61>'))).toBe('Ża');
    expect(textOf(parse('(caf\\351)'))).toBe('café');
    expect(textOf(parse('12'))).toBeNull();
  });
});

describe('sameValue', () => {
  it('compares what is said, not where or in which order', () => {
    expect(sameValue(parse('<< /A (x) /B [1 2 0 R] >>'), parse('<</B[1 2 0 R]/A<78>>>'))).toBe(true);
    for (const other of ['<< /A (x) >>', '<< /A (y) /B [1 2 0 R] >>', '<< /A (x) /B [1 3 0 R] >>', '[1]', '1']) {
      expect(sameValue(parse('<< /A (x) /B [1 2 0 R] >>'), parse(other))).toBe(false);
    }
  });
});
