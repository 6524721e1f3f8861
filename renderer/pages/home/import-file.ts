import { isPdf, readRecordFile, readReviewFile } from '#renderer/base/read-file.ts';
import type { Fault } from '#renderer/host/fault.ts';
import type { Answer, Client } from '#shared/contract/contract.ts';

export type Imported = Answer<'review.import'> | Answer<'record.import'>;

interface ImportOptions {
  /** Whether a review that is here already just so is left alone. */
  readonly ifNew?: boolean;
  /** Told that a record has to be checked first, which takes a while for a long one. */
  readonly onRecord?: () => void;
}

/** Brings one file in, a record or a review, or says why it was not. */
export async function importFile(
  client: Client,
  file: File,
  { ifNew = false, onRecord }: ImportOptions = {},
): Promise<Imported | Fault> {
  const asRecord = await isPdf(file);
  const read = await (asRecord ? readRecordFile(file) : readReviewFile(file));
  if (read.kind === 'failed') return read;
  if (!asRecord) return client['review.import']({ text: read.text, ifNew });
  onRecord?.();
  return client['record.import']({ pdf: read.text });
}

/** It was brought in all the same: what is inside may be all that is left. */
export const ALTERED: Fault = {
  kind: 'failed',
  message:
    'The review inside was brought in as it stands there, and may not be what was signed. Verify says what was changed. Ask whoever keeps the original for another copy.',
};

/** How an import went, as far as a person has to know. */
export function importText(imported: Imported): string {
  const { title } = imported;
  switch (imported.standing ?? (imported.beside ? 'beside' : 'new')) {
    case 'new':
      return `Imported “${title}”.`;
    case 'here':
      return `“${title}” is here already, so nothing was brought in.`;
    case 'beside':
      return `Another version of “${title}” is here, so this one is a review of its own.`;
  }
}
