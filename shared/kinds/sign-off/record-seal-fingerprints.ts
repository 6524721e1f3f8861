import type { RecordBlock, RecordModel } from '#shared/record/model.ts';
import { SEAL_FINGERPRINT_LABEL } from '#shared/verify/verify.ts';

/**
 * The record with the fingerprints of the keys that it is about to be sealed with, for the page that
 * says how to check it. Once sealed, a copy with other seals contradicts its own pages.
 * @param fingerprints SHA-256 of a public key or certificate, lower-case hexadecimal: of the signer or of an issuer.
 */
export function withSealFingerprints(record: RecordModel, fingerprints: readonly string[]): RecordModel {
  if (fingerprints.length === 0) return record;
  const block: RecordBlock = {
    kind: 'fields',
    rows: [...new Set(fingerprints)].map((text) => ({ label: SEAL_FINGERPRINT_LABEL, text })),
  };
  const sections = record.sections.map((section) =>
    section.kind === 'about' ? { ...section, blocks: [block, ...section.blocks] } : section,
  );
  return { ...record, sections };
}
