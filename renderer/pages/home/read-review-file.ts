import { FILE_SIZE_LIMIT } from '#shared/envelope.ts';

export type ReadFile =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'refused'; readonly message: string };

type ChosenFile = Pick<Blob, 'size' | 'arrayBuffer'>;

/** Reads a chosen review as text; anything but UTF-8 is refused rather than guessed at. */
export function readReviewFile(file: ChosenFile): Promise<ReadFile> {
  return readTextFile(file, {
    noun: 'a review',
    advice: 'Choose a review that Groundwork exported as JSON, not a PDF or an archive.',
  });
}

/** Reads a chosen template or custom lens as text. */
export function readTemplateFile(file: ChosenFile): Promise<ReadFile> {
  return readTextFile(file, {
    noun: 'a template',
    advice: 'Choose a template or a custom lens, which are JSON files.',
  });
}

async function readTextFile(
  file: ChosenFile,
  { noun, advice }: { readonly noun: string; readonly advice: string },
): Promise<ReadFile> {
  if (file.size > FILE_SIZE_LIMIT) {
    const limit = FILE_SIZE_LIMIT / 1024 / 1024;
    return { kind: 'refused', message: `The file is larger than ${limit} MB, so it cannot be ${noun}.` };
  }
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    return {
      kind: 'refused',
      message: 'The file cannot be read. Check that it is still there and that you may open it.',
    };
  }
  try {
    return { kind: 'read', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { kind: 'refused', message: `The file is not UTF-8 text. ${advice}` };
  }
}
