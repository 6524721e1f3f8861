import type { PdfFile } from '#main/pdf/pdf-file.ts';
import type { NumberedValue } from '#main/pdf/pdf-pack.ts';
import { countOf } from '#main/pdf/pdf-values.ts';

/** The parts of the writer's file, to be put together again. */
export interface WrittenFile {
  /** The first lines. */
  readonly head: Uint8Array;
  readonly objects: readonly NumberedValue[];
  /** Entries of the trailer but its size. */
  readonly trailer: string;
  /** One more than the highest number of an object. */
  readonly size: number;
}

/**
 * Takes apart what `PdfWriter` wrote, without reading it: a head, objects one behind the other, one plain table
 * and a trailer.
 * @throws for a file of another layout.
 */
export function takeApart({ bytes, trailer, entries, sections }: PdfFile): WrittenFile {
  const [section, ...others] = sections;
  const size = countOf(trailer.entries.get('Size'));
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sorted = [...entries]
    .flatMap(([number, entry]) => (entry.kind === 'plain' ? [{ number, start: entry.offset }] : []))
    .toSorted((left, right) => left.start - right.start);
  const tail = /trailer\s*<<([\s\S]*)>>\s*startxref/.exec(file.toString('latin1', section?.offset));
  if (!section || others.length > 0 || size === null || !tail || !sorted[0]) throw notAsWritten();
  const objects = sorted.map(({ number, start }, index): NumberedValue => {
    const end = sorted[index + 1]?.start ?? section.offset;
    const opening = /^(\d+) 0 obj\s+/.exec(file.toString('latin1', start, start + 40));
    // jsPDF puts one line end before this word, and another one behind a stream.
    const close = file.lastIndexOf('\nendobj', end, 'latin1');
    if (Number(opening?.[1]) !== number || close < start) throw notAsWritten();
    return { number, value: file.subarray(start + (opening?.[0].length ?? 0), close) };
  });
  return {
    head: bytes.subarray(0, sorted[0].start),
    objects,
    trailer: (tail[1] ?? '').replace(/\/Size \d+/, '').trim(),
    size,
  };
}

function notAsWritten(): Error {
  return new Error('The PDF is not laid out as its writer lays it out');
}
