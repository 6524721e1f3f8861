import { describe, expect, it } from 'vitest';
import { openPdf } from '#main/pdf/pdf-file.ts';
import { asKind, textOf } from '#main/pdf/pdf-values.ts';
import { workBudget } from '#main/pdf/work-budget.ts';
import { signatureRoom, traces } from '#main/verify/signatures.ts';

/** A PDF with a table for old readers, which calls object 3 free, and a stream that says where it is. */
function hybrid(): Uint8Array {
  let text = '%PDF-1.5\n';
  const put = (object: string) => {
    const at = text.length;
    text += object;
    return at;
  };
  const catalog = put('1 0 obj\n<< /Type /Catalog >>\nendobj\n');
  const hidden = put('3 0 obj\n(only for new readers)\nendobj\n');
  const row = Buffer.from([1, hidden >> 8, hidden & 255, 0]).toString('latin1');
  const stream = put(
    `4 0 obj\n<< /Type /XRef /Size 5 /W [1 2 1] /Index [3 1] /Length 4 >>\nstream\n${row}\nendstream\nendobj\n`,
  );
  const table = put('xref\n0 5\n');
  const rows = [null, catalog, null, null, null].map((offset) =>
    offset === null ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`,
  );
  put(`${rows.join('')}trailer\n<< /Size 5 /Root 1 0 R /XRefStm ${stream} >>\nstartxref\n${table}\n%%EOF\n`);
  return Buffer.from(text, 'latin1');
}

describe('openPdf', () => {
  it('finds what a table hides from old readers, as viewers do', () => {
    const file = openPdf(hybrid());
    const value = file.resolve({ kind: 'reference', number: 3, generation: 0 });
    expect(textOf(value)).toBe('only for new readers');
    expect(file.resolve({ kind: 'reference', number: 2, generation: 0 })).toBeNull();
  });
});

/** A PDF whose stream has its length in an object of its own, saved a second time with another length. */
function savedTwice(): { readonly bytes: Uint8Array; readonly firstEnd: number } {
  let text = '%PDF-1.5\n';
  const save = (objects: Readonly<Record<number, string>>, previous: number | null): number => {
    const rows = Object.entries(objects).map(([number, value]) => {
      const at = text.length;
      text += `${number} 0 obj\n${value}\nendobj\n`;
      return `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`;
    });
    const table = text.length;
    const back = previous === null ? '' : ` /Prev ${previous}`;
    text += `xref\n${rows.join('')}trailer\n<< /Size 5 /Root 1 0 R${back} >>\nstartxref\n${table}\n%%EOF\n`;
    return table;
  };
  const stream = '<< /Length 3 0 R >>\nstream\nendstream\nendobj\nendstream';
  const first = save({ 1: '<< /Type /Catalog >>', 2: stream, 3: '0', 4: '(the same)' }, null);
  const firstEnd = text.length;
  save({ 3: '17' }, first);
  return { bytes: Buffer.from(text, 'latin1'), firstEnd };
}

describe('an earlier state of a file', () => {
  const { bytes, firstEnd } = savedTwice();
  const at = (number: number) => ({ kind: 'reference', number, generation: 0 }) as const;

  it('is read once, however often it is asked for, and shares what it has in common', () => {
    const read: number[] = [];
    const file = openPdf(bytes, { ...workBudget(bytes.length), read: (count) => read.push(count) });
    const value = file.resolve(at(4));
    const before = file.upTo(firstEnd);
    const opened = read.length;
    expect(file.upTo(firstEnd)).toBe(before);
    expect(before.resolve(at(4))).toBe(value);
    expect(read.length).toBe(opened + 1);
    expect(read.at(-1)).toBeLessThan('4 0 obj (the same) endobj'.length / 4);
  });

  it('holds what it held then, where a later save says otherwise', () => {
    const file = openPdf(bytes);
    const lengths = [file, file.upTo(firstEnd)].map((state) => asKind(state.resolve(at(2)), 'stream')?.data.length);
    expect(lengths).toEqual([17, 0]);
  });
});

describe('signatureRoom', () => {
  const bytes = Uint8Array.from([0x30, 0x01, 0x05, 0, 0]);
  const found = (text: string) => ({
    file: { bytes: Buffer.from(text) },
    signature: { contents: { kind: 'string', bytes, hex: true, start: 2, end: 14 } as const },
  });

  it('gives what stands in the gap', () => {
    const { file, signature } = found('..<3001050000>..');
    expect(signatureRoom(file, signature, false)).toEqual(bytes);
  });

  it.each(['..<3001060000>..', '..<300105zz00>..', '..(anything  )..', '..<30010500\n0>.'])(
    'refuses a gap that holds anything else: %j',
    (text) => {
      const { file, signature } = found(text);
      expect(signatureRoom(file, signature, false)).toBeNull();
    },
  );
});

describe('traces', () => {
  it('are byte ranges that leave out a string, not the words for one', () => {
    const signed = '<00ff> /ByteRange [0 0 6 40]';
    expect(traces(Buffer.from(signed))).toBe(1);
    expect(traces(Buffer.from(`${signed} ${signed}`))).toBe(2);
    expect(traces(Buffer.from('(/ByteRange [0 12 34 56])'))).toBe(0);
    expect(traces(Buffer.from('/ByteRange [0 0 99 1]'))).toBe(0);
  });
});
