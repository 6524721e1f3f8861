import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { jsPDF } from 'jspdf';
import type { FindingCode, Verdict } from '#shared/verify/verify.ts';
import { foreignPdf, rewritten } from '../foreign-pdf.ts';
import { tool } from '../tools.ts';

/** A file that nobody bent, and what is to be said of it: never that it was altered. */
export interface HarmlessFile {
  readonly name: string;
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
  readonly verdict: Exclude<Verdict, 'altered'>;
  /** Codes that have to be among the findings. */
  readonly codes?: readonly FindingCode[];
}

/** PDFs that nobody signed, by many programs. */
export function unsignedFiles(folder: string): readonly HarmlessFile[] {
  const files: Readonly<Record<string, () => Uint8Array | Promise<Uint8Array>>> = {
    'by pdf-lib, packed': () => foreignPdf(),
    'by pdf-lib, plain': () => foreignPdf({ packed: false }),
    'by pdf-lib, with a form': withForm,
    'by pdf-lib, with a file attached': withFile,
    'by jsPDF': () => fromJsPdf(false),
    'by jsPDF, compressed': () => fromJsPdf(true),
    'by Chromium': () => readFileSync('test/fixtures/foreign/chromium.pdf'),
    'by pdfunite': async () => united(folder, await foreignPdf(), await fromJsPdf(true)),
    'by pdfseparate': async () => separated(folder, await foreignPdf()),
    'by qpdf from Chromium': () => rewritten(folder, readFileSync('test/fixtures/foreign/chromium.pdf'), '--linearize'),
  };
  const plain = Object.entries(files).map(([name, bytes]) => ({
    name: `unsigned, ${name}`,
    bytes,
    verdict: 'unsigned' as const,
  }));
  const options = [
    ['--linearize'],
    ['--object-streams=generate'],
    ['--object-streams=disable'],
    ['--qdf'],
    ['--stream-data=uncompress'],
    ['--stream-data=compress', '--recompress-flate'],
    ['--linearize', '--object-streams=disable'],
    ['--min-version=2.0'],
    ['--deterministic-id'],
    ['--rotate=+90'],
    ['--coalesce-contents'],
    ['--encrypt', '', 'owner', '256', '--'],
    ['--encrypt', '', 'owner', '128', '--use-aes=y', '--'],
    ['--encrypt', '', 'owner', '128', '--use-aes=y', '--cleartext-metadata', '--'],
    ['--allow-weak-crypto', '--encrypt', '', 'owner', '128', '--use-aes=n', '--'],
    ['--allow-weak-crypto', '--encrypt', '', 'owner', '40', '--'],
    ['--allow-weak-crypto', '--encrypt', '', 'owner', '256', '--force-R5', '--'],
  ];
  const byQpdf = options.map((each) => ({
    name: `unsigned, by qpdf ${each.join(' ')}`,
    bytes: async () => rewritten(folder, await withFile(), ...each),
    verdict: 'unsigned' as const,
  }));
  return [...plain, ...byQpdf];
}

async function withForm(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([595, 842]);
  const field = document.getForm().createTextField('name');
  field.setText('Ada');
  field.addToPage(page, { x: 50, y: 700, width: 200, height: 20 });
  return document.save();
}

async function withFile(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage([595, 842]).drawText('With a file', { x: 50, y: 700 });
  await document.attach(Buffer.from('name;value\n'), 'list.csv', { mimeType: 'text/csv' });
  return document.save();
}

async function fromJsPdf(compress: boolean): Promise<Uint8Array> {
  const doc = new jsPDF({ compress });
  doc.text('An offer', 20, 20);
  doc.addPage();
  doc.text('Terms', 20, 20);
  return new Uint8Array(doc.output('arraybuffer'));
}

function united(folder: string, ...parts: readonly Uint8Array[]): Uint8Array {
  const paths = parts.map((bytes, index) => {
    const path = join(folder, `part-${index}.pdf`);
    writeFileSync(path, bytes);
    return path;
  });
  const out = join(folder, 'united.pdf');
  tool('pdfunite', ...paths, out);
  return readFileSync(out);
}

function separated(folder: string, pdf: Uint8Array): Uint8Array {
  const path = join(folder, 'whole.pdf');
  writeFileSync(path, pdf);
  tool('pdfseparate', '-f', '1', '-l', '1', path, join(folder, 'page-%d.pdf'));
  return readFileSync(join(folder, 'page-1.pdf'));
}
