import type { PdfFile } from '#main/pdf/pdf-file.ts';
import { PdfDamage } from '#main/pdf/pdf-values.ts';
import type { ExaminedSignature } from './check-signature.ts';

/** The file as it was before its first signature; as that left it when that cannot be told. */
export function unsealedPart(file: PdfFile, signatures: readonly ExaminedSignature[]): PdfFile {
  const first = signatures[0]?.coverage;
  if (!first?.endsRevision) return file;
  const signed = file.upTo(first.end);
  const end = endBefore(signed);
  if (end === null) return signed;
  try {
    const before = file.upTo(end);
    return before.sections[0]?.offset === signed.sections[1]?.offset ? before : signed;
  } catch (error) {
    // The first save of a linearized file ends twice.
    if (error instanceof PdfDamage) return signed;
    throw error;
  }
}

/** Where the save before the last one ended: at the last end of a file before what came with the last one. */
function endBefore({ bytes, sections: [newest] }: PdfFile): number | null {
  if (!newest) return null;
  const starts = [...newest.entries.values()].flatMap((entry) => (entry.kind === 'plain' ? [entry.offset] : []));
  const start = starts.reduce((least, offset) => Math.min(least, offset), newest.offset);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marker = text.lastIndexOf('%%EOF', start);
  if (marker < 0) return null;
  const lineEnd = /^(\r\n|\r|\n)/.exec(text.toString('latin1', marker + 5, marker + 7))?.[0].length ?? 0;
  return marker + 5 + lineEnd;
}
