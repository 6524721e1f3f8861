import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';

/** A PDF that has nothing to do with Groundwork, packed as most programs do. */
export async function foreignPdf(options: { readonly packed?: boolean } = {}): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (const text of ['An invoice', 'Terms']) document.addPage([595, 842]).drawText(text, { x: 50, y: 700 });
  return document.save({ useObjectStreams: options.packed ?? true });
}

/** The PDF after qpdf has rewritten it with these options. */
export function rewritten(folder: string, pdf: Uint8Array, ...options: readonly string[]): Uint8Array {
  const [from, to] = [join(folder, 'from.pdf'), join(folder, 'to.pdf')];
  writeFileSync(from, pdf);
  try {
    execFileSync('qpdf', [...options, from, to]);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error('This test needs qpdf. Install the Debian package qpdf (apt-get install qpdf).');
    }
    throw error;
  }
  return readFileSync(to);
}
