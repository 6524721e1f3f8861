import { CERTIFICATE_FILE_LIMIT, FILE_SIZE_LIMIT, RECORD_SIZE_LIMIT } from '#shared/base/size-limits.ts';

export type ReadFile =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'failed'; readonly message: string };

type ChosenFile = Pick<Blob, 'size' | 'arrayBuffer'>;

/** Whether a file is meant to be a PDF, by how it begins; its name says nothing for sure. */
export async function isPdf(file: Pick<Blob, 'slice'>): Promise<boolean> {
  try {
    return new TextDecoder().decode(await file.slice(0, 5).arrayBuffer()) === '%PDF-';
  } catch {
    return false; // reading the whole will say why
  }
}

/** Reads a chosen record as Base64. */
export async function readRecordFile(file: ChosenFile): Promise<ReadFile> {
  const read = await readBytes(file, { limit: RECORD_SIZE_LIMIT, noun: 'a record' });
  return read.kind === 'read' ? { kind: 'read', text: base64(read.bytes) } : read;
}

/** Reads a chosen review as text; anything but UTF-8 is refused rather than guessed at. */
export function readReviewFile(file: ChosenFile): Promise<ReadFile> {
  return readTextFile(file, {
    noun: 'a review',
    advice: 'Choose a record (PDF) or a review that Groundwork exported as JSON, not an archive.',
  });
}

/** Reads a chosen template or custom lens as text. */
export function readTemplateFile(file: ChosenFile): Promise<ReadFile> {
  return readTextFile(file, {
    noun: 'a template',
    advice: 'Choose a template or a custom lens, which are JSON files.',
  });
}

/** Reads a dropped manifest as text; PowerShell writes such lists as UTF-16, with a mark at the start. */
export async function readManifestFile(file: ChosenFile): Promise<ReadFile> {
  const read = await readBytes(file, { limit: MANIFEST_SIZE_LIMIT, noun: 'a dependency file' });
  if (read.kind === 'failed') return read;
  const [first, second] = read.bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return { kind: 'read', text: new TextDecoder(encoding, { fatal: true }).decode(read.bytes) };
  } catch {
    return { kind: 'failed', message: 'The file is not text, so it cannot be a dependency file.' };
  }
}

/** Longer than any that people write; the reader of the text has a limit of its own. */
const MANIFEST_SIZE_LIMIT = 4 * 1024 * 1024;

async function readTextFile(
  file: ChosenFile,
  { noun, advice }: { readonly noun: string; readonly advice: string },
): Promise<ReadFile> {
  const read = await readBytes(file, { limit: FILE_SIZE_LIMIT, noun });
  if (read.kind === 'failed') return read;
  try {
    return { kind: 'read', text: new TextDecoder('utf-8', { fatal: true }).decode(read.bytes) };
  } catch {
    return { kind: 'failed', message: `The file is not UTF-8 text. ${advice}` };
  }
}

async function readBytes(
  file: ChosenFile,
  { limit, noun }: { readonly limit: number; readonly noun: string },
): Promise<
  { readonly kind: 'read'; readonly bytes: Uint8Array } | { readonly kind: 'failed'; readonly message: string }
> {
  if (file.size > limit) {
    return {
      kind: 'failed',
      message: `The file is larger than ${limit / 1024 / 1024} MB, so it cannot be ${noun}.`,
    };
  }
  try {
    return { kind: 'read', bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    return {
      kind: 'failed',
      message: 'The file cannot be read. Check that it is still there and that you may open it.',
    };
  }
}

/** Reads a certificate file (PKCS#12) as Base64. */
export async function readCertificateFile(file: ChosenFile): Promise<ReadFile> {
  const read = await readBytes(file, { limit: CERTIFICATE_FILE_LIMIT, noun: 'a certificate' });
  return read.kind === 'read' ? { kind: 'read', text: base64(read.bytes) } : read;
}

/** Bytes a stretch at a time, as a function takes only so many arguments. */
const STRETCH = 0x8000;

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.byteLength; at += STRETCH) {
    text += String.fromCharCode(...bytes.subarray(at, at + STRETCH));
  }
  return btoa(text);
}
