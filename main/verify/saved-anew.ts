import type { PdfFile } from '#main/pdf/pdf-file.ts';
import type { ExaminedSignature } from './check-signature.ts';

/**
 * Whether another program wrote a signed file anew as a whole: no signature reaches where its own range says, and
 * nothing is left of the saves that came with the signatures. That takes the signatures away without a change of
 * what the file shows, and every linearizing or compressing program does it.
 */
export function isSavedAnew({ sections }: PdfFile, signatures: readonly ExaminedSignature[]): boolean {
  const [newest, older, ...others] = sections;
  const isOneSave = older === undefined || (others.length === 0 && isLinearized(newest?.offset ?? 0, older.offset));
  return isOneSave && signatures.length > 0 && signatures.every(({ coverage }) => !coverage.whole);
}

/** In a linearized file, the references that are read first stand before the others. */
function isLinearized(first: number, second: number): boolean {
  return first < second;
}
