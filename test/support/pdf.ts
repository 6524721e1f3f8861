import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { loadPdfFonts, type PdfFonts } from '#main/record/pages/fonts.ts';
import { renderPdf } from '#main/record/render-pdf.ts';
import { signedContent } from '#shared/kinds/sign-off/sign-off.ts';
import { buildRecord } from '#shared/record/build.ts';
import type { RecordBlock, RecordModel, RecordSection } from '#shared/record/model.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { Template } from '#shared/template/template.ts';
import { ROOT } from './project.ts';

const PACKAGES = {
  pdftotext: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  pdffonts: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  qpdf: 'qpdf',
} as const;

const run = promisify(execFile);
let fonts: Promise<PdfFonts> | undefined;

/** The fonts of the PDF, read once for all tests of a file. */
export function pdfFonts(): Promise<PdfFonts> {
  fonts ??= loadPdfFonts(ROOT);
  return fonts;
}

/** SHA-256 of what a signature on a review binds to. */
export function contentSha256(review: ReviewDocument): string {
  return createHash('sha256').update(signedContent(review)).digest('hex');
}

export function recordOf(review: ReviewDocument, template: Template): RecordModel {
  return buildRecord(review, template, {
    contentSha256: contentSha256(review),
    revision: 7,
    savedAt: '2026-03-03T14:05:06.789Z',
  });
}

/** The sections of a record that has only one. */
export function onlySection(title: string, blocks: readonly RecordBlock[]): readonly RecordSection[] {
  return [{ kind: 'about', number: '1', isAppendix: false, title, openPoints: 0, blocks }];
}

const printed = new WeakMap<RecordModel, Promise<Uint8Array>>();

/** The PDF of a record, made once for all tests that ask about the same one; nobody changes its bytes. */
export function pdfOf(record: RecordModel): Promise<Uint8Array> {
  const pdf = printed.get(record) ?? pdfFonts().then((fonts) => renderPdf(record, fonts));
  printed.set(record, pdf);
  return pdf;
}

/** Runs one of Debian's PDF tools on a file; `FILE` in the arguments stands for its path. */
export async function inspect(tool: keyof typeof PACKAGES, pdf: Uint8Array, ...args: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'groundwork-pdf-'));
  try {
    const file = join(folder, 'record.pdf');
    await writeFile(file, pdf);
    const options = { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 } as const;
    const { stdout } = await run(
      tool,
      args.map((arg) => (arg === 'FILE' ? file : arg)),
      options,
    );
    return stdout;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error(
        `This test needs ${tool}. Install the Debian package ${PACKAGES[tool]} (apt-get install ${PACKAGES[tool]}).`,
      );
    }
    throw error;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Text of each page, as somebody who copies it gets it; `-raw` keeps hyphens at the ends of lines. */
export async function pageTexts(pdf: Uint8Array, ...options: readonly '-raw'[]): Promise<readonly string[]> {
  const text = await inspect('pdftotext', pdf, '-enc', 'UTF-8', ...options, 'FILE', '-');
  return text
    .replace(/\f$/, '')
    .split('\f')
    .map((page) => page.normalize('NFC'));
}

/** Text without white space, for comparing what lines were broken differently. */
export function squeezed(text: string): string {
  return text.normalize('NFC').replace(/\s/g, '');
}
