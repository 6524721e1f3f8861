import type { RecordBlock, RecordModel } from '#shared/record/model.ts';
import { SEAL_FINGERPRINT_LABEL } from '#shared/verify/verify.ts';

/**
 * The record with the fingerprints of the keys that it is about to be sealed with, for the page that
 * says how to check it. Once sealed, a copy with other seals contradicts its own pages. Without any, a record of a closed
 * review says on each page that it is not sealed.
 * @param fingerprints SHA-256 of a public key or certificate, lower-case hexadecimal: of the signer or of an issuer.
 */
export function withSealFingerprints(record: RecordModel, fingerprints: readonly string[]): RecordModel {
  if (fingerprints.length === 0) return record.draft ? record : unsealed(record);
  const block: RecordBlock = {
    kind: 'fields',
    rows: [...new Set(fingerprints)].map((text) => ({ label: SEAL_FINGERPRINT_LABEL, text })),
  };
  return withFirst(record, block);
}

function unsealed(record: RecordModel): RecordModel {
  const block: RecordBlock = {
    kind: 'callout',
    tone: 'open',
    title: 'This copy is not sealed',
    text: 'It has no digital signatures, so nothing in the file shows whether it was changed. A sealed record of the review, where there is one, is another file.',
  };
  return { ...withFirst(record, block), isUnsealed: true };
}

function withFirst(record: RecordModel, block: RecordBlock): RecordModel {
  const sections = record.sections.map((section) =>
    section.kind === 'about' ? { ...section, blocks: [block, ...section.blocks] } : section,
  );
  return { ...record, sections };
}
